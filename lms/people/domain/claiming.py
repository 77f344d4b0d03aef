"""Accounts that a lead's list made and nobody has opened yet: a link sent to the address lets its owner claim them."""

import hashlib
import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta

from allauth.account.models import EmailAddress
from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lms.audit.domain.recording import record
from lms.people.domain.errors import AddressInUse
from lms.people.models import ActivationLink, Membership, User

ACTIVATION_LASTS = timedelta(days=30)


def hash_token(token: str) -> str:
    """What the table keeps of a link's secret."""
    return hashlib.sha256(token.encode()).hexdigest()


def is_unclaimed(user: User) -> bool:
    """Whether nobody has opened this account, so that a link sent to its address may set its name and password.

    Nobody has signed in, and either no password is set or no address was ever confirmed: a password that somebody
    chose without proving the address gives them no right to the account.
    """
    if not user.is_active or user.is_staff or user.is_superuser or user.last_login is not None:
        return False
    return not user.has_usable_password() or not EmailAddress.objects.filter(user=user, verified=True).exists()


def unclaimed_account(email: str) -> User | None:
    """The account with this address that waits for its owner, or None."""
    if EmailAddress.objects.filter(email__iexact=email, verified=True, user__last_login__isnull=False).exists():
        return None
    user = User.objects.with_email(email).first()
    return user if user is not None and is_unclaimed(user) else None


@transaction.atomic
def claim(user: User, *, first_name: str, last_name: str, password: str) -> User:
    """Give an unclaimed account its owner's name and password; its address is proven by the link that led here.

    Raises AddressInUse when the account has been opened meanwhile.
    """
    locked = User.objects.select_for_update().get(pk=user.pk)
    taken = EmailAddress.objects.filter(email__iexact=locked.email, verified=True).exclude(user=locked)
    if not is_unclaimed(locked) or taken.exists():
        raise AddressInUse(_("You have an account already. Sign in."))
    locked.first_name, locked.last_name = first_name, last_name
    locked.set_password(password)
    locked.save(update_fields=["first_name", "last_name", "password"])
    confirm_own_address(locked)
    record(locked, action="claimed account", subject=locked)
    return locked


def confirm_own_address(user: User) -> None:
    """Confirm the account's own address, which a link sent to it has proven; other unproven addresses go."""
    EmailAddress.objects.filter(user=user, verified=False).delete()
    EmailAddress.objects.get_or_create(
        user=user, email=user.email.lower(), defaults={"verified": True, "primary": True}
    )


@transaction.atomic
def set_first_password(user: User, *, password: str) -> None:
    """Set the password asked for by a link sent to the address; the first one confirms the address as well."""
    first = is_unclaimed(user)
    user.set_password(password)
    user.save(update_fields=["password"])
    if first and not EmailAddress.objects.filter(email__iexact=user.email, verified=True).exclude(user=user).exists():
        confirm_own_address(user)


def activation_link(user: User, *, membership: Membership, at: datetime | None = None) -> str:
    """An absolute address where `user`, who never signed in, sets a password; add `?next=` for where to go then.

    For an e-mail to the user's own address alone: the secret is nowhere else, the table keeps its hash. The link lasts
    30 days, several may be open, and once the account is opened each leads to signing in. Raises ValueError for
    somebody else's membership.
    """
    if membership.user_id != user.pk:
        raise ValueError("The membership is somebody else's.")
    at = at or timezone.now()
    ActivationLink.objects.filter(membership=membership, expires_at__lte=at).delete()
    token = secrets.token_urlsafe(32)
    ActivationLink.objects.create(membership=membership, token_hash=hash_token(token), expires_at=at + ACTIVATION_LASTS)
    return settings.SITE_ORIGIN + reverse("people:activate", args=[token])


@transaction.atomic
def activation_links(memberships: Iterable[Membership], *, at: datetime | None = None) -> dict[int, str]:
    """`activation_link` of many people at once, by the key of the membership. Two queries."""
    at, tokens = at or timezone.now(), {membership.pk: secrets.token_urlsafe(32) for membership in memberships}
    ActivationLink.objects.filter(membership__in=list(tokens), expires_at__lte=at).delete()
    ActivationLink.objects.bulk_create(
        ActivationLink(membership_id=pk, token_hash=hash_token(token), expires_at=at + ACTIVATION_LASTS)
        for pk, token in tokens.items()
    )
    return {pk: settings.SITE_ORIGIN + reverse("people:activate", args=[token]) for pk, token in tokens.items()}


def find_activation(token: str, *, at: datetime | None = None) -> Membership | None:
    """The membership whose person an activation link is for, or None for a link that is unknown or too old."""
    found = ActivationLink.objects.filter(token_hash=hash_token(token), expires_at__gt=at or timezone.now())
    link = found.select_related("membership__user", "membership__organisation").first()
    return link.membership if link is not None and link.membership.user.is_active else None
