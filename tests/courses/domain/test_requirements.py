"""What is asked of a person as they go on: begun, completed, done again when it comes round."""

import datetime

import pytest
from django.utils import timezone

from courses.domain.assigning import change, sweep
from courses.domain.enrolling import EnrolmentError, enrol, renew
from courses.domain.progress import complete_lesson, open_lesson
from courses.domain.requirements import note_completed, note_started
from courses.models import Requirement, Standing
from lms.people.models import Membership
from tests.factories.assigning import ExemptionFactory, ask, give_out
from tests.factories.courses import complete, module_of

pytestmark = pytest.mark.django_db
START = datetime.date(2026, 1, 5)
NOW = timezone.make_aware(datetime.datetime(2026, 6, 15, 10))
DUE = datetime.date(2026, 7, 15)


def days(count: int) -> datetime.timedelta:
    return datetime.timedelta(days=count)


@pytest.fixture(autouse=True)
def _members_since_january(alice, bob):
    Membership.objects.update(started_on=START, changed_at=NOW - days(100))


def lesson_of(module, number=0):
    return module.published_lessons()[number].lesson


def cycles(user) -> list[tuple]:
    rows = Requirement.objects.of(user).order_by("assignment", "module", "cycle")
    return list(rows.values_list("cycle", "state", "due_on", "completed_on", "valid_until", "renew_from"))


def test_opening_a_lesson_begins_what_is_asked_and_completing_it_is_done(alice, bob, haverley):
    module = module_of(2)
    asked = ask(alice, haverley, lead=bob, module=module)
    also = ask(alice, haverley, lead=bob, module=module)
    other = ask(alice, haverley, lead=bob)
    enrolment = enrol(alice, module=module)
    open_lesson(enrolment, lesson=lesson_of(module))
    for row in (asked, also):
        row.refresh_from_db()
        assert (row.state, row.enrolment) == ("doing", enrolment)
    assert Standing.objects.get(user=alice).started is True

    complete(alice, module)
    today = timezone.localdate()
    assert set(Requirement.objects.filter(module=module).values_list("state", "completed_on")) == {("done", today)}
    assert list(Requirement.objects.of(alice).open()) == [other]
    standing = Standing.objects.get(user=alice)
    assert (standing.required, standing.done, standing.next_due) == (2, 1, other.due_on)


def test_repeats_of_a_note_change_nothing(alice, bob, haverley):
    module = module_of(1)
    asked = ask(alice, haverley, lead=bob, module=module)
    enrolment = complete(alice, module)
    before = Requirement.objects.filter(pk=asked.pk).values().get()
    note_started(enrolment)
    note_completed(enrolment)
    assert Requirement.objects.filter(pk=asked.pk).values().get() == before


def test_completing_what_nobody_asks_costs_one_query_more(alice, django_assert_num_queries):
    enrolment = complete(alice, module_of(1))
    with django_assert_num_queries(1):
        note_completed(enrolment)
    with django_assert_num_queries(1):
        note_started(enrolment)


@pytest.mark.parametrize(
    ("validity", "repeat", "until", "again"),
    [
        (0, None, None, None),
        (12, None, datetime.date(2027, 6, 15), None),
        (0, 24, datetime.date(2028, 6, 15), datetime.date(2028, 5, 16)),
        (12, 24, datetime.date(2027, 6, 15), datetime.date(2027, 5, 16)),
        (36, 24, datetime.date(2028, 6, 15), datetime.date(2028, 5, 16)),
    ],
)
def test_it_counts_until_the_certificate_or_the_repeat_ends(alice, bob, haverley, validity, repeat, until, again):
    module = module_of(1, validity_months=validity)
    give_out(bob, haverley, module=module, due_on=DUE, repeat_months=repeat, window_days=30, at=NOW)
    sweep(NOW)
    complete(alice, module, at=NOW)
    assert cycles(alice) == [(1, "done", DUE, NOW.date(), until, again)]


def test_it_comes_round_again_may_be_done_in_its_window_and_closes(alice, bob, haverley):
    module = module_of(1)
    give_out(bob, haverley, module=module, due_on=DUE, repeat_months=12, window_days=90, at=NOW)
    sweep(NOW)
    first = complete(alice, module, at=NOW)
    until = datetime.date(2027, 6, 15)
    opens = timezone.make_aware(datetime.datetime(2027, 3, 17, 9))
    sweep(opens - days(1))
    assert [row[0] for row in cycles(alice)] == [1]
    with pytest.raises(EnrolmentError):
        renew(first, at=opens - days(1))

    sweep(opens)
    assert sweep(opens) == 0
    assert [row[:3] for row in cycles(alice)] == [(1, "done", DUE), (2, "to_do", until)]
    assert Requirement.objects.get(user=alice, cycle=2).next_reminder_on == opens.date()
    standing = Standing.objects.get(user=alice)
    assert (standing.required, standing.done, standing.next_due) == (1, 1, until)

    again = renew(first, at=opens)
    assert again.round == 2
    open_lesson(again, lesson=lesson_of(module), at=opens)
    assert [row[1] for row in cycles(alice)] == ["done", "doing"]
    complete_lesson(again, lesson=lesson_of(module), at=opens + days(3))
    assert cycles(alice)[1] == (
        2,
        "done",
        until,
        datetime.date(2027, 3, 20),
        datetime.date(2028, 3, 20),
        datetime.date(2027, 12, 21),
    )
    sweep(opens + days(300))
    assert [row[0] for row in cycles(alice)] == [1, 2, 3]


def test_a_repeat_that_was_not_done_in_time_makes_the_person_late_only_then(alice, bob, haverley):
    module = module_of(1)
    give_out(bob, haverley, module=module, due_on=DUE, repeat_months=12, at=NOW)
    sweep(NOW)
    complete(alice, module, at=NOW)
    due = timezone.make_aware(datetime.datetime(2027, 6, 15, 9))
    from courses.domain.standing import sweep_standings

    sweep(due)
    sweep_standings(today=due.date())
    assert Standing.objects.get(user=alice).done == 1
    sweep_standings(today=due.date() + days(1))
    assert Standing.objects.get(user=alice).done == 0


def test_a_shorter_repeat_reaches_what_is_done(alice, bob, haverley):
    module = module_of(1)
    assignment = give_out(bob, haverley, module=module, due_on=DUE, repeat_months=24, window_days=30, at=NOW)
    sweep(NOW)
    complete(alice, module, at=NOW)
    change(bob, assignment=assignment, repeat_months=12, at=NOW)
    sweep(NOW)
    assert cycles(alice) == [
        (1, "done", DUE, NOW.date(), datetime.date(2027, 6, 15), datetime.date(2027, 5, 16)),
    ]


def test_who_is_exempt_when_it_comes_round_is_asked_after_it(alice, bob, haverley):
    module = module_of(1)
    give_out(bob, haverley, module=module, due_on=DUE, repeat_months=12, at=NOW)
    sweep(NOW)
    complete(alice, module, at=NOW)
    ends = datetime.date(2027, 8, 31)
    ExemptionFactory(user=alice, organisation=haverley, created_by=bob, begins_on=NOW.date(), ends_on=ends)
    sweep(NOW + days(300))
    assert [row[1] for row in cycles(alice)] == ["done", "exempt"]
    after = timezone.make_aware(datetime.datetime(2027, 9, 1, 9))
    sweep(after)
    assert cycles(alice)[1][:3] == (2, "to_do", after.date() + days(30))
