"""Carrying out decided rows of a list, some hundred at once: accounts, memberships, teams; each role is noted."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date

from allauth.account.models import EmailAddress
from django.utils import timezone
from django.utils.translation import gettext as _

from lms.audit.domain.recording import record
from lms.people.domain.errors import AlreadyInvited, AlreadyMember
from lms.people.domain.invitations import invite
from lms.people.domain.organisations import create_team
from lms.people.domain.roster_decisions import decide_rows
from lms.people.domain.roster_people import lock, runs
from lms.people.domain.roster_plans import Action, Plan, Scope, plain
from lms.people.models import Membership, Organisation, RosterRow, Team, User

Work = tuple[RosterRow, Plan]
CARRIED = ("job_role", "nation", "is_first_responder", "is_child_facing", "is_coordinator")
CHANGED = [
    "job_role", "nation", "is_first_responder", "is_child_facing", "is_lead", "team", "started_on", "ended_on",
    "changed_at",
]  # fmt: skip


def apply_rows(rows: Sequence[RosterRow], *, scope: Scope) -> None:
    """Carry out rows inside the caller's transaction and mark them; to be repeated as a whole or not at all.

    A row whose decision is no longer what the lead saw changes nothing: it is unchanged where somebody has done the
    same meanwhile, else refused. Raises IntegrityError when another transaction made the same account just now.
    """
    seen = {row.pk: (row.action, row.detail) for row in rows}
    lock([row.membership_id for row in rows if row.membership_id is not None])
    listed = [row for row in rows if row.number is not None and row.action != Action.REFUSED]
    work: list[Work] = []
    users: set[int] = set()
    for row, plan in zip(listed, decide_rows([row.said for row in listed], scope=scope), strict=True):
        if is_as_seen(row, plan, users=users):
            work.append((row, plan))
    make_accounts([plan for _row, plan in work])
    begin_memberships([(row, plan) for row, plan in work if not plan.invites], scope=scope)
    invite_known_elsewhere([plan for _row, plan in work if plan.invites], scope=scope)
    change_memberships([plan for _row, plan in work], scope=scope)
    end_missing([row for row in rows if row.number is None], scope=scope)
    RosterRow.objects.filter(pk__in=seen).update(applied_at=timezone.now())
    differing = [row for row in rows if (row.action, row.detail) != seen[row.pk]]
    RosterRow.objects.bulk_update(differing, ["action", "detail"], batch_size=100)


def is_as_seen(row: RosterRow, plan: Plan, *, users: set[int]) -> bool:
    """Whether the plan is still what the lead saw; if not, the row says why it changes nothing.

    `users` are the accounts that earlier rows change: somebody with two addresses may stand in a list twice.
    """
    if row.action == Action.UNCHANGED:
        return False
    again = plan.user is not None and plan.user.pk in users
    if (plan.action, plan.detail) == (row.action, row.detail) and not again:
        users.update({plan.user.pk} if plan.user is not None else ())
        return True
    if plan.action == Action.UNCHANGED:
        row.action, row.detail = Action.UNCHANGED, _("Somebody has done this since the check.")
    else:
        why = plan.detail if plan.action == Action.REFUSED else _("Changed since the check. Import the row again.")
        row.action, row.detail = Action.REFUSED, why
    return False


def make_accounts(plans: Sequence[Plan]) -> None:
    """Accounts without a password for those who have none; names of accounts that are this lead's alone."""
    new = [plan for plan in plans if plan.action == Action.CREATE and plan.user is None and plan.said is not None]
    users = []
    for plan in new:
        assert plan.said is not None
        plan.user = User(email=plan.email, first_name=plan.said.first_name, last_name=plan.said.last_name)
        plan.user.set_unusable_password()
        users.append(plan.user)
    User.objects.bulk_create(users)
    EmailAddress.objects.bulk_create(
        EmailAddress(user=user, email=user.email, verified=False, primary=True) for user in users
    )
    renamed = []
    for plan in plans:
        if plan.names is not None and plan.user is not None:
            plan.user.first_name, plan.user.last_name = plan.names
            renamed.append(plan.user)
    User.objects.bulk_update(renamed, ["first_name", "last_name"], batch_size=100)


def team_of(name: str, *, unit: Organisation, scope: Scope) -> Team | None:
    """The unit's team of this name, made where it is not there yet."""
    if not name:
        return None
    team = scope.find_team(unit, name)
    if team is None:
        team = create_team(scope.actor, organisation=unit, name=name)
        scope.teams[(unit.pk, plain(name))] = team
    return team


def begin_memberships(work: Sequence[Work], *, scope: Scope) -> None:
    """New memberships: of new people, and of movers, whose old one ends on the day the new one begins."""
    now = timezone.now()
    begun: list[tuple[Membership, bool]] = []
    ended: list[Membership] = []
    for _row, plan in work:
        if plan.unit is None or plan.starts_on is None:
            continue
        team = team_of(plan.team, unit=plan.unit, scope=scope)
        new = Membership(user=plan.user, organisation=plan.unit, started_on=plan.starts_on, team=team)
        new.ended_on = plan.ends_on
        old = plan.membership
        if old is not None:
            for name in CARRIED:
                setattr(new, name, getattr(old, name))
            old.ended_on, old.changed_at = plan.starts_on, now
            ended.append(old)
        for name, value in plan.changes.items():
            setattr(new, name, value)
        begun.append((new, old is not None and old.is_lead))
    Membership.objects.bulk_update(ended, ["ended_on", "changed_at"], batch_size=100)
    Membership.objects.bulk_create([new for new, _was in begun])
    for new, was in begun:
        if new.is_lead or was:
            note_role(new, was=was, scope=scope)


def invite_known_elsewhere(plans: Sequence[Plan], *, scope: Scope) -> None:
    """Ask those whose account others know already; they come in when they accept. Asked before, they are not again."""
    for plan in plans:
        if plan.unit is None or plan.said is None:
            continue
        with suppress(AlreadyInvited, AlreadyMember):
            invite(
                scope.actor,
                organisation=plan.unit,
                email=plan.email,
                first_name=plan.said.first_name,
                last_name=plan.said.last_name,
                job_role=plan.said.job_role,
                team=team_of(plan.team, unit=plan.unit, scope=scope),
                is_lead=plan.changes.get("is_lead", False),
            )


def change_memberships(plans: Sequence[Plan], *, scope: Scope) -> None:
    """Updates and ends of memberships that stay where they are."""
    changed = []
    now = timezone.now()
    for plan in plans:
        membership = plan.membership
        if membership is None or plan.action not in (Action.UPDATE, Action.END):
            continue
        was = membership.is_lead
        for name, value in plan.changes.items():
            setattr(membership, name, value)
        if plan.team:
            membership.team = team_of(plan.team, unit=membership.organisation, scope=scope)
        if plan.action == Action.END:
            membership.ended_on = plan.ends_on
        membership.changed_at = now
        changed.append(membership)
        if membership.is_lead != was:
            note_role(membership, was=was, scope=scope)
    Membership.objects.bulk_update(changed, CHANGED, batch_size=100)


def note_role(membership: Membership, *, was: bool, scope: Scope) -> None:
    """One event of the audit trail for each person who becomes a lead or stops being one."""
    record(
        scope.actor,
        action="changed roles",
        subject=membership,
        organisation=membership.organisation,
        is_lead=membership.is_lead,
        was_lead=was,
        by_import=True,
    )


def end_missing(rows: Sequence[RosterRow], *, scope: Scope) -> None:
    """End the memberships of people who are not in the file, unless they have ended or are the lead's own."""
    today = timezone.localdate()
    found = Membership.objects.in_bulk([row.membership_id for row in rows if row.membership_id])
    ended = []
    for row in rows:
        membership = found.get(row.membership_id)
        mine = membership is not None and membership.user_id == scope.actor.pk
        if membership is None or not runs(membership, today) or membership.ended_on is not None or mine:
            row.action, row.detail = Action.UNCHANGED, _("Somebody has done this since the check.")
            continue
        membership.ended_on = last_day(membership, scope.on)
        membership.changed_at = timezone.now()
        ended.append(membership)
    Membership.objects.bulk_update(ended, ["ended_on", "changed_at"], batch_size=100)


def last_day(membership: Membership, on: date) -> date:
    """The day a membership ends: that of the import, or the day it began when that is later."""
    return max(on, membership.started_on)
