"""By when somebody has to do what is assigned: pure reckoning with dates."""

from datetime import date, timedelta

from courses.models import Assignment

GRACE_DAYS = 30  # for whom the date has passed before they were asked, when the assignment says nothing


def due_date(assignment: Assignment, *, started_on: date, asked_on: date, assigned_on: date) -> date | None:
    """The date of somebody who joined on `started_on` and is asked from `asked_on`; None when there is no date.

    On the day of assigning that is the assignment's date, or so many days after joining (after assigning, for those
    who had joined before). Joiners, and those who begin to match later, get the days after joining where there are
    any; they never get a date before the day on which they are asked.
    """
    days = assignment.days_after_joining
    is_joiner = max(started_on, asked_on) > assigned_on
    if assignment.due_on is not None and not (is_joiner and days):
        due = assignment.due_on
    elif days:
        due = max(started_on, assigned_on) + timedelta(days=days)
    else:
        return None
    if is_joiner and due < asked_on:
        return asked_on + timedelta(days=days or GRACE_DAYS)
    return due


def due_on_return(assignment: Assignment, due_on: date | None, *, today: date) -> date | None:
    """The date of somebody who is asked again, after an exemption or because what they did was withdrawn.

    The old one, unless it passed in the meantime.
    """
    if due_on is None or due_on >= today:
        return due_on
    return today + timedelta(days=assignment.days_after_joining or GRACE_DAYS)
