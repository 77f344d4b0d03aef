"""Panels of the editors' forms that only show: how often a document's files have been downloaded."""

from datetime import timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel

from lms.uploads.domain.downloads import downloads

COUNTED = timedelta(days=365)


class DownloadsPanel(Panel):
    """Downloads of each file in the last twelve months, counted without anything about who asked."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("heading", _("Downloads in the last 12 months"))
        super().__init__(**kwargs)

    class BoundPanel(Panel.BoundPanel):
        template_name = "toolkit_pages/admin/downloads.html"

        def is_shown(self) -> bool:
            return super().is_shown() and self.instance.pk is not None

        def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
            files = [
                (version, file) for version in self.instance.versions_in_order for _format, file in version.files()
            ]
            counted = downloads([file for _version, file in files], since=timezone.localdate() - COUNTED)
            context = super().get_context_data(parent_context)
            context["rows"] = [(version, file, counted.get(file.pk, 0)) for version, file in files]
            return context
