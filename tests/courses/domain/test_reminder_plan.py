"""The reckoning of reminders: working days, catching up, and what is never planned."""

from datetime import date

import pytest

from courses.domain.reminder_plan import ASKED, Planned, choose, latest, plan, plan_of_expiry
from courses.domain.working_days import bank_holidays, is_working_day, working_day_from, working_day_until
from courses.models import ReminderTimetable

FRIDAY = date(2026, 5, 1)


def days_of(planned) -> list[tuple[str, str]]:
    return [(f"{one.on:%a %-d %b}", one.kind) for one in planned]


def choice(today: date, *, due_on=FRIDAY, next_on=None, told=True, mandatory=True, **fields) -> str | None:
    """The kind chosen on a day."""
    chosen = choose(
        ReminderTimetable(**fields),
        due_on=due_on,
        is_mandatory=mandatory,
        next_on=next_on or today,
        assigned_told=told,
        today=today,
    )
    return chosen.kind if chosen else None


def test_the_bank_holidays_of_a_year_are_reckoned():
    assert sorted(bank_holidays(2026)) == [
        date(2026, 1, 1),
        date(2026, 4, 3),
        date(2026, 4, 6),
        date(2026, 5, 4),
        date(2026, 5, 25),
        date(2026, 8, 31),
        date(2026, 12, 25),
        date(2026, 12, 28),
    ]
    assert {date(2027, 12, 27), date(2027, 12, 28), date(2028, 1, 3)} <= bank_holidays(2027) | bank_holidays(2028)


def test_working_days_leave_out_weekends_and_holidays():
    assert not is_working_day(date(2026, 4, 6))
    assert working_day_from(date(2026, 4, 3)) == date(2026, 4, 7)
    assert working_day_until(date(2026, 4, 6)) == date(2026, 4, 2)


def test_the_ordinary_timetable_moves_back_before_the_date_and_forward_after_it():
    planned = plan(ReminderTimetable(), due_on=FRIDAY, is_mandatory=True)
    assert days_of(planned) == [
        ("Fri 17 Apr", "before_14"),
        ("Tue 28 Apr", "before_3"),
        ("Fri 1 May", "due_today"),
        ("Tue 5 May", "late_1"),  # Saturday, then a weekend with a bank holiday
        ("Mon 11 May", "late_2"),
        ("Mon 18 May", "late_3"),
        ("Tue 26 May", "late_4"),
    ]
    sunday = plan(ReminderTimetable(late_at_most=1), due_on=date(2026, 6, 7), is_mandatory=True)
    assert days_of(sunday) == [
        ("Fri 22 May", "before_14"),
        ("Thu 4 Jun", "before_3"),
        ("Fri 5 Jun", "due_today"),
        ("Mon 8 Jun", "late_1"),
    ]


def test_nothing_is_planned_without_a_date_or_for_what_is_recommended():
    assert plan(ReminderTimetable(), due_on=None, is_mandatory=True) == []
    assert plan(ReminderTimetable(), due_on=FRIDAY, is_mandatory=False) == []


def test_a_timetable_may_leave_everything_out():
    bare = ReminderTimetable(days_before=[], on_the_day=False, late_at_most=0)
    assert plan(bare, due_on=FRIDAY, is_mandatory=True) == []


def test_what_runs_out_is_told_before_weekends():
    planned = plan_of_expiry(ReminderTimetable(), expires_on=date(2026, 6, 30))
    assert days_of(planned) == [("Fri 1 May", "expiry_60"), ("Fri 29 May", "expiry_30"), ("Tue 23 Jun", "expiry_7")]


def test_of_missed_days_only_the_latest_is_caught_up():
    planned = plan(ReminderTimetable(), due_on=FRIDAY, is_mandatory=True)
    assert latest(planned, today=date(2026, 4, 16)) is None
    assert latest(planned, today=date(2026, 5, 15)) == Planned(date(2026, 5, 11), "late_2")


@pytest.mark.parametrize(
    ("today", "options", "kind"),
    [
        (date(2026, 4, 22), {"told": False}, "assigned"),  # before_14 was planned for a day before they were asked
        (date(2026, 4, 28), {"told": False, "next_on": date(2026, 4, 20)}, "before_3"),
        (date(2026, 4, 28), {"told": False}, "assigned"),
        (date(2026, 4, 20), {}, "before_14"),
        (date(2026, 4, 1), {}, None),
        (date(2026, 4, 22), {"told": False, "on_assigning": False}, "before_14"),
        (date(2026, 4, 22), {"told": False, "mandatory": False}, "assigned"),
        (date(2026, 4, 22), {"mandatory": False}, None),
        (date(2026, 4, 22), {"told": False, "due_on": None}, "assigned"),
        (date(2026, 4, 22), {"next_on": ASKED}, "now"),
    ],
)
def test_what_goes_on_a_day(today, options, kind):
    assert choice(today, **options) == kind
