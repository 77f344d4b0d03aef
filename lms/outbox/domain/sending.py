"""Sending what is due once: claims by compare-and-set, retries with a growing pause, and what is known of each try."""

import time
from datetime import datetime, timedelta
from enum import Enum
from smtplib import SMTPDataError, SMTPException, SMTPRecipientsRefused, SMTPResponseException, SMTPSenderRefused
from traceback import walk_tb

import structlog
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db.models import F
from django.utils import timezone

from lms.outbox.domain.queueing import queue_email as queue_email
from lms.outbox.models import OutgoingEmail

log = structlog.get_logger(__name__)
State = OutgoingEmail.State

MOST_TRIES = 19
LONGEST_PAUSE = timedelta(hours=4)  # with it 19 tries take two days, as RFC 5321, section 4.5.4.1 would have it
PUT_OFF_IN_A_ROW = 10
MOST_DOUBTS = 2  # so that an e-mail arrives twice at the worst, both times under one Message-ID
CLAIM_LASTS = timedelta(minutes=10)
BATCH = 100
LONGEST_SWEEP = 50.0  # seconds; what is left then is the next sweep's


class Outcome(Enum):
    """What became of one try: whatever is neither sent nor put off was somebody else's, or failed by itself."""

    SENT = "sent"
    PUT_OFF = "put off"  # the server says: not this one now
    CLOSED = "closed"  # the server says: nothing now
    OTHER = "other"


def send_due(*, at: datetime | None = None) -> int:
    """Send what is due at `at` (now), each e-mail claimed by one sweep alone; returns how many were sent.

    An SMTP error is kept on the row and tried again with a growing pause, for two days; an address or a message refused
    for good (5xx) is not tried again. While no server can be reached nothing is claimed and no try is counted. A server
    that puts off everything, or ten in a row, is left alone until the next sweep: the others keep their tries.

    A claim that is ten minutes old belonged to a worker that died with the e-mail in its hands: it is due again, under
    the same Message-ID. That, and an answer that was lost after the words had gone, is a doubt: after the second the
    e-mail is given up, for it may have arrived. What was sent or given up is forgotten but for its subject, because
    links in e-mails open accounts.
    """
    at, started = at or timezone.now(), time.monotonic()
    _release_old_claims(at)
    due = OutgoingEmail.objects.due(at).order_by("not_before", "pk").values_list("pk", flat=True)
    connection: BaseEmailBackend | None = None
    sent = put_off = 0
    try:
        while time.monotonic() - started < LONGEST_SWEEP:
            keys = list(due[:BATCH])
            if not keys:
                break
            connection = connection or get_connection()
            for pk in keys:
                if not _reach(connection):
                    return sent
                now = at + timedelta(seconds=time.monotonic() - started)
                outcome = _send_one(pk, at=at, now=now, connection=connection)
                sent += outcome is Outcome.SENT
                put_off = put_off + 1 if outcome is Outcome.PUT_OFF else 0
                if outcome is Outcome.CLOSED or put_off >= PUT_OFF_IN_A_ROW:
                    log.warning("mail_server_says_later")
                    return sent
    finally:
        if connection is not None:
            _close(connection)
    return sent


def _release_old_claims(at: datetime) -> None:
    """Make due again what a dead worker had claimed, once; it may have arrived already, so twice is enough."""
    old = OutgoingEmail.objects.filter(state=State.SENDING, claimed_at__lt=at - CLAIM_LASTS)
    given_up = old.filter(tries__gte=MOST_TRIES) | old.filter(doubts__gte=MOST_DOUBTS - 1)
    given_up.update(
        state=State.FAILED, doubts=F("doubts") + 1, last_error="Nobody knows whether this arrived.", text="", html=""
    )
    old.update(state=State.DUE, doubts=F("doubts") + 1)


def _reach(connection: BaseEmailBackend) -> bool:
    """Open the connection unless it is open; False when no server can be reached."""
    try:
        connection.open()
    except (SMTPException, OSError) as error:
        log.warning("mail_server_not_reached", error=type(error).__name__)
        return False
    return True


def _close(connection: BaseEmailBackend) -> None:
    """Close a connection that may be broken; the next message opens a fresh one."""
    try:
        connection.close()
    except (SMTPException, OSError) as error:
        log.info("mail_connection_not_closed", error=type(error).__name__)


def _send_one(pk: int, *, at: datetime, now: datetime, connection: BaseEmailBackend) -> Outcome:
    """Claim one row with compare-and-set, send it, and write what happened; `at` is when the sweep began."""
    claimed = OutgoingEmail.objects.filter(pk=pk, state=State.DUE).update(
        state=State.SENDING, claimed_at=now, tries=F("tries") + 1
    )
    if not claimed:
        return Outcome.OTHER
    email = OutgoingEmail.objects.get(pk=pk)
    message = EmailMultiAlternatives(
        email.subject,
        email.text,
        to=[email.to],
        headers={"Message-ID": email.message_id, "Auto-Submitted": "auto-generated"},  # RFC 3834: no answer wanted
        connection=connection,
    )
    if email.html:
        message.attach_alternative(email.html, "text/html")
    try:
        message.send()
    except (SMTPException, OSError) as error:
        _close(connection)
        _note_failure(email, error, at=at)
        return Outcome.CLOSED if puts_off_everything(error) else Outcome.PUT_OFF if puts_off(error) else Outcome.OTHER
    except Exception as error:
        # Words that cannot be sent at all must not stop the e-mails behind them, sweep after sweep.
        _note_failure(email, error, at=at, final=True)
        return Outcome.OTHER
    OutgoingEmail.objects.filter(pk=pk).update(
        state=State.SENT, sent_at=now, bounced_at=None, last_error="", text="", html=""
    )
    return Outcome.SENT


def answers(error: Exception) -> list[int]:
    """The codes with which the server answered; none when the connection broke."""
    if isinstance(error, SMTPRecipientsRefused):
        return [code for code, _message in error.recipients.values()]
    return [error.smtp_code] if isinstance(error, SMTPResponseException) else []


def puts_off(error: Exception) -> bool:
    """Whether the server asks to try again later: a 4xx answer (RFC 5321, section 4.2.1)."""
    return any(400 <= code < 500 for code in answers(error))


def puts_off_everything(error: Exception) -> bool:
    """Whether it asks so of whatever is sent now: it closes (421), or takes nothing from this sender."""
    return 421 in answers(error) or isinstance(error, SMTPSenderRefused) and puts_off(error)


def is_hard_bounce(error: Exception) -> bool:
    """Whether the server refused for good, the address or the message: a 5xx answer (RFC 5321, section 4.2.1)."""
    of_this_one = isinstance(error, SMTPRecipientsRefused | SMTPDataError)
    return of_this_one and all(500 <= code < 600 for code in answers(error))


def may_have_arrived(error: Exception) -> bool:
    """Whether the answer was lost while or after the words went (RFC 5321, section 4.5.3.2.6): neither sent nor not."""
    if isinstance(error, SMTPDataError):
        return False
    frames = (frame.f_code for frame, _line in walk_tb(error.__traceback__))
    return any(code.co_name == "data" and code.co_filename.endswith("smtplib.py") for code in frames)


def _note_failure(email: OutgoingEmail, error: Exception, *, at: datetime, final: bool = False) -> None:
    """Write why the try failed, unless the claim has passed to another sweep meanwhile.

    What the server put off until it was given up has come back as surely as what it refused.
    """
    refused = is_hard_bounce(error)
    doubts = email.doubts + may_have_arrived(error)
    final = final or refused or email.tries >= MOST_TRIES or doubts >= MOST_DOUBTS
    own = OutgoingEmail.objects.filter(pk=email.pk, state=State.SENDING, claimed_at=email.claimed_at)
    came_back = refused or final and puts_off(error)
    own.update(
        state=State.FAILED if final else State.DUE,
        not_before=at + min(timedelta(minutes=2**email.tries), LONGEST_PAUSE),
        doubts=doubts,
        bounced_at=at if came_back else None,
        last_error=str(error)[:1000],
        **({"text": "", "html": ""} if final else {}),
    )
