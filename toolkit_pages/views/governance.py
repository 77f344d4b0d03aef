"""The governance library: its list, a document with its versions, the document as a web page, and several as a ZIP."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from lms.uploads.domain.downloads import count_downloads
from lms.uploads.domain.privacy import public_documents
from toolkit_pages.domain.governance import document_rows, gaps_closed_by, governance_listing
from toolkit_pages.domain.zipping import chosen_files, zipped
from toolkit_pages.models import GovernanceDocumentPage, GovernanceLibraryPage
from toolkit_pages.views.listing import asked_of, nothing_in, page_of, words_asked


def library(page: GovernanceLibraryPage, request: HttpRequest) -> dict[str, Any]:
    """What the list shows for this address."""
    words = words_asked(request)
    listing = governance_listing(page, asked_of(request), words=words)
    page_obj = page_of(listing, request)
    fold = ngettext("Filter %(number)d document", "Filter %(number)d documents", listing.total)
    return {
        "listing": listing,
        "page_obj": page_obj,
        "rows": document_rows(page_obj.object_list, words=words),
        "nothing": None if listing.keys else nothing_in(listing),
        "fold_text": fold % {"number": listing.total},
    }


def document(page: GovernanceDocumentPage, request: HttpRequest) -> dict[str, Any]:
    """What a document's own page shows beside its fields."""
    versions = page.versions_in_order
    current = versions[0] if versions else None
    files = current.files() if current else []
    open_to_all = set(public_documents().filter(pk__in=keys_of(versions)).values_list("pk", flat=True))
    return {
        "versions": [(version, later) for version, later in zip(versions, [None, *versions], strict=False)],
        "current": current,
        "files": files,
        "open_to_all": open_to_all,
        "gaps": gaps_closed_by(page) if page.pk else [],
        "goes_with": [block.value for block in page.goes_with if block.value and block.value.live],
    }


def keys_of(versions: list) -> set[int]:
    """Primary keys of the files of these versions."""
    return {key for version in versions for key in version.file_keys() if key}


@require_safe
def governance_zip(request: HttpRequest) -> HttpResponseBase:
    """Send the chosen documents in one ZIP file: of each its current version, in the format that is made to be changed.

    Only what anybody may have goes in, and no more than MOST_BYTES in all.
    """
    chosen = [int(key) for key in request.GET.getlist("document") if key.isdecimal() and len(key) < 10]
    files = chosen_files(chosen)
    if not files:
        raise Http404
    count_downloads(files)
    response = StreamingHttpResponse(zipped(files), content_type="application/zip")
    response["Content-Disposition"] = 'attachment; filename="documents.zip"'
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
