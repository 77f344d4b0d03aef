"""Application settings of toolkit_pages: search hears of a page once its files are saved too."""

from typing import Any

from django.apps import AppConfig


class ToolkitPagesConfig(AppConfig):
    name = "toolkit_pages"
    label = "toolkit_pages"
    verbose_name = "Toolkit pages"

    def ready(self) -> None:
        from wagtail.signals import page_published

        from toolkit_pages.models import GovernanceDocumentPage, ResourcePage

        for model in (GovernanceDocumentPage, ResourcePage):
            page_published.connect(index_again, sender=model, dispatch_uid=f"toolkit_pages:index:{model.__name__}")


def index_again(instance: Any, **signal: Any) -> None:
    """Index a page after its files: Wagtail indexes when the page is saved, a moment before they are."""
    from modelsearch import index

    index.insert_or_update_object(instance)
