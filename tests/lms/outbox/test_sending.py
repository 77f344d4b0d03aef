"""E-mail goes once, later when the server is down, and never when the change was rolled back."""

import smtplib
from datetime import timedelta

import pytest
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.utils import timezone

from lms.outbox.domain.sending import MOST_TRIES, queue_email, send_due
from lms.outbox.models import OutgoingEmail

pytestmark = pytest.mark.django_db
State = OutgoingEmail.State


class Unreachable(BaseEmailBackend):
    """A server that is down."""

    def open(self):
        raise ConnectionRefusedError("no server")


class Failing(BaseEmailBackend):
    """A server that answers each message with an error."""

    error: Exception = smtplib.SMTPDataError(451, b"try later")

    def send_messages(self, messages):
        raise self.error


class RefusingTheAddress(Failing):
    error = smtplib.SMTPRecipientsRefused({"nobody@police.example.org": (550, b"no such mailbox")})


class Greylisting(Failing):
    error = smtplib.SMTPRecipientsRefused({"nobody@police.example.org": (450, b"come back later")})


class Confused(Failing):
    error = ValueError("a header that cannot be")


class SweepingAtTheSameTime(BaseEmailBackend):
    """While a message is on its way, another sweep runs."""

    def send_messages(self, messages):
        settings_backend = "django.core.mail.backends.locmem.EmailBackend"
        assert send_due() == 0
        return mail.get_connection(settings_backend).send_messages(messages)


@pytest.fixture
def backend(settings):
    """Choose the server."""

    def choose(kind: type) -> None:
        settings.EMAIL_BACKEND = f"{kind.__module__}.{kind.__name__}"

    return choose


def queue(key: str = "k1") -> OutgoingEmail:
    """One e-mail that is due."""
    return queue_email(
        key=key, kind="test", to="nobody@police.example.org", subject="A\nsubject", text="Words", html="<p>Words</p>"
    )


def test_it_is_sent_with_both_parts_and_its_words_are_forgotten():
    email = queue()
    assert send_due() == 1
    email.refresh_from_db()
    sent = mail.outbox[0]
    assert (sent.subject, sent.body, sent.to) == ("A subject", "Words", ["nobody@police.example.org"])
    assert sent.alternatives[0].content == "<p>Words</p>"
    assert sent.extra_headers["Message-ID"] == email.message_id
    assert (email.state, email.text, email.html, email.tries) == (State.SENT, "", "", 1)


def test_a_second_sweep_sends_nothing():
    queue()
    assert (send_due(), send_due(), len(mail.outbox)) == (1, 0, 1)


def test_two_sweeps_at_the_same_time_send_once(backend):
    queue()
    backend(SweepingAtTheSameTime)
    assert send_due() == 1
    assert len(mail.outbox) == 1


def test_the_same_key_is_one_email():
    assert queue() == queue()
    assert OutgoingEmail.objects.count() == 1


def test_a_rollback_sends_nothing():
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        queue()
        1 / 0  # noqa: B018
    assert (send_due(), mail.outbox) == (0, [])


def test_nothing_goes_before_its_time():
    now = timezone.now()
    later = now + timedelta(hours=1)
    queue_email(key="k", kind="t", to="a@police.example.org", subject="S", text="T", not_before=later)
    assert send_due(at=now) == 0
    assert send_due(at=later) == 1


def test_an_error_is_tried_again_after_a_growing_pause(backend, settings):
    email, at, pauses = queue(), timezone.now(), []
    backend(Failing)
    for _ in range(3):
        assert send_due(at=at) == 0
        email.refresh_from_db()
        pauses.append((email.not_before - at).total_seconds() / 60)
        at = email.not_before
    assert pauses == [2, 4, 8]
    assert (email.state, email.tries, email.last_error) == (State.DUE, 3, "(451, b'try later')")
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert (send_due(at=at), len(mail.outbox)) == (1, 1)


def test_eight_tries_are_enough(backend):
    email = queue()
    OutgoingEmail.objects.update(tries=MOST_TRIES - 1)
    backend(Failing)
    send_due()
    email.refresh_from_db()
    assert (email.state, email.tries) == (State.FAILED, MOST_TRIES)


@pytest.mark.parametrize(("kind", "state"), [(RefusingTheAddress, State.FAILED), (Greylisting, State.DUE)])
def test_an_address_refused_for_good_is_not_tried_again(backend, kind, state):
    email = queue()
    backend(kind)
    send_due()
    email.refresh_from_db()
    assert email.state == state


def test_words_that_cannot_be_sent_do_not_stop_the_others(backend):
    first, second = queue("k1"), queue("k2")
    backend(Confused)
    assert send_due() == 0
    assert {email.state for email in OutgoingEmail.objects.filter(pk__in=[first.pk, second.pk])} == {State.FAILED}


def test_a_server_that_is_down_costs_no_try(backend):
    email = queue()
    backend(Unreachable)
    assert send_due() == 0
    email.refresh_from_db()
    assert (email.state, email.tries) == (State.DUE, 0)


def test_what_a_dead_worker_had_claimed_is_sent_under_the_same_id():
    email, now = queue(), timezone.now()
    OutgoingEmail.objects.update(state=State.SENDING, claimed_at=now, tries=1)
    assert send_due(at=now + timedelta(minutes=9)) == 0
    assert send_due(at=now + timedelta(minutes=11)) == 1
    assert mail.outbox[0].extra_headers["Message-ID"] == email.message_id


def test_what_has_cost_eight_workers_is_given_up():
    email, now = queue(), timezone.now()
    OutgoingEmail.objects.update(state=State.SENDING, claimed_at=now, tries=MOST_TRIES)
    assert send_due(at=now + timedelta(minutes=11)) == 0
    email.refresh_from_db()
    assert email.state == State.FAILED
