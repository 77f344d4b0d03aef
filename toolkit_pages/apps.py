"""Application settings of toolkit_pages: search hears of a page once its files are saved, old addresses answer."""

from typing import Any

from django.apps import AppConfig


class ToolkitPagesConfig(AppConfig):
    name = "toolkit_pages"
    label = "toolkit_pages"
    verbose_name = "Toolkit pages"

    def ready(self) -> None:
        from django.db.models import Exists, OuterRef
        from django.urls import reverse
        from wagtail.signals import page_published

        from lms.editorial.domain.addresses import keep_old_addresses
        from lms.people.backends import read_along
        from toolkit_pages.models import Answerer, ChecklistTheme, GovernanceDocumentPage, Partnership, ResourcePage

        read_along("answers_reviews", lambda: Exists(Answerer.objects.filter(user=OuterRef("pk"))))
        for model in (GovernanceDocumentPage, ResourcePage):
            page_published.connect(index_again, sender=model, dispatch_uid=f"toolkit_pages:index:{model.__name__}")
        keep_old_addresses(ChecklistTheme, lambda _theme, slug: [reverse("toolkit_pages:checklist_theme", args=[slug])])
        keep_old_addresses(Partnership, lambda _one, slug: [reverse("toolkit_pages:partnership", args=[slug])])


def index_again(instance: Any, **signal: Any) -> None:
    """Index a page after its files: Wagtail indexes when the page is saved, a moment before they are."""
    from modelsearch import index

    index.insert_or_update_object(instance)
