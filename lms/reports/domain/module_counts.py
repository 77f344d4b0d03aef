"""How far people are with each module today, counted from what is summed up for each member and module."""

from django.db.models import F

from courses.models import Module
from lms.reports.domain.asked import asked_on, counts_on
from lms.reports.domain.counting import Counts, Scope
from lms.reports.domain.summing import modules_by_state


def counts_by_module(scope: Scope) -> dict[int, Counts]:
    """People by state for the key of each module that is asked of anybody. One query once the scope is known."""
    if not scope.are_summed_up:
        return counts_on(asked_on(scope.memberships, day=scope.today), day=scope.today, by=F("module"))
    found: dict[int, Counts] = {}
    for _organisation, module, state, number in modules_by_state(scope.keys, today=scope.today):
        counts = found.setdefault(module, Counts())
        setattr(counts, state, getattr(counts, state) + number)
    return found


def counts_by_organisation(scope: Scope, *, module: Module) -> dict[int, Counts]:
    """People by state in one module for the key of each organisation with people of its own that have it to do."""
    if not scope.are_summed_up:
        rows = asked_on(scope.memberships, day=scope.today, module=module)
        return counts_on(rows, day=scope.today, by=F("membership__organisation"))
    found: dict[int, Counts] = {}
    for organisation, _module, state, number in modules_by_state(scope.keys, today=scope.today, module=module.pk):
        setattr(found.setdefault(organisation, Counts()), state, number)
    return found
