"""The search page: everything that has the words somebody typed, narrowed by kind and nation."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe
from wagtail.models import Site

from toolkit_pages.domain.search_misses import note_miss
from toolkit_pages.domain.search_rows import rows_of
from toolkit_pages.domain.searching import clean_query, search
from toolkit_pages.views.listing import asked_of

PER_PAGE = 10


@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    """Show what was found; the title never says what was searched for."""
    query = clean_query(request.GET.get("q", ""))
    findings = search(query, site=Site.find_for_request(request), asked=asked_of(request))
    keys = findings.listing.keys if findings.listing else []
    page_obj = Paginator(keys, PER_PAGE).get_page(request.GET.get("page"))
    if query and not findings.total and request.method == "GET":
        note_miss(query)
    fold = ngettext("Filter %(number)d result", "Filter %(number)d results", findings.total)
    context = {
        "query": query,
        "findings": findings,
        "listing": findings.listing,
        "fold_text": fold % {"number": findings.total},
        "page_obj": page_obj,
        "rows": rows_of([str(key) for key in page_obj.object_list], query=query),
    }
    return render(request, "toolkit_pages/search.html", context)
