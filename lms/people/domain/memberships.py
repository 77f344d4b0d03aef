"""Changing a membership: roles, and its end. History stays: a membership is ended, never deleted."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lms.audit.domain.recording import record
from lms.people.domain.errors import AlreadyMember, NotAllowed, OwnMembership
from lms.people.domain.organisations import check_may_change
from lms.people.domain.roster_people import not_ended
from lms.people.models import Membership, Organisation, Team, User


@transaction.atomic
def change(
    actor: User,
    *,
    membership: Membership,
    is_lead: bool,
    is_coordinator: bool,
    job_role: str,
    team: Team | None,
    nation: str,
    is_first_responder: bool,
    is_child_facing: bool,
) -> Membership:
    """Change all that a lead may change of a membership, or nothing of it. Raises NotAllowed or OwnMembership."""
    set_roles(actor, membership=membership, is_lead=is_lead, is_coordinator=is_coordinator)
    set_place(actor, membership=membership, job_role=job_role, team=team)
    flags = {"is_first_responder": is_first_responder, "is_child_facing": is_child_facing}
    return set_facts(actor, membership=membership, nation=nation, **flags)


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
def set_facts(
    actor: User, *, membership: Membership, nation: str, is_first_responder: bool, is_child_facing: bool
) -> Membership:
    """Change nation and the flags that decide which training is asked of the person. Raises NotAllowed."""
    check_may_change(actor, organisation=membership.organisation)
    locked = Membership.objects.select_for_update().get(pk=membership.pk)
    facts = {"nation": nation, "is_first_responder": is_first_responder, "is_child_facing": is_child_facing}
    changed = {name: value for name, value in facts.items() if getattr(locked, name) != value}
    if not changed:
        return locked
    for name, value in changed.items():
        setattr(locked, name, value)
    locked.save(update_fields=[*changed, "changed_at"])
    record(actor, action="changed nation or flags", subject=locked, organisation=locked.organisation, **changed)
    return locked


@transaction.atomic
def move(actor: User, *, membership: Membership, to: Organisation, on: date | None = None) -> Membership:
    """Move a person to another unit on a day (today): the old membership ends and a new one begins; both stay readable.

    Job role, nation, flags and a leaving day to come go along; team and the role of lead belong to the old unit and
    stay behind. Returns the new membership, or the old one when it is there already. Raises NotAllowed unless `actor`
    leads both units, OwnMembership for a lead's own membership, AlreadyMember when the person is in the new unit.
    """
    check_may_change(actor, organisation=membership.organisation)
    check_may_change(actor, organisation=to)
    locked = Membership.objects.select_for_update().get(pk=membership.pk)
    if locked.organisation_id == to.pk:
        return locked
    if locked.ended_on is not None and locked.ended_on <= timezone.localdate():
        raise NotAllowed(_("This membership has ended."))
    if locked.user_id == actor.pk and locked.is_lead:
        raise OwnMembership(_("You cannot move yourself away from what you lead. Ask another lead, or us."))
    if Membership.objects.filter(not_ended(timezone.localdate()), user=locked.user, organisation=to).exists():
        raise AlreadyMember(_("This person is already in %(organisation)s.") % {"organisation": to})
    day = max(on or timezone.localdate(), locked.started_on)
    leaves, locked.ended_on = locked.ended_on, day
    locked.save(update_fields=["ended_on", "changed_at"])
    carried = ("job_role", "nation", "is_first_responder", "is_child_facing", "is_coordinator")
    moved = Membership.objects.create(
        user=locked.user,
        organisation=to,
        started_on=day,
        ended_on=leaves,
        **{name: getattr(locked, name) for name in carried},
    )
    record(
        actor,
        action="moved person",
        subject=moved,
        organisation=to,
        before=locked.organisation.name,
        on=day.isoformat(),
        was_lead=locked.is_lead,
    )
    return moved


@transaction.atomic
def end_membership(actor: User, *, membership: Membership, on: date | None = None) -> Membership:
    """End a membership on a day (today); training and certificates stay. A repeat keeps the first day.

    A leaving day to come, which a list gave, gives way to an earlier one.
    Raises NotAllowed, or OwnMembership.
    """
    check_may_change(actor, organisation=membership.organisation)
    locked = Membership.objects.select_for_update().get(pk=membership.pk)
    if locked.user_id == actor.pk:
        raise OwnMembership(_("You cannot end your own membership. Ask another lead, or us."))
    day = max(on or timezone.localdate(), locked.started_on)
    if locked.ended_on is None or locked.ended_on > day:
        locked.ended_on = day
        locked.save(update_fields=["ended_on", "changed_at"])
        record(
            actor,
            action="ended membership",
            subject=locked,
            organisation=locked.organisation,
            ended_on=locked.ended_on.isoformat(),
        )
    return locked
