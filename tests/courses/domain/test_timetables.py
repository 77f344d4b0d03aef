"""Timetables of reminders: changed by leads of the organisation alone, and what is planned moves with them."""

from datetime import date

import pytest

from courses.domain.timetables import drop_timetable, set_timetable
from courses.models import ReminderTimetable
from lms.audit.models import AuditEvent
from lms.people.domain.errors import NotAllowed
from tests.factories.reminding import london

pytestmark = pytest.mark.django_db


def test_a_new_timetable_moves_what_is_still_to_come(alice, bob, haverley, request_of):
    coming = request_of(alice, due_on=date(2026, 6, 30), next_reminder_on=date(2026, 6, 16))
    waiting = request_of(alice, due_on=date(2026, 6, 30), next_reminder_on=date(2026, 4, 30))
    at = london(date(2026, 5, 5))
    set_timetable(bob, organisation=haverley, at=at, days_before=[30, 5])
    coming.refresh_from_db()
    waiting.refresh_from_db()
    assert (coming.next_reminder_on, waiting.next_reminder_on) == (date(2026, 5, 29), date(2026, 4, 30))
    drop_timetable(bob, organisation=haverley, at=at)
    coming.refresh_from_db()
    assert coming.next_reminder_on == date(2026, 6, 16)
    actions = AuditEvent.objects.order_by("pk").values_list("action", flat=True)
    assert list(actions) == ["changed reminders", "dropped reminders of its own"]


def test_charlie_changes_no_timetable_of_another_organisation(charlie, haverley):
    with pytest.raises(NotAllowed):
        set_timetable(charlie, organisation=haverley, is_on=False)
    with pytest.raises(NotAllowed):
        drop_timetable(charlie, organisation=haverley)
    assert not ReminderTimetable.objects.exists()
