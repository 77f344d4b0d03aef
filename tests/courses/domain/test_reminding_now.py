"""A lead reminds who is late with one assignment, each person once a day."""

from datetime import date, timedelta

import pytest

from courses.domain.reminders import remind
from courses.domain.reminding_now import remind_now
from lms.audit.models import AuditEvent
from lms.outbox.models import OutgoingEmail
from tests.factories.reminding import london

pytestmark = pytest.mark.django_db


def test_a_lead_reminds_who_is_late_once_a_day(alice, bob, haverley, request_of):
    requirement = request_of(alice, next_reminder_on=date(2026, 5, 11))
    assignment = requirement.assignment
    saturday = london(date(2026, 5, 9))
    assert remind_now(bob, assignment=assignment, at=saturday) == 1
    assert remind_now(bob, assignment=assignment, at=saturday) == 0
    assert (remind(at=saturday), OutgoingEmail.objects.get().kind) == (1, "reminder_now")
    assert remind_now(bob, assignment=assignment, at=saturday + timedelta(hours=1)) == 0
    requirement.refresh_from_db()
    assert requirement.next_reminder_on == date(2026, 5, 11)
    assert remind_now(bob, assignment=assignment, at=saturday + timedelta(days=1)) == 1
    events = AuditEvent.objects.filter(action="reminded now")
    assert [event.detail for event in events] == [{"people": 1}, {"people": 1}]


def test_charlie_reminds_nobody_of_another_organisation(alice, charlie, request_of):
    requirement = request_of(alice)
    assert remind_now(charlie, assignment=requirement.assignment, at=london(date(2026, 5, 9))) == 0
    requirement.refresh_from_db()
    assert requirement.next_reminder_on == date(2026, 4, 17)


@pytest.mark.parametrize("change", [{"assignment__state": "paused"}, {"assignment__is_mandatory": False}])
def test_nobody_is_reminded_of_what_is_paused_or_recommended(alice, bob, request_of, change):
    requirement = request_of(alice, **change)
    assert remind_now(bob, assignment=requirement.assignment, at=london(date(2026, 5, 9))) == 0
