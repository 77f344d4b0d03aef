"""Invitations: sent by a lead for their own organisation, used once by the person whose address they went to.

The link's secret is in the e-mail alone; the table keeps its SHA-256. The link proves the address, so an account made
with it has a confirmed address from the start.
"""

import secrets
from datetime import datetime, timedelta
from typing import Any

from allauth.account.models import EmailAddress
from django.conf import settings
from django.db import IntegrityError, transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lms.audit.domain.recording import record
from lms.outbox.domain.sending import queue_email
from lms.outbox.models import OutgoingEmail
from lms.people.domain.access import leads, organisations_led_by
from lms.people.domain.claiming import activation_link as activation_link
from lms.people.domain.claiming import activation_links as activation_links
from lms.people.domain.claiming import claim, hash_token, is_unclaimed, unclaimed_account
from lms.people.domain.errors import (
    AddressInUse,
    AlreadyInvited,
    AlreadyMember,
    InvitationClosed,
    NotAllowed,
    SentJustNow,
)
from lms.people.domain.joining import begin_membership
from lms.people.models import Invitation, Membership, Organisation, Team, User

LASTS = timedelta(days=14)
RESEND_AFTER = timedelta(minutes=1)


def invitations_visible_to(user: User):
    """The invitations a lead may see: those into the organisations they lead."""
    return Invitation.objects.filter(organisation__in=organisations_led_by(user))


@transaction.atomic
def invite(
    actor: User,
    *,
    organisation: Organisation,
    email: str,
    first_name: str = "",
    last_name: str = "",
    job_role: str = "",
    team: Team | None = None,
    is_lead: bool = False,
    is_coordinator: bool = False,
    at: datetime | None = None,
) -> Invitation:
    """Invite one address into an organisation that `actor` leads (or, for an administrator, any); sends the e-mail.

    Raises NotAllowed, AlreadyMember or AlreadyInvited. Whether the address has an account is never told.
    """
    at = at or timezone.now()
    email = email.strip().lower()
    check_may_invite(actor, organisation=organisation)
    if team is not None and team.organisation_id != organisation.pk:
        raise NotAllowed(_("Choose a team of the same organisation."))
    members = Membership.objects.current().filter(organisation=organisation, user__email__iexact=email)
    if any(not is_unclaimed(member.user) for member in members.select_related("user")):
        raise AlreadyMember(_("This person is already in %(organisation)s.") % {"organisation": organisation})
    invitation = create_and_send(
        actor,
        at=at,
        organisation=organisation,
        email=email,
        first_name=first_name,
        last_name=last_name,
        job_role=job_role,
        team=team,
        is_lead=is_lead,
        is_coordinator=is_coordinator,
    )
    record(
        actor,
        action="invited",
        subject=invitation,
        organisation=organisation,
        is_lead=is_lead,
        is_coordinator=is_coordinator,
    )
    return invitation


def create_and_send(actor: User, *, organisation: Organisation, email: str, at: datetime, **fields: Any) -> Invitation:
    """Write an invitation and queue its e-mail; the caller has checked that `actor` may. Raises AlreadyInvited.

    An invitation to the same address that has run out is withdrawn first.
    """
    before = Invitation.objects.filter(organisation=organisation, email=email, accepted_at=None, withdrawn_at=None)
    before.filter(expires_at__lte=at).update(withdrawn_at=at)
    token = secrets.token_urlsafe(32)
    try:
        with transaction.atomic():
            invitation = Invitation.objects.create(
                organisation=organisation,
                email=email,
                token_hash=hash_token(token),
                invited_by=actor,
                sent_at=at,
                expires_at=at + LASTS,
                **fields,
            )
    except IntegrityError as error:
        raise AlreadyInvited(_("This person has an invitation already. You can send it again.")) from error
    send_link(invitation, token=token)
    return invitation


def as_invited(membership: Membership) -> dict[str, Any]:
    """What an invitation says of somebody in place of a membership: where, their name, job role, team and roles."""
    return {
        "organisation": membership.organisation,
        "first_name": membership.user.first_name,
        "last_name": membership.user.last_name,
        "job_role": membership.job_role,
        "team": membership.team,
        "is_lead": membership.is_lead,
        "is_coordinator": membership.is_coordinator,
    }


def check_may_invite(actor: User, *, organisation: Organisation) -> None:
    """Raise NotAllowed unless `actor` leads the organisation, or a unit above it, or manages all organisations."""
    if not leads(actor, organisation_id=organisation.pk) and not actor.has_perm("people.add_invitation"):
        raise NotAllowed(_("You can invite people only into organisations that you lead."))


@transaction.atomic
def resend(actor: User, *, invitation: Invitation, at: datetime | None = None) -> Invitation:
    """Send a new link that lasts another 14 days; the link sent before stops working.

    Raises NotAllowed, InvitationClosed, or SentJustNow within a minute of the e-mail before.
    """
    at = at or timezone.now()
    check_may_invite(actor, organisation=invitation.organisation)
    locked = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if locked.accepted_at or locked.withdrawn_at:
        raise InvitationClosed(_("This invitation is used or withdrawn."))
    sent = OutgoingEmail.objects.filter(key__startswith=f"invitation:{locked.pk}:")
    if sent.filter(created_at__gt=at - RESEND_AFTER).exists():
        raise SentJustNow(_("The invitation went a moment ago. Wait a minute before sending it again."))
    send_new_link(locked, at=at)
    record(actor, action="sent invitation again", subject=locked, organisation=locked.organisation)
    return locked


def send_new_link(invitation: Invitation, *, at: datetime) -> None:
    """Give an invitation a new secret that lasts 14 days from `at`, and queue it."""
    token = secrets.token_urlsafe(32)
    invitation.token_hash = hash_token(token)
    invitation.sent_at, invitation.expires_at = at, at + LASTS
    invitation.save(update_fields=["token_hash", "sent_at", "expires_at"])
    send_link(invitation, token=token)


@transaction.atomic
def withdraw(actor: User, *, invitation: Invitation, at: datetime | None = None) -> None:
    """Stop an invitation's link; safe to repeat. Raises NotAllowed, or InvitationClosed when it was used."""
    check_may_invite(actor, organisation=invitation.organisation)
    locked = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if locked.accepted_at:
        raise InvitationClosed(_("This invitation has been used. You can end the membership instead."))
    if locked.withdrawn_at:
        return
    locked.withdrawn_at = at or timezone.now()
    locked.save(update_fields=["withdrawn_at"])
    record(actor, action="withdrew invitation", subject=locked, organisation=locked.organisation)


def find_open(token: str, *, at: datetime | None = None) -> Invitation | None:
    """The invitation a link leads to, or None for a link that is unknown, used, withdrawn or too old."""
    found = Invitation.objects.open(at).filter(token_hash=hash_token(token))
    return found.select_related("organisation", "team", "invited_by").first()


def has_address(user: User, *, email: str) -> bool:
    """Whether the address is one of the person's confirmed ones."""
    return EmailAddress.objects.filter(user=user, email__iexact=email, verified=True).exists()


def account_exists(email: str) -> bool:
    """Whether somebody has opened an account with this address; to be told only to whoever holds the mailbox."""
    if unclaimed_account(email) is not None:
        return False
    known = EmailAddress.objects.filter(email__iexact=email, verified=True).exists()
    return known or User.objects.with_email(email).exists()


@transaction.atomic
def accept(invitation: Invitation, *, user: User, at: datetime | None = None) -> Membership:
    """Join with an account whose confirmed address is the invited one; the invited roles are given.

    Raises InvitationClosed when the link is no longer open or is for another address. Safe under concurrency.
    """
    at = at or timezone.now()
    locked = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if locked.accepted_at or locked.withdrawn_at or locked.expires_at <= at:
        raise InvitationClosed(_("This invitation does not work any more. Ask your training lead for a new one."))
    if not has_address(user, email=locked.email):
        raise InvitationClosed(_("This invitation is for another e-mail address."))
    membership, _is_new = begin_membership(
        user,
        organisation=locked.organisation,
        team=locked.team,
        job_role=locked.job_role,
        is_lead=locked.is_lead,
        is_coordinator=locked.is_coordinator,
    )
    membership.is_lead |= locked.is_lead
    membership.is_coordinator |= locked.is_coordinator
    membership.save(update_fields=["is_lead", "is_coordinator", "changed_at"])
    locked.accepted_at = at
    locked.accepted_by = user
    locked.save(update_fields=["accepted_at", "accepted_by"])
    record(user, action="accepted invitation", subject=locked, organisation=locked.organisation)
    user.__dict__.pop("current_memberships", None)
    return membership


@transaction.atomic
def accept_with_new_account(
    invitation: Invitation, *, first_name: str, last_name: str, password: str, at: datetime | None = None
) -> User:
    """Make an account with the invited address, which the link proves, or claim the one that waits there, and join.

    Raises AddressInUse when the address has an account, or InvitationClosed.
    """
    Invitation.objects.select_for_update().get(pk=invitation.pk)  # of two clicks on the button the second waits here
    if account_exists(invitation.email):
        raise AddressInUse(_("You have an account already. Sign in to join."))
    user = unclaimed_account(invitation.email)
    if user is not None:
        user = claim(user, first_name=first_name, last_name=last_name, password=password)
    else:
        user = User.objects.create_user(invitation.email, password, first_name=first_name, last_name=last_name)
        EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    accept(invitation, user=user, at=at)
    return user


def send_link(invitation: Invitation, *, token: str) -> OutgoingEmail:
    """Queue the e-mail with the link; each new link is one e-mail."""
    context = {
        "invitation": invitation,
        "invited_by": invitation.invited_by.full_name,
        "organisation": invitation.organisation.name,
        "link": settings.SITE_ORIGIN + reverse("people:accept_invitation", args=[token]),
        "expires_at": invitation.expires_at,
    }
    return queue_email(
        key=f"invitation:{invitation.pk}:{invitation.token_hash[:24]}",
        kind="invitation",
        to=invitation.email,
        subject=_("Your invitation to training"),
        text=render_to_string("emails/invitation.txt", context).strip(),
        html=render_to_string("emails/invitation.html", context),
    )
