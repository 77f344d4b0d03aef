"""Sweeps about people: lists that are to be checked or applied, and invitations in bulk."""

from celery import shared_task

from lms.people.domain import inviting_many, roster_sweep, rosters


@shared_task
def sweep_rosters() -> int:
    """Check and apply the lists that are due; safe to run twice at once."""
    return roster_sweep.sweep()


@shared_task
def forget_old_rosters() -> int:
    """Throw away lists that nobody applied."""
    return rosters.forget_old()


@shared_task
def sweep_invitations() -> int:
    """Send, send again or withdraw the invitations in bulk that are due."""
    return inviting_many.sweep()
