"""Queueing e-mail in the caller's transaction and sending it once."""

from datetime import datetime, timedelta
from email.utils import make_msgid
from smtplib import SMTPException, SMTPRecipientsRefused

import structlog
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db.models import F
from django.utils import timezone

from lms.outbox.models import OutgoingEmail

log = structlog.get_logger(__name__)

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

    An SMTP error is kept on the row and tried again with a growing pause, at most eight times; an address refused for
    good is not tried again. A claim that is ten minutes old belonged to a worker that died: it is due again, under the
    same Message-ID. While no server can be reached nothing is claimed and no try is counted.
    What was sent is forgotten but for its subject, because links in e-mails open accounts.
    """
    at = at or timezone.now()
    _release_old_claims(at)
    due = list(OutgoingEmail.objects.due(at).order_by("not_before", "pk").values_list("pk", flat=True)[:BATCH])
    if not due:
        return 0
    connection = get_connection()
    try:
        connection.open()
    except (SMTPException, OSError) as error:
        log.warning("mail_server_not_reached", error=type(error).__name__, waiting=len(due))
        return 0
    try:
        return sum(_send_one(pk, at=at, connection=connection) for pk in due)
    finally:
        _close(connection)


def _release_old_claims(at: datetime) -> None:
    """Make due again what a dead worker had claimed; what has cost eight workers is given up."""
    old = OutgoingEmail.objects.filter(state=OutgoingEmail.State.SENDING, claimed_at__lt=at - CLAIM_LASTS)
    old.filter(tries__gte=MOST_TRIES).update(state=OutgoingEmail.State.FAILED)
    old.update(state=OutgoingEmail.State.DUE)


def _close(connection: BaseEmailBackend) -> None:
    """Close a connection that may be broken; the next message opens a fresh one."""
    try:
        connection.close()
    except (SMTPException, OSError) as error:
        log.info("mail_connection_not_closed", error=type(error).__name__)


def _send_one(pk: int, *, at: datetime, connection: BaseEmailBackend) -> int:
    """Claim one row with compare-and-set, send it, and write what happened."""
    claimed = OutgoingEmail.objects.filter(pk=pk, state=OutgoingEmail.State.DUE).update(
        state=OutgoingEmail.State.SENDING, claimed_at=timezone.now(), tries=F("tries") + 1
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
        _close(connection)
        _note_failure(email, error, at=at)
        return 0
    except Exception as error:
        # Words that cannot be sent at all must not stop the e-mails behind them, sweep after sweep.
        _note_failure(email, error, at=at, final=True)
        return 0
    OutgoingEmail.objects.filter(pk=pk).update(
        state=OutgoingEmail.State.SENT, sent_at=timezone.now(), last_error="", text="", html=""
    )
    return 1


def is_hard_bounce(error: Exception) -> bool:
    """Whether the server refused the address for good: a 5xx answer (RFC 5321, section 4.2.1); 4xx may pass later."""
    if not isinstance(error, SMTPRecipientsRefused):
        return False
    return all(500 <= code < 600 for code, _message in error.recipients.values())


def _note_failure(email: OutgoingEmail, error: Exception, *, at: datetime, final: bool = False) -> None:
    final = final or email.tries >= MOST_TRIES or is_hard_bounce(error)
    OutgoingEmail.objects.filter(pk=email.pk).update(
        state=OutgoingEmail.State.FAILED if final else OutgoingEmail.State.DUE,
        not_before=at + timedelta(minutes=2**email.tries),
        last_error=str(error)[:1000],
    )
