"""A review is finished once, held against what visitors see; confirming sets the days in public and in the draft."""

import datetime

import pytest
from django.utils import timezone

from courses.models import Lesson
from lms.authorities.domain.changes import Wording, note_change
from lms.authorities.models import ReviewTask
from lms.freshness.domain.confirming import confirm
from lms.freshness.domain.errors import DoneAlready, ReviewNotAhead, StillPublished, WaitsInDraft
from lms.freshness.domain.reviewing import finish_review, give_review, tasks_for
from lms.freshness.models import Confirmation
from tests.factories.courses import LessonFactory
from tests.factories.toolkit import AuthorityFactory, DocumentFactory, ToolkitPageFactory
from toolkit_pages.models import ToolkitPage

TODAY = timezone.localdate()
SPRING = datetime.date(2026, 4, 14)


@pytest.fixture
def authority(db):
    return AuthorityFactory(title="Duty to notify", version="1")


def asked(authority, erin, *, version="2"):
    """The one open task after a change."""
    _version, [task] = note_change(
        authority, by=erin, wording=Wording(version=version), what_changed="New", due_on=TODAY
    )
    return task


def test_still_right_makes_today_the_day_the_facts_were_checked(home, authority, erin):
    page = ToolkitPageFactory(rests_on=[("authority", authority)], facts_checked_on=SPRING, review_on=SPRING)
    task = asked(authority, erin)
    finish_review(task, by=erin, outcome="unchanged", note="Read it all")
    page.refresh_from_db()
    task.refresh_from_db()
    assert (page.facts_checked_on, page.review_on) == (TODAY, SPRING)
    assert (task.outcome, task.done_by, task.note, task.next_reminder_on) == ("unchanged", erin, "Read it all", None)
    assert list(tasks_for()) == []
    assert list(tasks_for(done=True)) == [task]


def test_a_review_is_done_once(home, authority, erin):
    ToolkitPageFactory(rests_on=[("authority", authority)])
    task = asked(authority, erin)
    finish_review(task, by=erin, outcome="unchanged")
    with pytest.raises(DoneAlready):
        finish_review(task, by=erin, outcome="mended")
    with pytest.raises(DoneAlready):
        give_review(task, to=erin, due_on=TODAY)
    assert ReviewTask.objects.get().outcome == "unchanged"


def test_a_change_that_waits_in_a_draft_does_not_finish_the_review(authority, erin):
    lesson = LessonFactory(rests_on=[("authority", authority)], facts_checked_on=SPRING)
    task = asked(authority, erin)
    lesson.lead = "New words"
    lesson.save_revision()
    with pytest.raises(WaitsInDraft):
        finish_review(task, by=erin, outcome="mended")
    lesson.latest_revision.publish()
    finish_review(task, by=erin, outcome="mended")
    lesson = Lesson.objects.get()
    assert (lesson.lead, lesson.facts_checked_on) == ("New words", TODAY)


def test_what_was_taken_down_has_to_be_down(home, authority, erin):
    page = ToolkitPageFactory(rests_on=[("authority", authority)], facts_checked_on=SPRING)
    task = asked(authority, erin)
    with pytest.raises(StillPublished):
        finish_review(task, by=erin, outcome="taken_down")
    page.unpublish()
    finish_review(task, by=erin, outcome="taken_down")
    page.refresh_from_db()
    assert (ReviewTask.objects.get().outcome, page.facts_checked_on) == ("taken_down", SPRING)


def test_finishing_the_newest_review_closes_the_older_ones_of_the_same_text(home, authority, erin):
    ToolkitPageFactory(rests_on=[("authority", authority)])
    older = asked(authority, erin)
    newer = asked(authority, erin, version="3")
    finish_review(newer, by=erin, outcome="unchanged")
    older.refresh_from_db()
    assert older.outcome == "unchanged"


def test_finishing_an_older_review_leaves_the_newer_one_open(home, authority, erin):
    ToolkitPageFactory(rests_on=[("authority", authority)])
    older = asked(authority, erin)
    newer = asked(authority, erin, version="3")
    finish_review(older, by=erin, outcome="unchanged")
    assert list(tasks_for()) == [newer]


def test_a_review_of_something_deleted_since_can_be_closed(home, authority, erin):
    page = ToolkitPageFactory(rests_on=[("authority", authority)])
    task = asked(authority, erin)
    page.delete()
    finish_review(task, by=erin, outcome="taken_down")
    assert Confirmation.objects.count() == 0
    assert ReviewTask.objects.get().outcome == "taken_down"


def test_a_review_is_given_to_an_editor_with_a_new_day(home, authority, erin, frances):
    ToolkitPageFactory(rests_on=[("authority", authority)])
    task = asked(authority, erin)
    later = TODAY + datetime.timedelta(days=5)
    assert list(tasks_for(unowned=True)) == [task]
    give_review(task, to=frances, due_on=later)
    assert list(tasks_for(owner=frances).values_list("owner", "due_on")) == [(frances.pk, later)]
    assert list(tasks_for(owner=erin)) == []


def test_many_are_confirmed_at_once_and_text_in_a_draft_keeps_waiting(home, erin):
    page = ToolkitPageFactory(intro="Public words", facts_checked_on=SPRING, review_on=SPRING)
    page.intro = "Words in the draft"
    page.save_revision()
    page = ToolkitPage.objects.get()
    document = DocumentFactory(review_on=SPRING)
    autumn = TODAY + datetime.timedelta(days=180)
    confirm([page, document], by=erin, review_on=autumn, note="Together")
    page = ToolkitPage.objects.get()
    assert (page.intro, page.facts_checked_on, page.review_on) == ("Public words", TODAY, autumn)
    draft = page.get_latest_revision_as_object()
    assert (draft.intro, draft.facts_checked_on, draft.review_on) == ("Words in the draft", TODAY, autumn)
    document.refresh_from_db()
    assert document.review_on == autumn
    assert (
        list(Confirmation.objects.values_list("confirmed_by", "review_on", "note"))
        == [(erin.pk, autumn, "Together")] * 2
    )


def test_what_waits_for_its_day_brings_no_old_day_of_review_back(home, erin):
    page = ToolkitPageFactory(intro="Public words", facts_checked_on=SPRING, review_on=SPRING)
    page.intro, page.go_live_at = "Words of tomorrow", timezone.now() + datetime.timedelta(days=1)
    waiting = page.save_revision(user=erin)
    waiting.publish()
    page.intro, page.go_live_at = "Words of some later day", None
    page.save_revision(user=erin)
    autumn = TODAY + datetime.timedelta(days=180)
    confirm([ToolkitPage.objects.get()], by=erin, review_on=autumn)
    waiting.refresh_from_db()
    assert waiting.approved_go_live_at is not None
    tomorrow = waiting.as_object()
    assert (tomorrow.intro, tomorrow.facts_checked_on, tomorrow.review_on) == ("Words of tomorrow", TODAY, autumn)


def test_the_next_review_has_to_be_ahead(home, erin):
    page = ToolkitPageFactory(facts_checked_on=SPRING)
    with pytest.raises(ReviewNotAhead):
        confirm([page], by=erin, review_on=TODAY)
    page.refresh_from_db()
    assert (page.facts_checked_on, Confirmation.objects.count()) == (SPRING, 0)
