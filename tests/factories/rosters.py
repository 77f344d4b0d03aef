"""Lists of people as leads upload them, and the steps that tests of imports share."""

import datetime
from io import BytesIO

import openpyxl
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from lms.people.domain import roster_sweep
from lms.people.domain.roster_columns import match_columns
from lms.people.domain.rosters import ask_for_check, ask_to_apply, rows_that_count, upload_roster
from lms.people.models import Organisation, RosterImport, User


def csv_file(*lines: str, name: str = "people.csv", encoding: str = "utf-8") -> SimpleUploadedFile:
    """A CSV file of these lines."""
    return SimpleUploadedFile(name, "".join(f"{line}\n" for line in lines).encode(encoding))


def workbook(*rows: list, title: str = "People", more: dict[str, list[list]] | None = None) -> SimpleUploadedFile:
    """An .xlsx file whose first sheet holds these rows; `more` are further sheets."""
    book = openpyxl.Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    for name, others in (more or {}).items():
        sheet = book.create_sheet(name)
        for row in others:
            sheet.append(row)
    buffer = BytesIO()
    book.save(buffer)
    return SimpleUploadedFile("people.xlsx", buffer.getvalue())


def checked_import(
    lead: User,
    organisation: Organisation,
    *lines: str,
    end_missing: bool = False,
    on: datetime.date | None = None,
    file: SimpleUploadedFile | None = None,
) -> RosterImport:
    """A list uploaded, its columns matched by their names, and checked."""
    found = upload_roster(lead, organisation=organisation, file=file or csv_file(*lines))
    ask_for_check(
        lead,
        roster_import=found,
        fields_by_header=match_columns(found.headers, organisation=organisation),
        end_missing=end_missing,
        effective_on=on or timezone.localdate(),
    )
    roster_sweep.sweep()
    found.refresh_from_db()
    return found


def applied_import(lead: User, organisation: Organisation, *lines: str, **options) -> RosterImport:
    """The same, applied."""
    found = checked_import(lead, organisation, *lines, **options)
    ask_to_apply(lead, roster_import=found)
    roster_sweep.sweep()
    found.refresh_from_db()
    return found


def told(roster_import: RosterImport) -> list[tuple[int | None, str, str]]:
    """Line, action and detail of each row, by line; people missing from the file come last."""
    rows = rows_that_count(roster_import).values_list("number", "action", "detail")
    return sorted(rows, key=lambda row: (row[0] is None, row[0]))
