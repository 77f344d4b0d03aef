"""A Friday by which people are asked for a module, for tests of reminders."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from courses.models import Requirement
from lms.people.models import Membership
from tests.factories.assigning import ask

LONDON = ZoneInfo("Europe/London")
FRIDAY = date(2026, 5, 1)


def london(day: date, hour: int = 10, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=LONDON)


@pytest.fixture
def request_of(haverley, bob):
    """Ask somebody for a module by Friday 1 May 2026; told of it already, unless `next_reminder_on` says otherwise."""
    Membership.objects.update(started_on=date(2026, 1, 1))

    def make(user, **fields) -> Requirement:
        fields = {"due_on": FRIDAY, "next_reminder_on": date(2026, 4, 17), **fields}
        Membership.objects.filter(user=user).update(started_on=date(2026, 1, 1))
        return ask(user, fields.pop("organisation", haverley), lead=bob, **fields)

    return make
