"""How far the people of an assignment are: counts for the list of assignments, and the rows of one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from courses.models import Assignment, Requirement
from lms.people.domain.access import people_visible_to
from lms.people.models import User

State = Requirement.State
# What the page's filter offers, in the order in which it matters to a lead.
STATES = {
    "late": _("Late"),
    "to_do": _("Not started"),
    "doing": _("In progress"),
    "done": _("Completed"),
    "again": _("Completed, to do again"),
    "exempt": _("Exempt"),
    "stopped": _("Stopped"),
}


@dataclass(frozen=True)
class Counts:
    """How many people an assignment has, have done all of it, and are late with any of it."""

    people: int = 0
    done: int = 0
    late: int = 0


def late(today: date) -> Q:
    """Requirements that are open and past their date; nobody is late with what is only recommended."""
    return Q(state__in=Requirement.OPEN, due_on__lt=today, assignment__is_mandatory=True)


def counts_of(assignments: Iterable[Assignment], *, lead: User, today: date) -> dict[int, Counts]:
    """The counts of each assignment by its key, of the people the lead may see. One query.

    Until a repeat's date is past, the completion before it holds; who stopped is not counted, unless it was withdrawn
    before they had done it.
    """
    rows = Requirement.objects.filter(assignment__in=list(assignments), user__in=people_visible_to(lead))
    waiting = Q(state__in=Requirement.OPEN) & (Q(cycle=1) | Q(due_on__lt=today))
    cut_short = Q(state=State.STOPPED, stop_reason=Requirement.StopReason.WITHDRAWN)
    found = (
        rows.filter(~Q(state=State.STOPPED) | cut_short)
        .values("assignment")
        .annotate(
            people=Count("user", distinct=True),
            unfinished=Count("user", distinct=True, filter=waiting | Q(state=State.EXEMPT) | Q(cut_short, cycle=1)),
            late=Count("user", distinct=True, filter=late(today)),
        )
        .order_by()
    )
    return {row["assignment"]: Counts(row["people"], row["people"] - row["unfinished"], row["late"]) for row in found}


def rows_of(assignment: Assignment, *, lead: User) -> QuerySet[Requirement]:
    """What the assignment asks of each person the lead may see: the newest cycle for each module."""
    newer = Requirement.objects.filter(
        assignment=OuterRef("assignment"), user=OuterRef("user"), module=OuterRef("module"), cycle__gt=OuterRef("cycle")
    )
    rows = Requirement.objects.filter(assignment=assignment, user__in=people_visible_to(lead))
    return rows.exclude(Exists(newer))


def in_state(rows: QuerySet[Requirement], state: str, *, today: date) -> QuerySet[Requirement]:
    """Those of one of STATES."""
    return rows.filter(kinds(today)[state])


def count_states(rows: QuerySet[Requirement], *, today: date) -> dict[str, int]:
    """How many rows are in each of STATES, each row in one. One query."""
    return rows.order_by().aggregate(**{state: Count("pk", filter=kind) for state, kind in kinds(today).items()})


def kinds(today: date) -> dict[str, Q]:
    """What each of STATES means; until a repeat's date is past, the completion before it holds."""
    is_late = late(today)
    holds = Q(cycle__gt=1) & (Q(due_on=None) | Q(due_on__gte=today))
    again = Q(state__in=Requirement.OPEN) & holds
    first: dict[str, Q] = {state: Q(state=state) & ~holds & ~is_late for state in Requirement.OPEN}
    ended: dict[str, Q] = {state: Q(state=state) for state in (State.DONE, State.EXEMPT, State.STOPPED)}
    return {"late": is_late, "again": again, **first, **ended}


def people_affected(assignment: Assignment) -> dict[str, int]:
    """How many people still have it to do, and how many have done it, before a change of the whole. One query."""
    rows = Requirement.objects.filter(assignment=assignment)
    return rows.aggregate(
        open=Count("user", distinct=True, filter=Q(state__in=Requirement.OPEN)),
        begun=Count("user", distinct=True, filter=Q(state=State.DOING)),
        done=Count("user", distinct=True, filter=Q(state=State.DONE)),
    )
