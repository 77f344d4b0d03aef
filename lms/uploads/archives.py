"""Opens ZIP files whose list of members may be made to exhaust a machine: its length is known before it is read.

Python reads that list (the central directory) whole when it opens an archive, and needs several hundred bytes for each
member; what the archive says of their number need not be true. So the bytes are counted as Python asks for them, and
refused before they are read. This module knows no Django.
"""

from typing import IO, Any, cast
from zipfile import ZipFile

BYTES_FOR_EACH = 300  # of a member in the list: 46, its name, its times and owners
BYTES_BESIDE = 256 * 1024  # the end of the file is looked through for where the list begins
MEMBER = b"PK\x01\x02"


class TooManyMembers(Exception):
    """The archive lists more members than it may, or takes more room to list them than so many honest ones do."""


class Watched:
    """A file that gives an archive's list of members to whoever reads it only when there are not too many."""

    def __init__(self, file: IO[bytes], *, members: int) -> None:
        self.file = file
        self.members = members
        self.left = BYTES_BESIDE + members * BYTES_FOR_EACH
        self.is_on = True

    def __getattr__(self, name: str) -> Any:
        return getattr(self.file, name)

    def read(self, size: int = -1) -> bytes:
        if not self.is_on:
            return self.file.read(size)
        place = self.file.tell()
        coming = max(0, self.file.seek(0, 2) - place)
        self.file.seek(place)
        self.left -= coming if size < 0 else min(size, coming)
        if self.left < 0:
            raise TooManyMembers
        data = self.file.read(size)
        if size > 0 and data.count(MEMBER) > self.members:
            raise TooManyMembers
        return data


def open_archive(file: IO[bytes], *, members: int) -> ZipFile:
    """The archive, with at most so many members; the file itself stays open when it is closed.

    Raises TooManyMembers, and whatever ZipFile raises about a file that is broken or none.
    """
    watched = Watched(file, members=members)
    archive = ZipFile(cast(IO[bytes], watched))
    watched.is_on = False
    if len(archive.infolist()) > members:
        raise TooManyMembers
    return archive
