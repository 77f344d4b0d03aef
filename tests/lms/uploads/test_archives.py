"""ZIP files made to exhaust whoever opens them are refused before their list of members is read."""

import struct
import tracemalloc
import zipfile
from io import BytesIO

import pytest

from lms.uploads.archives import TooManyMembers, open_archive
from lms.uploads.domain.documents import WrongContent, check_document
from tests.lms.uploads.archives import honest, of_members

MANY = 300_000


def test_an_honest_archive_is_opened_and_read():
    file = BytesIO(honest({"a.txt": b"one", "b/c.txt": b"two" * 100_000}))
    with open_archive(file, members=2) as archive:
        assert archive.namelist() == ["a.txt", "b/c.txt"]
        assert archive.read("b/c.txt") == b"two" * 100_000
    assert not file.closed


def test_an_archive_that_comes_after_something_else_is_opened():
    file = BytesIO(b"#!/bin/sh\n" * 100 + honest({"a.txt": b"one"}))
    assert open_archive(file, members=1).read("a.txt") == b"one"


def test_members_inside_a_member_do_not_count():
    inner = honest({f"{number}.txt": b"" for number in range(50)})
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("inner.zip", inner)
    assert open_archive(buffer, members=1).namelist() == ["inner.zip"]


@pytest.mark.parametrize("said", [1, 0xFFFF])
@pytest.mark.parametrize("is_64", [False, True])
def test_a_directory_of_hundreds_of_thousands_is_refused_unread_whatever_it_says_of_itself(said, is_64):
    file = BytesIO(of_members(MANY, said=said, is_64=is_64))
    tracemalloc.start()
    try:
        with pytest.raises(TooManyMembers):
            open_archive(file, members=5_000)
        _now, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 1_000_000
    assert len(file.getvalue()) > 14_000_000


def test_the_same_archive_opens_where_so_many_members_may_be():
    assert len(open_archive(BytesIO(of_members(2_000)), members=2_000).infolist()) == 2_000
    with pytest.raises(TooManyMembers):
        open_archive(BytesIO(of_members(2_000)), members=1_999)


def test_few_members_with_endless_names_are_refused():
    with pytest.raises(TooManyMembers):
        open_archive(BytesIO(of_members(60, name=b"n" * 60_000)), members=100)


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx", "a.pptx", "a.odt", "a.ods", "a.odp"])
def test_an_office_file_of_that_kind_is_refused_with_the_reason(name):
    with pytest.raises(WrongContent, match="more parts than any document needs"):
        check_document(BytesIO(of_members(MANY)), name=name)


def test_what_is_no_archive_or_says_nonsense_is_a_bad_archive():
    size_of_list = struct.pack("<L", 0x7FFFFFFF)
    ending = b"PK\x05\x06" + b"\0" * 8 + size_of_list + b"\0" * 6
    for data in (b"", b"text", ending, honest({"a": b""})[:-5]):
        with pytest.raises(zipfile.BadZipFile):
            open_archive(BytesIO(data), members=10)
