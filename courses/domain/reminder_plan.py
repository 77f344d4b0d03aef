"""When which reminder is planned: pure reckoning from a timetable and a date, moved to working days."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from courses.domain.working_days import working_day_from, working_day_until
from courses.models import ReminderTimetable

ASSIGNED, DUE_TODAY, NOW = "assigned", "due_today", "now"
ASKED = date.min  # as a requirement's next_reminder_on: a lead asked for a reminder now


@dataclass(frozen=True)
class Planned:
    """One reminder: its kind, and the working day on which it goes."""

    on: date
    kind: str


def plan(timetable: ReminderTimetable, *, due_on: date | None, is_mandatory: bool) -> list[Planned]:
    """Every reminder after the one on assigning, in order; none without a date, and none of what is recommended.

    What comes before the date, and on it, moves back to a working day, so that people have the time they were
    promised; what comes after moves forward. The first reminder of somebody late goes on the first working day after
    the date.
    """
    if due_on is None or not is_mandatory:
        return []
    found = [
        Planned(working_day_until(due_on - timedelta(days=days)), f"before_{days}")
        for days in sorted(timetable.days_before, reverse=True)
    ]
    if timetable.on_the_day:
        found.append(Planned(working_day_until(due_on), DUE_TODAY))
    for number in range(timetable.late_at_most):
        days = 1 + number * timetable.late_every_days
        found.append(Planned(working_day_from(due_on + timedelta(days=days)), f"late_{number + 1}"))
    return found


def plan_of_expiry(timetable: ReminderTimetable, *, expires_on: date) -> list[Planned]:
    """The reminders that a certificate runs out, in order, each moved back to a working day."""
    return [
        Planned(working_day_until(expires_on - timedelta(days=days)), f"expiry_{days}")
        for days in sorted(timetable.days_before_expiry, reverse=True)
    ]


def latest(planned: Iterable[Planned], *, today: date) -> Planned | None:
    """The last one planned for today or before: of days that were missed, only this is caught up."""
    past = [one for one in planned if one.on <= today]
    return max(reversed(past), key=lambda one: one.on, default=None)


def following(planned: Iterable[Planned], *, today: date) -> list[Planned]:
    """Those still to come, in order."""
    return [one for one in planned if one.on > today]


def choose(
    timetable: ReminderTimetable,
    *,
    due_on: date | None,
    is_mandatory: bool,
    next_on: date,
    assigned_told: bool,
    today: date,
) -> Planned | None:
    """What goes today to somebody whose next reminder was set for `next_on`; None when nothing does.

    Whoever was never told of the training is told so, unless something later is planned by today already: a reminder
    planned for a day before they were asked is not caught up. Somebody who is asked again, an exemption being over,
    gets the latest one.
    """
    if next_on == ASKED:
        return Planned(today, NOW)
    planned = plan(timetable, due_on=due_on, is_mandatory=is_mandatory)
    if timetable.on_assigning and not assigned_told:
        planned = [Planned(next_on, ASSIGNED), *(one for one in planned if one.on > next_on)]
    return latest(planned, today=today)
