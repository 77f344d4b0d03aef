"""The units a lead leads, as lists show them: narrowed by words and ways to join, with place and people."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from lms.people.domain.access import organisations_led_by
from lms.people.models import ApprovedDomain, Membership, Organisation, User

HAS_CODE = ~Q(join_code=None)
HAS_DOMAIN = Exists(ApprovedDomain.objects.filter(organisation=OuterRef("pk")))
WAYS = {
    "code": (_("With a join code"), HAS_CODE),
    "domain": (_("With an approved domain"), Q(HAS_DOMAIN)),
    "none": (_("With neither"), ~HAS_CODE & ~Q(HAS_DOMAIN)),
}


def units_led_by(user: User, *, words: str = "", way: str = "") -> QuerySet[Organisation]:
    """What the user leads in the order of the tree: those whose names hold every word; those of one of WAYS to join."""
    found = organisations_led_by(user).order_by("path")
    for word in words.split():
        found = found.filter(name__icontains=word)
    return found.filter(WAYS[way][1]) if way else found


@dataclass(frozen=True)
class Place:
    """A unit in a list: how many are in it today, the one it is a unit of where the lead leads that, and its level.

    The level is how many of those that the lead leads stand above it.
    """

    unit: Organisation
    people: int
    above: Organisation | None
    level: int


def placed(units: Sequence[Organisation], *, lead: User) -> list[Place]:
    """Some of the units that `lead` leads, for a page of a list. Two queries."""
    step = Organisation.steplen
    paths = {unit.path[:end] for unit in units for end in range(step, len(unit.path), step)}
    known = {one.path: one for one in organisations_led_by(lead).filter(path__in=paths)}
    members = Membership.objects.current().filter(organisation__in=[unit.pk for unit in units])
    people = dict(members.order_by().values_list("organisation").annotate(n=Count("pk")))
    return [
        Place(
            unit=unit,
            people=people.get(unit.pk, 0),
            above=known.get(unit.path[:-step]),
            level=sum(unit.path[:end] in known for end in range(step, len(unit.path), step)),
        )
        for unit in units
    ]
