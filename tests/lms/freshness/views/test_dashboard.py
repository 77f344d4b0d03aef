"""The page of freshness: what is due and late in each state, and many confirmed at once, as far as one may."""

import datetime

import pytest
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from lms.freshness.domain.inventory import kinds
from lms.freshness.models import Confirmation
from tests.factories.courses import LessonFactory
from tests.factories.toolkit import DocumentFactory, ImageFactory, ToolkitPageFactory
from toolkit_pages.models import ToolkitPage

TODAY = timezone.localdate()
DAY = datetime.timedelta(days=1)
URL = "/admin/freshness/"
PAGE_QUERIES = 22
BACKEND = "lms.people.backends.SignedInBackend"


@pytest.fixture
def editing(client, erin, home):
    """A browser with erin signed in."""
    client.force_login(erin, backend=BACKEND)
    return client


def titles(response):
    return [str(row.content) for row, _address in response.context["rows"]]


def counts(response):
    """How many there are in each state, as the choice says."""
    return [number for _name, _label, number in response.context["states"]]


def keys(response):
    return [row.key for row, _address in response.context["rows"]]


def test_what_is_late_comes_first_whatever_its_kind(editing, erin):
    ToolkitPageFactory(title="Late page", review_on=TODAY - DAY)
    LessonFactory(title="Later lesson", review_on=TODAY - 9 * DAY, content_owner=erin)
    DocumentFactory(title="Due document", review_on=TODAY + 5 * DAY)
    ToolkitPageFactory(title="Far off", review_on=TODAY + 90 * DAY)
    ToolkitPageFactory(title="A draft", review_on=TODAY - DAY, live=False)
    assert titles(editing.get(URL)) == ["Later lesson", "Late page"]
    assert titles(editing.get(URL, {"state": "due"})) == ["Due document"]
    assert titles(editing.get(URL, {"state": "undated"})) == ["Home"]
    assert titles(editing.get(URL, {"whose": "mine"})) == ["Later lesson"]
    assert titles(editing.get(URL, {"kind": "toolkit_pages.toolkitpage"})) == ["Late page"]
    assert counts(editing.get(URL)) == [2, 1, 1, 4, 5]
    assert counts(editing.get(URL, {"kind": "toolkit_pages.toolkitpage"})) == [1, 0, 0, 2, 2]
    assert counts(editing.get(URL, {"whose": "mine"})) == [1, 0, 0, 0, 1]


def test_only_what_says_when_its_facts_were_checked_is_said_to_be_unchecked(editing):
    ToolkitPageFactory(title="Late page", review_on=TODAY - DAY, facts_checked_on=None)
    DocumentFactory(title="Late document", review_on=TODAY - DAY)
    html = editing.get(URL).content.decode()
    assert ("Late document" in html, html.count("Not yet checked")) == (True, 1)


def test_a_state_or_kind_that_nobody_knows_shows_what_is_late(editing):
    ToolkitPageFactory(title="Late page", review_on=TODAY - DAY)
    assert titles(editing.get(URL, {"state": "<b>", "p": "x"})) == ["Late page"]
    assert titles(editing.get(URL, {"kind": "people.user"})) == []


def test_what_is_ticked_is_confirmed_with_the_next_review(editing, erin):
    page = ToolkitPageFactory(review_on=TODAY - DAY)
    lesson = LessonFactory(review_on=TODAY - DAY)
    left = LessonFactory(review_on=TODAY - DAY)
    ticked = [row.key for row, _address in editing.get(URL).context["rows"] if row.content != left]
    later = TODAY + 180 * DAY
    answer = editing.post(f"{URL}?state=overdue", {"content": ticked, "review_on": later.isoformat(), "note": ""})
    assert (answer.status_code, answer["Location"]) == (302, f"{URL}?state=overdue")
    for content in (page, lesson):
        content.refresh_from_db()
        assert (content.facts_checked_on, content.review_on) == (TODAY, later)
    left.refresh_from_db()
    assert left.review_on == TODAY - DAY
    assert set(Confirmation.objects.values_list("confirmed_by", flat=True)) == {erin.pk}


@pytest.mark.parametrize("day", ["", "2020-01-01", "soon"])
def test_a_next_review_that_is_not_ahead_keeps_the_ticks_and_changes_nothing(editing, day):
    ToolkitPageFactory(review_on=TODAY - DAY)
    [key] = keys(editing.get(URL))
    answer = editing.post(URL, {"content": [key], "review_on": day})
    assert answer.status_code == 200
    assert answer.context["form"].errors.keys() == {"review_on"}
    assert f'id="c{key}" aria-label' in answer.content.decode()
    assert " checked>" in answer.content.decode()
    assert Confirmation.objects.count() == 0


def test_nothing_ticked_is_said(editing):
    ToolkitPageFactory(review_on=TODAY - DAY)
    answer = editing.post(URL, {"review_on": (TODAY + DAY).isoformat()})
    assert "Tick at least one line" in answer.content.decode()


@pytest.mark.parametrize("key", ["1", "1-2-3", "x-y", "999999-1", "-", "page-9", f"1-{'9' * 40}", f"{'9' * 5000}-1"])
def test_a_forged_key_confirms_nothing_and_is_said_to_be_gone(editing, key):
    known = ContentType.objects.get_for_model(ToolkitPage).pk
    forged = key.replace("page", str(known))
    answer = editing.post(URL, {"content": [forged], "review_on": (TODAY + DAY).isoformat()}, follow=True)
    assert "what you ticked is not there any more" in answer.content.decode()
    assert Confirmation.objects.count() == 0


def test_an_account_is_no_content_that_can_be_confirmed(editing, alice):
    key = f"{ContentType.objects.get_for_model(alice).pk}-{alice.pk}"
    editing.post(URL, {"content": [key], "review_on": (TODAY + DAY).isoformat()})
    assert Confirmation.objects.count() == 0


def test_images_without_a_description_are_counted_and_listed(editing):
    ImageFactory(title="Described")
    ImageFactory(title="Bare", description="")
    assert "1 image has no description" in editing.get(URL).content.decode()
    html = editing.get(f"{URL}images/").content.decode()
    assert "Bare" in html
    assert "Described" not in html


@pytest.mark.parametrize("path", ["", "images/", "links/", "reviews/", "reviews/1/"])
@pytest.mark.parametrize("person", ["alice", "bob", "charlie", "dana"])
def test_nobody_but_editors_and_administrators_enters(client, request, home, person, path):
    client.force_login(request.getfixturevalue(person), backend=BACKEND)
    assert client.get(f"{URL}{path}").status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_takes_the_same_queries_for_one_row_and_for_three(editing, rows, django_assert_num_queries):
    for _row in range(rows):
        ToolkitPageFactory(review_on=TODAY - DAY)
    editing.get(URL)
    with django_assert_num_queries(PAGE_QUERIES):
        assert len(titles(editing.get(URL))) == rows


def test_every_kind_of_content_can_be_filtered(editing):
    listed = editing.get(URL).context["kinds"]
    assert {name for name, _label in listed} == {model._meta.label_lower for model in kinds()}
    assert {"courses.lesson", "assessments.question", "uploads.document", "toolkit_pages.toolkitpage"} <= {
        name for name, _label in listed
    }
