"""Reports and legislation: Acts, guidance, consultations and reports, with their status and what happened when."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable
from wagtail.search import index

from lms.editorial.models import FactsChecked
from toolkit_pages.blocks import PAGE_BLOCKS
from toolkit_pages.models.base import ToolkitBasePage


class LawLibraryPage(ToolkitBasePage):
    """The section of law and reports: a list with filters and a timeline."""

    template = "toolkit_pages/law_library.html"
    shown_by = "toolkit_pages.views.legislation.library"
    subpage_types = ["toolkit_pages.LawItemPage", "toolkit_pages.ToolkitPage"]

    content_panels = [*ToolkitBasePage.content_panels, FieldPanel("intro"), FactsChecked.facts_panel]

    class Meta:
        verbose_name = _("law and reports library")


class LawItemPage(ToolkitBasePage):
    """A law, guidance, a consultation or a report, in plain English."""

    class Kind(models.TextChoices):
        ACT = "act", _("Act")
        REGULATIONS = "regulations", _("Regulations")
        GUIDANCE = "guidance", _("Guidance")
        CONSULTATION = "consultation", _("Consultation")
        REPORT = "report", _("Report")
        STATISTICS = "statistics", _("Statistics")

    class Status(models.TextChoices):
        IN_FORCE = "in-force", _("In force")
        AMENDED = "amended", _("Amended")
        REPEALED = "repealed", _("Repealed")
        CONSULTATION = "consultation", _("Consultation")
        PUBLISHED = "published", _("Published")

    kind = models.CharField(_("kind"), max_length=15, choices=Kind.choices)
    status = models.CharField(_("status"), max_length=15, choices=Status.choices)
    source = models.CharField(_("published by"), max_length=150, blank=True)
    source_url = models.URLField(_("address of the source"), max_length=500, blank=True)
    published_on = models.DateField(_("published"), null=True, blank=True)
    in_force_on = models.DateField(_("in force from"), null=True, blank=True)
    ended_on = models.DateField(
        _("ended"), null=True, blank=True, help_text=_("Repealed, replaced, or the day a consultation closes.")
    )
    body = StreamField(PAGE_BLOCKS, blank=True, verbose_name=_("in plain English"))

    template = "toolkit_pages/law_item.html"
    shown_by = "toolkit_pages.views.legislation.item"
    parent_page_types = ["toolkit_pages.LawLibraryPage"]
    subpage_types: list[str] = []

    content_panels = [
        *ToolkitBasePage.content_panels,
        FieldPanel("intro"),
        MultiFieldPanel(
            [FieldPanel("kind"), FieldPanel("status"), FieldPanel("source"), FieldPanel("source_url")],
            heading=_("What it is"),
        ),
        MultiFieldPanel(
            [FieldPanel("published_on"), FieldPanel("in_force_on"), FieldPanel("ended_on")], heading=_("Dates")
        ),
        FieldPanel("body"),
        InlinePanel("events", heading=_("What happened when"), label=_("Event")),
        FactsChecked.facts_panel,
    ]
    search_fields = [
        *ToolkitBasePage.search_fields,
        index.SearchField("body"),
        index.SearchField("source"),
        index.FilterField("kind"),
        index.FilterField("status"),
    ]

    class Meta:
        verbose_name = _("law or report")

    @property
    def dated_on(self):
        """The day by which lists and the timeline put it in order."""
        return self.in_force_on or self.published_on


class LawEvent(Orderable):
    """Something that happened to a law or report on a day."""

    page = ParentalKey(LawItemPage, on_delete=models.CASCADE, related_name="events")
    on = models.DateField(_("day"))
    text = models.CharField(_("what happened"), max_length=250)
    url = models.URLField(_("address"), max_length=500, blank=True)

    panels = [FieldPanel("on"), FieldPanel("text"), FieldPanel("url")]

    class Meta(Orderable.Meta):
        verbose_name = _("event")
        verbose_name_plural = _("events")

    def __str__(self) -> str:
        return self.text
