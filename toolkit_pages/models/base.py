"""What every toolkit page shares: a neutral title, checked facts, and search."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.search import index

from lms.editorial.models import FactsChecked


class ToolkitBasePage(Page, FactsChecked):
    """A page of the toolkit."""

    neutral_title = models.CharField(
        _("neutral title"),
        max_length=100,
        blank=True,
        help_text=_("Shown in the browser's title and history instead of the title."),
    )
    intro = models.TextField(_("first paragraph"), blank=True)
    is_sample = models.BooleanField(
        _("sample content"), default=False, help_text=_("Marked as a sample until an expert signs it off.")
    )

    search_fields = [*Page.search_fields, index.SearchField("intro")]
    promote_panels = [*Page.promote_panels, FieldPanel("neutral_title")]
    settings_panels = [*Page.settings_panels, FieldPanel("is_sample")]

    class Meta:
        abstract = True

    @property
    def safe_title(self) -> str:
        """The title others may see on a shared screen."""
        return self.neutral_title or self.title

    @property
    def preview_sizes(self):
        return [
            {"name": "phone", "icon": "mobile-alt", "device_width": 320, "label": _("Preview at 320 pixels")},
            {
                "name": "desktop",
                "icon": "desktop",
                "device_width": 1280,
                "label": _("Preview at 1280 pixels"),
            },
        ]
