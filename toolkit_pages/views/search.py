"""The search page: pages and modules that have the words somebody typed."""

import re
from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from wagtail.models import Site
from wagtail.rich_text import RichText, get_text_for_indexing

from courses.models import Module
from toolkit_pages.domain.excerpts import excerpt, marked, words_of
from toolkit_pages.domain.searching import EVERYTHING, KINDS, MODULES, PAGES, clean_query, search

PER_PAGE = 10
END_OF_HEADING = re.compile(r"(?<![.?!:])\s*</h[2-4]>")
LABELS = {EVERYTHING: _("Everything"), PAGES: _("Pages"), MODULES: _("Training")}


@dataclass(frozen=True)
class Row:
    """A result as it is shown."""

    item: object
    is_module: bool
    title: SafeString
    url: str
    excerpt: SafeString


def text_of(item) -> str:
    """What may be quoted from a result: its first paragraph and its body."""
    if isinstance(item, Module):
        return item.summary
    parts = [getattr(item, "intro", ""), item.search_description]
    body = getattr(item, "body", None)
    for block in body or []:
        if isinstance(block.value, RichText):
            parts.append(get_text_for_indexing(END_OF_HEADING.sub(". ", block.value.source)))
        else:
            parts += block.block.get_searchable_content(block.value)
    return " ".join(part for part in parts if part)


def row_of(item, *, words: list[str], request: HttpRequest) -> Row:
    """A result with its words marked."""
    is_module = isinstance(item, Module)
    url = item.get_absolute_url() if is_module else item.get_url(request) or ""
    return Row(item, is_module, marked(item.title, words=words), url, excerpt(text_of(item), words=words))


@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    """Show what was found, of one kind or of both; the title never says what was searched for."""
    query = clean_query(request.GET.get("q", ""))
    kind = request.GET.get("kind", EVERYTHING)
    kind = kind if kind in KINDS else EVERYTHING
    findings = search(query, site=Site.find_for_request(request), kind=kind)
    page_obj = Paginator(findings.rows, PER_PAGE).get_page(request.GET.get("page"))
    words = words_of(query)
    context = {
        "query": query,
        "kind": kind,
        "kinds": [(key, LABELS[key], findings.counts[key]) for key in KINDS],
        "everything_url": f"?{urlencode({'q': query})}",
        "findings": findings,
        "page_obj": page_obj,
        "rows": [row_of(item, words=words, request=request) for item in page_obj],
    }
    return render(request, "toolkit_pages/search.html", context)
