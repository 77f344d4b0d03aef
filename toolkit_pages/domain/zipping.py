"""Several documents in one ZIP file, written as it is sent."""

import zipfile
from collections.abc import Iterable, Iterator

from django.db.models import Prefetch

from lms.uploads.domain.privacy import public_documents
from lms.uploads.models import Document
from toolkit_pages.models import DocumentVersion, GovernanceDocumentPage
from toolkit_pages.models.base import public

MOST_DOCUMENTS = 60
MOST_BYTES = 200 * 1024 * 1024
PIECE = 64 * 1024


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
    """The first format of the current version of each of these published documents, as far as anybody may have it.

    At most MOST_DOCUMENTS, and MOST_BYTES together; what comes after is left out. Four queries.
    """
    wanted = list(dict.fromkeys(pages))[:MOST_DOCUMENTS]
    versions = DocumentVersion.objects.select_related("word", "pdf", "odt", "spreadsheet")
    documents = GovernanceDocumentPage.objects.live().filter(public(), pk__in=wanted)
    found = {page.pk: page for page in documents.prefetch_related(Prefetch("versions", queryset=versions))}
    current = [page.current_version for key in wanted if (page := found.get(key))]
    first = [files[0][1] for version in current if version and (files := version.files())]
    open_to_all = set(public_documents().filter(pk__in=[file.pk for file in first]).values_list("pk", flat=True))
    taken, size = [], 0
    for file in first:
        if file.pk in open_to_all and size + (file.get_file_size() or 0) <= MOST_BYTES:
            taken.append(file)
            size += file.get_file_size() or 0
    return taken


def zipped(files: Iterable[Document]) -> Iterator[bytes]:
    """The bytes of a ZIP file with these files in it, each under a name of its own; a missing file is left out."""
    outlet = Outlet()
    names: set[str] = set()
    with zipfile.ZipFile(outlet, "w", zipfile.ZIP_DEFLATED) as archive:  # type: ignore[call-overload]
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
    """The file's name, with a number before its extension when another file has it already."""
    stem, dot, extension = name.rpartition(".")
    number = 1
    while name in names:
        number += 1
        name = f"{stem}-{number}{dot}{extension}"
    names.add(name)
    return name
