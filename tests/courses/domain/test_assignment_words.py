"""An assignment in words: when people are reminded, as the organisation's own timetable says."""

import pytest

from courses.domain.assignment_words import reminders
from courses.models import ReminderTimetable
from tests.factories.assigning import AssignmentFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("is_mandatory", "timetable", "said"),
    [
        (True, {}, "14 and 3 days before, on the day, then weekly, 4 times at most"),
        (
            True,
            {"days_before": [7], "on_the_day": False, "late_every_days": 2, "late_at_most": 1},
            "7 days before, then every 2 days, 1 time at most",
        ),
        (True, {"is_on": False}, "None"),
        (False, {}, "One e-mail when assigned"),
        (False, {"on_assigning": False}, "None"),
        (False, {"is_on": False}, "None"),
    ],
)
def test_reminders_are_those_of_the_organisation_s_timetable(haverley, bob, is_mandatory, timetable, said):
    if timetable:
        ReminderTimetable.objects.create(organisation=haverley, **timetable)
    assignment = AssignmentFactory(organisation=haverley, created_by=bob, is_mandatory=is_mandatory)
    assert reminders(assignment) == said
