"""Launches left open are closed after a silence, and go on or resume as if nothing had happened."""

import datetime

import pytest
from django.utils import timezone

from courses.models import Launch
from courses.scorm.silence import close_silent_launches
from courses.tasks import close_launches_left_open

pytestmark = pytest.mark.django_db
HOUR = datetime.timedelta(hours=1)


def states() -> list[str]:
    return list(Launch.objects.order_by("pk").values_list("state", flat=True))


def test_a_launch_is_closed_after_an_hour_of_silence_and_not_before(learning):
    learning().sit().commit(1, {"core": {"lesson_location": "1"}})
    now = timezone.now()
    assert (close_silent_launches(at=now + HOUR - datetime.timedelta(minutes=1)), states()) == (0, ["open"])
    assert (close_silent_launches(at=now + 2 * HOUR), states()) == (1, ["closed"])
    assert close_silent_launches(at=now + 2 * HOUR) == 0


def test_the_next_launch_resumes(learning):
    class_room = learning()
    class_room.sit().commit(1, {"core": {"lesson_location": "3", "lesson_status": "incomplete"}})
    close_silent_launches(at=timezone.now() + 2 * HOUR)
    launch = class_room.sit().data()
    assert (launch["entry"], launch["cmi"]["core"]["lesson_location"]) == ("resume", "3")


def test_whoever_was_only_thinking_goes_on_in_the_same_launch(learning):
    seat = learning().sit()
    seat.commit(1, {"core": {"lesson_location": "1"}})
    close_silent_launches(at=timezone.now() + 2 * HOUR)
    assert seat.commit(2, {"core": {"lesson_location": "2"}}).json()["outcome"] == "applied"
    assert states() == ["open"]


def test_the_sweep_leaves_alone_what_is_being_played(learning):
    learning().sit()
    assert (close_launches_left_open(), states()) == (0, ["open"])
