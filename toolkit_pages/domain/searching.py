"""Search over the toolkit's pages and the training modules: only what is published and public."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from wagtail.models import Page, Site
from wagtail.search.backends import get_search_backend
from wagtail.search.utils import parse_query_string

from courses.models import Module
from toolkit_pages.domain.excerpts import words_of

EVERYTHING, PAGES, MODULES = "everything", "pages", "modules"
KINDS = (EVERYTHING, PAGES, MODULES)
LONGEST_QUERY = 250


class Together(Sequence):
    """Several search results, one after the other; each is read only as far as a slice asks."""

    def __init__(self, *parts: tuple[Any, int]) -> None:
        self.parts = parts

    def __len__(self) -> int:
        return sum(length for _results, length in self.parts)

    def __getitem__(self, wanted):
        if not isinstance(wanted, slice):
            return self[wanted : wanted + 1][0]
        start, stop, _step = wanted.indices(len(self))
        rows: list[Any] = []
        for results, length in self.parts:
            if start < length and stop > 0:
                rows += results[max(start, 0) : min(stop, length)]
            start, stop = start - length, stop - length
        return rows


@dataclass(frozen=True)
class Findings:
    """What a query found: how much of each kind, and the rows of the kind asked for."""

    query: str
    rows: Sequence
    counts: dict[str, int]
    any_word: bool

    @property
    def total(self) -> int:
        return self.counts[EVERYTHING]


def clean_query(text: str) -> str:
    """The text as it can be searched for: no control characters, single spaces, 250 letters at most."""
    printable = "".join(character if character.isprintable() else " " for character in text)
    return " ".join(printable.split())[:LONGEST_QUERY]


def search(query: str, *, site: Site | None, kind: str = EVERYTHING) -> Findings:
    """Find modules and pages that have every word of the query, or any word when none has all of them.

    Words in double quotes are a phrase. Modules come before pages, each by relevance. An empty query finds nothing.
    """
    findings = found(query, site=site, kind=kind, operator="and")
    if findings.total == 0 and len(words_of(query)) > 1:
        return found(query.replace('"', " "), site=site, kind=kind, operator="or")
    return findings


def found(query: str, *, site: Site | None, kind: str, operator: str) -> Findings:
    """One search with "and" or "or" between the words."""
    # A colon would make a filter of the words around it ("law:wales"), which no visitor means.
    _filters, parsed = parse_query_string(query.replace(":", " "), operator=operator)
    if not words_of(query):
        return Findings(query, [], dict.fromkeys(KINDS, 0), any_word=False)
    below = site.root_page if site else None
    pages = Page.objects.descendant_of(below) if below else Page.objects.none()
    page_results = pages.live().public().specific().search(parsed)
    module_results = get_search_backend().search(parsed, Module.objects.published())
    counts = {PAGES: page_results.count(), MODULES: module_results.count()}
    counts[EVERYTHING] = counts[PAGES] + counts[MODULES]
    parts = {PAGES: (page_results, counts[PAGES]), MODULES: (module_results, counts[MODULES])}
    chosen = [parts[kind]] if kind in parts else [parts[MODULES], parts[PAGES]]
    return Findings(query, Together(*chosen), counts, any_word=operator == "or")
