"""Joining without an invitation: with an organisation's join code, or with an e-mail address of an approved domain."""

import re
from typing import Any

from allauth.account.models import EmailAddress
from allauth.core.internal.ratelimit import RateLimitUsage, consume
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lms.audit.domain.recording import record
from lms.people.domain.errors import AddressNotConfirmed, AlreadyMember, TooManyTries, UnknownCode
from lms.people.models import ApprovedDomain, Membership, Organisation, User

RATES = {"account": "10/1h/key", "address": "300/1h/key"}  # one office may share one address


def has_confirmed_address(user: User) -> bool:
    """Whether any of the person's e-mail addresses is confirmed."""
    return EmailAddress.objects.filter(user=user, verified=True).exists()


def plain_code(typed: str) -> str:
    """A join code as it is stored, however it was typed: capitals, no spaces or hyphens."""
    return re.sub(r"[^A-Z0-9]", "", typed.upper())


def find_organisation(code: str, *, account: object = None, address: str = "") -> Organisation:
    """The organisation with this join code.

    A wrong code counts against `account` (a user's key) and `address` (where the request came from), so that codes
    cannot be guessed; each try counts until it is known to be right. Raises UnknownCode; TooManyTries after 10 wrong
    codes of one account or 300 of one address in an hour.
    """
    tries = _count(account=account, address=address or None)
    organisation = Organisation.objects.filter(join_code=plain_code(code) or None).first() if plain_code(code) else None
    if organisation is None:
        raise UnknownCode(_("No organisation has this code. Check it with your training lead."))
    _take_back(tries)
    return organisation


def _count(**who: object) -> list[RateLimitUsage]:
    """Count a try against each of those given, whatever the cache is; all of them or none."""
    tries: list[RateLimitUsage] = []
    for kind, key in who.items():
        if key is None:
            continue
        counted = consume(None, app="people", action=kind, config=RATES, key=f"join-code:{kind}:{key}", limit_get=True)
        if counted is None:
            _take_back(tries)
            raise TooManyTries(_("Too many wrong codes. Wait an hour, or ask your training lead for an invitation."))
        tries.append(counted)
    return tries


def _take_back(tries: list[RateLimitUsage]) -> None:
    for counted in tries:
        counted.rollback()


def begin_membership(user: User, *, organisation: Organisation, **fields: Any) -> tuple[Membership, bool]:
    """The person's membership as of today, and whether it begins now; `fields` are those of a new one.

    One that a list has for a day to come begins today instead: who comes in by themselves is there. Safe under
    concurrency.
    """
    today = timezone.localdate()
    found = Membership.objects.current(today).filter(user=user, organisation=organisation).first()
    if found is not None:
        return found, False
    early = Membership.objects.filter(user=user, organisation=organisation, ended_on=None, started_on__gt=today)
    if early.update(started_on=today, changed_at=timezone.now()):
        return Membership.objects.current(today).get(user=user, organisation=organisation), True
    return Membership.objects.current(today).get_or_create(user=user, organisation=organisation, defaults=fields)


@transaction.atomic
def join_with_code(user: User, *, code: str, address: str = "") -> Membership:
    """Become a learner in the organisation whose join code this is.

    Raises AddressNotConfirmed, UnknownCode, TooManyTries or AlreadyMember.
    """
    if not has_confirmed_address(user):
        raise AddressNotConfirmed(_("Confirm your e-mail address first."))
    organisation = find_organisation(code, account=user.pk, address=address)
    membership, created = begin_membership(user, organisation=organisation)
    if not created:
        raise AlreadyMember(_("You are already in %(organisation)s.") % {"organisation": organisation})
    record(user, action="joined with code", subject=membership, organisation=organisation)
    user.__dict__.pop("current_memberships", None)
    return membership


@transaction.atomic
def join_by_domain(user: User) -> list[Membership]:
    """Become a learner where the domain of a confirmed address is approved; returns the new memberships.

    Only who has never been in any organisation or unit: agencies may share a domain, and nobody's record is shown to a
    second one unasked; the others are placed already, or were let go on purpose. Safe to repeat.
    """
    if Membership.objects.filter(user=user).exists():
        return []
    addresses = EmailAddress.objects.filter(user=user, verified=True).values_list("email", flat=True)
    domains = {email.rpartition("@")[2].lower() for email in addresses}
    joined = []
    for approval in ApprovedDomain.objects.filter(domain__in=domains).select_related("organisation"):
        membership, created = begin_membership(user, organisation=approval.organisation)
        if created:
            record(
                user,
                action="joined by e-mail domain",
                subject=membership,
                organisation=approval.organisation,
                domain=approval.domain,
            )
            joined.append(membership)
    if joined:
        user.__dict__.pop("current_memberships", None)
    return joined
