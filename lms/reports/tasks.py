"""The sweep that prepares long exports and removes old ones."""

from celery import shared_task

from lms.reports.domain import exports


@shared_task
def sweep_exports() -> int:
    """Prepare the exports that are due; safe to run twice at once."""
    return exports.sweep()
