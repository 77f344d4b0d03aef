"""Sweeps of the course module."""

from celery import shared_task
from django.utils import timezone

from courses.domain.assigning import sweep
from courses.domain.digests import send_digests
from courses.domain.expiry_reminders import remind_of_expiry
from courses.domain.progress import finish_all_complete
from courses.domain.reminders import remind
from courses.domain.standing import count_day
from courses.scorm.packages import clear_leftovers, unpack_version, waiting_versions
from courses.scorm.silence import close_silent_launches


@shared_task
def unpack_waiting_packages() -> None:
    """Unpack what editors uploaded, and clear what a killed worker left."""
    at = timezone.now()
    for pk in waiting_versions(at=at):
        unpack_version(pk)
    clear_leftovers(at=at)


@shared_task
def remind_people() -> int:
    """Write the reminders that are due into the outbox; safe to run twice at once."""
    return remind()


@shared_task
def remind_of_what_runs_out() -> int:
    """Write the reminders of completions that run out; safe to run twice at once."""
    return remind_of_expiry()


@shared_task
def send_weekly_digests() -> int:
    """Write the leads' digests of the week; safe to run twice at once."""
    return send_digests()


@shared_task
def close_launches_left_open() -> int:
    """Close the launches of packages that nobody ended."""
    return close_silent_launches(at=timezone.now())


@shared_task
def sweep_assignments() -> int:
    """See to the people of assignments that are due, and to everybody who joined, moved or left."""
    return sweep()


@shared_task
def finish_what_is_complete() -> int:
    """Complete the modules whose last open lesson went away."""
    return finish_all_complete()


@shared_task
def count_people() -> None:
    """Bring everybody's standing up to today and count the day."""
    count_day(timezone.localdate())
