"""How far people are with each module today, counted from what is summed up for each member and module."""

from datetime import date
from typing import Any

from django.db.models import Case, Count, IntegerField, Q, Value, When

from courses.models import Module, ModuleStanding
from lms.people.models import Organisation
from lms.reports.domain.counting import Counts

STATES = ("late", "completed", "in_progress", "not_started")


def state_of(today: date) -> Case:
    """The number in STATES of a row of module standings."""
    return Case(
        When(Q(due__lt=today), then=Value(0)),
        When(is_open=False, then=Value(1)),
        When(begun=True, then=Value(2)),
        default=Value(3),
        output_field=IntegerField(),
    )


def counts_by_module(organisations: list[Organisation], *, today: date) -> dict[int, Counts]:
    """People by state for the key of each module that is asked of anybody in these organisations. One query."""
    return counted(organisations, by="module", today=today)


def counts_by_organisation(organisations: list[Organisation], *, module: Module, today: date) -> dict[int, Counts]:
    """People by state in one module for the key of each organisation with people of its own. One query."""
    return counted(organisations, by="organisation", today=today, module=module)


def counted(organisations: list[Organisation], *, by: str, today: date, **only: Any) -> dict[int, Counts]:
    """The counts for each value of `by`, one index read through once."""
    rows = ModuleStanding.objects.filter(organisation__in=[unit.pk for unit in organisations], **only)
    found: dict[int, Counts] = {}
    numbers = rows.order_by().annotate(state=state_of(today)).values(by, "state").annotate(n=Count("*"))
    for key, state, number in numbers.values_list(by, "state", "n"):
        setattr(found.setdefault(key, Counts()), STATES[state], number)
    return found
