"""Writing tables as files: CSV piece by piece as it is read, workbooks row by row; memory stays as it was."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import IO, Any

from django.db import connection
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from lms.cells import printable, safe_text
from lms.people.models import User
from lms.reports.domain.cells import cell
from lms.reports.domain.tables import Column, Table

MARK = b"\xef\xbb\xbf"  # by which Excel knows UTF-8
PIECE = 64 * 1024  # bytes
ROWS_AT_ONCE = 2000


def csv_line(values: Iterable[Any]) -> bytes:
    """One line of a CSV file."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerow([cell(value) for value in values])
    return text.getvalue().removesuffix("\r\n").encode() + b"\n"


def csv_pieces(user: User, table: Table, query: Mapping[str, str]) -> Iterator[bytes]:
    """A table as CSV for Excel and everything else, in pieces; PostgreSQL writes the lines itself."""
    copies = connection.vendor == "postgresql"
    columns, rows = table.read(user, query, in_database=copies)
    head = MARK + csv_line(column.heading for column in columns)
    yield from gathered(head, copied(rows) if copies else (csv_line(row) for row in rows.iterator(ROWS_AT_ONCE)))


def gathered(first: bytes, lines: Iterable[bytes]) -> Iterator[bytes]:
    """The lines in pieces of some size: fewer steps for the server that sends them."""
    piece = bytearray(first)
    for line in lines:
        piece += line
        if len(piece) >= PIECE:
            yield bytes(piece)
            piece.clear()
    yield bytes(piece)


def copied(rows: QuerySet) -> Iterator[bytes]:
    """The lines of CSV that PostgreSQL makes of a query."""
    sql, parameters = rows.query.sql_with_params()
    copy = f"COPY ({sql}) TO STDOUT WITH (FORMAT csv)"
    with connection.cursor() as cursor, cursor.cursor.copy(copy, parameters) as lines:
        for line in lines:
            yield bytes(line)


def write_workbook(file: IO[bytes], title: str, columns: list[Column], rows: Iterable[tuple]) -> int:
    """A workbook of the rows, and a second sheet that says what the columns mean; answers how many rows it has."""
    from openpyxl import Workbook  # slow to load, and most processes never write a workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet(sheet_title(title))
    sheet.freeze_panes = "A2"
    sheet.append([bold(sheet, str(column.heading)) for column in columns])
    count = 0
    for row in rows:
        sheet.append([workbook_cell(value) for value in row])
        count += 1
    meanings = book.create_sheet(sheet_title(_("What the columns mean")))
    meanings.append([bold(meanings, _("Column")), bold(meanings, _("What stands in it"))])
    for column in columns:
        meanings.append([safe_text(str(column.heading)), safe_text(str(column.meaning))])
    book.save(file)
    return count


def bold(sheet: Any, text: str) -> Any:
    """A heading's cell."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    made = WriteOnlyCell(sheet, value=safe_text(text))
    made.font = Font(bold=True)
    return made


def workbook_cell(value: Any) -> Any:
    """A value of a workbook: dates and numbers stay what they are, texts are safe."""
    if isinstance(value, str):
        return safe_text(printable(value))
    return value


def sheet_title(text: str) -> str:
    """A name that a workbook allows its sheet."""
    return "".join(" " if letter in r"[]:*?/\'" else letter for letter in text)[:31]
