"""Law and reports: the list, the same items as a timeline, and one item."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import ngettext

from toolkit_pages.domain.facets import Address
from toolkit_pages.domain.legislation import (
    TIMELINE,
    by_year,
    guides_of,
    happenings_among,
    history_of,
    law_listing,
    law_rows,
)
from toolkit_pages.models import LawItemPage, LawLibraryPage
from toolkit_pages.views.empty_lists import nothing_matches
from toolkit_pages.views.listing import asked_of, page_of, words_asked

HAPPENINGS_ON_A_PAGE = 40


def library(page: LawLibraryPage, request: HttpRequest) -> dict[str, Any]:
    """What the list shows for this address, or the timeline when that is the order asked for."""
    words = words_asked(request)
    listing = law_listing(page, asked_of(request), words=words)
    is_timeline = listing.sort == TIMELINE
    other = "" if is_timeline else TIMELINE
    context: dict[str, Any] = {
        "listing": listing,
        "nothing": nothing_matches(listing),
        "fold_text": ngettext("Filter %(number)d item", "Filter %(number)d items", listing.total)
        % {"number": listing.total},
        "is_timeline": is_timeline,
        "other_view": Address(words, listing.chosen, other).query(dict(listing.chosen), words),
        "guides": [] if listing.chips or request.GET.get("page") else guides_of(page),
        "today": timezone.localdate(),
    }
    if is_timeline:
        happenings = happenings_among(page, listing.keys)
        page_obj = Paginator(happenings, HAPPENINGS_ON_A_PAGE).get_page(request.GET.get("page"))
        return {**context, "page_obj": page_obj, "years": by_year(page_obj.object_list)}
    page_obj = page_of(listing, request)
    return {**context, "page_obj": page_obj, "rows": law_rows(page_obj.object_list)}


def item(page: LawItemPage, request: HttpRequest) -> dict[str, Any]:
    """What an item's own page shows beside its fields."""
    return {"history": history_of(page), "today": timezone.localdate()}
