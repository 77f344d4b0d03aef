"""Zips that no authoring tool makes, each with the word its refusal must hold."""

import io
import stat
import zipfile

from tests.scorm_packages.building import manifest_12, sco_page, zipped

GOOD = {"imsmanifest.xml": manifest_12(), "index.html": sco_page()}


def with_entry(name: str, content: bytes = b"x", *, mode: int | None = None) -> bytes:
    """A good package with one more entry whose name and mode are written as given."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, text in GOOD.items():
            archive.writestr(path, text)
        info = zipfile.ZipInfo("placeholder-name")
        info.filename = info.orig_filename = name
        if mode is not None:
            info.create_system = 3
            info.external_attr = mode << 16
        archive.writestr(info, content)
    return buffer.getvalue()


def patched(data: bytes, old: bytes, new: bytes) -> bytes:
    """The zip with a name replaced by one of the same length wherever it stands."""
    assert len(old) == len(new)
    assert old in data
    return data.replace(old, new)


def encrypted() -> bytes:
    """A good package whose entries say that they are encrypted, in the directory and before each file."""
    data = bytearray(zipped(GOOD))
    for mark, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        place = data.find(mark)
        while place >= 0:
            data[place + offset] |= 1
            place = data.find(mark, place + 1)
    return bytes(data)


def many_entries(count: int) -> bytes:
    return zipped({**GOOD, **{f"files/{number}.txt": "" for number in range(count)}})


def nested(count: int, *, depth: int) -> bytes:
    """A good package with this many more files, each below so many folders of its own."""
    return zipped({**GOOD, **{f"{number}/" + "a/" * (depth - 1) + "x": "" for number in range(count)}})


HOSTILE: dict[str, tuple[bytes, str]] = {
    "traversal": (with_entry("../evil.html"), "outside the package"),
    "traversal further in": (with_entry("a/b/../../../evil.html"), "outside the package"),
    "traversal with backslashes": (with_entry("a\\..\\..\\evil.html"), "outside the package"),
    "absolute": (with_entry("/etc/evil"), "absolute path"),
    "drive letter": (with_entry("C:\\evil.html"), "disk drive"),
    "NUL": (patched(with_entry("evilX.html"), b"evilX.html", b"evil\x00.html"), "control character"),
    "symbolic link": (with_entry("link.html", b"/etc/passwd", mode=stat.S_IFLNK | 0o777), "symbolic link"),
    "device": (with_entry("device", b"", mode=stat.S_IFCHR | 0o666), "device"),
    "pipe": (with_entry("pipe", b"", mode=stat.S_IFIFO | 0o666), "device"),
    "encrypted": (encrypted(), "encrypted"),
    "capitals collide": (zipped({**GOOD, "a/Logo.png": b"1", "A/logo.PNG": b"2"}), "capital letters"),
    "accents collide": (zipped({**GOOD, "caf\u00e9.html": b"1", "cafe\u0301.html": b"2"}), "twice"),
    "file and folder": (zipped({**GOOD, "page": b"1", "page/inside.html": b"2"}), "same name"),
    "nested zip": (zipped({"course.zip": zipped(GOOD)}), "another zip"),
    "cmi5": (zipped({"cmi5.xml": "<courseStructure/>", "index.html": ""}), "cmi5"),
    "xAPI": (zipped({"tincan.xml": "<tincan/>", "index.html": ""}), "xAPI"),
    "AICC": (zipped({"course.crs": "", "course.au": ""}), "AICC"),
    "H5P": (zipped({"h5p.json": "{}"}), "H5P"),
    "web pages": (zipped({"index.html": "<p>Hello</p>"}), "imsmanifest.xml"),
    "empty": (zipped({}), "empty"),
    "no zip": (b"%PDF-1.7 something", "PDF"),
    "RAR": (b"Rar!\x1a\x07\x01\x00", "RAR"),
    "cut off": (zipped(GOOD)[:200], "cut off"),
    "damaged": (zipped(GOOD).replace(b"PK\x01\x02", b"PK\x01\x09", 1), "damaged"),
    "DOCTYPE": (
        zipped({**GOOD, "imsmanifest.xml": manifest_12(head='<!DOCTYPE manifest SYSTEM "x.dtd">')}),
        "DOCTYPE",
    ),
    "XXE": (
        zipped(
            {
                **GOOD,
                "imsmanifest.xml": manifest_12(
                    head='<!DOCTYPE manifest [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
                    item_attributes='parameters="&x;"',
                ),
            }
        ),
        "DOCTYPE",
    ),
    "billion laughs": (
        zipped(
            {
                **GOOD,
                "imsmanifest.xml": manifest_12(
                    head='<!DOCTYPE m [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c "&b;&b;">]>',
                    item_extra="<title>&c;</title>",
                ),
            }
        ),
        "DOCTYPE",
    ),
    "endless depth": (
        zipped({**GOOD, "imsmanifest.xml": manifest_12(item_extra="<item>" * 500 + "</item>" * 500)}),
        "nested deeper",
    ),
    "not XML": (zipped({**GOOD, "imsmanifest.xml": "<manifest><organizations>"}), "well-formed"),
    "launch file missing": (zipped({"imsmanifest.xml": manifest_12(), "other.html": ""}), "“index.html”"),
    "launch file outside": (zipped({**GOOD, "imsmanifest.xml": manifest_12(href="../../x.html")}), "outside"),
    "launch file elsewhere": (
        zipped({**GOOD, "imsmanifest.xml": manifest_12(href="https://example.org/course/")}),
        "another site",
    ),
    "several parts": (
        zipped(
            {
                **GOOD,
                "two.html": sco_page(),
                "imsmanifest.xml": manifest_12(
                    more_items='<item identifier="TWO" identifierref="RES2"><title>Second part</title></item>',
                    more_resources='<resource identifier="RES2" adlcp:scormtype="sco" href="two.html"/>',
                ),
            }
        ),
        "2 parts",
    ),
}
