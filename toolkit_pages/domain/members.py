"""Who belongs to a partnership: administrators say so, and each change is recorded, for it decides who sees what."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lms.audit.domain.recording import record
from lms.people.domain.errors import PeopleError
from lms.people.models import Organisation, User
from toolkit_pages.models import Partnership, PartnershipMember


class MemberError(PeopleError):
    """Why a partnership's member cannot be added or changed; the message can be shown."""


@transaction.atomic
def add_member(
    actor: User,
    *,
    partnership: Partnership,
    organisation: Organisation,
    is_leading: bool = False,
    joined_on: date | None = None,
) -> PartnershipMember:
    """Let an organisation belong to a partnership from a day on (today). Raises MemberError if it does already."""
    if PartnershipMember.objects.filter(partnership=partnership, organisation=organisation, left_on=None).exists():
        raise MemberError(_("%(organisation)s is a member already.") % {"organisation": organisation})
    member = PartnershipMember.objects.create(
        partnership=partnership,
        organisation=organisation,
        is_leading=is_leading,
        joined_on=joined_on or timezone.localdate(),
    )
    record(
        actor,
        action="added member of partnership",
        subject=member,
        organisation=organisation,
        leading=is_leading,
        joined_on=member.joined_on.isoformat(),
    )
    return member


@transaction.atomic
def change_member(
    actor: User, *, member: PartnershipMember, is_leading: bool, left_on: date | None
) -> PartnershipMember:
    """Change whether a member leads, and the day on which it leaves; its answers and actions stay.

    From that day its people and coordinators see the partnership's reviews no more. Raises MemberError for a day before
    it joined, or when it is a member anew and the old row would be opened again.
    """
    locked = PartnershipMember.objects.select_for_update().get(pk=member.pk)
    if left_on is not None and left_on < locked.joined_on:
        raise MemberError(_("It cannot leave before it joined."))
    same = PartnershipMember.objects.filter(partnership=locked.partnership_id, organisation=locked.organisation_id)
    if left_on is None and same.filter(left_on=None).exclude(pk=locked.pk).exists():
        raise MemberError(_("It has joined again since. Change that membership instead."))
    before = {"was_leading": locked.is_leading, "left_before": locked.left_on.isoformat() if locked.left_on else ""}
    locked.is_leading, locked.left_on = is_leading, left_on
    locked.save(update_fields=["is_leading", "left_on"])
    record(
        actor,
        action="changed member of partnership",
        subject=locked,
        organisation=locked.organisation,
        leading=is_leading,
        left_on=left_on.isoformat() if left_on else "",
        **before,
    )
    return locked
