"""The answers as Word and Excel: what they hold, that they open, and that nothing in them is a formula."""

from io import BytesIO

import docx
import openpyxl
import pytest
from django.urls import reverse

from tests.factories.checklist import ChecklistItemFactory, ChecklistThemeFactory, helps_with
from tests.factories.toolkit import ToolkitPageFactory

pytestmark = pytest.mark.django_db


def file_of(client, kind):
    response = client.get(reverse("toolkit_pages:checklist_download", args=[kind]))
    assert response.status_code == 200
    return response


@pytest.fixture
def answered(client, home):
    """A visitor with one gap and one item in place, a formula for evidence."""
    page = ToolkitPageFactory(title="Share information well", slug="share")
    theme = ChecklistThemeFactory(title="Information sharing")
    gap = ChecklistItemFactory(theme=theme, title="An agreement", helps=[helps_with(page)])
    ChecklistItemFactory(theme=theme, title="A route at night")
    other = theme.items.last()
    client.post(
        theme.get_absolute_url(),
        {
            f"item-{gap.pk}-level": "0",
            f"item-{gap.pk}-evidence": "=1+1",
            f"item-{other.pk}-level": "3",
            f"item-{other.pk}-owner": "A named\x0b lead",
            f"item-{other.pk}-review_by": "2027-04-14",
        },
    )
    return client


def test_the_document_has_headings_tables_and_what_helps(answered, settings):
    response = file_of(answered, "docx")
    assert response["Content-Disposition"].startswith('attachment; filename="checklist-20')
    document = docx.Document(BytesIO(response.content))
    heads = [line.text for line in document.paragraphs if line.style.name.startswith(("Title", "Heading"))]
    assert heads == [
        "Partnership checklist: your result",
        "Where you stand",
        "Gaps, most urgent first",
        "Your answers",
        "Information sharing",
    ]
    texts = [line.text for line in document.paragraphs]
    assert f"Page: Share information well. {settings.SITE_ORIGIN}/share/" in texts
    assert "These are answers about how agencies work. They never describe a person or a case." in texts
    themes, answers = document.tables
    assert [cell.text for cell in themes.rows[1].cells] == ["Information sharing", "1", "0", "0", "1", "0", "0"]
    assert [cell.text for cell in answers.rows[2].cells] == [
        "A route at night",
        "Embedded",
        "",
        "A named lead",
        "14 April 2027",
    ]


def test_the_document_says_its_title_and_language_and_repeats_its_table_heads(answered):
    document = docx.Document(BytesIO(file_of(answered, "docx").content))
    assert document.core_properties.title == "Partnership checklist: your result"
    assert document.core_properties.language == "en-GB"
    assert all("w:tblHeader" in table.rows[0]._tr.xml for table in document.tables)


def test_the_workbook_has_three_sheets_and_no_formula(answered):
    book = openpyxl.load_workbook(BytesIO(file_of(answered, "xlsx").content))
    assert book.sheetnames == ["Themes", "Gaps", "Answers"]
    rows = list(book["Answers"].iter_rows(values_only=True))
    assert rows[1][:5] == ("Information sharing", "An agreement", "Not started", "'=1+1", None)
    assert [cell.data_type for row in book["Answers"].iter_rows() for cell in row if cell.data_type == "f"] == []
    assert book["Gaps"].max_row == 2


def test_signs_that_no_document_can_hold_are_left_out(client):
    item = ChecklistItemFactory()
    sent = {f"item-{item.pk}-level": "0", f"item-{item.pk}-evidence": "Signed\uffff by\ufffe nine \U0001f600"}
    client.post(item.theme.get_absolute_url(), sent)
    document = docx.Document(BytesIO(file_of(client, "docx").content))
    assert document.tables[1].rows[1].cells[2].text == "Signed by nine \U0001f600"
    book = openpyxl.load_workbook(BytesIO(file_of(client, "xlsx").content))
    assert book["Answers"]["D2"].value == "Signed by nine \U0001f600"


def test_a_file_without_answers_can_be_had_and_another_kind_cannot(client):
    ChecklistItemFactory()
    assert openpyxl.load_workbook(BytesIO(file_of(client, "xlsx").content))["Answers"].max_row == 2
    assert docx.Document(BytesIO(file_of(client, "docx").content)).tables
    assert client.get(reverse("toolkit_pages:checklist_download", args=["pdf"])).status_code == 404
