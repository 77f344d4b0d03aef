"""Assigning: drafts, giving out, changing, pausing, resuming, withdrawing; a sweep carries out what is said here."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Count, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from courses.domain.assignment_fields import (
    AUDIENCE,
    OF_CHANGE,
    OF_DRAFT,
    REDATING,
    check_audience,
    check_led,
    check_names,
    differing,
    plain,
    set_fields,
    set_lists,
    value_of,
)
from courses.domain.assignment_fields import AssigningError as AssigningError
from courses.domain.assignment_sweep import sweep as sweep
from courses.domain.matching import matching_memberships, modules_of
from courses.domain.preview_pages import PreviewList as PreviewList
from courses.domain.previewing import Preview as Preview
from courses.domain.previewing import preview as preview
from courses.domain.previewing import preview_people as preview_people
from courses.models import Assignment, Requirement
from lms.audit.domain.recording import record
from lms.people.domain.access import organisations_led_by
from lms.people.models import User

State = Assignment.State


@dataclass(frozen=True)
class Effect:
    """How many people a change reaches: still to do it (`begun` among them), done it, newly asked, asked no longer."""

    waiting: int = 0
    begun: int = 0
    done: int = 0
    gets: int = 0
    stops: int = 0


def assignments_visible_to(user: User) -> QuerySet[Assignment]:
    """The assignments of the organisations this user leads, drafts as well."""
    return Assignment.objects.filter(organisation__in=organisations_led_by(user))


@transaction.atomic
def save_draft(actor: User, *, assignment: Assignment | None = None, **fields: Any) -> Assignment:
    """Make a draft, or change some fields of one; `teams` and `people` are lists that replace what was there.

    Whoever gives `due_on`, be it None, has chosen by when.
    Raises AssigningError for an organisation the actor does not lead, teams outside it, people the actor does not see,
    or an assignment that is given out already.
    """
    check_names(fields, OF_DRAFT)
    if assignment is None:
        draft = Assignment(created_by=actor)
    else:
        draft = _locked(assignment, State.DRAFT)
        check_led(actor, draft)
    set_fields(draft, fields)
    draft.date_is_chosen = draft.date_is_chosen or "due_on" in fields
    check_led(actor, draft)
    draft.save()
    set_lists(draft, fields)
    check_audience(actor, draft, complete=False)
    return draft


@transaction.atomic
def discard_draft(actor: User, *, assignment: Assignment) -> None:
    """Throw a draft away. Raises AssigningError when it is given out, or is another organisation's."""
    draft = _locked(assignment, State.DRAFT)
    check_led(actor, draft)
    draft.delete()


@transaction.atomic
def assign(actor: User, *, assignment: Assignment, at: datetime | None = None) -> Assignment:
    """Give a draft out: from now on a sweep sees to its people. A repeat raises AssigningError, as does a draft that
    asks nothing, has a date that is past, or is for nobody now and nobody later."""
    at = at or timezone.now()
    draft = _locked(assignment, State.DRAFT)
    check_led(actor, draft)
    check_audience(actor, draft, complete=True)
    if not modules_of(draft):
        raise AssigningError(_("The course has no published module."))
    today = timezone.localtime(at).date()
    if draft.due_on is not None and draft.due_on < today:
        raise AssigningError(_("The date is past. Choose today or a later day, then check again."))
    people = matching_memberships(draft, today=today).order_by().values("user").distinct().count()
    later = draft.include_joiners and draft.audience != Assignment.Audience.PEOPLE
    if not people and not later:
        raise AssigningError(_("Nobody matches. Change who gets it, then check again."))
    draft.state, draft.assigned_at, draft.sweep_due_at = State.ACTIVE, at, at
    draft.people_to_do, draft.people_done = people, 0
    draft.save()
    record(
        actor,
        action="assigned",
        subject=draft,
        organisation=draft.organisation,
        people=people,
        due_on=plain(draft.due_on),
        audience=draft.audience,
    )
    return _onto(assignment, draft)


@transaction.atomic
def change(actor: User, *, assignment: Assignment, at: datetime | None = None, **changes: Any) -> Assignment:
    """Change date, joiners, repeats, firmness, reason or audience of what is given out; a sweep carries it out.

    What is open gets the new date; what is done stays done, its next cycle follows the new repeat. Nothing happens when
    nothing is different. Raises AssigningError.
    """
    at = at or timezone.now()
    check_names(changes, OF_CHANGE)
    locked = _locked(assignment, State.ACTIVE, State.PAUSED)
    check_led(actor, locked)
    changed = differing(locked, changes)
    if not changed:
        return _onto(assignment, locked)
    detail = {name: [plain(value_of(locked, name)), plain(value)] for name, value in changed.items()}
    set_fields(locked, changed)
    set_lists(locked, changed)
    if set(changed) & set(AUDIENCE):
        check_audience(actor, locked, complete=True)  # else whoever has left would be in the way of a new date
    if set(changed) - {"reason"}:
        locked.sweep_due_at = at
    locked.dates_changed = locked.dates_changed or bool(REDATING & set(changed))
    if set(changed) & set(AUDIENCE) and not locked.include_joiners:
        locked.swept_at = None  # those who match now get it, as when it was given out, and nobody later
    locked.save()
    record(actor, action="changed assignment", subject=locked, organisation=locked.organisation, changes=detail)
    return _onto(assignment, locked)


def pause(actor: User, *, assignment: Assignment, at: datetime | None = None) -> Assignment:
    """Stop asking new people and reminding anybody until it is resumed. Safe to repeat; raises AssigningError."""
    return _turn(actor, assignment, State.PAUSED, "paused assignment", of=(State.ACTIVE,), at=at)


def resume(actor: User, *, assignment: Assignment, at: datetime | None = None) -> Assignment:
    """Go on with a paused assignment. Safe to repeat; raises AssigningError."""
    return _turn(actor, assignment, State.ACTIVE, "resumed assignment", of=(State.PAUSED,), at=at)


def withdraw(actor: User, *, assignment: Assignment, at: datetime | None = None) -> Assignment:
    """Ask it no longer, for good; what people did stays. Safe to repeat; raises AssigningError."""
    of = (State.ACTIVE, State.PAUSED)
    return _turn(actor, assignment, State.WITHDRAWN, "withdrew assignment", of=of, at=at)


def effect_of_withdrawing(assignment: Assignment) -> Effect:
    """How many people have it to do, have begun, and have done it. One query."""
    rows = Requirement.objects.filter(assignment=assignment)
    waiting = Q(state__in=Requirement.OPEN)
    counts = rows.aggregate(
        waiting=Count("user", distinct=True, filter=waiting),
        begun=Count("user", distinct=True, filter=Q(state=Requirement.State.DOING)),
        done=Count("user", distinct=True, filter=Q(state=Requirement.State.DONE)),
    )
    return Effect(**counts, stops=counts["waiting"])


def effect_of_changing(assignment: Assignment, *, today: date | None = None, **changes: Any) -> Effect:
    """What changes would do, without making them: who would be asked newly, and who no longer (not begun)."""
    check_names(changes, OF_CHANGE)
    now = effect_of_withdrawing(assignment)
    with transaction.atomic():
        after = Assignment.objects.select_related("organisation").get(pk=assignment.pk)
        set_fields(after, changes)
        set_lists(after, changes)
        matching = matching_memberships(after, today=today).order_by().values("user")
        rows = Requirement.objects.filter(assignment=assignment).exclude(state=Requirement.State.STOPPED)
        gets = matching.exclude(user__in=rows.values("user")).distinct().count()
        unbegun = rows.filter(state__in=[Requirement.State.TO_DO, Requirement.State.EXEMPT])
        stops = unbegun.exclude(user__in=matching).values("user").distinct().count()
        transaction.set_rollback(True)
    return Effect(waiting=now.waiting, begun=now.begun, done=now.done, gets=gets, stops=stops)


def _locked(assignment: Assignment, *states: str) -> Assignment:
    """The assignment as the database has it, locked. Raises AssigningError when it is in none of these states."""
    locked = Assignment.objects.select_for_update().filter(pk=assignment.pk).first()
    if locked is None or locked.state not in states:
        raise AssigningError(_("This was changed in the meantime. Look at the list of assignments again."))
    return locked


@transaction.atomic
def _turn(
    actor: User, assignment: Assignment, state: str, action: str, *, of: tuple[str, ...], at: datetime | None
) -> Assignment:
    """Bring an assignment from one of some states into another and record it; one that is there already stays."""
    at = at or timezone.now()
    locked = _locked(assignment, state, *of)
    check_led(actor, locked)
    if locked.state != state:
        locked.state, locked.sweep_due_at = state, at
        locked.ended_at = at if state == State.WITHDRAWN else None
        locked.save(update_fields=["state", "sweep_due_at", "ended_at"])
        record(actor, action=action, subject=locked, organisation=locked.organisation)
    return _onto(assignment, locked)


def _onto(assignment: Assignment, locked: Assignment) -> Assignment:
    """Let the caller's object say what the database says."""
    for field in Assignment._meta.concrete_fields:
        setattr(assignment, field.attname, getattr(locked, field.attname))
    return assignment
