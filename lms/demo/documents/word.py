"""Sets a draft as a Word file that assistive technology reads well: styles, language, table heads and descriptions."""

from io import BytesIO

import docx
from docx.document import Document
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table
from docx.text.paragraph import Paragraph

from lms.demo.documents.drafts import PLACE_TO_FILL, SAMPLE_NOTE, Block, Draft

HARBOUR = RGBColor(0x0D, 0x44, 0x50)
FONT = "Arial"
SIZES = {"Normal": 11, "Title": 24, "Heading 1": 16, "Heading 2": 13, "List Bullet": 11, "List Number": 11}


def word_file(draft: Draft) -> bytes:
    """The draft as a DOCX file."""
    document = docx.Document()
    prepare(document, draft)
    document.add_paragraph(draft.title, style="Title")
    add_table(document, f"About {draft.title}", ["About this document", ""], [list(fact) for fact in draft.facts])
    add_text(document.add_paragraph(), SAMPLE_NOTE)
    for section in draft.sections:
        document.add_heading(section.title, level=1)
        for block in section.blocks:
            add_block(document, block)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def prepare(document: Document, draft: Draft) -> None:
    """Title, language, margins, typeface, and page numbers at the foot."""
    document.core_properties.title = draft.title
    document.core_properties.author = draft.organisation
    document.core_properties.language = "en-GB"
    document.core_properties.comments = "Sample"
    for name, size in SIZES.items():
        style = document.styles[name]
        style.font.name, style.font.size = FONT, Pt(size)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(script), FONT)
        for themed in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
            fonts.attrib.pop(qn(themed), None)
        if name in ("Title", "Heading 1", "Heading 2"):
            style.font.color.rgb = HARBOUR
            style.font.bold = True
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-GB")
    properties = document.styles["Normal"].element.get_or_add_rPr()
    properties.append(language)
    document.styles["Normal"].paragraph_format.space_after = Pt(6)
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.3)
    footer = page.footer.paragraphs[0]
    footer.add_run(f"{draft.kind}, version {draft.version}. Sample. Page ")
    add_page_number(footer)


def add_page_number(paragraph: Paragraph) -> None:
    """A field that Word fills with the number of the page."""
    number = OxmlElement("w:fldSimple")
    number.set(qn("w:instr"), "PAGE")
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    number.append(run)
    paragraph._p.append(number)


def add_block(document: Document, block: Block) -> None:
    if block[0] == "p":
        add_text(document.add_paragraph(), block[1])
    elif block[0] == "table":
        add_table(document, *block[1:])
    else:
        style = "List Bullet" if block[0] == "ul" else "List Number"
        for number, text in enumerate(block[1]):
            paragraph = document.add_paragraph(style=style)
            if block[0] == "ol" and number == 0:
                start_again(document, paragraph)
                first = paragraph
            elif block[0] == "ol":
                paragraph._p.get_or_add_pPr().append(copy_numbering(first))
            add_text(paragraph, text)


def start_again(document: Document, paragraph: Paragraph) -> None:
    """Let a numbered list begin at 1, whatever list came before it."""
    numbering = document.part.numbering_part.element
    style_number = document.styles["List Number"].element.pPr.numPr.numId.val
    abstract = next(num.abstractNumId.val for num in numbering.num_lst if num.numId == style_number)
    new = numbering.add_num(abstract)
    new.add_lvlOverride(ilvl=0).add_startOverride(1)
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_numId().val = new.numId
    properties.get_or_add_ilvl().val = 0


def copy_numbering(paragraph: Paragraph):
    """The numbering of a paragraph, for the next one of its list."""
    from copy import deepcopy

    return deepcopy(paragraph._p.pPr.numPr)


def add_text(paragraph: Paragraph, text: str) -> None:
    """The text, with the places to fill in marked."""
    end = 0
    for found in PLACE_TO_FILL.finditer(text):
        paragraph.add_run(text[end : found.start()])
        paragraph.add_run(found.group()).font.highlight_color = WD_COLOR_INDEX.YELLOW
        end = found.end()
    paragraph.add_run(text[end:])


def add_table(document: Document, caption: str, heads: list[str], rows: list[list[str]]) -> Table:
    """A table whose first row is repeated on each page and read out as its heads, with a description."""
    table = document.add_table(rows=1, cols=len(heads), style="Table Grid")
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        cell.paragraphs[0].add_run(head or "Detail").bold = True
    repeated = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(repeated)
    for row in rows:
        cells = table.add_row().cells
        for cell, text in zip(cells, row, strict=True):
            add_text(cell.paragraphs[0], text)
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    properties = table._tbl.tblPr
    for tag, value in (("w:tblCaption", caption), ("w:tblDescription", caption)):
        element = OxmlElement(tag)
        element.set(qn("w:val"), value)
        properties.append(element)
    document.add_paragraph()
    return table
