"""Taking e-mail back that is still in the outbox: while no server is reached, what it tells may cease to be true."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from lms.outbox.models import Mention, OutgoingEmail


def unsent(kinds: str) -> QuerySet[OutgoingEmail]:
    """E-mail of kinds that begin so which surely has not arrived, and which no sweep has in hand."""
    return OutgoingEmail.objects.filter(state=OutgoingEmail.State.DUE, doubts=0, kind__startswith=kinds)


def told_by(emails: QuerySet[OutgoingEmail]) -> dict[int, list[str]]:
    """The keys of what each of the e-mails tells, by the e-mail's key; those that name nothing are left out."""
    found: dict[int, list[str]] = {}
    for email, key in Mention.objects.filter(email__in=emails).values_list("email", "key"):
        found.setdefault(email, []).append(key)
    return found


@transaction.atomic
def recall(emails: QuerySet[OutgoingEmail], pks: Collection[int]) -> int:
    """Take those of the e-mails (by key) out of the outbox; returns how many. What they told counts as never told.

    One that a sweep takes in hand at this moment goes.
    """
    held = emails.filter(pk__in=pks).select_for_update(skip_locked=True)
    own = list(held.values_list("pk", flat=True))
    OutgoingEmail.objects.filter(pk__in=own).delete()
    return len(own)


def put_off(emails: QuerySet[OutgoingEmail], *, until: datetime) -> int:
    """Send none of the e-mails before `until`; returns how many would have gone."""
    return emails.filter(not_before__lt=until).update(not_before=until)
