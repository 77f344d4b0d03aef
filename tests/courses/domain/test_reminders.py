"""Reminders: who hears what when, each thing once, and quiet for everybody else."""

from datetime import date, datetime, timedelta

import pytest

from courses.domain.enrolling import enrol
from courses.domain.progress import complete_lesson, open_lesson
from courses.domain.reminders import remind
from courses.models import Assignment, Exemption, ReminderTimetable, Requirement
from lms.outbox.models import OutgoingEmail
from lms.people.domain.claiming import find_activation
from lms.people.models import Membership
from tests.factories.courses import module_of
from tests.factories.people import MembershipFactory, OrganisationFactory
from tests.factories.reminding import FRIDAY, london

pytestmark = pytest.mark.django_db


def kinds() -> list[str]:
    """The kinds of reminder written so far, in order."""
    return [
        kind.removeprefix("reminder_") for kind in OutgoingEmail.objects.order_by("pk").values_list("kind", flat=True)
    ]


def test_a_year_of_sweeps_sends_each_kind_once_on_its_day(alice, request_of):
    requirement = request_of(alice, next_reminder_on=date(2026, 4, 1))
    seen = []
    for number in range(100):
        day = date(2026, 4, 1) + timedelta(days=number)
        before = len(kinds())
        for hour in (8, 9, 13, 17, 20):
            remind(at=london(day, hour))
        seen += [(f"{day:%a %-d %b}", kind) for kind in kinds()[before:]]
    assert seen == [
        ("Wed 1 Apr", "assigned"),
        ("Fri 17 Apr", "before_14"),
        ("Tue 28 Apr", "before_3"),
        ("Fri 1 May", "due_today"),
        ("Tue 5 May", "late_1"),
        ("Mon 11 May", "late_2"),
        ("Mon 18 May", "late_3"),
        ("Tue 26 May", "late_4"),
    ]
    requirement.refresh_from_db()
    assert requirement.next_reminder_on is None


def test_missed_days_are_caught_up_with_the_latest_alone(alice, request_of):
    requirement = request_of(alice, next_reminder_on=date(2026, 4, 1))
    remind(at=london(date(2026, 5, 13)))
    requirement.refresh_from_db()
    assert (kinds(), requirement.next_reminder_on) == (["late_2"], date(2026, 5, 18))


@pytest.mark.parametrize(
    ("moment", "sent"),
    [
        ("2026-03-27T08:59+00:00", 0),  # Friday before the clocks go forward: 09:00 in London is 09:00 UTC
        ("2026-03-27T09:00+00:00", 1),
        ("2026-03-29T09:00+00:00", 0),  # the Sunday itself
        ("2026-03-30T07:59+00:00", 0),  # Monday after: 09:00 in London is 08:00 UTC
        ("2026-03-30T08:00+00:00", 1),
        ("2026-10-23T07:59+00:00", 0),  # Friday before they go back
        ("2026-10-23T08:00+00:00", 1),
        ("2026-10-26T08:59+00:00", 0),  # Monday after
        ("2026-10-26T09:00+00:00", 1),
        ("2026-10-26T18:00+00:00", 0),  # the evening
        ("2026-05-25T10:00+00:00", 0),  # a bank holiday
        ("2026-06-30T23:30+00:00", 0),  # half past midnight in London
    ],
)
def test_the_hour_is_london_s_on_both_sides_of_a_clock_change(alice, request_of, moment, sent):
    request_of(alice, due_on=date(2026, 12, 18), next_reminder_on=date(2026, 3, 2))
    assert remind(at=datetime.fromisoformat(moment)) == sent


def test_a_change_of_clocks_sends_nothing_twice(alice, request_of):
    request_of(alice, due_on=date(2026, 10, 26), next_reminder_on=date(2026, 10, 26))
    start = datetime.fromisoformat("2026-10-24T00:00+00:00")
    for number in range(4 * 24 * 4):
        remind(at=start + timedelta(minutes=15 * number))
    assert kinds() == ["assigned", "late_1"]


def quiet_exempt(requirement, haverley, bob):
    Exemption.objects.create(
        user=requirement.user, organisation=haverley, reason="Leave", begins_on=date(2026, 4, 1), created_by=bob
    )


def quiet_left(requirement, haverley, bob):
    Membership.objects.filter(pk=requirement.membership_id).update(ended_on=date(2026, 4, 2))


def quiet_done(requirement, haverley, bob):
    Requirement.objects.update(state="done", completed_on=date(2026, 4, 2))


def quiet_stopped(requirement, haverley, bob):
    Requirement.objects.update(state="stopped", stopped_on=date(2026, 4, 2), stop_reason="withdrawn")
    Assignment.objects.update(state="withdrawn")


def quiet_paused(requirement, haverley, bob):
    Assignment.objects.update(state="paused")


def quiet_closed_account(requirement, haverley, bob):
    requirement.user.is_active = False
    requirement.user.save()


def quiet_off(requirement, haverley, bob):
    ReminderTimetable.objects.create(organisation=haverley, is_on=False)


def quiet_unpublished(requirement, haverley, bob):
    requirement.module.live = False
    requirement.module.save()


@pytest.mark.parametrize(
    "quieten",
    [
        quiet_exempt,
        quiet_left,
        quiet_done,
        quiet_stopped,
        quiet_paused,
        quiet_closed_account,
        quiet_off,
        quiet_unpublished,
    ],
)
def test_it_is_quiet_for(alice, bob, haverley, request_of, quieten):
    requirement = request_of(alice)
    quieten(requirement, haverley, bob)
    assert remind(at=london(FRIDAY)) == 0


def test_an_exemption_elsewhere_or_from_another_module_does_not_quieten(alice, bob, elsewhere, haverley, request_of):
    requirement = request_of(alice)
    for organisation, module in ((elsewhere, None), (haverley, module_of(1))):
        Exemption.objects.create(
            user=alice,
            organisation=organisation,
            module=module,
            reason="Leave",
            begins_on=date(2026, 4, 1),
            created_by=bob,
        )
    assert remind(at=london(FRIDAY)) == 1
    requirement.refresh_from_db()
    assert requirement.next_reminder_on == date(2026, 5, 5)


def test_after_a_pause_the_latest_one_goes(alice, request_of):
    request_of(alice, next_reminder_on=date(2026, 4, 1))
    remind(at=london(date(2026, 4, 1)))
    OutgoingEmail.objects.update(state="sent")
    Assignment.objects.update(state="paused")
    remind(at=london(date(2026, 4, 29)))
    Assignment.objects.update(state="active")
    remind(at=london(date(2026, 5, 7)))
    assert kinds() == ["assigned", "late_1"]


def test_what_is_recommended_is_told_once_and_never_again(alice, request_of):
    request_of(alice, assignment__is_mandatory=False, next_reminder_on=date(2026, 4, 1))
    for day in (date(2026, 4, 1), FRIDAY, date(2026, 5, 11)):
        remind(at=london(day))
    assert [email.subject for email in OutgoingEmail.objects.all()] == ["Training for you"]


def test_several_modules_of_one_date_are_one_email(alice, haverley, request_of):
    first = request_of(alice, module=module_of(1, title="T1 Seeing it", minutes=25))
    request_of(alice, module=module_of(1, title="T2 Responding", minutes=40))
    request_of(alice, due_on=date(2026, 5, 8))
    assert remind(at=london(FRIDAY)) == 2
    email = OutgoingEmail.objects.get(mentions__key__startswith=f"requirement:{first.pk}:")
    assert "This training is due on Friday 1 May:" in email.text
    assert "- T1 Seeing it: not started, about 25 minutes\n  http://testserver/training/" in email.text
    assert "- T2 Responding: not started, about 40 minutes" in email.text
    assert email.key == f"reminder:due_today:{alice.pk}:{haverley.path}:2026-05-01"


def test_what_two_agencies_ask_by_one_date_is_told_by_each(alice, haverley, elsewhere, request_of):
    MembershipFactory(user=alice, organisation=elsewhere)
    assert {request_of(alice, organisation=agency).state for agency in (haverley, elsewhere)} == {"to_do"}
    assert remind(at=london(FRIDAY)) == 2
    assert f"{elsewhere} asks this training of you" in OutgoingEmail.objects.get(organisation=elsewhere).text


def test_something_asked_later_by_the_same_date_is_told_in_its_own_email(alice, request_of):
    request_of(alice, next_reminder_on=date(2026, 4, 1))
    remind(at=london(date(2026, 4, 1)))
    request_of(alice, next_reminder_on=date(2026, 4, 1))
    remind(at=london(date(2026, 4, 1), 11))
    assert kinds() == ["assigned", "assigned"]


def test_what_is_asked_again_is_not_told_as_new_again(alice, request_of):
    requirement = request_of(alice, next_reminder_on=date(2026, 4, 1))
    remind(at=london(date(2026, 4, 1)))
    Requirement.objects.update(next_reminder_on=date(2026, 4, 10))
    remind(at=london(date(2026, 4, 10)))
    requirement.refresh_from_db()
    assert (kinds(), requirement.next_reminder_on) == (["assigned"], date(2026, 4, 17))


def test_the_nearest_timetable_above_holds(alice, bob, haverley, request_of):
    unit = OrganisationFactory(name="Haverley North", parent=haverley)
    robin = MembershipFactory(organisation=unit, user__email="robin@police.example.org").user
    ReminderTimetable.objects.create(organisation=haverley, days_before=[10], hour=11)
    for user, where in ((alice, haverley), (robin, unit)):
        request_of(user, organisation=where, next_reminder_on=date(2026, 4, 21), assignment__module=module_of(1))
    remind(at=london(date(2026, 4, 21), 10))
    assert kinds() == []
    remind(at=london(date(2026, 4, 21), 11))
    assert kinds() == ["assigned", "assigned"]
    ReminderTimetable.objects.create(organisation=unit, days_before=[], on_the_day=False)
    remind(at=london(FRIDAY, 12))
    assert kinds()[2:] == ["due_today"]


def test_a_reminder_leads_to_the_lesson_and_says_who_asks_and_whom_to_tell(alice, bob, request_of):
    module = module_of(4, title="T2 Responding safely", slug="t2")
    request_of(alice, module=module, assignment__reason="It is part of the force’s plan.")
    enrolment = enrol(alice, module=module)
    lessons = [place.lesson for place in module.published_lessons()]
    open_lesson(enrolment, lesson=lessons[0])
    complete_lesson(enrolment, lesson=lessons[0])
    remind(at=london(date(2026, 5, 5)))
    email = OutgoingEmail.objects.get()
    left = sum(lesson.minutes for lesson in lessons[1:])
    assert email.subject == "Your training was due on Friday 1 May"
    assert email.text == (
        "Hello Alice,\n\n"
        "T2 Responding safely was due on Friday 1 May. You have done 1 of 4 lessons, and about "
        f"{left} minutes are left. You can do it in pieces: your place is kept.\n\n"
        "Carry on with lesson 2:\nhttp://testserver/training/t2/continue/\n\n"
        "You get this because Haverley Police asks this training of you. It is part of the force’s plan.\n\n"
        "On leave, or in the wrong list? Tell Bob Example, your training lead: bob@police.example.org\n\n"
        "We will remind you again on Monday 11 May, and at most twice after that. The link asks you to sign in. If you "
        "cannot, choose a new password: http://testserver/accounts/password/reset/\n\n"
        "Toolkit and Training, for Haverley Police\n"
    )
    assert 'href="http://testserver/training/t2/continue/"' in email.html
    assert "mailto:bob@police.example.org" in email.html


def test_somebody_who_never_signed_in_gets_a_link_that_opens_the_account(alice, request_of):
    alice.set_unusable_password()
    alice.save()
    request_of(alice, module=module_of(1, slug="t1"))
    remind(at=london(FRIDAY))
    text = OutgoingEmail.objects.get().text
    link = next(line for line in text.splitlines() if "?next=" in line)
    assert link.endswith("?next=/training/t1/continue/")
    token = link.removeprefix("http://testserver/account/open/").partition("/")[0]
    assert find_activation(token, at=london(FRIDAY)).user == alice


def test_a_lead_who_is_late_is_sent_to_another_lead(bob, haverley, request_of):
    MembershipFactory(
        organisation=haverley,
        is_lead=True,
        started_on=date(2026, 1, 1),
        user__first_name="Kim",
        user__last_name="Fictional",
    )
    request_of(bob)
    remind(at=london(FRIDAY))
    assert "Tell Kim Fictional, your training lead:" in OutgoingEmail.objects.get().text


@pytest.mark.parametrize("people", [1, 3])
def test_a_sweep_takes_the_same_queries_for_one_and_three_people(
    alice, haverley, request_of, django_assert_num_queries, people
):
    module = module_of(2)
    for user in [alice, *(MembershipFactory(organisation=haverley).user for _ in range(people - 1))]:
        request_of(user, module=module)
    with django_assert_num_queries(21):
        assert remind(at=london(FRIDAY)) == people


@pytest.mark.parametrize("people", [1, 3])
def test_a_sweep_takes_the_same_queries_for_people_who_began(
    alice, haverley, request_of, django_assert_num_queries, people
):
    module = module_of(2)
    for user in [alice, *(MembershipFactory(organisation=haverley).user for _ in range(people - 1))]:
        request_of(user, module=module)
        enrol(user, module=module)
    with django_assert_num_queries(22):
        assert remind(at=london(FRIDAY)) == people
