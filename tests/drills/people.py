"""The people of the drill: each is asked for one module, and all are due to be reminded together."""

from datetime import date, timedelta

from courses.models import Assignment, Module, Requirement
from lms.outbox.models import OutgoingEmail
from lms.people.models import Membership, Organisation, User


def populate(people: int) -> None:
    """An organisation, a lead, a module, an assignment and so many people; all fictional."""
    organisation = Organisation.add_root(name="Example Service", kind="police", nation="england")
    lead = User.objects.create(email="lead@police.example.org", first_name="Lee", last_name="Fictional", password="x")
    Membership.objects.create(user=lead, organisation=organisation, is_lead=True, started_on=date(2026, 1, 1))
    module = Module.objects.create(
        title="Drill", slug="drill", summary="Drill", facts_checked_on=date(2026, 1, 1), nations=["england"], live=True
    )
    users = User.objects.bulk_create(
        User(email=f"person{n}@police.example.org", first_name="Robin", last_name=f"Fictional{n}", password="x")
        for n in range(people)
    )
    memberships = Membership.objects.bulk_create(
        Membership(user=user, organisation=organisation, started_on=date(2026, 1, 1)) for user in users
    )
    assignment = Assignment.objects.create(
        organisation=organisation, module=module, state="active", created_by=lead, due_on=date(2026, 6, 12)
    )
    Requirement.objects.bulk_create(
        Requirement(assignment=assignment, user=one.user, module=module, membership=one) for one in memberships
    )


def ask_again(*, due_on: date) -> None:
    """Everybody is due to be reminded on the day itself, and the outbox is empty."""
    OutgoingEmail.objects.all().delete()
    Requirement.objects.update(due_on=due_on, next_reminder_on=due_on - timedelta(days=1))


def left() -> int:
    """How many e-mails are neither sent nor given up."""
    return OutgoingEmail.objects.filter(state__in=["due", "sending"]).count()


def in_hand() -> int:
    """How many e-mails a worker holds."""
    return OutgoingEmail.objects.filter(state="sending").count()


def written() -> int:
    return OutgoingEmail.objects.count()


def given_up() -> int:
    return OutgoingEmail.objects.filter(state="failed").count()
