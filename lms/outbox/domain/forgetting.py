"""Forgetting old e-mail: whom it went to and what it was about; only the key stays, so that nothing goes twice."""

from datetime import datetime, timedelta

from django.utils import timezone

from lms.outbox.models import OutgoingEmail

KEPT = timedelta(days=400)
BATCH = 1000


def forget_old(*, at: datetime | None = None) -> int:
    """Empty the rows of e-mail that went, or was given up, over 400 days before `at`; returns how many.

    A key names row, kind and due date and no person's address; it is needed as long as its row could be asked for
    again. In batches, safe to kill and repeat.
    """
    State = OutgoingEmail.State
    done = OutgoingEmail.objects.filter(state__in=[State.SENT, State.FAILED]).exclude(to="")
    old = done.filter(created_at__lt=(at or timezone.now()) - KEPT).order_by("pk").values_list("pk", flat=True)
    forgotten = 0
    while keys := list(old[:BATCH]):
        forgotten += OutgoingEmail.objects.filter(pk__in=keys).update(
            to="",
            user=None,
            organisation=None,
            subject="",
            text="",
            html="",
            message_id="",
            last_error="",
            bounced_at=None,
        )
    return forgotten
