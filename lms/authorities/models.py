"""Authorities: citable pieces of law, guidance and published figures, each with the day somebody last checked it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import RevisionMixin
from wagtail.search import index

from lms.editorial.fields import TickedChoicesField
from lms.editorial.models import Nation, nations_text


class Authority(RevisionMixin, index.Indexed, models.Model):
    """One thing that content may rest on: an Act's section, a paragraph of guidance, a figure, a service."""

    class Kind(models.TextChoices):
        ACT_SECTION = "act_section", _("Section of an Act")
        GUIDANCE = "guidance", _("Guidance")
        STATISTIC = "statistic", _("Published figures")
        SERVICE = "service", _("Service or telephone number")

    title = models.CharField(_("title"), max_length=200)
    reference = models.CharField(_("reference"), max_length=200, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.GUIDANCE)
    nations = TickedChoicesField(_("applies in"), options=Nation.choices)
    url = models.URLField(_("address"), blank=True)
    summary = models.TextField(_("summary"), blank=True)
    checked_on = models.DateField(_("last checked"), null=True, blank=True)

    panels = [
        FieldPanel("title"),
        FieldPanel("reference"),
        FieldPanel("kind"),
        FieldPanel("url"),
        FieldPanel("summary"),
        MultiFieldPanel([FieldPanel("nations"), FieldPanel("checked_on")], heading=_("Facts")),
    ]
    search_fields = [
        index.SearchField("title", boost=2),
        index.AutocompleteField("title"),
        index.SearchField("reference"),
        index.AutocompleteField("reference"),
        index.SearchField("summary"),
        index.FilterField("kind"),
    ]

    class Meta:
        verbose_name = _("authority")
        verbose_name_plural = _("authorities")
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title

    @property
    def nations_display(self) -> str:
        return nations_text(self.nations)
