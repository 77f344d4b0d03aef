"""Archives: honest zips come out whole, hostile ones are refused and leave nothing behind."""

import io
import zipfile
from pathlib import Path

import pytest

from courses.scorm.archive import Limits, unpack
from courses.scorm.refusals import Refusal
from tests.lms.uploads.archives import of_members
from tests.scorm_packages import Package, sco_page, zipped
from tests.scorm_packages.hostile import GOOD, many_entries, nested, with_entry

LIMITS = Limits(entries=1000, file_bytes=10_000_000, total_bytes=20_000_000, ratio=200)


def unpacked(data: bytes, folder: Path, limits: Limits = LIMITS):
    heard: list[int] = []
    return unpack(io.BytesIO(data), into=folder, limits=limits, progress=heard.append), heard


def test_every_file_comes_out_with_its_folders(tmp_path):
    package = Package({"index.html": sco_page(), "a/b/c.txt": "deep", "empty.txt": ""})
    found, heard = unpacked(package.zipped(), tmp_path / "out")
    assert sorted(found.paths) == ["a/b/c.txt", "empty.txt", "imsmanifest.xml", "index.html"]
    assert (tmp_path / "out/a/b/c.txt").read_text() == "deep"
    assert heard[-1] == 100


def test_what_operating_systems_add_is_left_out(tmp_path):
    junk = {"__MACOSX/._index.html": b"", ".DS_Store": b"", "images/Thumbs.db": b"", "._imsmanifest.xml": b""}
    junk |= {"Icon\r": b"", "images/Icon\r": b"", "images/._Icon\r": b"", "__MACOSX\\images\\Icon\r": b""}
    found, _heard = unpacked(zipped({**GOOD, **junk}), tmp_path / "out")
    assert sorted(found.paths) == sorted(GOOD)


def test_backslashes_become_folders(tmp_path):
    unpacked(with_entry("media\\pictures\\one.png", b"png"), tmp_path / "out")
    assert (tmp_path / "out/media/pictures/one.png").read_bytes() == b"png"


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("caf\u00e9.html".encode("cp437"), "café.html"),
        ("caf\u00e9.html".encode(), "café.html"),
        ("cafe\u0301.html".encode(), "café.html"),
        ("Übung.html".encode("cp437"), "Übung.html"),
    ],
)
def test_names_are_read_in_the_encoding_they_were_written_in(tmp_path, raw, expected):
    placeholder = b"n" * len(raw)
    data = zipped({**GOOD, placeholder.decode(): b"x"}).replace(placeholder, raw)
    found, _heard = unpacked(data, tmp_path / "out")
    assert expected in found.paths
    assert (tmp_path / "out" / expected).exists()


@pytest.mark.parametrize(
    ("data", "limits", "word"),
    [
        (many_entries(30), Limits(20, 10**7, 10**7, 200), "more than 20 files"),
        (of_members(300_000), Limits(20_000, 10**7, 10**7, 200), "more than 20,000 files"),
        (nested(30, depth=20), Limits(100, 10**7, 10**7, 200), "more than 100 folders"),
        (with_entry("a/" * 55 + "n" * 900), Limits(100, 10**7, 10**7, 200), "too long"),
        (zipped({**GOOD, "big.bin": b"x" * 5000}), Limits(100, 4000, 10**7, 10**6), "larger than 4,000 bytes"),
        (zipped({**GOOD, "a": b"x" * 3000, "b": b"x" * 3000}), Limits(99, 4000, 6000, 10**6), "when unpacked"),
        (zipped({**GOOD, "bomb": b"\0" * 6_000_000}), Limits(99, 10**8, 10**8, 200), "200 times"),
    ],
)
def test_limits_are_counted_while_bytes_stream(tmp_path, data, limits, word):
    with pytest.raises(Refusal, match=word):
        unpacked(data, tmp_path / "out", limits)
    assert not (tmp_path / "out").exists()


def test_a_zip_that_lies_about_sizes_is_counted_all_the_same(tmp_path):
    data = zipped({**GOOD, "bomb": b"\0" * 50_000})
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = archive.getinfo("bomb").file_size
    lying = data.replace(size.to_bytes(4, "little"), (10).to_bytes(4, "little"))
    with pytest.raises(Refusal):
        unpacked(lying, tmp_path / "out", Limits(99, 20_000, 10**8, 10**6))
    assert not (tmp_path / "out").exists()
