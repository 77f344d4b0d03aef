"""The resources: the list by topic, and a resource with its files."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils.translation import ngettext

from lms.kept import keep
from lms.uploads.domain.privacy import public_documents
from toolkit_pages.domain.governance import gaps_closed_by
from toolkit_pages.domain.resources import (
    files_of,
    governance_library,
    resource_groups,
    resource_listing,
    resources_beside,
)
from toolkit_pages.models import ChecklistItem, ResourceFile, ResourceLibraryPage, ResourcePage
from toolkit_pages.views.empty_lists import nothing_matches
from toolkit_pages.views.listing import asked_of, words_asked

ON_A_PAGE = 60


def library(page: ResourceLibraryPage, request: HttpRequest) -> dict[str, Any]:
    """What the list shows for this address."""
    words = words_asked(request)
    listing = resource_listing(page, asked_of(request), words=words)
    page_obj = Paginator(listing.keys, ON_A_PAGE).get_page(request.GET.get("page"))
    fold = ngettext("Filter %(number)d resource", "Filter %(number)d resources", listing.total)
    return {
        "listing": listing,
        "page_obj": page_obj,
        "groups": resource_groups(page_obj.object_list, words=words),
        "nothing": nothing_matches(listing),
        "fold_text": fold % {"number": listing.total},
        "governance": governance_library(),
    }


@dataclass(frozen=True, eq=False)
class Shown:
    """What a resource's own page shows beside its fields, the same for everybody."""

    files: list[ResourceFile]
    open_to_all: set[int]
    gaps: list[ChecklistItem]
    beside: list[ResourcePage]


def resource(page: ResourcePage, request: HttpRequest) -> dict[str, Any]:
    """What a resource's own page shows beside its fields: kept, unless it is the preview of a draft."""
    if page.pk is None or getattr(request, "is_preview", False):
        return {"shown": shown_of(page, list(page.files.all()))}
    return {"shown": keep(("toolkit_pages.resource", page.pk), lambda: shown_of(page, files_of(page)))}


def shown_of(page: ResourcePage, files: list[ResourceFile]) -> Shown:
    """Read what is shown."""
    keys = [file.document_id for file in files]
    return Shown(
        files=files,
        open_to_all=set(public_documents().filter(pk__in=keys).values_list("pk", flat=True)) if keys else set(),
        gaps=gaps_closed_by(page) if page.pk else [],
        beside=resources_beside(page),
    )
