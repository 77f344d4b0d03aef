"""Names inside a zip: decoded, checked for hostility, normalised. Knows no Django.

Sources: APPNOTE 4.4.17 (names are relative, with forward slashes), 4.6.9 (Info-ZIP Unicode path), D (encodings).
"""

import re
import stat
import struct
import unicodedata
import zlib
from zipfile import ZipInfo

from courses.scorm.refusals import Refusal
from courses.scorm.sentences import sentence as _

UTF8_FLAG = 0x800
ENCRYPTED_FLAGS = 0x1 | 0x40 | 0x2000
UNICODE_PATH = 0x7075
MAX_NAME_BYTES = 255
MAX_PATH_BYTES = 1000
MAX_DEPTH = 60
DRIVE = re.compile(r"^[A-Za-z]:")
CONTROL = re.compile(r"[\x00-\x1f\x7f]")
JUNK_FOLDERS = {"__macosx", ".git", ".svn"}
JUNK_FILES = {".ds_store", "thumbs.db", "desktop.ini", "icon\r"}  # macOS calls a folder's icon so, and shows no \r


def shown(name: str) -> str:
    """A name as it may appear in a sentence: no control characters, not endless."""
    plain = CONTROL.sub("?", name)
    return f"“{plain[:80]}…”" if len(plain) > 80 else f"“{plain}”"


def checked_name(info: ZipInfo) -> str:
    """The entry's name as a relative path with forward slashes, in NFC; a folder's has no slash at its end.

    Raises Refusal for a name or a kind of entry that no honest package holds.
    """
    name = decoded(info)
    if "\x00" in info.orig_filename or CONTROL.search(name):
        raise Refusal(
            _(
                "The file %(name)s has a control character in its name.",
                name=shown(info.orig_filename),
            )
        )
    if info.flag_bits & ENCRYPTED_FLAGS:
        raise Refusal(
            _("The file %(name)s is encrypted. Export the package again without a password.", name=shown(name))
        )
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind == stat.S_IFLNK:
        raise Refusal(
            _("The file %(name)s is a symbolic link. A package may hold only files and folders.", name=shown(name))
        )
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise Refusal(
            _("The file %(name)s is a device or a pipe. A package may hold only files and folders.", name=shown(name))
        )
    path = unicodedata.normalize("NFC", name.replace("\\", "/"))
    if path.startswith("/"):
        raise Refusal(_("The file %(name)s has an absolute path. Paths must be inside the package.", name=shown(name)))
    if DRIVE.match(path):
        raise Refusal(_("The file %(name)s names a disk drive. Paths must be inside the package.", name=shown(name)))
    parts = [part for part in path.split("/") if part not in ("", ".")]
    if ".." in parts:
        raise Refusal(_("The file %(name)s would lie outside the package.", name=shown(name)))
    is_long = len(path.encode()) > MAX_PATH_BYTES or any(len(part.encode()) > MAX_NAME_BYTES for part in parts)
    if is_long or len(parts) > MAX_DEPTH:
        raise Refusal(_("The file %(name)s has a name that is too long.", name=shown(name)))
    return "/".join(parts)


def decoded(info: ZipInfo) -> str:
    """The name in the encoding it was written in: flagged UTF-8, a Unicode path field, unflagged UTF-8, else cp437."""
    name = info.orig_filename
    if info.flag_bits & UTF8_FLAG or name.isascii():
        return name
    try:
        raw = name.encode("cp437")
    except UnicodeEncodeError:
        return name
    from_field = unicode_path(info.extra, raw)
    if from_field:
        return from_field
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return name


def unicode_path(extra: bytes, raw: bytes) -> str | None:
    """The name in the Info-ZIP Unicode path field, if its checksum is that of the plain name."""
    while len(extra) >= 4:
        kind, length = struct.unpack("<HH", extra[:4])
        field, extra = extra[4 : 4 + length], extra[4 + length :]
        if kind == UNICODE_PATH and len(field) > 5 and struct.unpack("<I", field[1:5])[0] == zlib.crc32(raw):
            return field[5:].decode("utf-8", errors="replace")
    return None


def is_junk(path: str) -> bool:
    """Whether an operating system put the file there for itself."""
    parts = path.replace("\\", "/").casefold().split("/")
    return bool(JUNK_FOLDERS & set(parts)) or parts[-1] in JUNK_FILES or parts[-1].startswith("._")
