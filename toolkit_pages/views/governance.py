"""The governance library: its list, a document with its versions, the document as a web page, and several as a ZIP."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe
from wagtail.models import Page

from lms.kept import keep
from lms.keys import key_in
from lms.uploads.domain.downloads import count_downloads
from lms.uploads.models import Document
from toolkit_pages.domain.governance import document_rows, gaps_closed_by, governance_listing, versions_of
from toolkit_pages.domain.resources import governance_library
from toolkit_pages.domain.zipping import (
    NothingToSend,
    TooMuchToSend,
    chosen_files,
    open_to_anybody,
    with_open_files,
    zipped,
)
from toolkit_pages.models import ChecklistItem, DocumentVersion, GovernanceDocumentPage, GovernanceLibraryPage
from toolkit_pages.models.base import is_private
from toolkit_pages.views.listing import asked_of, nothing_in, page_of, words_asked


def library(page: GovernanceLibraryPage, request: HttpRequest) -> dict[str, Any]:
    """What the list shows for this address."""
    words = words_asked(request)
    listing = governance_listing(page, asked_of(request), words=words)
    page_obj = page_of(listing, request)
    rows = document_rows(page_obj.object_list, words=words)
    fold = ngettext("Filter %(number)d document", "Filter %(number)d documents", listing.total)
    return {
        "listing": listing,
        "page_obj": page_obj,
        "rows": rows,
        "to_tick": with_open_files(row.version for row in rows if row.version),
        "nothing": None if listing.keys else nothing_in(listing),
        "fold_text": fold % {"number": listing.total},
    }


@dataclass(frozen=True, eq=False)
class Shown:
    """What a document's own page shows beside its fields, the same for everybody."""

    versions: list[tuple[DocumentVersion, DocumentVersion | None]]  # each with the one that replaced it
    open_to_all: set[int]
    gaps: list[ChecklistItem]
    goes_with: list[Page]

    @property
    def current(self) -> DocumentVersion | None:
        return self.versions[0][0] if self.versions else None

    @property
    def files(self) -> list[tuple[str, Document]]:
        return self.current.files() if self.current else []


def document(page: GovernanceDocumentPage, request: HttpRequest) -> dict[str, Any]:
    """What a document's own page shows beside its fields: kept, unless it is the preview of a draft."""
    if page.pk is None or getattr(request, "is_preview", False):
        return {"shown": shown_of(page, page.versions_in_order)}
    return {"shown": keep(("toolkit_pages.governance_document", page.pk), lambda: shown_of(page, versions_of(page)))}


def shown_of(page: GovernanceDocumentPage, versions: list[DocumentVersion]) -> Shown:
    """Read what is shown: six queries or so."""
    chosen = [block.value for block in page.goes_with if block.value]
    return Shown(
        versions=list(zip(versions, [None, *versions], strict=False)),
        open_to_all=open_to_anybody(keys_of(versions)),
        gaps=gaps_closed_by(page) if page.pk else [],
        goes_with=[other for other in chosen if other.live and not is_private(other.path)],
    )


def keys_of(versions: list) -> set[int]:
    """Primary keys of the files of these versions."""
    return {key for version in versions for key in version.file_keys() if key}


@require_safe
def governance_zip(request: HttpRequest) -> HttpResponseBase:
    """Send the chosen documents in one ZIP file: of each its current version, in the format that is made to be changed.

    Only what anybody may have goes in. When nothing does, a page says why and how to go on.
    """
    chosen = [key for text in request.GET.getlist("document") if (key := key_in(text)) is not None]
    try:
        files = chosen_files(chosen)
    except NothingToSend as error:
        context = {"reason": str(error), "library": governance_library()}
        status = 400 if isinstance(error, TooMuchToSend) else 404
        return render(request, "toolkit_pages/governance_zip.html", context, status=status)
    if request.method == "GET":
        count_downloads(files)
    content = zipped(files) if request.method == "GET" else ()
    response = StreamingHttpResponse(content, content_type="application/zip")
    response["Content-Disposition"] = 'attachment; filename="documents.zip"'
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
