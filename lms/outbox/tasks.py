"""The sweep that sends e-mail."""

from celery import shared_task

from lms.outbox.domain.sending import send_due


@shared_task
def send_due_email() -> int:
    """Send what is due; safe to run twice at once."""
    return send_due()
