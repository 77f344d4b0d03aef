"""Old e-mail is forgotten but for its key."""

from datetime import timedelta

import pytest
from django.utils import timezone

from lms.outbox.domain.forgetting import forget_old
from lms.outbox.domain.sending import queue_email, send_due
from lms.outbox.models import OutgoingEmail

pytestmark = pytest.mark.django_db


def queue(key: str) -> OutgoingEmail:
    return queue_email(key=key, kind="test", to="a@police.example.org", subject="Subject", text="Words")


def test_what_went_long_ago_keeps_its_key_alone_and_never_goes_again():
    email, now = queue("old"), timezone.now()
    send_due()
    assert forget_old(at=now + timedelta(days=399)) == 0
    assert forget_old(at=now + timedelta(days=401)) == 1
    assert forget_old(at=now + timedelta(days=401)) == 0
    email.refresh_from_db()
    assert (email.key, email.to, email.subject, email.text, email.state) == ("old", "", "", "", "sent")
    assert queue("old") == email
    assert send_due(at=now + timedelta(days=402)) == 0


def test_what_still_waits_is_kept():
    queue("waiting")
    assert forget_old(at=timezone.now() + timedelta(days=500)) == 0
