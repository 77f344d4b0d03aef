"""Reminders that no mail server has taken yet: taken back when they tell what is over, and held to working hours."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from courses.domain.assigning import pause, withdraw
from courses.domain.reminders import remind
from courses.domain.reminding_now import remind_now
from courses.models import Requirement
from lms.outbox.domain.sending import send_due
from lms.outbox.models import Mention, OutgoingEmail
from lms.people.models import Membership, User
from tests.factories.courses import complete, module_of
from tests.factories.reminding import FRIDAY, london

pytestmark = pytest.mark.django_db
TUESDAY = date(2026, 5, 5)  # the first working day after the date


def waiting() -> list[str]:
    return list(OutgoingEmail.objects.filter(state="due").order_by("pk").values_list("kind", flat=True))


OVER = {
    "completed": lambda row, bob: complete(row.user, row.module),
    "exempt": lambda row, bob: Requirement.objects.update(state="exempt"),
    "left": lambda row, bob: Membership.objects.filter(pk=row.membership_id).update(ended_on=FRIDAY),
    "withdrawn": lambda row, bob: withdraw(bob, assignment=row.assignment),
    "paused": lambda row, bob: pause(bob, assignment=row.assignment),
    "closed": lambda row, bob: User.objects.filter(pk=row.user_id).update(is_active=False),
    "another date": lambda row, bob: Requirement.objects.update(due_on=date(2026, 7, 1), next_reminder_on=None),
}


@pytest.mark.parametrize("end", OVER.values(), ids=OVER)
def test_what_is_over_before_it_was_sent_is_taken_back(alice, bob, request_of, end):
    requirement = request_of(alice, module=module_of(1))
    assert remind(at=london(FRIDAY)) == 1
    assert remind(at=london(FRIDAY, 11)) == 0
    assert waiting() == ["reminder_due_today"]
    end(requirement, bob)
    assert remind(at=london(FRIDAY, 12)) == 0
    assert (waiting(), Mention.objects.count()) == ([], 0)


def test_it_goes_while_anything_it_tells_of_is_asked(alice, request_of):
    done = request_of(alice, module=module_of(1))
    request_of(alice)
    remind(at=london(FRIDAY))
    complete(alice, done.module)
    remind(at=london(FRIDAY, 11))
    assert waiting() == ["reminder_due_today"]


def test_what_may_have_arrived_is_not_taken_back(alice, request_of):
    requirement = request_of(alice, module=module_of(1))
    remind(at=london(FRIDAY))
    OutgoingEmail.objects.update(doubts=1)
    complete(alice, requirement.module)
    remind(at=london(FRIDAY, 11))
    assert waiting() == ["reminder_due_today"]


@pytest.mark.parametrize("moment", [london(FRIDAY, 18), london(FRIDAY + timedelta(days=1)), london(TUESDAY, 3)])
def test_out_of_hours_it_waits_for_the_next_working_day(alice, request_of, moment):
    request_of(alice)
    remind(at=london(FRIDAY))
    remind(at=moment)
    assert OutgoingEmail.objects.get().not_before == london(TUESDAY, 9)
    assert send_due(at=london(TUESDAY, 8)) == 0
    assert send_due(at=london(TUESDAY, 9)) == 1


def test_what_a_lead_asked_for_goes_at_any_hour(alice, bob, request_of):
    requirement = request_of(alice, due_on=date(2026, 4, 1))
    remind_now(bob, assignment=requirement.assignment, at=london(FRIDAY, 19))
    remind(at=london(FRIDAY, 20))
    remind(at=london(FRIDAY, 21))
    assert waiting() == ["reminder_now"]
    assert send_due(at=london(FRIDAY, 22)) == 1


def test_what_is_not_a_reminder_is_left_alone(alice, request_of):
    day = timezone.now()
    OutgoingEmail.objects.create(key="k", kind="digest", to=alice.email, subject="S", not_before=day)
    remind(at=london(FRIDAY, 20))
    assert OutgoingEmail.objects.get().not_before == day
