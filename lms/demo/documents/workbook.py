"""Sets the tables of a draft as an Excel file, a sheet for each."""

from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from lms.demo.documents.drafts import Draft

NOT_IN_A_NAME = str.maketrans("", "", "[]:*?/\\")


def excel_file(draft: Draft) -> bytes:
    """The draft's tables as an XLSX file."""
    book = Workbook()
    book.properties.title, book.properties.creator, book.properties.language = draft.title, draft.organisation, "en-GB"
    book.remove(book.active)
    for section in draft.sections:
        for block in section.blocks:
            if block[0] == "table":
                _kind, caption, heads, rows = block
                add_sheet(book, caption, heads, rows)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def add_sheet(book: Workbook, caption: str, heads: list[str], rows: list[list[str]]) -> None:
    """One table: heads in bold that stay in sight, columns wide enough to read."""
    sheet = book.create_sheet(caption.translate(NOT_IN_A_NAME)[:31])
    for line in [heads, *rows]:
        sheet.append(line)
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    sheet.freeze_panes = "A2"
    for place in range(1, len(heads) + 1):
        sheet.column_dimensions[get_column_letter(place)].width = 28
    for row in sheet.iter_rows():
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
