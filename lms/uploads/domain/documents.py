"""What an uploaded document really is: told by its first bytes and its members, not by its name."""

import zipfile
import zlib
from collections.abc import Callable
from pathlib import PurePath
from typing import BinaryIO

from django.utils.translation import gettext as _

from lms.uploads.archives import TooManyMembers, open_archive

# Content types as they are served; a type that is not here is not accepted.
CONTENT_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odp": "application/vnd.oasis.opendocument.presentation",
    "csv": "text/csv; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "vtt": "text/vtt; charset=utf-8",
    "mp4": "video/mp4",
    "webm": "video/webm",
}
VIDEOS = {"mp4", "webm"}
SHOWN_IN_PAGE = VIDEOS | {"pdf", "vtt"}
OFFICE_FOLDERS = {"docx": "word/", "xlsx": "xl/", "pptx": "ppt/"}
HEAD_BYTES = 1024
MOST_MEMBERS = 5_000  # of an office file


class WrongContent(Exception):
    """The file's content is not what its name says, or may not be uploaded; the message says which."""


def extension_of(name: str) -> str:
    """The last part of a file name in lower case, without its dot."""
    return PurePath(name).suffix.lower().removeprefix(".")


def check_document(file: BinaryIO, *, name: str) -> None:
    """Raise WrongContent unless the file holds what its extension says; leaves the file at its start."""
    extension = extension_of(name)
    check = CHECKS.get(extension)
    if check is None:
        kinds = ", ".join(sorted(kind.upper() for kind in CHECKS))
        words = _("Files of this kind cannot be uploaded. Choose one of these: %(kinds)s.")
        raise WrongContent(words % {"kinds": kinds})
    file.seek(0)
    try:
        if not check(file):
            raise WrongContent(
                _("The name says %(kind)s, but the file is something else.") % {"kind": extension.upper()}
            )
    finally:
        file.seek(0)


def is_pdf(file: BinaryIO) -> bool:
    return b"%PDF-" in file.read(HEAD_BYTES)


def is_mp4(file: BinaryIO) -> bool:
    return file.read(12)[4:8] == b"ftyp"


def is_webm(file: BinaryIO) -> bool:
    head = file.read(HEAD_BYTES)
    return head.startswith(b"\x1aE\xdf\xa3") and b"webm" in head


def is_text(file: BinaryIO) -> bool:
    """Whether every byte is UTF-8 text: no NUL, read in pieces because a table may be large."""
    carried = b""
    while piece := file.read(1 << 20):
        if b"\x00" in piece:
            return False
        try:
            (carried + piece).decode("utf-8")
            carried = b""
        except UnicodeDecodeError as error:
            carried = (carried + piece)[error.start :]
            if len(carried) > 3 or error.reason != "unexpected end of data":
                return False
    return not carried


def is_captions(file: BinaryIO) -> bool:
    head = file.read(16).removeprefix(b"\xef\xbb\xbf")
    file.seek(0)
    return (head.startswith(b"WEBVTT") and head[6:7] in (b"", b" ", b"\t", b"\n", b"\r")) and is_text(file)


def members_of(file: BinaryIO) -> list[str]:
    """Names in a ZIP file; empty when it is none. Raises WrongContent when there are more than any document has."""
    try:
        with open_archive(file, members=MOST_MEMBERS) as archive:
            return archive.namelist()
    except TooManyMembers as error:
        raise WrongContent(_("The file holds more parts than any document needs.")) from error
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return []


def is_office(file: BinaryIO, *, folder: str) -> bool:
    """Whether it is an Office Open XML file of that family without macros."""
    names = members_of(file)
    if any(PurePath(name).name.lower() == "vbaproject.bin" for name in names):
        raise WrongContent(_("The file holds macros. Save it without them and upload it again."))
    return "[Content_Types].xml" in names and any(name.startswith(folder) for name in names)


def is_open_document(file: BinaryIO, *, mimetype: str) -> bool:
    """Whether it is an OpenDocument file: its member "mimetype" says so (ODF 1.3, part 2, section 3.3)."""
    if "mimetype" not in members_of(file):
        return False
    file.seek(0)
    try:
        with open_archive(file, members=MOST_MEMBERS) as archive, archive.open("mimetype") as member:
            return member.read(200).strip() == mimetype.encode()
    except (zipfile.BadZipFile, zlib.error, OSError, RuntimeError):  # broken, or locked with a password
        return False


def _office(extension: str) -> Callable[[BinaryIO], bool]:
    return lambda file: is_office(file, folder=OFFICE_FOLDERS[extension])


def _open_document(extension: str) -> Callable[[BinaryIO], bool]:
    return lambda file: is_open_document(file, mimetype=CONTENT_TYPES[extension])


CHECKS: dict[str, Callable[[BinaryIO], bool]] = {
    "pdf": is_pdf,
    "mp4": is_mp4,
    "webm": is_webm,
    "vtt": is_captions,
    "csv": is_text,
    "txt": is_text,
    **{extension: _office(extension) for extension in OFFICE_FOLDERS},
    **{extension: _open_document(extension) for extension in ("odt", "ods", "odp")},
}
