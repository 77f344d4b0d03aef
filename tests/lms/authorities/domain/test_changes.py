"""A check is noted with its day; a change makes a version and asks for a review of everything that cites it."""

import datetime

import pytest
from django.utils import timezone
from wagtail.models import Site

from lms.authorities.domain.changes import Wording, note_change, note_check, wording_of
from lms.authorities.domain.citing import citing
from lms.authorities.domain.errors import DayInFuture, DuePast, NothingChanged
from lms.authorities.models import Authority, AuthorityVersion, ReviewTask
from tests.factories.assessments import QuestionFactory
from tests.factories.courses import LessonFactory
from tests.factories.toolkit import AuthorityFactory, ToolkitIndexPageFactory, ToolkitPageFactory

TODAY = timezone.localdate()
SOON = TODAY + datetime.timedelta(days=14)


def cited(authority):
    """Text that cites the authority and shows its value."""
    key = authority.pk
    return f'<p><a linktype="authority" id="{key}">The law</a>, <embed embedtype="authority-value" id="{key}"/>.</p>'


def test_a_check_moves_the_day_of_the_last_check_and_is_kept(erin):
    authority = AuthorityFactory(checked_on=TODAY - datetime.timedelta(days=90))
    note_check(authority, by=erin, on=TODAY, note="Read online")
    authority.refresh_from_db()
    assert authority.checked_on == TODAY
    assert list(authority.checks.values_list("checked_on", "checked_by", "changed", "note")) == [
        (TODAY, erin.pk, False, "Read online")
    ]


def test_an_earlier_check_noted_late_does_not_move_the_day_back(erin):
    authority = AuthorityFactory(checked_on=TODAY)
    note_check(authority, by=erin, on=TODAY - datetime.timedelta(days=3))
    authority.refresh_from_db()
    assert (authority.checked_on, authority.checks.count()) == (TODAY, 1)


def test_a_check_cannot_be_in_the_future(erin):
    authority = AuthorityFactory()
    with pytest.raises(DayInFuture):
        note_check(authority, by=erin, on=TODAY + datetime.timedelta(days=1))
    assert authority.checks.count() == 0


def test_a_change_asks_for_a_review_of_the_page_block_lesson_and_question_that_cite_it(home, erin, frances):
    authority = AuthorityFactory(title="Helpline", kind="service", value="0800 000 000")
    other = AuthorityFactory(title="Other")
    page = ToolkitPageFactory(title="In a text", body=[("rich_text", cited(authority))])
    block = ToolkitPageFactory(title="In a block", body=[("authority", {"authority": authority, "note": ""})])
    lesson = LessonFactory(title="In a lesson", rests_on=[("authority", authority)], content_owner=erin)
    question = QuestionFactory(text="In a question", rests_on=[("authority", authority)])
    ToolkitPageFactory(title="Rests on something else", rests_on=[("authority", other)])
    version, tasks = note_change(
        authority,
        by=frances,
        wording=Wording(version="2", value="0800 111 111"),
        what_changed="The number is new.",
        due_on=SOON,
    )
    assert {(task.title, task.content, task.owner) for task in ReviewTask.objects.all()} == {
        ("In a text", page, None),
        ("In a block", block, None),
        ("In a lesson", lesson, erin),
        ("In a question", question, None),
    }
    assert {(task.due_on, task.version) for task in tasks} == {(SOON, version)}
    assert {task.next_reminder_on for task in ReviewTask.objects.filter(owner=erin)} == {TODAY}
    authority.refresh_from_db()
    assert (authority.value, authority.changed_on, authority.checked_on) == ("0800 111 111", TODAY, TODAY)


def test_the_first_change_keeps_what_the_authority_said_before(erin):
    authority = AuthorityFactory(version="1", value="45 days")
    note_change(authority, by=erin, wording=Wording(version="2", value="30 days"), what_changed="Shorter", due_on=SOON)
    assert list(authority.versions.values_list("version", "value", "what_changed")) == [
        ("2", "30 days", "Shorter"),
        ("1", "45 days", ""),
    ]


def test_a_task_without_an_owner_goes_to_the_lead_of_the_nearest_section(home, erin, frances):
    section = ToolkitIndexPageFactory(content_owner=erin)
    inner = ToolkitPageFactory(parent=section)
    authority = AuthorityFactory()
    ToolkitPageFactory(parent=inner, title="Deep down", rests_on=[("authority", authority)])
    Site.objects.get(is_default_site=True).root_page.specific.__class__.objects.update(content_owner=frances)
    ToolkitPageFactory(title="At the top", rests_on=[("authority", authority)])
    LessonFactory(title="No page", rests_on=[("authority", authority)])
    _version, tasks = note_change(
        authority, by=erin, wording=Wording(version="2"), what_changed="Everything", due_on=SOON
    )
    assert {(task.title, task.owner) for task in tasks} == {
        ("Deep down", erin),
        ("At the top", frances),
        ("No page", frances),
    }


def test_words_of_ours_put_right_ask_for_nothing(home, erin):
    authority = AuthorityFactory(summary="A spelling eror")
    ToolkitPageFactory(rests_on=[("authority", authority)])
    _version, tasks = note_change(
        authority, by=erin, wording=Wording(summary="A spelling error"), what_changed="Spelling", due_on=None
    )
    authority.refresh_from_db()
    assert (tasks, ReviewTask.objects.count(), authority.changed_on) == ([], 0, None)


def test_noting_the_same_words_or_a_day_that_is_past_changes_nothing(erin):
    authority = AuthorityFactory(version="1")
    with pytest.raises(NothingChanged):
        note_change(authority, by=erin, wording=wording_of(authority), what_changed="Nothing", due_on=SOON)
    with pytest.raises(DuePast):
        note_change(
            authority,
            by=erin,
            wording=Wording(version="2"),
            what_changed="Late",
            due_on=TODAY - datetime.timedelta(days=1),
        )
    assert (AuthorityVersion.objects.count(), Authority.objects.get().version) == (0, "1")


def test_every_place_is_listed_once_with_where_it_stands(home):
    authority = AuthorityFactory()
    page = ToolkitPageFactory(rests_on=[("authority", authority)], body=[("rich_text", cited(authority))])
    [place] = citing(authority)
    assert (place.content, place.kind, place.is_public, len(place.where)) == (page, "toolkit page", True, 2)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_places_take_the_same_queries_for_one_page_and_for_three(home, rows, django_assert_num_queries):
    authority = AuthorityFactory()
    for _row in range(rows):
        ToolkitPageFactory(rests_on=[("authority", authority)])
    citing(authority)
    with django_assert_num_queries(2):
        assert len(citing(authority)) == rows
