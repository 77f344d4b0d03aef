"""Correcting the e-mail address of somebody whose account a lead's list made, before they have opened it."""

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lms.audit.domain.recording import record
from lms.people.domain.access import organisations_led_by, people_visible_to
from lms.people.domain.claiming import is_unclaimed
from lms.people.domain.errors import AddressInUse, NotAllowed
from lms.people.models import ActivationLink, Invitation, Membership, User


def may_correct_address(actor: User, *, user: User) -> bool:
    """Whether nobody has opened the account, and it belongs to organisations that `actor` leads and to no other."""
    if not is_unclaimed(user) or not people_visible_to(actor).filter(pk=user.pk).exists():
        return False
    theirs = Membership.objects.filter(user=user).exclude(organisation__in=organisations_led_by(actor))
    return not theirs.exists()


@transaction.atomic
def correct_address(actor: User, *, user: User, email: str) -> User:
    """Give an account that nobody has opened another address; links sent to the old one open nothing any more.

    Raises NotAllowed for an account that somebody uses or another organisation knows, and AddressInUse.
    """
    locked = User.objects.select_for_update().get(pk=user.pk)
    if not may_correct_address(actor, user=locked):
        raise NotAllowed(_("This person uses their account already: only they can change its address."))
    email, before = email.strip().lower(), locked.email
    if email == before:
        return locked
    if User.objects.with_email(email).exists() or EmailAddress.objects.filter(email__iexact=email).exists():
        raise AddressInUse(_("This address cannot be used here. End this membership, and invite the address."))
    locked.email = email
    locked.save(update_fields=["email"])
    EmailAddress.objects.filter(user=locked).delete()
    EmailAddress.objects.create(user=locked, email=email, verified=False, primary=True)
    ActivationLink.objects.filter(membership__user=locked).delete()
    sent = Invitation.objects.open().filter(email=before, organisation__in=organisations_led_by(actor))
    sent.update(withdrawn_at=timezone.now())
    place = organisations_led_by(actor).filter(memberships__user=locked).order_by("path").first()
    record(actor, action="corrected address", subject=locked, organisation=place, before=before, after=email)
    return locked
