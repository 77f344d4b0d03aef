"""The timetable names tasks that there are."""

from django.conf import settings

from lms.celery import app


def test_every_task_of_the_timetable_exists():
    app.loader.import_default_modules()
    named = {entry["task"] for entry in settings.CELERY_BEAT_SCHEDULE.values()}
    assert named - set(app.tasks) == set()
    assert len(named) == len(settings.CELERY_BEAT_SCHEDULE)
