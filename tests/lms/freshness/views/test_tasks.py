"""Review tasks in the admin: the list, one's own on the first page, an outcome, and giving one to an editor."""

import datetime

import pytest
from django.utils import timezone

from lms.authorities.domain.changes import Wording, note_change
from lms.authorities.models import ReviewTask
from tests.factories.courses import LessonFactory, ModuleFactory
from tests.factories.toolkit import AuthorityFactory

TODAY = timezone.localdate()
URL = "/admin/freshness/reviews/"
LIST_QUERIES = 12
BACKEND = "lms.people.backends.SignedInBackend"


@pytest.fixture
def editing(client, erin, home):
    """A browser with erin signed in."""
    client.force_login(erin, backend=BACKEND)
    return client


def asked(erin, title="Signs", owner=None, due_on=TODAY):
    """A review that a change asked for."""
    authority = AuthorityFactory(title=f"Law of {title}", value="45 days")
    LessonFactory(title=title, rests_on=[("authority", authority)], content_owner=owner, lead=title)
    _version, [task] = note_change(
        authority, by=erin, wording=Wording(value="30 days"), what_changed="It is shorter now.", due_on=due_on
    )
    return task


def titles(response):
    return [task.title for task in response.context["page"]]


def test_the_list_is_filtered_by_whose_and_state(editing, erin, frances):
    mine, other = asked(erin, "Mine", owner=erin), asked(erin, "Other", owner=frances)
    nobodys = asked(erin, "Nobody’s")
    assert titles(editing.get(URL)) == ["Mine", "Other", "Nobody’s"]
    assert titles(editing.get(URL, {"whose": "mine"})) == ["Mine"]
    assert titles(editing.get(URL, {"whose": "nobody"})) == ["Nobody’s"]
    assert titles(editing.get(URL, {"authority": other.version.authority_id})) == ["Other"]
    assert titles(editing.get(URL, {"state": "done"})) == []
    for nonsense in ("x", "9" * 40, "-1"):
        assert len(titles(editing.get(URL, {"authority": nonsense}))) == 3
    assert (mine.owner, nobodys.owner) == (erin, None)


def test_a_review_tells_what_changed_and_where_to_look(editing, erin):
    task = asked(erin)
    html = editing.get(f"{URL}{task.pk}/").content.decode()
    for words in ("It is shorter now.", "45 days", "30 days", "Edit it"):
        assert words in html


def test_a_review_leads_to_where_visitors_see_a_module_but_not_a_draft(editing, erin):
    authority = AuthorityFactory()
    module = ModuleFactory(rests_on=[("authority", authority)])
    ModuleFactory(rests_on=[("authority", authority)], live=False)
    _version, tasks = note_change(authority, by=erin, wording=Wording(value="1"), what_changed="New", due_on=TODAY)
    seen = {bool(task.content.live): editing.get(f"{URL}{task.pk}/").context["seen_url"] for task in tasks}
    assert seen == {True: module.get_absolute_url(), False: ""}


def test_an_outcome_closes_it_and_is_kept(editing, erin):
    task = asked(erin)
    answer = editing.post(f"{URL}{task.pk}/", {"outcome": "unchanged", "note": "Our text names no number."})
    assert answer["Location"] == URL
    task.refresh_from_db()
    assert (task.outcome, task.done_by, task.note) == ("unchanged", erin, "Our text names no number.")
    assert titles(editing.get(URL, {"state": "done"})) == ["Signs"]
    assert "Finish the review" not in editing.get(f"{URL}{task.pk}/").content.decode()


def test_without_an_outcome_what_was_typed_stays(editing, erin):
    task = asked(erin)
    html = editing.post(f"{URL}{task.pk}/", {"note": "Half a thought"}).content.decode()
    assert "Choose what you found" in html
    assert "Half a thought" in html
    assert ReviewTask.objects.open().count() == 1


def test_saying_it_was_taken_down_while_visitors_see_it_is_refused(editing, erin):
    task = asked(erin)
    html = editing.post(f"{URL}{task.pk}/", {"outcome": "taken_down"}).content.decode()
    assert "Unpublish it first" in html


def test_it_is_given_to_an_editor_and_to_nobody_else(editing, erin, frances, alice):
    task = asked(erin)
    later = TODAY + datetime.timedelta(days=3)
    page = editing.get(f"{URL}{task.pk}/").content.decode()
    assert "Frances Example" in page
    assert "Alice Example" not in page
    refused = editing.post(f"{URL}{task.pk}/give/", {"to": alice.pk, "due_on": later.isoformat()})
    assert (refused.status_code, ReviewTask.objects.get().owner) == (200, None)
    editing.post(f"{URL}{task.pk}/give/", {"to": frances.pk, "due_on": later.isoformat()})
    assert list(ReviewTask.objects.values_list("owner", "due_on")) == [(frances.pk, later)]


def test_the_first_page_of_the_admin_shows_ones_own(editing, erin, frances):
    asked(erin, "Mine", owner=erin)
    asked(erin, "Hers", owner=frances)
    LessonFactory(title="Due to be read", content_owner=erin, review_on=TODAY - datetime.timedelta(days=2))
    html = editing.get("/admin/").content.decode()
    panel = html[html.index("your-reviews") : html.index("Confirm several at once")]
    assert "Mine" in panel
    assert "Due to be read" in panel
    assert "Hers" not in panel


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_takes_the_same_queries_for_one_row_and_for_three(editing, erin, rows, django_assert_num_queries):
    for number in range(rows):
        asked(erin, f"Lesson {number}", owner=erin)
    editing.get(URL)
    with django_assert_num_queries(LIST_QUERIES):
        assert len(titles(editing.get(URL))) == rows
