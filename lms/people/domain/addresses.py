"""Correcting the e-mail address of somebody whose account a lead's list made, before they have opened it."""

from contextlib import suppress
from datetime import date

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lms.audit.domain.recording import record
from lms.people.domain.access import organisations_led_by, people_visible_to
from lms.people.domain.claiming import is_unclaimed
from lms.people.domain.errors import AlreadyInvited, AlreadyMember, NotAllowed
from lms.people.domain.invitations import as_invited, invite
from lms.people.domain.memberships import end_membership
from lms.people.domain.roster_people import not_ended
from lms.people.models import ActivationLink, Invitation, Membership, User


def may_correct_address(actor: User, *, user: User) -> bool:
    """Whether nobody has opened the account, and it belongs to organisations that `actor` leads and to no other."""
    if not is_unclaimed(user) or not people_visible_to(actor).filter(pk=user.pk).exists():
        return False
    theirs = Membership.objects.filter(user=user).exclude(organisation__in=organisations_led_by(actor))
    return not theirs.exists()


@transaction.atomic
def correct_address(actor: User, *, user: User, email: str, today: date | None = None) -> bool:
    """Put right the address of an account that nobody has opened, and invite the new one; False if it is the same.

    Links sent to the old address open nothing any more. Where the new address has an account already, that account is
    its owner's: the memberships end, with their record kept as a mover's is, and the owner comes in by accepting the
    invitation. Nothing that is answered or raised tells which of the two it was.

    Raises NotAllowed for an account that somebody uses or another organisation knows, and AlreadyMember for the address
    of somebody else in the same organisation, whom `actor` sees there.
    """
    today = today or timezone.localdate()
    locked = User.objects.select_for_update().get(pk=user.pk)
    if not may_correct_address(actor, user=locked):
        raise NotAllowed(_("Only the owner of this account can change its address."))
    email, before = email.strip().lower(), locked.email
    if email == before:
        return False
    theirs = Membership.objects.filter(not_ended(today), user=locked).order_by("pk")
    running = list(theirs.select_related("user", "organisation", "team"))
    check_nobody_there(running, email=email)
    is_known = User.objects.with_email(email).exists() or EmailAddress.objects.filter(email__iexact=email).exists()
    ActivationLink.objects.filter(membership__user=locked).delete()
    sent = Invitation.objects.open().filter(email=before, organisation__in=organisations_led_by(actor))
    sent.update(withdrawn_at=timezone.now())
    if is_known:
        for membership in running:
            end_membership(actor, membership=membership, on=today)
    else:
        locked.email = email
        locked.save(update_fields=["email"])
        EmailAddress.objects.filter(user=locked).delete()
        EmailAddress.objects.create(user=locked, email=email, verified=False, primary=True)
    invite_into(running, actor=actor, email=email)
    place = running[0].organisation
    record(actor, action="corrected address", subject=locked, organisation=place, before=before, after=email)
    return True


def check_nobody_there(memberships: list[Membership], *, email: str) -> None:
    """Raise AlreadyMember when somebody with this address is in one of the same organisations now."""
    for membership in memberships:
        there = Membership.objects.current().filter(organisation=membership.organisation, user__email__iexact=email)
        if there.exists():
            name = {"organisation": membership.organisation}
            raise AlreadyMember(_("Somebody with this address is already in %(organisation)s.") % name)


def invite_into(memberships: list[Membership], *, actor: User, email: str) -> None:
    """Invite the address into the organisations of these memberships, with what they say; one that is open stays."""
    for membership in memberships:
        with suppress(AlreadyInvited):
            invite(actor, email=email, **as_invited(membership))
