"""Sweeps about people: lists that are to be checked or applied, invitations in bulk, and sessions that ran out."""

from celery import shared_task
from django.core.management import call_command

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


@shared_task
def forget_old_sessions() -> None:
    """Remove the sessions that have run out; whoever is signed in stays so."""
    call_command("clearsessions")
