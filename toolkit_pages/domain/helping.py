"""What can help to close a gap: the pages, documents and modules that editors tied to a checklist item."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from courses.domain.published import published_modules
from lms.kept import keep
from toolkit_pages.domain.checklists import published_themes
from toolkit_pages.domain.maturity import Standing
from toolkit_pages.models import GovernanceDocumentPage, LawItemPage, Level, ResourcePage, TrainingEntryPage
from toolkit_pages.models.base import public

KINDS = {
    GovernanceDocumentPage: _("Document"),
    ResourcePage: _("Resource"),
    LawItemPage: _("Law"),
    TrainingEntryPage: _("Training"),
}


@dataclass(frozen=True)
class Help:
    """A page, document or module that helps at some levels of an item; `module` is a module's address, "" else."""

    kind: str | Promise
    title: str
    url: str
    levels: frozenset[int]
    module: str = ""


def all_helps() -> dict[int, list[Help]]:
    """What helps with each published item, by the item's key: only what is published and open to everybody.

    Three queries for the whole checklist, kept until an editor changes something.
    """

    def read() -> dict[int, list[Help]]:
        items = [item for theme in published_themes() for item in theme.items]
        blocks = {item.pk: list(item.helps.raw_data) for item in items}
        keys = {block["value"]["page"] for rows in blocks.values() for block in rows if block["type"] == "page"}
        found = Page.objects.filter(pk__in=keys - {None}).live().filter(public()).select_related("content_type")
        pages = {page.pk: page for page in found}
        return {key: [help for block in rows if (help := help_of(block, pages))] for key, rows in blocks.items()}

    return keep("toolkit_pages.checklist.helps", read)


def help_of(block: Any, pages: dict[int, Page]) -> Help | None:
    """A block of an item's helps; None where what it names is not published or not for everybody."""
    value = block["value"]
    levels = frozenset(int(level) for level in value.get("levels") or [])
    if block["type"] == "module":
        module = published_modules().get(value["module"])
        if module is None:
            return None
        return Help(_("Training"), module.title, module.get_absolute_url(), levels, module.slug)
    page = pages.get(value["page"])
    url = page.get_url() if page else None
    if page is None or not url:
        return None
    return Help(KINDS.get(page.specific_class, _("Page")), page.title, url, levels)


def helps_for(item: int, level: int | None) -> list[Help]:
    """What can help with the item (by its key) while it is at the level; an editor's order."""
    return [help for help in all_helps().get(item, []) if level in help.levels]


def further_help(rows: Iterable[Standing]) -> list[tuple[Standing, list[Help]]]:
    """The items that are mostly in place and what can help from there, where editors named anything.

    They are no gaps: by risk to people, then by how many other items wait for them.
    """
    nearly = sorted((row for row in rows if row.level == Level.MOSTLY), key=lambda row: (-row.risk, -row.dependants))
    return [(row, helps) for row in nearly if (helps := helps_for(row.item, row.level))]
