"""Application settings of toolkit_pages."""

from django.apps import AppConfig


class ToolkitPagesConfig(AppConfig):
    name = "toolkit_pages"
    label = "toolkit_pages"
    verbose_name = "Toolkit pages"
