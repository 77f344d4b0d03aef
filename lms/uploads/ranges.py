"""The part of a file that a Range header asks for (RFC 9110, section 14)."""

import re
from collections.abc import Iterator
from typing import BinaryIO

CHUNK = 64 * 1024
ONE_RANGE = re.compile(r"bytes=\s*(\d{0,18})\s*-\s*(\d{0,18})\s*")


class OutsideFile(Exception):
    """The range begins after the end of the file."""


def asked_range(header: str, *, size: int) -> tuple[int, int] | None:
    """First and last byte asked for; None to send all of it: no range, several, or one that means nothing."""
    match = ONE_RANGE.fullmatch(header.strip())
    if not match or match.groups() == ("", ""):
        return None
    first, last = match.groups()
    if first == "":
        length = int(last)
        if length == 0 or size == 0:
            raise OutsideFile
        return max(0, size - length), size - 1
    start, end = int(first), int(last) if last else size - 1
    if last and end < start:
        return None
    if start >= size:
        raise OutsideFile
    return start, min(end, size - 1)


def pieces(file: BinaryIO, *, start: int, end: int) -> Iterator[bytes]:
    """The bytes from start to end, both included, in pieces; closes the file at the end."""
    with file:
        file.seek(start)
        left = end - start + 1
        while left > 0 and (piece := file.read(min(CHUNK, left))):
            left -= len(piece)
            yield piece
