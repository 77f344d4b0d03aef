"""Reading lists of people: what offices save, what is refused in plain words, and what only wants to do harm."""

import datetime
import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lms.people.domain import roster_files, roster_workbooks
from lms.people.domain.errors import PeopleError
from lms.people.domain.roster_cells import CellError, clean, read_day, read_email, read_name, read_yes_no
from lms.people.domain.roster_files import RosterFileError, look_at, people_rows
from lms.people.domain.roster_workbooks import WorkbookError
from tests.factories.rosters import workbook
from tests.lms.uploads.archives import of_members

HEAD = "E-mail,First name,Surname"
SIAN = "sian@police.example.org,Siân,Llewellyn"


def read(content: bytes, *, sheet: str = "") -> tuple[list[str], list[tuple[int, list[str]]]]:
    """The columns and the rows of a file."""
    opened = look_at(BytesIO(content), sheet=sheet)
    rows = people_rows(BytesIO(content), sheet=opened.sheet, header_line=opened.header_line)
    return opened.headers, list(rows)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_every_encoding_and_separator_that_offices_save_is_read(encoding, delimiter):
    text = f"{HEAD}\r\n{SIAN}\r\n".replace(",", delimiter)
    assert read(text.encode(encoding)) == (
        ["E-mail", "First name", "Surname"],
        [(2, ["sian@police.example.org", "Siân", "Llewellyn"])],
    )


def test_excels_note_of_the_separator_is_no_row_but_counts_as_a_line():
    assert read(f"sep=;\n{HEAD}\n{SIAN}\n".replace(",", ";").encode())[1][0][0] == 3


def test_titles_and_blank_lines_above_the_names_are_passed_over():
    headers, rows = read(f"Staff list May,,\n,,\n{HEAD},\n\n{SIAN},Custody\n".encode())
    assert headers == ["E-mail", "First name", "Surname"]
    assert [number for number, _cells in rows] == [5]


def test_blank_and_repeated_names_of_columns_are_told_apart():
    assert read(b"E-mail,,Name,name\n")[0] == ["E-mail", "Column B", "Name", "name (2)"]


def test_a_workbook_is_read_with_its_dates_numbers_and_saved_values():
    file = workbook(["E-mail", "Name", "Joined"], ["a@police.example.org", 7.0, datetime.datetime(2026, 5, 4)], [None])
    assert read(file.read()) == (["E-mail", "Name", "Joined"], [(2, ["a@police.example.org", "7", "2026-05-04"])])


def test_another_sheet_of_the_workbook_can_be_read():
    content = workbook(["Notes"], more={"Staff": [["E-mail", "Name"], ["b@police.example.org", "B"]]}).read()
    assert look_at(BytesIO(content)).sheets == ["People", "Staff"]
    assert read(content, sheet="Staff")[1] == [(2, ["b@police.example.org", "B"])]


def test_a_look_at_a_workbook_opens_it_once(monkeypatch):
    content, opened = workbook(["E-mail", "Name"], ["c@police.example.org", "C"]).read(), []
    open_workbook = roster_files.open_workbook
    monkeypatch.setattr(roster_files, "open_workbook", lambda file: opened.append(file) or open_workbook(file))
    assert look_at(BytesIO(content)).headers == ["E-mail", "Name"]
    assert len(opened) == 1


def test_a_formula_never_saved_with_a_value_reads_as_empty():
    content = workbook(["E-mail", "Name"], ["c@police.example.org", "=1+1"]).read()
    assert read(content)[1] == [(2, ["c@police.example.org"])]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "The file is empty"),
        (b"\n\n,,\n", "The file is empty"),
        (b"%PDF-1.7 a list", "This is a PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "old Excel format"),
        (b"PK\x03\x04 no zip at all", "damaged"),
        (b"E-mail,Name\na@b.example.org,\x00\n", "Line 2 is not text"),
        (b'E-mail,Name\na@b.example.org,"never closed\n', "Line 2 cannot be read"),
        (b"E-mail,Name\n" + b"x" * 200_000, "Line 2 is far too long"),
        (b"a@police.example.org,A\n", "Line 1 is a person already"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_line(content, words):
    with pytest.raises(PeopleError, match=words):
        read(content)


def test_more_rows_than_fit_are_refused_when_they_are_reached(monkeypatch):
    monkeypatch.setattr(roster_files, "MOST_ROWS", 2)
    with pytest.raises(RosterFileError, match="more than 2 rows"):
        read(f"{HEAD}\n{SIAN}\n{SIAN}\n{SIAN}\n".encode())


def zipped(**parts: bytes) -> bytes:
    """A zip with these parts, `__` standing for a slash."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", content)
    return buffer.getvalue()


def test_a_workbook_that_unpacks_to_too_much_is_refused_before_it_is_read(monkeypatch):
    monkeypatch.setattr(roster_workbooks, "MOST_UNPACKED", 1_000_000)
    with pytest.raises(WorkbookError, match="too big when unpacked"):
        read(zipped(xl__workbook=b"<workbook/>", xl__sheet=b" " * 2_000_000))


def test_a_workbook_that_is_only_an_endless_list_of_parts_is_refused_before_it_is_read():
    with pytest.raises(WorkbookError, match="too big when unpacked"):
        read(of_members(300_000))


def test_a_zip_that_is_no_workbook_is_refused():
    with pytest.raises(WorkbookError, match="not an Excel workbook"):
        read(zipped(content=b"<office/>"))


def test_entities_in_a_workbook_are_not_expanded():
    bomb = b'<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><workbook>&b;</workbook>'
    kinds = b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
    with pytest.raises(WorkbookError, match="cannot be read"):
        read(zipped(**{"xl__workbook": bomb, "[Content_Types]": kinds}))


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400))
def test_whatever_bytes_come_there_are_rows_or_a_plain_refusal(content):
    try:
        headers, rows = read(content)
    except PeopleError as error:
        assert str(error)
    else:
        assert headers
        assert all(isinstance(cell, str) for _number, cells in rows for cell in cells)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_a_workbook_with_any_byte_changed_gives_rows_or_a_plain_refusal(data):
    content = bytearray(BOOK)
    for _time in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(4, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        read(bytes(content))
    except PeopleError as error:
        assert str(error)


BOOK = workbook(["E-mail", "Name"], ["a@police.example.org", "A"]).read()


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=600))
def test_a_cleaned_cell_is_short_has_no_control_characters_and_cleans_to_itself(text):
    once = clean(text)
    assert len(once) <= 500
    assert "\x00" not in once
    assert "\n" not in once
    assert clean(once) == once or text.lstrip().startswith("'")


def test_the_apostrophe_that_shields_a_formula_comes_off_again():
    assert clean("'=Siân") == "=Siân"
    assert clean("'t Hooft") == "'t Hooft"


@pytest.mark.parametrize("text", ["2026-05-04", "04/05/2026", "4.5.2026", "4 May 2026", "2026-05-04T00:00:00"])
def test_a_day_is_read_with_the_day_before_the_month(text):
    assert read_day(text).isoformat() == "2026-05-04"


@pytest.mark.parametrize("text", ["05/13/2026", "soon", "31/02/2026", "0001-01-01"])
def test_what_is_no_day_is_refused(text):
    with pytest.raises(CellError, match="is not a date"):
        read_day(text)


def test_yes_and_no_are_read_and_perhaps_is_refused():
    assert [read_yes_no(text) for text in ("Yes", "y", "1", "NO", "false")] == [True, True, True, False, False]
    with pytest.raises(CellError, match="neither yes nor no"):
        read_yes_no("perhaps")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "E-mail is empty"),
        ("gwen.police.example.org", "The e-mail is missing its @: gwen.police.example.org"),
        ("gwen @police.example.org", "has a space in it"),
        ("gwen@", "not a complete e-mail"),
    ],
)
def test_an_address_that_cannot_be_right_says_what_is_wrong(text, words):
    with pytest.raises(CellError, match=words):
        read_email(text)


def test_names_are_read_from_one_cell_or_two():
    assert read_name(first="", last="", full="Llewellyn, Siân") == ("Siân", "Llewellyn")
    assert read_name(first="", last="", full="Siân Mair Llewellyn") == ("Siân Mair", "Llewellyn")
    assert read_name(first="Siân", last="Llewellyn", full="other") == ("Siân", "Llewellyn")
    with pytest.raises(CellError, match="Name is empty"):
        read_name(first="", last="", full="")
