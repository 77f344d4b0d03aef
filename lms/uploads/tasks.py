"""Sweeps of lms.uploads."""

from celery import shared_task

from lms.uploads.domain.texts import read_due_documents


@shared_task(soft_time_limit=1500)
def read_documents() -> int:
    """Read the words of documents that are new, changed, or private or public since search was told."""
    return read_due_documents()
