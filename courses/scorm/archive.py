"""Archives: an uploaded zip, distrusted and unpacked into a folder, or refused with nothing left behind.

Every limit is counted while bytes stream out; sizes that the zip claims about itself are never believed.
"""

import lzma
import shutil
import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from courses.scorm.names import checked_name, decoded, is_junk, shown
from courses.scorm.refusals import Refusal
from courses.scorm.sentences import Sentence
from courses.scorm.sentences import sentence as _
from lms.uploads.archives import TooManyMembers, open_archive

CHUNK = 256 * 1024
RATIO_COUNTS_FROM = 4 * 1024 * 1024  # small files may compress as well as they like
END_OF_DIRECTORY = b"PK\x05\x06"
MANIFEST = "imsmanifest.xml"
AICC_ENDINGS = (".crs", ".au", ".des", ".cst")


@dataclass(frozen=True)
class Limits:
    """The most a package may hold: entries, bytes of one file, bytes in all, and growth when unpacked."""

    entries: int
    file_bytes: int
    total_bytes: int
    ratio: int


@dataclass
class Unpacked:
    """What came out: paths relative to the folder, bytes in all, and what the editor should know."""

    paths: list[str] = field(default_factory=list)
    total_bytes: int = 0
    warnings: list[Sentence] = field(default_factory=list)


def unpack(file: BinaryIO, *, into: Path, limits: Limits, progress: Callable[[int], None]) -> Unpacked:
    """Unpack the zip into the new folder `into`; `progress` hears percentages from 0 to 100.

    Raises Refusal, and removes the folder, when the zip is not an honest package.
    """
    into.mkdir(parents=True)
    try:
        return _unpack(file, into, limits, progress)
    except BaseException as error:
        shutil.rmtree(into, ignore_errors=True)
        if isinstance(error, TooManyMembers):
            raise Refusal(
                _(
                    "The package holds more than %(entries)s files, or their names are far too long.",
                    entries=f"{limits.entries:,}",
                )
            ) from error
        is_damaged = isinstance(error, (BadZipFile, zlib.error, lzma.LZMAError, EOFError, struct.error))
        if is_damaged or (isinstance(error, OSError) and error.errno is None):  # bz2 says it so; a disk has a number
            raise Refusal(
                _("The zip is damaged and cannot be read to its end. Export it again and upload it.")
            ) from error
        if isinstance(error, (NotImplementedError, RuntimeError, UnicodeError)):
            raise Refusal(_("The zip is compressed in a way that is not supported. Zip it again as usual.")) from error
        raise


def _unpack(file: BinaryIO, into: Path, limits: Limits, progress: Callable[[int], None]) -> Unpacked:
    check_kind(file)
    with open_archive(file, members=limits.entries) as archive:
        entries = listed(archive, most_folders=limits.entries)
        check_manifest(list(entries))
        found = Unpacked()
        wanted = max(1, sum(info.compress_size for info in entries.values()))
        done = 0
        for path, info in entries.items():
            target = into / path
            target.parent.mkdir(parents=True, exist_ok=True)
            found.total_bytes += _write(archive, info, target, limits, found.total_bytes)
            found.paths.append(path)
            done += info.compress_size
            progress(min(100, done * 100 // wanted))
    return found


def check_kind(file: BinaryIO) -> None:
    """Refuse what is no zip, or one part of several."""
    file.seek(0)
    start = file.read(8)
    file.seek(0, 2)
    size = file.tell()
    file.seek(max(0, size - 66_000))
    tail = file.read()
    file.seek(0)
    if start.startswith((b"Rar!", b"7z\xbc\xaf")):
        raise Refusal(_("This is a RAR or 7-Zip archive. Upload the package as a .zip."))
    if start.startswith(b"%PDF"):
        raise Refusal(_("This is a PDF. Upload the SCORM package as a .zip."))
    end = tail.rfind(END_OF_DIRECTORY)
    if end < 0:
        raise Refusal(_("This is not a zip, or it was cut off while it was sent."))
    if start.startswith(b"PK\x07\x08"):
        raise Refusal(_("This zip is one part of several. Zip the package as one file."))
    record = tail[end + 4 : end + 12]
    if len(record) == 8:
        disk, first_disk, here, in_all = struct.unpack("<HHHH", record)
        if 0 < disk < 0xFFFF or 0 < first_disk < 0xFFFF or (here != in_all and 0xFFFF not in (here, in_all)):
            raise Refusal(_("This zip is one part of several. Zip the package as one file."))


def listed(archive: ZipFile, *, most_folders: int) -> dict[str, ZipInfo]:
    """The files to unpack, by their path; junk left out, hostile names and collisions refused."""
    files: dict[str, ZipInfo] = {}
    seen: dict[str, str] = {}
    folders: dict[str, str] = {}
    for info in archive.infolist():
        if is_junk(decoded(info)):
            continue
        path = checked_name(info)
        if not path:
            continue
        folded = path.casefold()
        parents = path.split("/")
        if info.is_dir() or info.orig_filename.endswith("\\"):
            folders.setdefault(folded, path)
            continue
        if folded in seen:
            if seen[folded] == path:
                raise Refusal(_("The file %(path)s is in the package twice.", path=shown(path)))
            raise Refusal(
                _(
                    "The files %(first)s and %(path)s differ only in capital letters, so that one would overwrite the "
                    "other on many computers. Rename one of them.",
                    first=shown(seen[folded]),
                    path=shown(path),
                )
            )
        seen[folded] = path
        files[path] = info
        for depth in range(1, len(parents)):
            folders.setdefault("/".join(parents[:depth]).casefold(), "/".join(parents[:depth]))
        if len(folders) > most_folders:
            raise Refusal(_("The package holds more than %(most)s folders.", most=f"{most_folders:,}"))
    for folded in folders.keys() & seen.keys():
        raise Refusal(_("The package holds a file and a folder of the same name: %(path)s.", path=shown(seen[folded])))
    return files


def check_manifest(paths: list[str]) -> None:
    """Refuse a zip without a manifest, saying what it is instead."""
    names = {path.casefold().rsplit("/", 1)[-1] for path in paths}
    if MANIFEST in names:
        return
    inside = [path for path in paths if path.casefold().endswith(".zip")]
    if not paths:
        raise Refusal(_("The zip is empty."))
    if "cmi5.xml" in names:
        raise Refusal(_("This is a cmi5 package (cmi5.xml). Export it as SCORM 1.2."))
    if "tincan.xml" in names:
        raise Refusal(_("This is an xAPI package (tincan.xml). Export it as SCORM 1.2."))
    if "h5p.json" in names:
        raise Refusal(_("This is an H5P file (h5p.json). Export it as SCORM 1.2."))
    if any(name.endswith(AICC_ENDINGS) for name in names):
        raise Refusal(_("This is an AICC package. Export it as SCORM 1.2."))
    if inside:
        raise Refusal(
            _(
                "The package seems to be inside another zip: unzip this one, then upload %(path)s.",
                path=shown(inside[0]),
            )
        )
    if any(name.endswith((".html", ".htm")) for name in names):
        raise Refusal(_("This zip holds web pages but no imsmanifest.xml, so it is not a SCORM package."))
    raise Refusal(_("The zip holds no imsmanifest.xml, so it is not a SCORM package."))


def _write(archive: ZipFile, info: ZipInfo, target: Path, limits: Limits, before: int) -> int:
    """Stream one file out, counting; returns its bytes."""
    written = 0
    allowed = max(RATIO_COUNTS_FROM, info.compress_size * limits.ratio)
    with archive.open(info) as source, target.open("xb") as sink:
        while piece := source.read(CHUNK):
            written += len(piece)
            if written > limits.file_bytes:
                raise Refusal(
                    _(
                        "The file %(name)s is larger than %(most)s.",
                        name=shown(target.name),
                        most=megabytes(limits.file_bytes),
                    )
                )
            if written > allowed:
                raise Refusal(
                    _(
                        "The file %(name)s grows more than %(ratio)s times when unpacked.",
                        name=shown(target.name),
                        ratio=limits.ratio,
                    )
                )
            if before + written > limits.total_bytes:
                raise Refusal(
                    _(
                        "The package is larger than %(most)s when unpacked.",
                        most=megabytes(limits.total_bytes),
                    )
                )
            sink.write(piece)
    return written


def megabytes(count: int) -> str:
    """Bytes as an editor reads them: 300 MB."""
    return f"{count / 1024 / 1024:,.0f} MB" if count >= 1024 * 1024 else f"{count:,} bytes"
