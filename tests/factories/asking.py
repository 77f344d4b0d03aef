"""Days and people of tests about assigning: members since January, asked in June."""

import datetime

from django.utils import timezone

from courses.models import Requirement
from lms.people.models import Membership
from tests.factories.people import MembershipFactory

NOW = timezone.make_aware(datetime.datetime(2026, 6, 15, 10))
TODAY = NOW.date()
DUE = datetime.date(2026, 7, 15)
START = datetime.date(2026, 1, 5)


def days(count: int) -> datetime.timedelta:
    return datetime.timedelta(days=count)


def rows(**filters) -> list[tuple]:
    found = Requirement.objects.filter(**filters).order_by("user", "module", "cycle")
    return list(found.values_list("user__first_name", "state", "due_on"))


def member(organisation, name="Newcomer", **fields):
    return MembershipFactory(organisation=organisation, user__first_name=name, **{"started_on": START, **fields})


def move(membership, organisation, *, on=TODAY):
    """The person moves to another organisation on that day."""
    Membership.objects.filter(pk=membership.pk).update(ended_on=on, changed_at=timezone.now())
    return MembershipFactory(user=membership.user, organisation=organisation, started_on=on)
