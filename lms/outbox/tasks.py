"""The sweeps that send e-mail and forget old e-mail."""

from celery import shared_task

from lms.outbox.domain.forgetting import forget_old
from lms.outbox.domain.sending import send_due


@shared_task
def send_due_email() -> int:
    """Send what is due; safe to run twice at once."""
    return send_due()


@shared_task
def forget_old_email() -> int:
    """Keep nothing but the keys of what went long ago."""
    return forget_old()
