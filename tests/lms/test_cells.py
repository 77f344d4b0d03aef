"""What a workbook's XML cannot hold is left out of it; every other character stays."""

import io

import openpyxl
import pytest

from lms.cells import printable
from lms.reports.domain.tables import Column
from lms.reports.domain.writing import write_workbook


@pytest.mark.parametrize(
    "letter", ["\x00", "\x08", "\x0b", "\x0c", "\x0e", "\x1f", "\ud800", "\udfff", "\ufffe", "\uffff"]
)
def test_a_workbook_opens_whatever_a_name_holds(letter):
    file = io.BytesIO()
    columns = [Column("Name", "Who it is", "name")]
    assert write_workbook(file, "People", columns, [(f"Robin{letter}Quayle",)]) == 1
    rows = openpyxl.load_workbook(file)["People"].values
    assert list(rows) == [("Name",), ("Robin Quayle",)]


@pytest.mark.parametrize("text", ["Zoë Łukasiewicz-Ñandú", "𐍈 and 😀", "a\tb\nc", "\ue000 \ufffd \x7f"])
def test_other_characters_stay(text):
    assert printable(text) == text
