"""Reminders of a review's day: who is reminded when, and who is left in peace."""

import datetime

import pytest

from lms.outbox.models import OutgoingEmail
from lms.people.models import Membership
from tests.factories.people import MembershipFactory
from tests.factories.reminding import FRIDAY, london
from tests.factories.reviews import answer, ask
from toolkit_pages.domain.answering import say_finished
from toolkit_pages.domain.review_reminders import next_reminder_on, remind_of_reviews, review_reminders
from toolkit_pages.domain.reviewing import change_review
from toolkit_pages.domain.settling import reopen_review, stop_answers
from toolkit_pages.models import Answerer, ChecklistReview, PartnershipMember

pytestmark = pytest.mark.django_db
BEFORE = datetime.date(2026, 4, 24)
LATE = datetime.date(2026, 5, 5)
FRIDAY_BEFORE = datetime.date(2026, 1, 2)


@pytest.fixture
def asked(review, alice, henry):
    """Alice and Henry, asked in March for answers by Friday 1 May 2026."""
    Membership.objects.update(started_on=datetime.date(2026, 1, 1))
    ChecklistReview.objects.filter(pk=review.pk).update(due_on=FRIDAY)
    review.refresh_from_db()
    answerers = ask(review, alice, henry)
    Answerer.objects.update(asked_at=london(datetime.date(2026, 3, 2)))
    return answerers


def mails():
    return list(OutgoingEmail.objects.filter(kind__startswith="review_").exclude(kind="review_asked"))


def told():
    return sorted((mail.to.split("@")[0], mail.kind, mail.subject) for mail in mails())


def test_people_are_reminded_a_week_before_on_the_day_and_once_after_it(asked):
    days = [datetime.date(2026, 4, 23), BEFORE, datetime.date(2026, 4, 27), FRIDAY, LATE, datetime.date(2026, 5, 11)]
    assert [remind_of_reviews(at=london(day)) for day in days] == [0, 2, 0, 2, 2, 0]
    assert told() == [
        ("alice", "review_before", "Your answers are wanted by Friday 1 May"),
        ("alice", "review_due_today", "Your answers are wanted by Friday 1 May"),
        ("alice", "review_late", "Your answers were wanted by Friday 1 May"),
        ("henry", "review_before", "Your answers are wanted by Friday 1 May"),
        ("henry", "review_due_today", "Your answers are wanted by Friday 1 May"),
        ("henry", "review_late", "Your answers were wanted by Friday 1 May"),
    ]


def test_a_reminder_says_how_far_the_agency_is_and_whom_to_tell(asked, dana, review):
    answer(asked[1], [1, 2, None, None, None])
    remind_of_reviews(at=london(FRIDAY))
    text = next(mail.text for mail in mails() if mail.to.startswith("henry"))
    assert "Your answers to a checklist of Exampleshire Partnership are wanted today, Friday 1 May:" in text
    assert "- Harbour Hospital: 2 of 5 answered" in text
    assert f"/reviews/{review.uuid}/" in text
    assert f"Not the right person? Tell Dana Example: {dana.email}" in text
    assert "Haverley" not in text


def test_a_reminder_goes_once_however_often_it_is_swept(asked):
    assert [remind_of_reviews(at=london(BEFORE, hour)) for hour in (9, 10, 15)] == [2, 0, 0]


def test_weekends_and_holidays_move_reminders_to_working_days():
    sunday = datetime.date(2026, 5, 3)
    assert [(one.on.isoformat(), one.kind) for one in review_reminders(sunday)] == [
        ("2026-04-24", "before"),
        ("2026-05-01", "due_today"),
        ("2026-05-05", "late"),
    ]


@pytest.mark.parametrize("at", [london(FRIDAY, 8), london(FRIDAY, 19), london(datetime.date(2026, 5, 2))])
def test_nobody_is_reminded_at_night_or_at_the_weekend(asked, at):
    assert remind_of_reviews(at=at) == 0


def test_whoever_answered_everything_or_says_to_be_finished_is_left_in_peace(asked):
    answer(asked[0], [1, 1, 1, 1, -1])
    say_finished(asked[1])
    assert remind_of_reviews(at=london(FRIDAY)) == 0


def test_whoever_is_asked_for_one_theme_is_not_reminded_of_the_others(asked):
    asked[0].themes.set([asked[0].themes.first()])
    answer(asked[0], [1, 1, 1, None, None])
    assert remind_of_reviews(at=london(FRIDAY)) == 1
    assert [mail.to.split("@")[0] for mail in mails()] == ["henry"]


def test_a_review_that_takes_no_answers_reminds_nobody(asked, dana, review):
    stop_answers(dana, review=review)
    assert remind_of_reviews(at=london(FRIDAY)) == 0
    reopen_review(dana, review=review, reason="Too early")
    assert remind_of_reviews(at=london(FRIDAY)) == 2


def test_whoever_left_or_whose_agency_left_is_not_reminded(asked, alice, harbour):
    Membership.objects.filter(user=alice).update(ended_on=datetime.date(2026, 4, 1))
    PartnershipMember.objects.filter(organisation=harbour).update(left_on=datetime.date(2026, 4, 1))
    assert remind_of_reviews(at=london(FRIDAY)) == 0


def test_an_account_that_is_closed_is_not_reminded(asked, alice, henry):
    type(alice).objects.filter(pk__in=[alice.pk, henry.pk]).update(is_active=False)
    assert remind_of_reviews(at=london(FRIDAY)) == 0


def test_whoever_is_asked_on_the_day_of_a_reminder_is_spared_it(asked):
    Answerer.objects.update(asked_at=london(BEFORE, 8))
    assert remind_of_reviews(at=london(BEFORE)) == 0
    assert remind_of_reviews(at=london(FRIDAY)) == 2


def test_of_days_that_were_missed_only_the_last_is_caught_up(asked):
    assert remind_of_reviews(at=london(datetime.date(2026, 5, 12))) == 2
    assert {mail.kind for mail in mails()} == {"review_late"}
    assert remind_of_reviews(at=london(datetime.date(2026, 7, 1))) == 0


def test_another_day_is_reminded_of_anew(asked, dana, review):
    remind_of_reviews(at=london(FRIDAY))
    later = datetime.date(2026, 5, 15)
    change_review(dana, review=review, title=review.title, sharing=review.sharing, due_on=later)
    assert remind_of_reviews(at=london(datetime.date(2026, 5, 8))) == 2
    assert next(mail.subject for mail in mails() if mail.kind == "review_before") == (
        "Your answers are wanted by Friday 15 May"
    )


def test_somebody_who_answers_for_two_agencies_gets_one_e_mail_about_both(asked, alice, review, lantern):
    Membership.objects.create(user=alice, organisation=lantern, started_on=datetime.date(2026, 1, 1))
    second = Answerer.objects.create(review=review, user=alice, organisation=lantern, asked_by=review.opened_by)
    second.themes.set(asked[0].themes.all())
    Answerer.objects.update(asked_at=london(datetime.date(2026, 3, 2)))
    assert remind_of_reviews(at=london(FRIDAY)) == 2
    text = next(mail.text for mail in mails() if mail.to.startswith("alice"))
    assert ("- Haverley Police: 0 of 5 answered" in text, "- The Lantern: 0 of 5 answered" in text) == (True, True)


def test_the_letter_names_no_former_coordinator(asked, dana):
    Membership.objects.filter(user=dana).update(is_coordinator=False)
    remind_of_reviews(at=london(FRIDAY))
    assert [dana.email in mail.text for mail in mails()] == [False, False]


def test_the_page_says_when_the_next_reminder_goes(asked, review):
    assert next_reminder_on(review, today=datetime.date(2026, 4, 1)) == BEFORE
    assert next_reminder_on(review, today=LATE) is None
    review.due_on = None
    assert next_reminder_on(review, today=BEFORE) is None


@pytest.mark.parametrize("people", [1, 3])
def test_a_sweep_with_nothing_left_to_tell_costs_the_same_for_one_and_for_three(
    asked, review, haverley, people, django_assert_num_queries
):
    ask(review, *(MembershipFactory(organisation=haverley, started_on=FRIDAY_BEFORE).user for _number in range(people)))
    Answerer.objects.update(asked_at=london(datetime.date(2026, 3, 2)))
    assert remind_of_reviews(at=london(BEFORE)) == 2 + people
    with django_assert_num_queries(13):
        assert remind_of_reviews(at=london(BEFORE)) == 0
