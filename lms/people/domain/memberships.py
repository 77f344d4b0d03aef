"""Changing a membership: roles, and its end. History stays: a membership is ended, never deleted."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lms.audit.domain.recording import record
from lms.people.domain.errors import NotAllowed, OwnMembership
from lms.people.domain.organisations import check_may_change
from lms.people.models import Membership, Team, User


@transaction.atomic
def set_roles(actor: User, *, membership: Membership, is_lead: bool, is_coordinator: bool) -> Membership:
    """Give or take the roles of lead and coordinator. Safe to repeat.

    Raises NotAllowed, or OwnMembership when a lead would take the lead's role from themselves.
    """
    check_may_change(actor, organisation=membership.organisation)
    locked = Membership.objects.select_for_update().get(pk=membership.pk)
    if locked.user_id == actor.pk and locked.is_lead and not is_lead:
        raise OwnMembership(_("You cannot stop being a lead by yourself. Ask another lead, or us."))
    if (locked.is_lead, locked.is_coordinator) == (is_lead, is_coordinator):
        return locked
    before = {"was_lead": locked.is_lead, "was_coordinator": locked.is_coordinator}
    locked.is_lead, locked.is_coordinator = is_lead, is_coordinator
    locked.save(update_fields=["is_lead", "is_coordinator", "changed_at"])
    record(
        actor,
        action="changed roles",
        subject=locked,
        organisation=locked.organisation,
        is_lead=is_lead,
        is_coordinator=is_coordinator,
        **before,
    )
    return locked


@transaction.atomic
def set_place(actor: User, *, membership: Membership, job_role: str, team: Team | None) -> Membership:
    """Change job role and team. Raises NotAllowed, also for a team of another organisation."""
    check_may_change(actor, organisation=membership.organisation)
    if team is not None and team.organisation_id != membership.organisation_id:
        raise NotAllowed(_("Choose a team of the same organisation."))
    locked = Membership.objects.select_for_update().get(pk=membership.pk)
    if (locked.job_role, locked.team_id) == (job_role, team.pk if team else None):
        return locked
    locked.job_role, locked.team = job_role, team
    locked.save(update_fields=["job_role", "team", "changed_at"])
    record(actor, action="changed job role or team", subject=locked, organisation=locked.organisation)
    return locked


@transaction.atomic
def end_membership(actor: User, *, membership: Membership, on: date | None = None) -> Membership:
    """End a membership on a day (today); training and certificates stay. A repeat keeps the first day.

    Raises NotAllowed, or OwnMembership.
    """
    check_may_change(actor, organisation=membership.organisation)
    locked = Membership.objects.select_for_update().get(pk=membership.pk)
    if locked.user_id == actor.pk:
        raise OwnMembership(_("You cannot end your own membership. Ask another lead, or us."))
    if locked.ended_on is None:
        locked.ended_on = max(on or timezone.localdate(), locked.started_on)
        locked.save(update_fields=["ended_on", "changed_at"])
        record(
            actor,
            action="ended membership",
            subject=locked,
            organisation=locked.organisation,
            ended_on=locked.ended_on.isoformat(),
        )
    return locked
