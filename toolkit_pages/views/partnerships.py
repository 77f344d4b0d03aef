"""The public directory of partnerships: the list and one partnership. Nothing here tells of reviews or people."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_safe

from lms.design_system.context_processors import kept
from lms.public_pages import public
from toolkit_pages.domain.partnership_directory import (
    activities_of,
    confirmed_as,
    directory_listing,
    directory_rows,
    find_partnership,
    helplines_for,
)
from toolkit_pages.models import Partnership
from toolkit_pages.models.base import is_neutral
from toolkit_pages.views.empty_lists import nothing_matches
from toolkit_pages.views.listing import asked_of, page_of, words_asked


@require_safe
@public
def partnerships(request: HttpRequest) -> HttpResponse:
    """The directory, narrowed and sorted by the address."""
    listing = directory_listing(asked_of(request), words=words_asked(request))
    page_obj = page_of(listing, request)
    today = timezone.localdate()
    shown = directory_rows(page_obj.object_list)
    fold = ngettext("Filter %(number)d partnership", "Filter %(number)d partnerships", listing.total)
    context = {
        "listing": listing,
        "page_obj": page_obj,
        "rows": [(row, activities_of(row), confirmed_as(row.confirmed_on, today=today)) for row in shown],
        "nothing": nothing_matches(listing),
        "fold_text": fold % {"number": listing.total},
        "is_sample": any(row.is_sample for row in shown),
    }
    return render(request, "toolkit_pages/partnerships/list.html", context)


@require_safe
@public
def partnership(request: HttpRequest, slug: str) -> HttpResponse:
    """One partnership as the public may know it, with the helplines of its nations."""
    found = find_partnership(slug)
    if found is None:
        raise Http404
    context = {**about(found, request), "way_here": [(gettext("Home"), "/"), listed_at()]}
    return render(request, "toolkit_pages/partnerships/partnership.html", context)


def listed_at() -> tuple[str, str]:
    """The directory's title and address, for the way here."""
    return gettext("Partnerships"), reverse("toolkit_pages:partnerships")


def about(found: Partnership, request: HttpRequest) -> dict[str, Any]:
    """What the page of a partnership shows."""
    frame = kept(request)
    nations = found.nations or []
    return {
        "partnership": found,
        "title": found.name if is_neutral(found.name) else gettext("A partnership"),
        "activities": activities_of(found),
        "confirmed": confirmed_as(found.confirmed_on, today=timezone.localdate()),
        "helplines": helplines_for(nations, frame.helplines),
        "helpline": frame.helpline_for(nations[0] if len(nations) == 1 else ""),
        "is_sample": found.is_sample,
    }
