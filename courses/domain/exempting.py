"""Exempting a person from training for a while, and ending that; what is asked of them follows at once."""

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from courses.domain.matching import units_of
from courses.domain.requirements import settle_person
from courses.models import Exemption, Module
from lms.audit.domain.recording import record
from lms.people.domain.access import leads
from lms.people.domain.errors import NotAllowed
from lms.people.models import Membership, Organisation, User


class ExemptionError(Exception):
    """Why an exemption cannot be made; the message can be shown."""


def check_may_record(actor: User, *, user: User, organisation: Organisation) -> None:
    """Raise NotAllowed unless `actor` leads the organisation and the person belongs to it or a unit of it."""
    if not leads(actor, organisation_id=organisation.pk):
        raise NotAllowed(_("You can do this only for organisations that you lead."))
    below = Membership.objects.current().filter(organisation__in=units_of(organisation.pk))
    if not below.filter(user=user).exists():
        raise NotAllowed(_("You can do this only for people who belong to the organisation."))


@transaction.atomic
def exempt(
    actor: User,
    *,
    user: User,
    organisation: Organisation,
    module: Module | None,
    reason: str,
    begins_on: date,
    ends_on: date | None = None,
    today: date | None = None,
) -> Exemption:
    """Exempt the person from a module (None: from all training) in the organisation and its units.

    What is open is not asked while the exemption holds, `ends_on` being its last day.
    Raises NotAllowed, or ExemptionError for an end before the beginning or without a reason.
    """
    check_may_record(actor, user=user, organisation=organisation)
    if not reason.strip():
        raise ExemptionError(_("Say why the person is exempt."))
    if ends_on is not None and ends_on < begins_on:
        raise ExemptionError(_("The last day comes before the first."))
    exemption = Exemption.objects.create(
        user=user,
        organisation=organisation,
        module=module,
        reason=reason.strip(),
        begins_on=begins_on,
        ends_on=ends_on,
        created_by=actor,
    )
    record(
        actor,
        action="exempted",
        subject=exemption,
        organisation=organisation,
        module=str(module) if module else "",
        begins_on=begins_on.isoformat(),
        ends_on=ends_on.isoformat() if ends_on else "",
    )
    settle_person(user, module=module, today=today)
    return exemption


@transaction.atomic
def end_exemption(actor: User, exemption: Exemption, *, today: date | None = None) -> Exemption | None:
    """End an exemption: from today what is asked is asked again. Safe to repeat; raises NotAllowed.

    One that would only begin today or later never held, so it is removed and the answer is None; the audit trail
    remembers it.
    """
    today = today or timezone.localdate()
    if not leads(actor, organisation_id=exemption.organisation_id):
        raise NotAllowed(_("You can do this only for organisations that you lead."))
    locked = Exemption.objects.select_for_update().filter(pk=exemption.pk).first()
    if locked is None or (locked.ends_on is not None and locked.ends_on < today):
        return locked
    record(actor, action="ended exemption", subject=locked, organisation=locked.organisation)
    if locked.begins_on >= today:
        locked.delete()
    else:
        locked.ends_on = today - timedelta(days=1)
        locked.save(update_fields=["ends_on"])
    settle_person(locked.user, module=locked.module, today=today)
    return locked if locked.pk else None
