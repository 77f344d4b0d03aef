"""What training leads ask of one person: for My training and the module's page."""

from collections.abc import Iterable
from datetime import date

from django.db.models import BigIntegerField

from courses.domain.published import published_modules
from courses.models import Module, Requirement
from lms.people.models import User
from lms.prepared import Prepared, Slot

NEVER = date.max


def asked_of_person():
    """What is asked of one person now, or would be if they were not exempt."""
    states = [*Requirement.OPEN, Requirement.State.EXEMPT]
    of_person = Requirement.objects.of(Slot("user", BigIntegerField()))
    return of_person.filter(state__in=states).select_related("assignment__organisation").order_by("pk")


ASKED = Prepared(asked_of_person)


def required_of(user: User, *, module: Module | None = None) -> list[Requirement]:
    """What is asked of the person now, or would be if they were not exempt; the most pressing first. One query.

    Required comes before recommended, then what is due first. With `module`, only what asks for that one.
    """
    modules = published_modules()
    found = []
    for row in ASKED(user=user.pk):
        if row.module_id in modules and (module is None or row.module_id == module.pk):
            row.module = modules[row.module_id]
            found.append(row)
    return sorted(found, key=pressing)


def pressing(requirement: Requirement) -> tuple:
    """The order in which what is asked matters."""
    is_open = requirement.state in Requirement.OPEN
    return (not is_open, not requirement.assignment.is_mandatory, requirement.due_on or NEVER, requirement.pk)


def by_module(requirements: Iterable[Requirement]) -> dict[int, Requirement]:
    """The most pressing one of each module, from a list in that order."""
    first: dict[int, Requirement] = {}
    for requirement in requirements:
        first.setdefault(requirement.module_id, requirement)
    return first
