"""Sweeps of the course module."""

from celery import shared_task


@shared_task
def unpack_waiting_packages() -> None:
    """Unpack what editors uploaded."""
