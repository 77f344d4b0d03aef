"""Chosen people: picking them for a draft one by one, from those the lead may see."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q, QuerySet

from courses.models import Assignment
from lms.people.domain.access import memberships_visible_to
from lms.people.models import User

AT_ONCE = 500


@dataclass(frozen=True)
class Matched:
    """What became of pasted addresses: the people found, and each unknown address with the number of its line."""

    people: list[User]
    unknown: list[tuple[int, str]]


def choosable_people(actor: User, *, assignment: Assignment) -> QuerySet[User]:
    """The people whom the assignment's organisation, with its units when they are included, offers to the lead."""
    memberships = memberships_visible_to(actor)
    if assignment.include_units:
        memberships = memberships.filter(organisation__path__startswith=assignment.organisation.path)
    else:
        memberships = memberships.filter(organisation=assignment.organisation)
    return User.objects.filter(pk__in=memberships.values("user")).order_by("last_name", "first_name", "pk")


def searched(people: QuerySet[User], words: str) -> QuerySet[User]:
    """Those whose names or address hold every word."""
    for word in words.split():
        people = people.filter(Q(first_name__icontains=word) | Q(last_name__icontains=word) | Q(email__icontains=word))
    return people


def match_addresses(people: QuerySet[User], *, addresses: Iterable[tuple[int, str]]) -> Matched:
    """Find the people with these addresses (small letters, with line numbers). One query for each 500 addresses."""
    lines = list(addresses)
    wanted = sorted({address for _line, address in lines})
    found: dict[str, User] = {}
    for start in range(0, len(wanted), AT_ONCE):
        for user in people.filter(email__in=wanted[start : start + AT_ONCE]):
            found[user.email.lower()] = user
    return Matched(
        people=list(found.values()),
        unknown=[(line, address) for line, address in lines if address not in found],
    )


@transaction.atomic
def choose_people(assignment: Assignment, *, people: Iterable[User]) -> int:
    """Put people on the draft's list; answers how many it holds now. Safe to repeat."""
    assignment.people.add(*people)
    return assignment.people.count()


@transaction.atomic
def drop_people(assignment: Assignment, *, people: Iterable[User]) -> int:
    """Take people off the draft's list; answers how many it still holds. Safe to repeat."""
    assignment.people.remove(*people)
    return assignment.people.count()
