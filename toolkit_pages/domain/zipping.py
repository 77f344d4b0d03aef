"""Several documents in one ZIP file, written as it is sent."""

import zipfile
from collections.abc import Iterable, Iterator

from django.db.models import Prefetch
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lms.uploads.domain.privacy import public_documents
from lms.uploads.models import Document
from toolkit_pages.models import DocumentVersion, GovernanceDocumentPage
from toolkit_pages.models.base import public

MOST_DOCUMENTS = 60
LEAST_WORK = 1  # most formats are compressed already
MOST_BYTES = 200 * 1024 * 1024
PIECE = 64 * 1024


class NothingToSend(Exception):
    """No file can be made of what was chosen; the message says why."""


class TooMuchToSend(NothingToSend):
    """What was chosen is more than one file may hold."""


class Outlet:
    """Takes what a ZIP file writes and hands it on in pieces; it cannot go back, and the ZIP file knows."""

    def __init__(self) -> None:
        self.waiting: list[bytes] = []
        self.position = 0

    def write(self, data: bytes) -> int:
        self.waiting.append(bytes(data))
        self.position += len(data)
        return len(data)

    def tell(self) -> int:
        return self.position

    def flush(self) -> None:
        """Nothing waits anywhere else."""

    def take(self) -> bytes:
        taken, self.waiting = b"".join(self.waiting), []
        return taken


def chosen_files(pages: Iterable[int]) -> list[Document]:
    """Of each of these published documents the current version, in the first format that anybody may have.

    A document without such a file is left out. Raises NothingToSend when none is left, and TooMuchToSend for more than
    MOST_DOCUMENTS or MOST_BYTES together. Five queries.
    """
    wanted = list(dict.fromkeys(pages))
    if not wanted:
        raise NothingToSend(_("Tick at least one document in the list, then download."))
    if len(wanted) > MOST_DOCUMENTS:
        raise TooMuchToSend(_("Tick %(most)d documents at most.") % {"most": MOST_DOCUMENTS})
    versions = DocumentVersion.objects.select_related("word", "pdf", "odt", "spreadsheet")
    documents = GovernanceDocumentPage.objects.live().filter(public(), pk__in=wanted)
    found = {page.pk: page for page in documents.prefetch_related(Prefetch("versions", queryset=versions))}
    current = [page.current_version for key in wanted if (page := found.get(key))]
    keys = {version: version.file_keys() for version in current if version}
    open_to_all = open_to_anybody(key for some in keys.values() for key in some)
    taken = [
        next(file for _format, file in version.files() if file.pk in open_to_all)
        for version, some in keys.items()
        if not open_to_all.isdisjoint(some)
    ]
    if not taken:
        raise NothingToSend(
            ngettext(
                "The document has no file that everybody may have.",
                "None of the documents has a file that everybody may have.",
                len(wanted),
            )
        )
    if sum(file.get_file_size() or 0 for file in taken) > MOST_BYTES:
        raise TooMuchToSend(
            _("These documents have more than %(most)d MB together. Download some of them first.")
            % {"most": MOST_BYTES // 1024 // 1024}
        )
    return taken


def open_to_anybody(documents: Iterable[int]) -> set[int]:
    """Those of these documents (primary keys) that anybody may have. Two queries."""
    return set(public_documents().filter(pk__in=list(documents)).values_list("pk", flat=True))


def with_open_files(versions: Iterable[DocumentVersion]) -> set[int]:
    """The pages among whose versions given is one with a file that anybody may have. Two queries."""
    keys = {version.page_id: version.file_keys() for version in versions}
    open_to_all = open_to_anybody(key for some in keys.values() for key in some)
    return {page for page, some in keys.items() if not open_to_all.isdisjoint(some)}


def zipped(files: Iterable[Document]) -> Iterator[bytes]:
    """The bytes of a ZIP file with these files in it, each under a name of its own; a missing file is left out."""
    outlet = Outlet()
    names: set[str] = set()
    with zipfile.ZipFile(outlet, "w", zipfile.ZIP_DEFLATED, compresslevel=LEAST_WORK) as archive:  # type: ignore[call-overload]
        for file in files:
            try:
                opened = file.file.storage.open(str(file.file.name), "rb")
            except FileNotFoundError:
                continue
            with opened, archive.open(name_within(names, file.filename), "w") as member:
                while piece := opened.read(PIECE):
                    member.write(piece)
                    yield outlet.take()
            yield outlet.take()
    yield outlet.take()


def name_within(names: set[str], name: str) -> str:
    """The file's name, with a number before its extension when another file has it already, in whatever capitals."""
    stem, dot, extension = name.rpartition(".")
    number = 1
    while name.casefold() in names:
        number += 1
        name = f"{stem}-{number}{dot}{extension}"
    names.add(name.casefold())
    return name
