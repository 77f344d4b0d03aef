"""ZIP files for tests: an honest one, and one that is nothing but a long list of members."""

import struct
import zipfile
from io import BytesIO


def honest(files: dict[str, bytes]) -> bytes:
    """A ZIP file with these members."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def of_members(count: int, *, said: int = 1, is_64: bool = False, name: bytes = b"x") -> bytes:
    """A ZIP file whose list names this many empty members, one after the other, and which says that it has `said`."""
    local = struct.pack("<4s5H3L2H", b"PK\x03\x04", 20, 0, 0, 0, 0, 0, 0, 0, len(name), 0) + name
    entry = struct.pack("<4s6H3L5H2L", b"PK\x01\x02", 20, 20, 0, 0, 0, 0, 0, 0, 0, len(name), 0, 0, 0, 0, 0, 0) + name
    listed = entry * count
    said = min(said, 0xFFFF)
    if not is_64:
        return local + listed + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, said, said, len(listed), len(local), 0)
    place = len(local) + len(listed)
    record = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, said, said, len(listed), len(local))
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, place, 1)
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    return local + listed + record + locator + end
