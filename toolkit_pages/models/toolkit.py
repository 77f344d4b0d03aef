"""Sections of the toolkit and the pages in them."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from lms.editorial.models import FactsChecked
from toolkit_pages.blocks import PAGE_BLOCKS
from toolkit_pages.models.base import ToolkitBasePage


class ToolkitIndexPage(ToolkitBasePage):
    """A section: its pages, grouped."""

    template = "toolkit_pages/toolkit_index.html"
    subpage_types = ["toolkit_pages.ToolkitIndexPage", "toolkit_pages.ToolkitPage"]

    content_panels = [*ToolkitBasePage.content_panels, FieldPanel("intro")]

    class Meta:
        verbose_name = _("toolkit section")


class ToolkitPage(ToolkitBasePage):
    """A page of guidance."""

    group = models.CharField(
        _("group"), max_length=80, blank=True, help_text=_("The heading it is listed under in its section.")
    )
    kind = models.CharField(_("kind"), max_length=60, blank=True, help_text=_("For example “Guide and template”."))
    minutes = models.PositiveSmallIntegerField(_("minutes to read"), null=True, blank=True)
    body = StreamField(PAGE_BLOCKS, blank=True, verbose_name=_("body"))

    template = "toolkit_pages/toolkit_page.html"
    subpage_types: list[str] = ["toolkit_pages.ToolkitPage"]

    content_panels = [
        *ToolkitBasePage.content_panels,
        FieldPanel("intro"),
        FieldPanel("group"),
        FieldPanel("kind"),
        FieldPanel("minutes"),
        FieldPanel("body"),
        FactsChecked.facts_panel,
    ]
    search_fields = [*ToolkitBasePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("toolkit page")
