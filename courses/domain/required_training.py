"""What training leads ask of one person: for My training and the module's page."""

from collections.abc import Iterable
from datetime import date

from courses.models import Enrolment, Module, Requirement
from lms.people.models import User

NEVER = date.max


def required_of(user: User, *, module: Module | None = None) -> list[Requirement]:
    """What is asked of the person now, or would be if they were not exempt; the most pressing first. One query.

    Required comes before recommended, then what is due first. With `module`, only what asks for that one.
    """
    rows = Requirement.objects.of(user).filter(
        state__in=[*Requirement.OPEN, Requirement.State.EXEMPT], module__live=True
    )
    if module is not None:
        rows = rows.filter(module=module)
    found = rows.select_related("module", "assignment__organisation").defer("module__outcomes", "module__rests_on")
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


def asks_again(enrolment: Enrolment) -> bool:
    """Whether a lead asks for another round, though this one is completed and its certificate may still be good."""
    asked = Requirement.objects.of(enrolment.user_id).open().filter(module=enrolment.module_id)
    return enrolment.completed_at is not None and asked.exists()
