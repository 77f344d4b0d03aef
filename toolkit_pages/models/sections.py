"""Pages that lead into parts of the site made by ordinary views: the checklist, partnerships and the glossary."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from lms.editorial.models import FactsChecked
from toolkit_pages.blocks import PAGE_BLOCKS
from toolkit_pages.models.base import ToolkitBasePage


class ChecklistPage(ToolkitBasePage):
    """The section of the partnership checklist: what it is, its themes, and where to begin."""

    body = StreamField(PAGE_BLOCKS, blank=True, verbose_name=_("below the themes"))

    template = "toolkit_pages/checklist/start.html"
    shown_by = "toolkit_pages.views.checklist.start"
    max_count = 1
    subpage_types = ["toolkit_pages.ToolkitPage"]
    content_panels = [
        *ToolkitBasePage.content_panels,
        FieldPanel("intro"),
        FieldPanel("body"),
        FactsChecked.facts_panel,
    ]

    class Meta:
        verbose_name = _("checklist section")

    def serve(self, request, *args, **kwargs):
        """The page; where it tells of this visitor's answers, no cache keeps it."""
        response = super().serve(request, *args, **kwargs)
        if response.context_data["answered"]:
            response.headers["Cache-Control"] = "private, no-store"
        return response
