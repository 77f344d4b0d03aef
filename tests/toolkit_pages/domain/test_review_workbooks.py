"""A review as an Excel workbook: its title and language, heads that are repeated, no formula, the right day."""

import datetime
from io import BytesIO

import openpyxl
import pytest

from tests.factories.reviews import answer, ask, checklist, closed_review
from toolkit_pages.domain.actions import make_action, note_progress
from toolkit_pages.domain.review_results import result_of
from toolkit_pages.domain.review_workbooks import review_workbook
from toolkit_pages.domain.reviewing import open_review
from toolkit_pages.domain.settling import contested
from toolkit_pages.models import ChecklistReview

pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 5, 1)


def book_of(review, rows=()):
    return openpyxl.load_workbook(BytesIO(review_workbook(result_of(review), rows, on=DAY)))


def test_the_workbook_has_a_title_a_language_and_heads_that_are_repeated(dana, haverley):
    checklist(1)
    book = book_of(closed_review(dana, organisation=haverley, levels=[0]))
    assert (book.properties.title, book.properties.language) == ("Haverley Police: Autumn review", "en-GB")
    assert {(sheet.freeze_panes, sheet.print_title_rows) for sheet in book} == {("A2", "$1:$1")}


@pytest.mark.parametrize("begins", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\uffff=1"])
def test_no_text_of_anybody_becomes_a_formula(dana, haverley, alice, begins):
    checklist(1)
    review = open_review(dana, title=f"{begins} title", organisation=haverley)
    [answerer] = ask(review, alice)
    answer(answerer, [1], evidence=f"{begins} evidence", owner=f"{begins} owner")
    action = make_action(
        dana, review=review, title=f"{begins} action", due_on=DAY, owner_name=f"{begins} name", item=review.items.get()
    )
    note_progress(dana, action=action, status="done", evidence=f"{begins} proof")
    cells = [cell for sheet in book_of(review, contested(review)) for row in sheet.iter_rows() for cell in row]
    assert "f" not in {cell.data_type for cell in cells}
    formula = begins.strip("\uffff\t ")
    written = [cell.value for cell in cells if isinstance(cell.value, str) and formula in cell.value]
    assert len(written) == 6
    assert {value[0] for value in written} == {"'"}


def test_the_day_it_was_closed_is_that_of_london(dana, haverley):
    checklist(1)
    review = closed_review(dana, organisation=haverley, levels=[0])
    late = datetime.datetime(2026, 6, 30, 23, 30, tzinfo=datetime.UTC)
    ChecklistReview.objects.filter(pk=review.pk).update(closed_at=late)
    review.refresh_from_db()
    facts = {row[0].value: row[1].value for row in book_of(review)["Review"].iter_rows(min_row=2)}
    assert facts["Closed"] == datetime.datetime(2026, 7, 1)
