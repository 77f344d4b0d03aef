"""Factories of assignments and of what they ask of people, as rows: for reads that do not depend on how they came."""

import datetime

import factory
from django.utils import timezone

from courses.models import Assignment, Requirement
from lms.people.models import Membership, Organisation, User


class AssignmentFactory(factory.django.DjangoModelFactory):
    """An assignment in force whose people have been seen to; `state="draft"` for one not given out."""

    class Meta:
        model = Assignment

    module = factory.SubFactory("tests.factories.courses.ModuleFactory")
    state = Assignment.State.ACTIVE
    assigned_at = factory.LazyFunction(timezone.now)
    swept_at = factory.LazyFunction(timezone.now)
    due_on = factory.LazyFunction(lambda: timezone.localdate() + datetime.timedelta(days=30))


def ask(user: User, organisation: Organisation, *, lead: User, module=None, **fields) -> Requirement:
    """An open requirement of the user in the organisation; fields of its assignment are given as `assignment__...`."""
    of_assignment = {name[12:]: fields.pop(name) for name in list(fields) if name.startswith("assignment__")}
    if module is not None:
        of_assignment["module"] = module
    assignment = AssignmentFactory(organisation=organisation, created_by=lead, **of_assignment)
    membership = Membership.objects.get(user=user, organisation=organisation)
    fields.setdefault("due_on", assignment.due_on)
    return Requirement.objects.create(
        assignment=assignment, user=user, module=assignment.module, membership=membership, **fields
    )
