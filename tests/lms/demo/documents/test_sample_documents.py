"""Sample documents: read from their text files, and set so that Word, a PDF reader and a browser read them well."""

import json
from datetime import date
from io import BytesIO

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn
from odfdo import Document as OpenDocument
from pypdf import PdfReader

from lms.demo.documents.drafts import Draft, Section
from lms.demo.documents.open_document import open_document_file
from lms.demo.documents.paper import pdf_file
from lms.demo.documents.parsing import read_sample
from lms.demo.documents.web import blocks_of
from lms.demo.documents.word import word_file
from lms.demo.documents.workbook import excel_file
from lms.demo.governance import samples
from lms.demo.resources import resource_samples
from toolkit_pages.models import GovernanceDocumentPage, ResourcePage

TABLE = ("table", "Contacts", ["Agency", "Number"], [["Police", "[number]"], ["Council", ""]])
DRAFT = Draft(
    title="Example agreement",
    kind="Agreement",
    version="2",
    approved_on=date(2026, 5, 5),
    organisation="Example partnership",
    owner="Chair",
    sections=[
        Section("Why", [("p", "We [agency] share & care."), ("ol", ["First", "Second"]), ("ol", ["Again"])]),
        Section("Who", [TABLE, ("ul", ["One", "Two"])]),
    ],
)


def test_a_word_file_has_headings_language_and_table_heads():
    document = docx.Document(BytesIO(word_file(DRAFT)))
    styles = [(paragraph.style.name, paragraph.text) for paragraph in document.paragraphs if paragraph.text]
    assert styles[0] == ("Title", "Example agreement")
    assert [text for style, text in styles if style == "Heading 1"] == ["Why", "Who"]
    assert (document.core_properties.title, document.core_properties.language) == ("Example agreement", "en-GB")
    assert document.styles["Normal"].element.rPr.find(qn("w:lang")).get(qn("w:val")) == "en-GB"
    for table in document.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert table._tbl.tblPr.find(qn("w:tblDescription")).get(qn("w:val"))
    assert [cell.text for cell in document.tables[1].rows[1].cells] == ["Police", "[number]"]


def test_each_numbered_list_begins_at_one_and_places_to_fill_are_marked():
    document = docx.Document(BytesIO(word_file(DRAFT)))
    numbered = [paragraph for paragraph in document.paragraphs if paragraph.style.name == "List Number"]
    lists = [paragraph._p.pPr.numPr.numId.val for paragraph in numbered]
    assert lists[0] == lists[1] != lists[2]
    marked = [run.text for paragraph in document.paragraphs for run in paragraph.runs if run.font.highlight_color]
    assert marked == ["[agency]"]


def test_a_pdf_is_tagged_and_says_its_title_and_language():
    reader = PdfReader(BytesIO(pdf_file(DRAFT)))
    root = reader.trailer["/Root"]
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"], reader.metadata.title) == ("en-GB", True, "Example agreement")
    assert "We [agency] share & care." in reader.pages[0].extract_text()


def test_an_open_document_and_a_workbook_hold_the_same():
    body = OpenDocument(BytesIO(open_document_file(DRAFT))).body
    assert [header.inner_text for header in body.get_elements("//text:h")] == ["Example agreement", "Why", "Who"]
    book = openpyxl.load_workbook(BytesIO(excel_file(DRAFT)))
    assert book.sheetnames == ["Contacts"]
    assert [cell.value for cell in book["Contacts"][2]] == ["Police", "[number]"]


def test_a_web_page_has_texts_and_tables_in_order():
    assert blocks_of(DRAFT.sections) == [
        {
            "type": "rich_text",
            "value": "<h2>Why</h2><p>We [agency] share &amp; care.</p>"
            "<ol><li>First</li><li>Second</li></ol><ol><li>Again</li></ol>",
        },
        {"type": "rich_text", "value": "<h2>Who</h2>"},
        {
            "type": "table",
            "value": {
                "caption": "Contacts",
                "columns": [{"type": "text", "heading": "Agency"}, {"type": "text", "heading": "Number"}],
                "rows": [{"values": ["Police", "[number]"]}, {"values": ["Council", ""]}],
            },
        },
        {"type": "rich_text", "value": "<ul><li>One</li><li>Two</li></ul>"},
    ]
    json.dumps(blocks_of(DRAFT.sections))


def test_a_text_file_is_read_into_facts_versions_and_sections(tmp_path):
    path = tmp_path / "agreement.txt"
    path.write_text(
        "title: Agreement\norganisation: Partnership\nowner: Chair\nnations: england, wales\n"
        "version: 2 | 2026-05-05 | More\nversion: 1 | 2025-05-05 | First\n\n"
        "## Why (since 2)\nBecause.\n- one\n- two\n\n## Why (until 1)\nBefore.\n\n"
        "## Who\n| Contacts\n| A | B\n| 1 | [2]\n"
    )
    sample = read_sample(path)
    assert (sample.slug, sample.lists["nations"]) == ("agreement", ["england", "wales"])
    new, old = [sample.draft(version, kind="Agreement") for version in sample.versions]
    assert [section.blocks for section in new.sections] == [
        [("p", "Because."), ("ul", ["one", "two"])],
        [("table", "Contacts", ["A", "B"], [["1", "[2]"]])],
    ]
    assert [section.blocks[0] for section in old.sections][0] == ("p", "Before.")
    assert new.places_to_fill == 1


@pytest.mark.parametrize("text", ["no fact\n\n## A\n", "title: A\n\nbefore any section\n"])
def test_a_text_file_with_a_line_that_means_nothing_is_refused(tmp_path, text):
    path = tmp_path / "wrong.txt"
    path.write_text(text)
    with pytest.raises(ValueError, match="wrong.txt"):
        read_sample(path)


def test_the_library_has_every_type_and_some_documents_with_several_versions():
    found = samples()
    assert {sample.facts["type"] for sample in found} == set(GovernanceDocumentPage.Type.values)
    assert sum(len(sample.versions) > 1 for sample in found) >= 3
    slugs = {sample.slug for sample in found}
    for sample in found:
        assert set(sample.lists["goes_with"]) <= slugs
        newest = sample.draft(sample.versions[0], kind="")
        assert sum(len(text.split()) for text in newest.texts) >= 150, sample.slug
        days = [version.approved_on for version in sample.versions]
        assert days == sorted(days, reverse=True)
        assert date.fromisoformat(sample.facts["checked"]) < date.fromisoformat(sample.facts["review"])


def test_every_resource_has_a_topic_a_kind_and_something_to_read():
    found = resource_samples()
    assert len(found) >= 12
    for sample in found:
        assert sample.facts["topic"] in ResourcePage.Topic.values
        assert sample.facts["kind"] in ResourcePage.Kind.values
        assert bool(sample.file_sections) == bool(sample.lists.get("formats"))
        words = [text for section in sample.sections for block in section.blocks for text in map(str, block)]
        assert sum(len(text.split()) for text in words) >= 150, sample.slug
