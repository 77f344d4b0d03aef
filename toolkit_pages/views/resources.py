"""The resources: the list by topic, and a resource with its files."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils.translation import ngettext

from lms.uploads.domain.privacy import public_documents
from toolkit_pages.domain.governance import gaps_closed_by
from toolkit_pages.domain.resources import governance_library, resource_groups, resource_listing, resources_beside
from toolkit_pages.models import ResourceLibraryPage, ResourcePage
from toolkit_pages.views.listing import asked_of, nothing_in, words_asked

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
        "nothing": None if listing.keys else nothing_in(listing),
        "fold_text": fold % {"number": listing.total},
        "governance": governance_library(),
    }


def resource(page: ResourcePage, request: HttpRequest) -> dict[str, Any]:
    """What a resource's own page shows beside its fields."""
    files = list(page.files.all().select_related("document")) if page.pk else list(page.files.all())
    keys = [file.document_id for file in files]
    return {
        "files": files,
        "open_to_all": set(public_documents().filter(pk__in=keys).values_list("pk", flat=True)) if keys else set(),
        "gaps": gaps_closed_by(page) if page.pk else [],
        "beside": resources_beside(page),
    }
