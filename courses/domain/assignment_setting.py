"""What settling some people of one assignment has to know of them, read at once, and what it has decided."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from django.utils import timezone

from courses.domain.completions import Key, Records, records_of
from courses.domain.exemptions import Exemptions
from courses.domain.matching import day_of, matching_memberships, modules_of, units_of
from courses.models import Assignment, Module, Requirement
from lms.people.models import Membership


@dataclass(frozen=True)
class Place:
    """A membership as far as settling needs it."""

    pk: int
    started_on: date
    path: str


@dataclass
class Setting:
    """What is known about some people of one assignment on one day."""

    assignment: Assignment
    today: date
    assigned_on: date
    modules: list[Module]
    records: Records
    exemptions: Exemptions
    matches: dict[int, dict[int, Place]]
    members: dict[int, dict[int, Place]]
    rows: dict[Key, list[Requirement]]
    made_at: datetime
    redate: bool = False
    is_first: bool = False
    takes_new: bool = True
    new: list[Requirement] = field(default_factory=list)
    changed: list[tuple[Requirement, str, dict[str, Any]]] = field(default_factory=list)


def look(assignment: Assignment, users: Collection[int], *, today: date, redate: bool) -> Setting:
    """Read what is to be known of these people."""
    modules = modules_of(assignment)
    rows: dict[Key, list[Requirement]] = defaultdict(list)
    for row in Requirement.objects.filter(assignment=assignment, user__in=users).order_by("cycle"):
        rows[row.user_id, row.module_id].append(row)
    asked = {module.pk for module in modules}
    left_out = {module for _user, module in rows} - asked
    known = [*modules, *Module.objects.filter(pk__in=left_out)] if left_out else modules
    units = list(units_of(assignment.organisation_id).values_list("pk", flat=True))
    matching = matching_memberships(assignment, today=today, units=units).filter(user__in=users)
    members = Membership.objects.current(today).filter(organisation__in=units, user__in=users)
    return Setting(
        assignment=assignment,
        today=today,
        assigned_on=day_of(assignment.assigned_at) or today,
        modules=modules,
        records=records_of(users, modules=known),
        exemptions=Exemptions(users, today=today),
        matches=places(matching),
        members=places(members) if rows else {},
        rows=rows,
        made_at=made_at(today),
        redate=redate,
        is_first=assignment.swept_at is None,
        takes_new=assignment.include_joiners or assignment.swept_at is None,
    )


def made_at(today: date) -> datetime:
    """When what is made now was made: now, or noon when the clock of the sweep stands on another day."""
    now = timezone.localtime()
    return now if now.date() == today else timezone.make_aware(datetime.combine(today, time(12)))


def places(memberships: Any) -> dict[int, dict[int, Place]]:
    """The memberships of each user by their keys, the oldest first."""
    found: dict[int, dict[int, Place]] = defaultdict(dict)
    values = memberships.order_by("started_on", "pk").values_list("user_id", "pk", "started_on", "organisation__path")
    for user, pk, started_on, path in values:
        found[user][pk] = Place(pk, started_on, path)
    return found
