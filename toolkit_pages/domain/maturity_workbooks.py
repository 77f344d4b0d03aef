"""Where a checklist stands, as an Excel workbook: a sheet of themes, one of gaps, one of every answer."""

from collections.abc import Iterable, Sequence
from datetime import date
from io import BytesIO
from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.utils.translation import gettext as _

from lms.cells import safe_text
from toolkit_pages.domain.checklists import Answers
from toolkit_pages.domain.helping import helps_for
from toolkit_pages.domain.maturity import STRONGEST_FIRST, Standing, by_theme, gaps
from toolkit_pages.domain.maturity_documents import printable, title_property


def answers_workbook(rows: Sequence[Standing], answers: Answers) -> bytes:
    """One visitor's answers and result, as XLSX."""
    book = new_workbook(_("Partnership checklist: your result"))
    add_sheet(book, _("Themes"), theme_heads(), theme_rows(rows))
    add_sheet(book, _("Gaps"), gap_heads(), (gap_row(number, gap) for number, gap in enumerate(gaps(rows), start=1)))
    heads = [_("Theme"), _("Item"), _("Level"), _("Evidence"), _("Owner"), _("Review by")]
    add_sheet(book, _("Answers"), heads, (answer_row(row, answers) for row in rows))
    return as_bytes(book)


def theme_heads() -> list[str]:
    """The heads of the sheet of themes."""
    return [_("Theme"), *(str(level.label) for level in STRONGEST_FIRST), _("Not answered")]


def theme_rows(rows: Iterable[Standing]) -> list[list[Any]]:
    """How many items of each theme are at each level."""
    return [[theme.title, *(number for _level, number in theme.counts), theme.unanswered] for theme in by_theme(rows)]


def gap_heads() -> list[str]:
    """The heads of the sheet of gaps."""
    return [_("Order"), _("Theme"), _("Item"), _("Level"), _("What can help")]


def gap_row(number: int, gap: Standing) -> list[Any]:
    """A gap with the addresses of what can help, one on each line."""
    helps = [
        f"{help.kind}: {help.title} {urljoin(settings.SITE_ORIGIN, help.url)}"
        for help in helps_for(gap.item, gap.level)
    ]
    return [number, gap.theme_title, gap.title, gap.level_label, "\n".join(helps)]


def answer_row(row: Standing, answers: Answers) -> list[Any]:
    """An item with its answer."""
    answer = answers.get(str(row.item))
    if answer is None:
        return [row.theme_title, row.title, row.level_label, "", "", None]
    day = date.fromisoformat(answer["review_by"]) if answer["review_by"] else None
    return [row.theme_title, row.title, row.level_label, answer["evidence"], answer["owner"], day]


def new_workbook(title: str) -> Any:
    """An empty workbook in British English with its title in its properties; sheets are added one after the other."""
    import openpyxl  # slow to load, and few processes ever write one

    book = openpyxl.Workbook(write_only=True)
    book.properties.title, book.properties.creator = title_property(title), settings.WAGTAIL_SITE_NAME
    book.properties.language = "en-GB"
    return book


def add_sheet(book: Any, title: str, heads: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """A sheet with a bold head that stays in sight and on every printed page; no text can be taken for a formula."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(title)
    sheet.freeze_panes, sheet.print_title_rows = "A2", "1:1"
    for number, head in enumerate(heads, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = 40 if number < 3 else 24 if len(head) > 8 else 18
    first = []
    for head in heads:
        cell = WriteOnlyCell(sheet, value=head)
        cell.font = Font(bold=True)
        first.append(cell)
    sheet.append(first)
    for row in rows:
        cells = []
        for value in row:
            cell = WriteOnlyCell(sheet, value=safe_text(printable(value)) if isinstance(value, str) else value)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cells.append(cell)
        sheet.append(cells)


def as_bytes(book: Any) -> bytes:
    """The workbook as the file it is saved as."""
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()
