"""A mail server's stand-in for programs that send by themselves: what they send becomes rows of the outbox."""

import uuid
from collections.abc import Sequence
from typing import Any

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction

from lms.hurry import hurry
from lms.outbox.domain.queueing import queue_email
from lms.outbox.tasks import send_due_email


class OutboxBackend(BaseEmailBackend):
    """Takes messages inside the request's transaction and reaches no server: the sweep sends them, and tries again."""

    kind = "other"

    @transaction.atomic
    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Queue each message for each of its recipients, and hurry the sweep; returns how many messages."""
        for message in email_messages:
            for to in message.recipients():
                queue_email(
                    key=f"{self.kind}:{uuid.uuid4()}",
                    kind=self.kind,
                    to=to,
                    subject=str(message.subject),
                    text=str(message.body),
                    html=html_of(message),
                )
        hurry(send_due_email)
        return len(email_messages)


class DraftMailBackend(OutboxBackend):
    """What Wagtail writes of drafts: that one waits for approval, is approved or needs changes, or was commented on."""

    kind = "draft"


def html_of(message: EmailMessage) -> str:
    """The message in HTML, if it has such a part."""
    parts: list[Any] = getattr(message, "alternatives", [])
    return next((str(part.content) for part in parts if part.mimetype == "text/html"), "")


def mail_of_drafts(*args: Any, **options: Any) -> BaseEmailBackend:
    """What Wagtail is given in place of `django.core.mail.get_connection`: see apps.py."""
    return DraftMailBackend()
