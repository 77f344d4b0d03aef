"""Where a checklist stands, as a Word document: themes in a table, gaps with what can help, every answer."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from io import BytesIO
from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.utils.translation import gettext as _

from lms.design_system import wording
from toolkit_pages.domain.checklists import Answers
from toolkit_pages.domain.helping import Help, further_help, helps_for
from toolkit_pages.domain.maturity import STRONGEST_FIRST, Standing, by_theme, gaps, totals

FONT = "Verdana"
TITLE_MOST = 255
NO_XML = re.compile("[^\t\n -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, 2.2, and no carriage return


def answers_document(rows: Sequence[Standing], answers: Answers, *, on: date) -> bytes:
    """One visitor's answers and result on a day, as DOCX."""
    document = new_document(_("Partnership checklist: your result"))
    sums = totals(rows)
    document.add_paragraph(
        _("%(day)s. %(answered)s of %(items)s items answered, %(in_place)s mostly in place or embedded.")
        % {"day": wording.day(on), "answered": sums.answered, "items": sums.items, "in_place": sums.in_place}
    )
    document.add_paragraph(_("These are answers about how agencies work. They never describe a person or a case."))
    document.add_heading(_("Where you stand"), level=1)
    add_theme_table(document, rows)
    document.add_heading(_("Gaps, most urgent first"), level=1)
    add_gaps(document, gaps(rows))
    add_further(document, rows)
    document.add_heading(_("Your answers"), level=1)
    for theme in by_theme(rows):
        document.add_heading(theme.title, level=2)
        theme_rows = [row for row in rows if row.theme == theme.theme]
        add_table(document, answer_heads(), [answer_cells(row, answers) for row in theme_rows])
    return as_bytes(document)


def answer_heads() -> list[str]:
    """The heads of the columns of answers."""
    return [_("Item"), _("Level"), _("Evidence"), _("Owner"), _("Review by")]


def answer_cells(row: Standing, answers: Answers) -> list[str]:
    """An item's answer, one text for each head."""
    answer = answers.get(str(row.item))
    if answer is None:
        return [row.title, row.level_label, "", "", ""]
    day = wording.day(date.fromisoformat(answer["review_by"])) if answer["review_by"] else ""
    return [row.title, row.level_label, answer["evidence"], answer["owner"], day]


def new_document(title: str) -> Any:
    """An empty A4 document in British English whose title is in its properties, as assistive software reads it."""
    import docx  # slow to load, and few processes ever write one
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    document = docx.Document()
    properties = document.core_properties
    properties.title, properties.author, properties.comments = title_property(title), settings.WAGTAIL_SITE_NAME, ""
    properties.language = "en-GB"
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(10.5)
    normal.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), FONT)
    language = normal.element.rPr.makeelement(qn("w:lang"), {qn("w:val"): "en-GB"})
    normal.element.rPr.append(language)
    document.add_heading(printable(title), level=0)
    return document


def title_property(title: str) -> str:
    """A title as the properties of an office file hold it: of at most 255 characters."""
    words = printable(title)
    return words if len(words) <= TITLE_MOST else f"{words[: TITLE_MOST - 1]}…"


def add_theme_table(document: Any, rows: Iterable[Standing], *, since: str = "", moves: Any = None) -> None:
    """Items at each level, theme by theme; with `since`, how far each moved from an earlier review."""
    heads = [
        _("Theme"),
        *(str(level.label) for level in STRONGEST_FIRST),
        _("Not answered"),
        *([since] if since else []),
    ]
    cells = []
    for theme in by_theme(rows, moves=moves):
        moved = [theme.moved] if since else []
        cells.append([theme.title, *(str(number) for _level, number in theme.counts), str(theme.unanswered), *moved])
    add_table(document, heads, cells)


def add_gaps(document: Any, found: Iterable[Standing]) -> None:
    """The gaps in order, each with what can help; addresses are whole, for they are read on paper too."""
    listed = list(found)
    if not listed:
        document.add_paragraph(_("No gap among what has been answered."))
    for gap in listed:
        paragraph = document.add_paragraph(style="List Number")
        paragraph.add_run(printable(gap.title)).bold = True
        paragraph.add_run(printable(f" ({gap.theme_title}, {gap.level_label.lower()})"))
        add_helps(document, helps_for(gap.item, gap.level))


def add_further(document: Any, rows: Iterable[Standing]) -> None:
    """A part on what can help with items that are mostly in place; none where editors named nothing for them."""
    found = further_help(rows)
    if found:
        document.add_heading(_("Mostly in place: what can take you further"), level=1)
    for row, helps in found:
        paragraph = document.add_paragraph(style="List Bullet")
        paragraph.add_run(printable(row.title)).bold = True
        paragraph.add_run(printable(f" ({row.theme_title})"))
        add_helps(document, helps)


def add_helps(document: Any, helps: Iterable[Help]) -> None:
    """What can help, each with its whole address."""
    for help in helps:
        address = urljoin(settings.SITE_ORIGIN, help.url)
        document.add_paragraph(printable(f"{help.kind}: {help.title}. {address}"), style="List Bullet 2")


def add_table(document: Any, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A table whose first row is its head and is repeated on every page."""
    from docx.oxml.ns import qn

    listed = list(rows)
    table = document.add_table(rows=1 + len(listed), cols=len(heads))
    table.style = "Table Grid"
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        cell.text = ""
        cell.paragraphs[0].add_run(head).bold = True
    properties = table.rows[0]._tr.get_or_add_trPr()
    properties.append(properties.makeelement(qn("w:tblHeader"), {qn("w:val"): "true"}))
    for row, texts in zip(table._tbl.tr_lst[1:], listed, strict=True):
        for cell, text in zip(row.tc_lst, texts, strict=True):  # table.rows and their cells cost far more than this
            if text:
                cell.p_lst[0].add_r().text = printable(text)


def printable(text: str) -> str:
    """The text without characters that XML cannot hold."""
    return NO_XML.sub("", text)


def as_bytes(document: Any) -> bytes:
    """The document as the file it is saved as."""
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()
