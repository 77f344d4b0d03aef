"""An account that a list made gives way to the one its owner uses, once they have proven the address there."""

from contextlib import suppress
from datetime import datetime

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils import timezone

from lms.audit.domain.recording import record
from lms.people.domain.claiming import is_unclaimed
from lms.people.domain.errors import AlreadyInvited
from lms.people.domain.invitations import as_invited, create_and_send, has_address
from lms.people.domain.roster_people import not_ended
from lms.people.models import ActivationLink, Membership, Organisation, User

NOWHERE = "closed.invalid"  # a domain that no mail server has


@transaction.atomic
def give_way(owner: User, *, email: str, at: datetime | None = None) -> bool:
    """Close the account that nobody has opened under an address that `owner` has confirmed; False where there is none.

    Its memberships end, with their record kept as a mover's is, and the owner is invited in its place: their own record
    is shown to no lead unasked. Links that would have opened it lead nowhere, and its address is free to be theirs.
    """
    waiting = User.objects.select_for_update().with_email(email).exclude(pk=owner.pk).first()
    if waiting is None or not is_unclaimed(waiting) or not has_address(owner, email=email):
        return False
    at = at or timezone.now()
    today = timezone.localdate(at)
    running = Membership.objects.select_for_update(of=("self",)).filter(not_ended(today), user=waiting).order_by("pk")
    ActivationLink.objects.filter(membership__user=waiting).delete()
    EmailAddress.objects.filter(user=waiting).delete()
    waiting.email, waiting.is_active = f"{waiting.public_id}@{NOWHERE}", False
    waiting.save(update_fields=["email", "is_active"])
    for membership in running.select_related("user", "organisation", "team"):
        membership.ended_on = max(today, membership.started_on)
        membership.save(update_fields=["ended_on", "changed_at"])
        invite_owner(membership, email=email.lower(), at=at)
        place = membership.organisation
        record(owner, action="ended membership of a second account", subject=membership, organisation=place)
    return True


def invite_owner(membership: Membership, *, email: str, at: datetime) -> None:
    """Invite the address with what the membership says, in the name of its nearest lead; an open invitation stays."""
    path = membership.organisation.path
    above = [path[:end] for end in range(Organisation.steplen, len(path) + 1, Organisation.steplen)]
    leading = Membership.objects.current().leading().filter(organisation__path__in=above, user__is_active=True)
    nearest = leading.select_related("user").order_by("-organisation__depth", "started_on", "pk").first()
    if nearest is None:
        return
    with suppress(AlreadyInvited):
        create_and_send(nearest.user, email=email, at=at, **as_invited(membership))
