"""A reason that another page suggests for an assignment, signed for one person: nobody else puts words there."""

from datetime import timedelta

from django.core import signing

from courses.models import Assignment
from lms.people.models import User

SALT = "courses.suggested_reason"
LASTS = timedelta(days=1)


def longest_reason() -> int:
    """How many characters an assignment's reason may have."""
    return Assignment._meta.get_field("reason").max_length or 0


def suggest_reason(reason: str, *, to: User) -> str:
    """The reason as a token for the address of an assignment's first step; it works for a day, for this person alone.

    Spaces are made one, and what is too long is cut with an ellipsis.
    """
    words, most = " ".join(reason.split()), longest_reason()
    if len(words) > most:
        words = words[: most - 1].rstrip() + "…"
    return signing.dumps({"to": to.pk, "reason": words}, salt=SALT, compress=True)


def suggested_reason(token: str, *, to: User) -> str:
    """The reason in a token; "" where it is none, is over a day old, or was made for somebody else."""
    try:
        found = signing.loads(token, salt=SALT, max_age=LASTS)
    except signing.BadSignature:
        return ""
    return found["reason"] if found["to"] == to.pk else ""
