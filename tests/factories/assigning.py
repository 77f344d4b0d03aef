"""Factories of assignments and of what they ask of people, as rows: for reads that do not depend on how they came."""

import datetime

import factory
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from courses.domain.assigning import assign, save_draft
from courses.models import Assignment, Evidence, Exemption, Requirement
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


class RequirementFactory(factory.django.DjangoModelFactory):
    """What an assignment asks of the person of a membership, as a row."""

    class Meta:
        model = Requirement

    user = factory.SelfAttribute("membership.user")
    module = factory.SelfAttribute("assignment.module")
    due_on = factory.SelfAttribute("assignment.due_on")


class ExemptionFactory(factory.django.DjangoModelFactory):
    """An exemption from all training that began today, as a row."""

    class Meta:
        model = Exemption

    reason = "On leave"
    begins_on = factory.LazyFunction(timezone.localdate)


class EvidenceFactory(factory.django.DjangoModelFactory):
    """Training done elsewhere today, accepted, as a row."""

    class Meta:
        model = Evidence

    title = "Training elsewhere"
    provider = "Example College"
    completed_on = factory.LazyFunction(timezone.localdate)
    file = factory.LazyFunction(lambda: SimpleUploadedFile("record.pdf", b"%PDF-1.7 example"))
    file_name = "record.pdf"


def give_out(lead: User, organisation: Organisation, *, at: datetime.datetime | None = None, **fields) -> Assignment:
    """An assignment of the lead's organisation, given out at that time; the next sweep sees to its people."""
    draft = save_draft(lead, organisation=organisation, **fields)
    return assign(lead, assignment=draft, at=at)
