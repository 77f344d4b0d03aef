"""Sweeps of the course module."""

from celery import shared_task
from django.utils import timezone

from courses.scorm.packages import clear_leftovers, unpack_version, waiting_versions


@shared_task
def unpack_waiting_packages() -> None:
    """Unpack what editors uploaded, and clear what a killed worker left."""
    at = timezone.now()
    for pk in waiting_versions(at=at):
        unpack_version(pk)
    clear_leftovers(at=at)
