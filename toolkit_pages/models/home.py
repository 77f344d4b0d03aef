"""The home page."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField

from toolkit_pages.models.base import ToolkitBasePage


class HomePage(ToolkitBasePage):
    """The first page: what this is for, the five sections, training in three tiers, what to do if worried now."""

    headline = models.TextField(
        _("headline"),
        default="Know the signs.\nRespond safely.\nWork together.",
        help_text=_("One line each."),
    )
    worried_title = models.CharField(_("title"), max_length=100, default="If you are worried about someone now")
    worried_text = RichTextField(_("text"), features=["bold", "link"], blank=True)
    keeping_right_title = models.CharField(_("title"), max_length=100, default="How we keep it right")
    keeping_right_text = RichTextField(_("text"), features=["bold", "link"], blank=True)

    template = "toolkit_pages/home.html"
    max_count = 1
    parent_page_types = ["wagtailcore.Page"]

    content_panels = [
        *ToolkitBasePage.content_panels,
        FieldPanel("headline"),
        FieldPanel("intro"),
        MultiFieldPanel([FieldPanel("worried_title"), FieldPanel("worried_text")], heading=_("Worried now")),
        MultiFieldPanel(
            [FieldPanel("keeping_right_title"), FieldPanel("keeping_right_text")],
            heading=_("How we keep it right"),
        ),
    ]

    class Meta:
        verbose_name = _("home page")
