"""Sheets of an Excel workbook, read row by row; what is no workbook or unpacks to too much is refused first."""

import zipfile
from collections.abc import Iterator
from typing import IO, Any

import structlog
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lms.people.domain.errors import PeopleError
from lms.uploads.archives import TooManyMembers, open_archive

log = structlog.get_logger(__name__)

MOST_PARTS = 1000
MOST_UNPACKED = 250 * 1024 * 1024
MOST_TEXTS = 40 * 1024 * 1024  # the table of texts is held in memory
TOO_BIG = gettext_lazy("The workbook is too big when unpacked. Copy the list alone into a new one, or save CSV.")
LAST_LINE = 1_048_576  # of any sheet


class WorkbookError(PeopleError):
    """The workbook cannot be used; the message says why."""


def check_archive(file: IO[bytes]) -> None:
    """Refuse what is no workbook, needs a password, or unpacks to more than a list of people holds.

    Sizes are those the archive declares: reading stops there, so a lie gains nothing.
    """
    try:
        with open_archive(file, members=MOST_PARTS) as archive:
            parts = archive.infolist()
    except TooManyMembers as error:
        raise WorkbookError(TOO_BIG) from error
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise WorkbookError(_("The file is damaged. Save the list again as .xlsx or CSV.")) from error
    finally:
        file.seek(0)
    names = {part.filename for part in parts}
    if "xl/workbook.xml" not in names:
        raise WorkbookError(_("This is not an Excel workbook. Save the list as .xlsx or CSV."))
    if any(part.flag_bits & 0x1 for part in parts):
        raise WorkbookError(_("The workbook needs a password. Save it without one."))
    texts = sum(part.file_size for part in parts if part.filename.lower().endswith("sharedstrings.xml"))
    unpacked = sum(part.file_size for part in parts)
    if unpacked > MOST_UNPACKED or texts > MOST_TEXTS:
        raise WorkbookError(TOO_BIG)


def open_workbook(file: IO[bytes]) -> Any:
    """The workbook, with the values that formulas had when it was saved; links and macros are left alone.

    Opening reads the table of all texts, which takes seconds for a long list: once for each look. Raises WorkbookError.
    """
    import openpyxl  # slow to load, and few processes ever read a workbook

    check_archive(file)
    try:
        return openpyxl.load_workbook(file, read_only=True, data_only=True, keep_links=False)
    except Exception as error:
        raise damaged(error) from error


def damaged(error: Exception) -> WorkbookError:
    """openpyxl answers bad XML with errors of a dozen kinds; the lead needs one sentence."""
    log.info("workbook_not_read", error=type(error).__name__)
    return WorkbookError(_("The workbook cannot be read. Open it, save it again as .xlsx or CSV, and try that."))


def sheet_names(book: Any) -> list[str]:
    """The names of the sheets one can see, in order. Raises WorkbookError."""
    shown = [sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible"]
    if not shown:
        raise WorkbookError(_("The workbook has no sheet to read."))
    return shown


def read_sheet(book: Any, *, sheet: str, most_columns: int) -> Iterator[list[Any]]:
    """The rows of a sheet, the empty ones between as well, each at most one cell too long. Raises WorkbookError."""
    if sheet not in book.sheetnames:
        raise WorkbookError(_("The workbook has no sheet “%(name)s”.") % {"name": sheet})
    found = book[sheet]
    found.reset_dimensions()
    rows = found.iter_rows(values_only=True, max_col=most_columns + 1)
    for _line in range(1, LAST_LINE + 1):
        try:
            row = next(rows)
        except StopIteration:
            return
        except Exception as error:
            raise damaged(error) from error
        cells = list(row)
        while cells and cells[-1] is None:
            cells.pop()
        yield cells
    if next(rows, None) is not None:
        raise WorkbookError(_("The sheet has more lines than a workbook can have."))
