"""Results of a search as rows: fetched for the page shown alone, with an excerpt and their words marked."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString
from wagtail.models import Page
from wagtail.rich_text import RichText, get_text_for_indexing

from courses.models import Module
from toolkit_pages.domain.excerpts import marked, passage
from toolkit_pages.domain.governance import document_rows
from toolkit_pages.domain.resources import texts_of_files
from toolkit_pages.domain.synonyms import words_marked
from toolkit_pages.models import ChecklistItem, GlossaryTerm, GovernanceDocumentPage, Partnership, ResourcePage

END_OF_HEADING = re.compile(r"(?<![.?!:])\s*</h[2-4]>")


@dataclass(frozen=True)
class FoundRow:
    """A result as it is shown."""

    item: Any
    title: SafeString
    url: str
    excerpt: SafeString
    kind: str

    @property
    def is_module(self) -> bool:
        return isinstance(self.item, Module)


def rows_of(keys: Sequence[str], *, query: str) -> list[FoundRow]:
    """The results with these keys, in the same order; a query for each kind among them, and a few for files' words."""
    wanted: dict[str, list[int]] = {}
    for key in keys:
        wanted.setdefault(key[0], []).append(int(key[1:]))
    items = {f"{letter}{item.pk}": item for letter, pks in wanted.items() for item in FETCH[letter](pks)}
    words = words_marked(query)
    documents = [item.pk for item in items.values() if isinstance(item, GovernanceDocumentPage)]
    quoted = {row.page.pk: row.excerpt for row in document_rows(documents, words=" ".join(words))} if documents else {}
    resources = [item.pk for item in items.values() if isinstance(item, ResourcePage)]
    files = texts_of_files(resources) if resources else {}
    return [row_of(items[key], words=words, quoted=quoted, files=files) for key in keys if key in items]


def row_of(item: Any, *, words: list[str], quoted: dict[int, SafeString], files: dict[int, list[str]]) -> FoundRow:
    """One result, its words marked; those of documents are `quoted`, those of a resource may stand in its `files`."""
    if isinstance(item, GovernanceDocumentPage) and item.pk in quoted:
        text = quoted[item.pk]
    else:
        own = text_of(item)
        more = files.get(item.pk, []) if isinstance(item, ResourcePage) else []
        text = passage([own, *more], words=words, otherwise=own)
    url = (item.get_url() or "") if isinstance(item, Page) else item.get_absolute_url()
    return FoundRow(item, marked(str(title_of(item)), words=words), url, text, kind_of(item))


def title_of(item: Any) -> str:
    """What a result is called."""
    if isinstance(item, GlossaryTerm):
        return f"{item.term} ({item.stands_for})" if item.stands_for else item.term
    return item.name if isinstance(item, Partnership) else item.title


def kind_of(item: Any) -> str:
    """What a result is, in words."""
    for name in ("get_document_type_display", "get_kind_display", "get_format_display"):
        if isinstance(item, Page) and hasattr(item, name):
            return str(getattr(item, name)())
    if isinstance(item, Page):
        return getattr(item, "kind", "") or str(item.page_type_display_name).capitalize()
    return str(item._meta.verbose_name).capitalize()


def text_of(item: Any) -> str:
    """What may be quoted from a result: its first paragraph and its body."""
    if isinstance(item, Module):
        return item.summary
    if isinstance(item, GlossaryTerm):
        return item.definition
    if isinstance(item, ChecklistItem):
        return f"{item.hint} {get_text_for_indexing(item.guidance)}"
    if isinstance(item, Partnership):
        return f"{item.area}. {get_text_for_indexing(item.about)}"
    parts = [getattr(item, "intro", ""), item.search_description]
    for block in getattr(item, "body", None) or []:
        if isinstance(block.value, RichText):
            parts.append(get_text_for_indexing(END_OF_HEADING.sub(". ", block.value.source)))
        else:
            parts += block.block.get_searchable_content(block.value)
    return " ".join(part for part in parts if part)


FETCH: dict[str, Callable[[list[int]], Any]] = {
    "m": lambda keys: Module.objects.listed().filter(pk__in=keys),
    "p": lambda keys: Page.objects.filter(pk__in=keys).specific(),
    "g": lambda keys: GlossaryTerm.objects.filter(pk__in=keys),
    "c": lambda keys: ChecklistItem.objects.filter(pk__in=keys).select_related("theme"),
    "o": lambda keys: Partnership.objects.filter(pk__in=keys),
}
