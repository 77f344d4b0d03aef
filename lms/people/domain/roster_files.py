"""Reading an uploaded list of people: CSV as offices write it, or one sheet of a workbook, with plain refusals."""

import codecs
import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import TextIOWrapper
from typing import IO, Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lms.people.domain.errors import PeopleError
from lms.people.domain.roster_cells import clean
from lms.people.domain.roster_columns import guess_field
from lms.people.domain.roster_workbooks import open_workbook, read_sheet, sheet_names

MOST_BYTES = 20 * 1024 * 1024
MOST_ROWS = 50_000
MOST_COLUMNS = 100
MOST_IN_LINE = 100_000  # characters
HEADER_WITHIN = 20  # the names of the columns stand in one of the first 20 lines
DELIMITERS = (",", ";", "\t", "|")
FOREIGN = {
    b"%PDF": gettext_lazy("This is a PDF. Save the list as CSV or as an Excel workbook (.xlsx)."),
    b"\xd0\xcf\x11\xe0": gettext_lazy(
        "This workbook is in the old Excel format or needs a password. Save it as .xlsx without a password, or as CSV."
    ),
}


class RosterFileError(PeopleError):
    """The file cannot be used; the message says why, and in which line."""


@dataclass(frozen=True)
class Opened:
    """What a first look at a file tells: its sheets, the one that is read, and where its columns are named."""

    sheets: list[str]
    sheet: str
    header_line: int
    headers: list[str]


def look_at(file: IO[bytes], *, sheet: str = "") -> Opened:
    """Find the sheets and the names of the columns. Raises RosterFileError."""
    book = open_workbook(file) if is_workbook(file) else None
    sheets = sheet_names(book) if book is not None else []
    sheet = sheet if sheet in sheets else (sheets[0] if sheets else "")
    first = []
    for number, cells in read_rows(file, sheet=sheet, book=book):
        first.append((number, cells))
        if number >= HEADER_WITHIN:
            break
    line, cells = find_header(first)
    return Opened(sheets=sheets, sheet=sheet, header_line=line, headers=name_columns(cells))


def people_rows(file: IO[bytes], *, sheet: str, header_line: int) -> Iterator[tuple[int, list[str]]]:
    """The rows below the header that hold anything, as (line, cells); a spreadsheet shows the same line numbers.

    Raises RosterFileError, at the latest when a row after the 50,000th is reached.
    """
    count = 0
    for number, cells in read_rows(file, sheet=sheet):
        if number <= header_line or not any(cells):
            continue
        count += 1
        if count > MOST_ROWS:
            raise RosterFileError(
                _("The list has more than %(most)s rows. Import it in parts, one unit at a time.")
                % {"most": f"{MOST_ROWS:,}"}
            )
        yield number, cells


def read_rows(file: IO[bytes], *, sheet: str = "", book: Any = None) -> Iterator[tuple[int, list[str]]]:
    """Every row of the file from its beginning, cleaned, with its line number from 1; `book` is the file if opened."""
    file.seek(0)
    start = file.read(8)
    file.seek(0)
    for magic, refusal in FOREIGN.items():
        if start.startswith(magic):
            raise RosterFileError(refusal)
    if book is None and is_workbook(file):
        book = open_workbook(file)
    rows = read_sheet(book, sheet=sheet, most_columns=MOST_COLUMNS) if book is not None else read_csv(file)
    for number, cells in enumerate(rows, start=1):
        yield number, [clean(cell) for cell in cells]


def is_workbook(file: IO[bytes]) -> bool:
    """Whether the file is a zip, as .xlsx files are; the name says nothing."""
    file.seek(0)
    start = file.read(4)
    file.seek(0)
    return start == b"PK\x03\x04"


def read_csv(file: IO[bytes]) -> Iterator[list[str]]:
    """The rows of a CSV file in UTF-8, UTF-16 or Windows-1252, parted by comma, semicolon, tab or bar."""
    encoding = find_encoding(file)
    text = TextIOWrapper(file, encoding=encoding, errors="replace", newline="")
    try:
        sample = [line for line, _number in zip(checked_lines(text), range(HEADER_WITHIN), strict=False)]
        delimiter = find_delimiter(sample)
        text.seek(0)
        lines = checked_lines(text)
        if sample and is_separator_line(sample[0]):
            next(lines)
            yield []
        reader = csv.reader(lines, delimiter=delimiter, strict=True)
        number = 0
        try:
            for row in reader:
                number += 1
                yield row
        except csv.Error as error:
            raise RosterFileError(
                _("Line %(line)s cannot be read: a quotation mark is out of place, or a cell is far too long.")
                % {"line": number + 1}
            ) from error
    finally:
        text.detach()


def checked_lines(text: TextIOWrapper) -> Iterator[str]:
    """The lines of a text, unless one is no text or longer than any row of people."""
    for number, line in enumerate(text, start=1):
        if "\x00" in line:
            raise RosterFileError(_("Line %(line)s is not text. Save the list as CSV or .xlsx.") % {"line": number})
        if len(line) > MOST_IN_LINE:
            raise RosterFileError(_("Line %(line)s is far too long for a row of people.") % {"line": number})
        yield line


def find_encoding(file: IO[bytes]) -> str:
    """The byte order mark's encoding, else UTF-8 where every byte fits it, else Windows-1252."""
    file.seek(0)
    start = file.read(4)
    file.seek(0)
    if start.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        while chunk := file.read(1 << 16):
            decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return "cp1252"
    finally:
        file.seek(0)
    return "utf-8"


def is_separator_line(line: str) -> bool:
    """Whether the line is Excel's own note of the separator, such as `sep=;`."""
    return line.lower().startswith("sep=") and len(line.strip()) == 5


def find_delimiter(sample: Sequence[str]) -> str:
    """The separator under which the most column names are known, then the most columns stand."""
    if sample and is_separator_line(sample[0]):
        return sample[0].strip()[-1]

    def score(delimiter: str) -> tuple[int, int]:
        best = (0, 0)
        try:
            for row in csv.reader(sample, delimiter=delimiter):
                best = max(best, (known_names(row), len(row)))
        except csv.Error:
            pass
        return best

    return max(DELIMITERS, key=score)


def known_names(cells: Sequence[Any]) -> int:
    """How many different fields of ours the cells name."""
    return len({field for field in (guess_field(clean(cell)) for cell in cells) if field})


def find_header(rows: Sequence[tuple[int, list[str]]]) -> tuple[int, list[str]]:
    """The line that names the columns: the one with most known names, so that titles above it are passed over.

    Raises RosterFileError when there is none.
    """
    filled = [(number, cells) for number, cells in rows if any(cells)]
    if not filled:
        raise RosterFileError(_("The file is empty. Its first line has to name the columns."))
    number, cells = max(filled, key=lambda row: (known_names(row[1]), -row[0]))
    if not known_names(cells):
        number, cells = next((row for row in filled if sum(map(bool, row[1])) > 1), filled[0])
    if any("@" in cell for cell in cells):
        raise RosterFileError(
            _("Line %(line)s is a person already. The first line has to name the columns, for example E-mail and Name.")
            % {"line": number}
        )
    if sum(map(bool, cells)) > MOST_COLUMNS:
        raise RosterFileError(_("The list has more than %(most)s columns.") % {"most": MOST_COLUMNS})
    return number, cells


def name_columns(cells: Sequence[str]) -> list[str]:
    """A name for each column: as written, with its letter where it is blank and a number where it is there twice."""
    last = max((place for place, cell in enumerate(cells) if cell), default=-1)
    names: list[str] = []
    for place, cell in enumerate(cells[: last + 1]):
        plain = cell[:80] or _("Column %(letter)s") % {"letter": column_letter(place)}
        name, times = plain, 1
        while name.lower() in {other.lower() for other in names}:
            times += 1
            name = f"{plain} ({times})"
        names.append(name)
    return names


def column_letter(place: int) -> str:
    """A to Z, AA and so on, as spreadsheets count."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
