"""Sets a draft as an OpenDocument text."""

from io import BytesIO

from odfdo import Document, Header, List, ListItem, Paragraph, Table

from lms.demo.documents.drafts import SAMPLE_NOTE, Draft


def open_document_file(draft: Draft) -> bytes:
    """The draft as an ODT file."""
    document = Document("text")
    document.body.clear()
    document.meta.title = draft.title
    document.meta.language = "en-GB"
    body = document.body
    body.append(Header(1, draft.title))
    for label, value in draft.facts:
        body.append(Paragraph(f"{label}: {value}"))
    body.append(Paragraph(SAMPLE_NOTE))
    for number, section in enumerate(draft.sections):
        body.append(Header(2, section.title))
        for place, block in enumerate(section.blocks):
            if block[0] == "p":
                body.append(Paragraph(block[1]))
            elif block[0] == "table":
                _kind, caption, heads, rows = block
                body.append(Paragraph(caption))
                table = Table(f"Table {number + 1}.{place + 1}", width=len(heads), height=len(rows) + 1)
                for line, cells in enumerate([heads, *rows]):
                    table.set_row_values(line, cells)
                body.append(table)
            else:
                items = List()
                for text in block[1]:
                    items.append(ListItem(text))
                body.append(items)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()
