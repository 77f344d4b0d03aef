"""E-mail goes once, later when the server is down, and never when the change was rolled back."""

import smtplib
from datetime import timedelta

import pytest
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.utils import timezone

from lms.outbox.domain.bounces import bounced
from lms.outbox.domain.sending import BATCH, MOST_TRIES, PUT_OFF_IN_A_ROW, queue_email, send_due
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
    assert sent.extra_headers == {"Message-ID": email.message_id, "Auto-Submitted": "auto-generated"}
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


def test_it_is_tried_for_two_days_with_at_most_four_hours_between_and_then_has_come_back(backend):
    email, begun = queue(), timezone.now()
    backend(Greylisting)
    at, pauses = begun, []
    while email.state == State.DUE:
        send_due(at=at)
        email.refresh_from_db()
        pauses.append(email.not_before - at)
        last, at = at, email.not_before
    assert (email.state, email.tries, len(pauses)) == (State.FAILED, MOST_TRIES, MOST_TRIES)
    assert max(pauses) == timedelta(hours=4)
    assert timedelta(hours=48) < last - begun < timedelta(hours=49)
    assert (email.text, list(bounced([email.to]))) == ("", ["nobody@police.example.org"])


@pytest.mark.parametrize(
    ("error", "tried"),
    [
        (smtplib.SMTPSenderRefused(451, b"too many today", "training@example.org"), 1),
        (smtplib.SMTPDataError(421, b"closing"), 1),
        (smtplib.SMTPRecipientsRefused({"nobody@police.example.org": (421, b"closing")}), 1),
        (smtplib.SMTPRecipientsRefused({"nobody@police.example.org": (450, b"busy")}), PUT_OFF_IN_A_ROW),
        (smtplib.SMTPDataError(452, b"no room"), PUT_OFF_IN_A_ROW),
        (smtplib.SMTPRecipientsRefused({"nobody@police.example.org": (550, b"no such mailbox")}), 12),
    ],
)
def test_a_server_that_says_later_is_left_alone_until_the_next_sweep(backend, monkeypatch, error, tried):
    for number in range(12):
        queue(f"k{number}")
    monkeypatch.setattr(Failing, "error", error)
    backend(Failing)
    assert send_due() == 0
    assert OutgoingEmail.objects.filter(tries=1).count() == tried
    assert OutgoingEmail.objects.filter(tries=0, state=State.DUE).count() == 12 - tried


def test_an_address_here_and_there_that_says_later_stops_nobody(backend, monkeypatch):
    for number in range(3 * PUT_OFF_IN_A_ROW):
        queue(f"k{number}")

    def every_other(self, messages):
        every_other.asked += 1
        if every_other.asked % 2:
            raise Greylisting.error
        return 1

    every_other.asked = 0
    monkeypatch.setattr(Failing, "send_messages", every_other)
    backend(Failing)
    assert send_due() == 3 * PUT_OFF_IN_A_ROW // 2


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


def test_what_has_cost_as_many_workers_as_there_are_tries_is_given_up():
    email, now = queue(), timezone.now()
    OutgoingEmail.objects.update(state=State.SENDING, claimed_at=now, tries=MOST_TRIES)
    assert send_due(at=now + timedelta(minutes=11)) == 0
    email.refresh_from_db()
    assert email.state == State.FAILED


def test_an_address_that_came_back_is_told_until_something_arrives_there(backend, settings):
    queue()
    backend(RefusingTheAddress)
    send_due()
    other = "fine@police.example.org"
    assert list(bounced(["Nobody@police.example.org", other])) == ["nobody@police.example.org"]
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    queue("k2")
    assert send_due() == 1
    assert bounced(["nobody@police.example.org", other]) == {}


def test_an_address_that_came_back_twice_is_told_once(backend):
    backend(RefusingTheAddress)
    queue("k1")
    send_due()
    second = queue("k2")
    send_due()
    assert bounced(["nobody@police.example.org"]) == {"nobody@police.example.org": second}


def test_what_is_given_up_keeps_no_words(backend):
    email = queue()
    backend(RefusingTheAddress)
    send_due()
    email.refresh_from_db()
    assert (email.text, email.html) == ("", "")


def test_a_message_refused_for_good_is_not_tried_again(backend, monkeypatch):
    email = queue()
    monkeypatch.setattr(Failing, "error", smtplib.SMTPDataError(554, b"refused"))
    backend(Failing)
    send_due()
    email.refresh_from_db()
    assert (email.state, email.tries, email.bounced_at is None) == (State.FAILED, 1, False)


def test_a_worker_that_dies_twice_with_one_email_in_its_hands_is_not_given_it_again():
    email, now = queue(), timezone.now()
    OutgoingEmail.objects.update(state=State.SENDING, claimed_at=now, tries=1, doubts=1)
    assert send_due(at=now + timedelta(minutes=11)) == 0
    email.refresh_from_db()
    assert (email.state, email.doubts, email.text) == (State.FAILED, 2, "")


def test_a_sweep_that_was_overtaken_does_not_undo_what_the_other_wrote(backend, monkeypatch):
    email = queue()

    def overtaken(self, messages):
        OutgoingEmail.objects.update(state=State.SENT, claimed_at=timezone.now(), text="")
        raise smtplib.SMTPServerDisconnected("gone")

    monkeypatch.setattr(Failing, "send_messages", overtaken)
    backend(Failing)
    assert send_due() == 0
    email.refresh_from_db()
    assert email.state == State.SENT


def test_everything_that_is_due_goes_in_one_sweep(django_assert_max_num_queries):
    for number in range(BATCH + 1):
        queue(f"k{number}")
    with django_assert_max_num_queries(3 * (BATCH + 1) + 5):
        assert send_due() == BATCH + 1
