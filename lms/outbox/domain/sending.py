"""Queueing e-mail in the caller's transaction and sending it once."""

from datetime import datetime, timedelta
from email.utils import make_msgid
from smtplib import SMTPException, SMTPRecipientsRefused

from django.core.mail import EmailMultiAlternatives, get_connection
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from lms.outbox.models import OutgoingEmail

MOST_TRIES = 8
CLAIM_LASTS = timedelta(minutes=10)
BATCH = 100


def queue_email(
    *,
    key: str,
    kind: str,
    to: str,
    subject: str,
    text: str,
    html: str = "",
    not_before: datetime | None = None,
) -> OutgoingEmail:
    """Write one e-mail into the outbox, inside the caller's transaction; the same `key` again changes nothing.

    `key` names kind, subject row and due date, so that an e-mail goes once however often it is asked for.
    """
    email, _created = OutgoingEmail.objects.get_or_create(
        key=key,
        defaults={
            "kind": kind,
            "to": to,
            "subject": " ".join(subject.split())[:200],
            "text": text,
            "html": html,
            "message_id": make_msgid(domain="toolkit.invalid"),
            "not_before": not_before or timezone.now(),
        },
    )
    return email


def send_due(*, at: datetime | None = None) -> int:
    """Send what is due at `at` (now), each e-mail claimed by one sweep alone; returns how many were sent.

    An SMTP error is kept on the row and tried again with a growing pause, at most eight times.
    """
    at = at or timezone.now()
    OutgoingEmail.objects.filter(state=OutgoingEmail.State.SENDING, claimed_at__lt=at - CLAIM_LASTS).update(
        state=OutgoingEmail.State.DUE
    )
    sent = 0
    due = list(OutgoingEmail.objects.due(at).order_by("not_before", "pk").values_list("pk", flat=True)[:BATCH])
    if not due:
        return 0
    with get_connection() as connection:
        for pk in due:
            sent += _send_one(pk, at=at, connection=connection)
    return sent


def _send_one(pk: int, *, at: datetime, connection) -> int:
    """Claim one row with compare-and-set, send it, and write what happened."""
    claimed = OutgoingEmail.objects.filter(pk=pk, state=OutgoingEmail.State.DUE).update(
        state=OutgoingEmail.State.SENDING, claimed_at=at, tries=F("tries") + 1
    )
    if not claimed:
        return 0
    email = OutgoingEmail.objects.get(pk=pk)
    message = EmailMultiAlternatives(
        email.subject,
        email.text,
        to=[email.to],
        headers={"Message-ID": email.message_id},
        connection=connection,
    )
    if email.html:
        message.attach_alternative(email.html, "text/html")
    try:
        message.send()
    except (SMTPException, OSError) as error:
        _note_failure(email, error, at=at)
        return 0
    with transaction.atomic():
        OutgoingEmail.objects.filter(pk=pk).update(
            state=OutgoingEmail.State.SENT, sent_at=timezone.now(), last_error=""
        )
    return 1


def _note_failure(email: OutgoingEmail, error: Exception, *, at: datetime) -> None:
    final = email.tries >= MOST_TRIES or isinstance(error, SMTPRecipientsRefused)
    OutgoingEmail.objects.filter(pk=email.pk).update(
        state=OutgoingEmail.State.FAILED if final else OutgoingEmail.State.DUE,
        not_before=at + timedelta(minutes=2**email.tries),
        last_error=str(error)[:1000],
    )
