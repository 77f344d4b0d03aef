"""Addresses that came back: refused for good, or put off for two days, with nothing delivered there since."""

from collections.abc import Iterable

from django.db.models import QuerySet

from lms.outbox.models import OutgoingEmail


def bounced(emails: Iterable[str]) -> dict[str, OutgoingEmail]:
    """Those of the addresses that came back, each with the e-mail that did; capitals do not matter. One query."""
    wanted = {email.lower() for email in emails}
    return {row.to: row for row in OutgoingEmail.objects.bouncing().filter(to__in=wanted)}


def bouncing_addresses() -> QuerySet:
    """Every address that came back, as a subquery: for `email__in`."""
    return OutgoingEmail.objects.bouncing().order_by().values("to")
