"""When an action's owner and the coordinators hear of it: a week before, on the day, and while it is late."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from courses.domain.working_days import working_day_from, working_day_until
from toolkit_pages.models import Action

DAYS_BEFORE = 7
LATE_EVERY = 7  # days
LATE_AT_MOST = 4  # reminders


@dataclass(frozen=True)
class Planned:
    """One reminder: its kind, and the working day on which it goes."""

    on: date
    kind: str


def reminders_of(due_on: date) -> list[Planned]:
    """Every reminder of an action due on a day, in order: before and on the day moved back to a working day."""
    found = [
        Planned(working_day_until(due_on - timedelta(days=DAYS_BEFORE)), "before"),
        Planned(working_day_until(due_on), "due_today"),
    ]
    for number in range(LATE_AT_MOST):
        day = due_on + timedelta(days=1 + number * LATE_EVERY)
        found.append(Planned(working_day_from(day), f"late_{number + 1}"))
    return found


def first_reminder(action: Action, *, today: date) -> date | None:
    """The day of the next reminder after today; None for what is done or dropped, or when none is left."""
    if action.status not in (Action.Status.TO_DO, Action.Status.UNDER_WAY):
        return None
    return next_after(reminders_of(action.due_on), today=today)


def next_after(planned: Iterable[Planned], *, today: date) -> date | None:
    """The first day after today on which something is planned."""
    return next((one.on for one in planned if one.on > today), None)


def due_now(planned: Iterable[Planned], *, today: date) -> Planned | None:
    """The last one planned for today or before: of days that were missed, only this is caught up."""
    return max((one for one in planned if one.on <= today), key=lambda one: one.on, default=None)
