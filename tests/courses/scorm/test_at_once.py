"""Two requests at once: a lesson that is opened again while the launch before it saves or ends."""

import datetime
import time
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from django.db import connection, transaction
from django.utils import timezone

from courses.models import Launch, LessonProgress, ScormItemState
from courses.scorm import runtime
from courses.scorm.tokens import read_token

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def committing(seat, body: bytes, written: Event):
    """Commit in a thread of its own, and hold the row for a moment once it is written."""

    def commit():
        try:
            with transaction.atomic():
                answer = runtime.commit(read_token(seat.token), body=body, at=timezone.now())
                written.set()
                time.sleep(0.5)
            return answer
        finally:
            connection.close()

    return commit


@pytest.mark.parametrize("status", ["incomplete", "completed"])
def test_a_launch_that_begins_while_the_one_before_is_saved_sees_what_was_saved(learning, status):
    class_room = learning()
    seat = class_room.sit(at=timezone.now() - datetime.timedelta(minutes=10))
    body = f'{{"sequence": 1, "cmi": {{"core": {{"lesson_status": "{status}", "session_time": "00:05:00"}}}}}}'
    written = Event()

    with ThreadPoolExecutor(1) as pool:
        saving = pool.submit(committing(seat, body.encode(), written))
        assert written.wait(10)
        launch = class_room.sit().launch
        assert saving.result().outcome == "applied"

    assert ScormItemState.objects.get().total_seconds == 300
    expected = {"incomplete": ("normal", 300), "completed": ("review", 0)}[status]
    assert (launch.mode, launch.base_total_seconds) == expected
    assert LessonProgress.objects.filter(state="completed").count() == (status == "completed")
    assert Launch.objects.count() == 2
