"""How far people are with each module today, counted from what is summed up for each member and module."""

from typing import Any

from django.db.models import Case, Count, F, IntegerField, Q, Value, When

from courses.models import Module, ModuleStanding
from lms.reports.domain.asked import asked_on, counts_on
from lms.reports.domain.counting import Counts, Scope

STATES = ("late", "completed", "in_progress", "not_started")


def counts_by_module(scope: Scope) -> dict[int, Counts]:
    """People by state for the key of each module that is asked of anybody. One query once the scope is known."""
    if scope.are_summed_up:
        return counted(scope, by="module")
    return counts_on(asked_on(scope.memberships, day=scope.today), day=scope.today, by=F("module"))


def counts_by_organisation(scope: Scope, *, module: Module) -> dict[int, Counts]:
    """People by state in one module for the key of each organisation with people of its own that have it to do."""
    if scope.are_summed_up:
        return counted(scope, by="organisation", module=module)
    rows = asked_on(scope.memberships, day=scope.today, module=module)
    return counts_on(rows, day=scope.today, by=F("membership__organisation"))


def counted(scope: Scope, *, by: str, **only: Any) -> dict[int, Counts]:
    """The counts for each value of `by`: one index, read through once."""
    state = Case(
        When(Q(due__lt=scope.today), then=Value(STATES.index("late"))),
        When(is_open=False, then=Value(STATES.index("completed"))),
        When(begun=True, then=Value(STATES.index("in_progress"))),
        default=Value(STATES.index("not_started")),
        output_field=IntegerField(),
    )
    rows = ModuleStanding.objects.filter(organisation__in=scope.keys, **only).order_by()
    numbers = rows.annotate(state=state).values(by, "state").annotate(n=Count("*"))
    found: dict[int, Counts] = {}
    for key, number, count in numbers.values_list(by, "state", "n"):
        setattr(found.setdefault(key, Counts()), STATES[number], count)
    return found
