"""A review as a Word document: long names, signs that XML cannot hold, language, title, headings and tables."""

import datetime
from io import BytesIO

import docx
import pytest
from django.conf import settings

from lms.kept import forget
from tests.factories.checklist import helps_with
from tests.factories.reviews import PartnershipFactory, ThemeFactory, answer, ask, checklist, closed_review
from tests.factories.toolkit import ToolkitPageFactory
from toolkit_pages.domain.review_documents import review_document
from toolkit_pages.domain.review_results import result_of
from toolkit_pages.domain.reviewing import open_review
from toolkit_pages.domain.settling import contested
from toolkit_pages.models import ChecklistItem

pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 5, 1)


def document_of(review, rows=()):
    return docx.Document(BytesIO(review_document(result_of(review), rows, on=DAY)))


def test_the_longest_names_fit_the_title_of_the_document(dana, haverley):
    checklist(1)
    partnership = PartnershipFactory(name="P" * 150, members=[haverley])
    document = document_of(closed_review(dana, partnership=partnership, levels=[1], title="R" * 120))
    assert document.paragraphs[0].text == f"{'P' * 150}: {'R' * 120}"
    assert (len(document.core_properties.title), document.core_properties.title[-1]) == (255, "…")


def test_signs_that_xml_cannot_hold_are_left_out(dana, haverley, alice):
    checklist(1)
    review = open_review(dana, title="Ours", organisation=haverley)
    [answerer] = ask(review, alice)
    answer(answerer, [1], evidence="Kept \uffff\ufffe\x0bhere 🙂", owner="\x1fSam")
    [row] = contested(review)
    tables = document_of(review, [row]).tables
    assert [cell.text for cell in tables[-1].rows[1].cells] == [
        "Item 1.1",
        "Haverley Police",
        "Started",
        "Kept here 🙂",
    ]


def test_every_table_has_a_head_and_every_text_is_british_english(dana, haverley):
    checklist(2)
    document = document_of(closed_review(dana, organisation=haverley, levels=[0, 3]))
    assert [len(table.rows[0]._tr.trPr.xpath("w:tblHeader")) for table in document.tables] == [1, 1]
    assert document.core_properties.language == "en-GB"
    tag = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    languages = [one.get(f"{tag}val") for one in document.styles.element.iter(f"{tag}lang")]
    assert set(languages) == {"en-GB"}


def test_what_does_not_apply_is_not_counted_and_the_comparison_says_what_it_counts(dana, haverley):
    checklist(3)
    closed_review(dana, organisation=haverley, levels=[0, 1, -1])
    texts = [
        line.text for line in document_of(closed_review(dana, organisation=haverley, levels=[2, 1, -1])).paragraphs
    ]
    assert "1 of 2 items is mostly in place or embedded. 1 item does not apply." in texts
    assert "“Levels” adds up how far items moved, counting those with a level both times." in texts


def test_a_review_that_nobody_was_asked_to_answer_says_so(dana, haverley):
    checklist(1)
    texts = [line.text for line in document_of(open_review(dana, title="Ours", organisation=haverley)).paragraphs]
    assert "Not closed yet: this can still change. No agency was asked." in texts
    assert "Nothing has been answered yet." in texts


def test_what_is_mostly_in_place_has_a_part_of_its_own_where_editors_named_help(dana, haverley, home):
    ThemeFactory(title="Theme 1", items=["Item 1.1", "Item 1.2"])
    page = ToolkitPageFactory(title="Keep it alive")
    heading = "Mostly in place: what can take you further"
    review = closed_review(dana, organisation=haverley, levels=[2, 2])
    assert heading not in [line.text for line in document_of(review).paragraphs]
    item = ChecklistItem.objects.get(title="Item 1.2")
    item.helps = [helps_with(page, levels=["2"])]
    item.save()
    forget()
    texts = [line.text for line in document_of(review).paragraphs]
    start = texts.index(heading)
    address = f"{settings.SITE_ORIGIN}{page.get_url()}"
    assert texts[start + 1 : start + 3] == ["Item 1.2 (Theme 1)", f"Page: Keep it alive. {address}"]
