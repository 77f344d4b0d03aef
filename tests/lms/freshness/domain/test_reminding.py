"""Reminders go to the owner before and on the day, two weeks late to the section's lead too, and each once."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from lms.authorities.domain.changes import Wording, note_change
from lms.editorial.domain.approval import name_reviewers
from lms.freshness.domain.inventory import kinds
from lms.freshness.domain.reminding import remind_of_reviews
from lms.outbox.models import OutgoingEmail
from tests.factories.courses import LessonFactory
from tests.factories.toolkit import AuthorityFactory, DocumentFactory, ToolkitIndexPageFactory, ToolkitPageFactory

TODAY = timezone.localdate()
DAY = datetime.timedelta(days=1)
OTHER_QUERIES = 8
QUERIES_FOR_DRAFTS = 2  # the steps' reviewers and the drafts


def sent():
    """To whom and with what subject, oldest first."""
    return list(OutgoingEmail.objects.order_by("pk").values_list("to", "subject"))


def test_an_owner_is_told_two_weeks_before_and_on_the_day_and_each_time_once(home, erin):
    ToolkitPageFactory(title="Planning", review_on=TODAY + 14 * DAY, content_owner=erin)
    assert remind_of_reviews(today=TODAY - DAY) == 0
    assert remind_of_reviews(today=TODAY) == 1
    assert remind_of_reviews(today=TODAY) == 0
    assert remind_of_reviews(today=TODAY + 5 * DAY) == 0
    assert remind_of_reviews(today=TODAY + 14 * DAY) == 1
    assert remind_of_reviews(today=TODAY + 15 * DAY) == 0
    assert sent() == [(erin.email, "1 review to do"), (erin.email, "1 review to do")]


def test_one_letter_a_day_names_everything_new(home, erin):
    ToolkitPageFactory(title="Planning", review_on=TODAY, content_owner=erin)
    LessonFactory(title="Signs", review_on=TODAY - DAY, content_owner=erin)
    DocumentFactory(title="Agenda", review_on=TODAY, content_owner=erin)
    assert remind_of_reviews(today=TODAY) == 1
    [letter] = OutgoingEmail.objects.all()
    assert letter.subject == "3 reviews to do"
    assert letter.text.index("Signs: due on") < letter.text.index("Agenda: due on") < letter.text.index("Planning: due")
    assert "/admin/pages/" in letter.text


def test_what_comes_too_late_for_todays_letter_is_in_tomorrows(home, erin):
    ToolkitPageFactory(title="Planning", review_on=TODAY, content_owner=erin)
    remind_of_reviews(today=TODAY)
    LessonFactory(title="Signs", review_on=TODAY, content_owner=erin)
    assert remind_of_reviews(today=TODAY) == 0
    assert remind_of_reviews(today=TODAY + DAY) == 1
    letter = OutgoingEmail.objects.order_by("pk").last()
    assert ("Signs" in letter.text, "Planning" in letter.text) == (True, False)


def test_two_weeks_late_the_lead_of_the_section_is_told_as_well(home, erin, frances):
    section = ToolkitIndexPageFactory(content_owner=frances)
    ToolkitPageFactory(title="Planning", parent=section, review_on=TODAY, content_owner=erin)
    remind_of_reviews(today=TODAY)
    remind_of_reviews(today=TODAY + 13 * DAY)
    assert [to for to, _subject in sent()] == [erin.email]
    remind_of_reviews(today=TODAY + 14 * DAY)
    assert [to for to, _subject in sent()] == [erin.email, frances.email]
    assert "You look after its section" in OutgoingEmail.objects.get(to=frances.email).text
    assert remind_of_reviews(today=TODAY + 15 * DAY) == 0


def test_somebody_who_looks_after_a_text_and_its_section_reads_of_it_once(home, erin):
    section = ToolkitIndexPageFactory(content_owner=erin)
    ToolkitPageFactory(title="Planning", parent=section, review_on=TODAY - 20 * DAY, content_owner=erin)
    assert remind_of_reviews(today=TODAY) == 1
    [letter] = OutgoingEmail.objects.all()
    assert (letter.subject, letter.text.count("Planning")) == ("1 review to do", 1)
    assert "is late" in letter.text
    assert remind_of_reviews(today=TODAY + DAY) == 0


@pytest.mark.parametrize("closed", [True, False])
def test_without_an_owner_the_lead_of_the_section_is_told_at_once(home, erin, frances, closed):
    section = ToolkitIndexPageFactory(content_owner=frances)
    ToolkitPageFactory(parent=section, review_on=TODAY, content_owner=erin if closed else None)
    if closed:
        erin.is_active = False
        erin.save()
    remind_of_reviews(today=TODAY)
    assert [to for to, _subject in sent()] == [frances.email]


def test_nobody_is_told_of_a_draft_or_of_what_nobody_looks_after(home, erin):
    ToolkitPageFactory(review_on=TODAY, content_owner=erin, live=False)
    ToolkitPageFactory(review_on=TODAY)
    assert remind_of_reviews(today=TODAY) == 0


def test_a_new_date_is_reminded_of_anew(home, erin):
    page = ToolkitPageFactory(review_on=TODAY, content_owner=erin)
    remind_of_reviews(today=TODAY)
    page.review_on = TODAY + 30 * DAY
    page.save()
    assert remind_of_reviews(today=TODAY + 30 * DAY) == 1


def test_a_review_after_a_change_is_told_at_once_when_due_and_a_week_late_to_the_lead(home, erin, frances):
    home.content_owner = frances
    home.save()
    authority = AuthorityFactory(title="Duty to notify")
    LessonFactory(title="Signs", rests_on=[("authority", authority)], content_owner=erin)
    note_change(authority, by=frances, wording=Wording(version="2"), what_changed="New", due_on=TODAY + 14 * DAY)
    told = []
    for days in range(25):
        before = OutgoingEmail.objects.count()
        remind_of_reviews(today=TODAY + days * DAY)
        told += [(days, row.to) for row in OutgoingEmail.objects.order_by("pk")[before:]]
    assert told == [(0, erin.email), (14, erin.email), (21, frances.email)]
    assert "Signs: what it rests on has changed" in OutgoingEmail.objects.order_by("pk")[0].text


def test_reviewers_by_name_are_told_of_a_draft_when_it_waits_for_them_and_once_more(home, erin, frances):
    section = ToolkitIndexPageFactory()
    name_reviewers(section, name="Read by two", steps=[("subject", frances), ("lived-experience", erin)])
    page = ToolkitPageFactory(title="Planning", parent=section, live=False)
    page.save_revision(user=erin)
    state = page.get_workflow().start(page, erin)
    told = []
    for days in range(10):
        before = OutgoingEmail.objects.count()
        remind_of_reviews(today=TODAY + days * DAY)
        told += [(days, row.to) for row in OutgoingEmail.objects.order_by("pk")[before:]]
    assert told == [(0, frances.email), (7, frances.email)]
    [first, _second] = OutgoingEmail.objects.order_by("pk")
    assert first.subject == "1 review to do"
    assert "Planning: a draft that waits for you to approve it" in first.text
    assert f"/admin/pages/{page.pk}/edit/" in first.text
    state.current_task_state.specific.approve(user=frances)
    assert remind_of_reviews(today=TODAY + 10 * DAY) == 1
    assert OutgoingEmail.objects.order_by("pk").last().to == erin.email


def test_a_draft_that_waits_does_not_hide_that_the_text_is_due_as_well(home, erin):
    section = ToolkitIndexPageFactory()
    name_reviewers(section, name="Read by one", steps=[("subject", erin)])
    page = ToolkitPageFactory(title="Planning", parent=section, review_on=TODAY, content_owner=erin)
    page.save_revision(user=erin)
    page.get_workflow().start(page, erin)
    assert remind_of_reviews(today=TODAY) == 1
    [letter] = OutgoingEmail.objects.all()
    assert letter.subject == "2 reviews to do"
    assert "Planning: due on" in letter.text
    assert "Planning: a draft that waits for you" in letter.text


def test_a_reviewer_whose_account_is_closed_is_not_told(home, erin, frances):
    section = ToolkitIndexPageFactory()
    name_reviewers(section, name="Read by one", steps=[("subject", frances)])
    page = ToolkitPageFactory(parent=section, live=False)
    page.save_revision(user=erin)
    page.get_workflow().start(page, erin)
    frances.is_active = False
    frances.save()
    assert remind_of_reviews(today=TODAY) == 0


@pytest.mark.parametrize("rows", [1, 3])
def test_the_sweep_takes_the_same_queries_for_one_page_and_for_three(home, erin, rows, django_assert_num_queries):
    for _row in range(rows):
        ToolkitPageFactory(review_on=TODAY, content_owner=erin)
    remind_of_reviews(today=TODAY)
    with django_assert_num_queries(len(kinds()) + OTHER_QUERIES):
        remind_of_reviews(today=TODAY)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_sweep_takes_the_same_queries_for_one_draft_and_for_three(
    home, erin, frances, rows, django_assert_num_queries
):
    section = ToolkitIndexPageFactory()
    name_reviewers(section, name="Read by one", steps=[("subject", frances)])
    for _row in range(rows):
        page = ToolkitPageFactory(parent=section, live=False)
        page.save_revision(user=erin)
        page.get_workflow().start(page, erin)
    remind_of_reviews(today=TODAY)
    with django_assert_num_queries(len(kinds()) + OTHER_QUERIES + QUERIES_FOR_DRAFTS):
        remind_of_reviews(today=TODAY)


def test_the_sweep_takes_the_same_queries_for_one_late_text_and_for_three(home, erin, frances):
    home.content_owner = frances
    home.save()
    section = ToolkitIndexPageFactory()
    numbers = []
    for more in (1, 2):
        for _row in range(more):
            late = {"review_on": TODAY - 20 * DAY, "content_owner": erin}
            ToolkitPageFactory(parent=section, **late)
            DocumentFactory(**late)
        remind_of_reviews(today=TODAY + more * DAY)
        with CaptureQueriesContext(connection) as seen:
            assert remind_of_reviews(today=TODAY + more * DAY) == 0
        numbers.append(len(seen))
    assert [to for to, _subject in sent()] == [erin.email, frances.email] * 2
    assert numbers[0] == numbers[1]
