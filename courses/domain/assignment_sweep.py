"""The sweep of assignments: it sees to the people of what was given out, changed or withdrawn, and of who moved.

An assignment that is due is claimed and its people are settled in batches, each in a transaction of its own that renews
the claim. A claim that is two minutes old belonged to a worker that died: whoever finds it begins again, and what was
done already stays as it is. Each assignment is due again the next night, for dates that come round by themselves.
"""

from datetime import date, datetime, time, timedelta

import structlog
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from courses.domain.matching import in_tree, matching_memberships, units_of
from courses.domain.settling import settle
from courses.domain.standing import batches, refresh_standings
from courses.models import Assignment, Requirement
from lms.people.models import Membership

log = structlog.get_logger(__name__)

State = Assignment.State
BATCH = 2000
CLAIM_LASTS = timedelta(minutes=2)
OVERLAP = timedelta(minutes=5)  # a change is seen only when its transaction ends, some time after it was dated
NIGHT = time(1, 30)


class ClaimLost(Exception):
    """Another worker has taken the assignment over."""


def sweep(at: datetime | None = None) -> int:
    """See to every assignment that is due, and to everybody whose membership changed; returns how many rows changed.

    Safe to kill, to repeat and to run twice at once.
    """
    at = at or timezone.now()
    changed = 0
    for pk in list(due(at).order_by("sweep_due_at", "pk").values_list("pk", flat=True)):
        changed += see_to(pk, at=at)
    return changed + follow_members(at)


def due(at: datetime) -> QuerySet[Assignment]:
    """The assignments whose people are to be looked at, and which nobody has in hand."""
    free = Q(claimed_at=None) | Q(claimed_at__lt=timezone.now() - CLAIM_LASTS)
    return Assignment.objects.filter(free, sweep_due_at__lte=at).exclude(state__in=[State.DRAFT, State.PAUSED])


def see_to(pk: int, *, at: datetime) -> int:
    """Claim one assignment and settle all its people; 0 when somebody else has it or takes it over."""
    now = timezone.now()
    if not due(at).filter(pk=pk).update(claimed_at=now, people_done=0):
        return 0
    assignment = Assignment.objects.select_related("organisation").get(pk=pk)
    if assignment.claimed_at != now:
        return 0
    try:
        return settle_everybody(assignment, at=at)
    except ClaimLost:
        log.info("assignment_claim_lost", assignment=pk)
        return 0


def settle_everybody(assignment: Assignment, *, at: datetime) -> int:
    """Settle all who match and all who are asked already, a batch at a time. Raises ClaimLost."""
    today = timezone.localtime(at).date()
    redate = assignment.dates_changed
    units = list(units_of(assignment.organisation_id).values_list("pk", flat=True))
    matching = matching_memberships(assignment, today=today, units=units)
    asked: QuerySet[Requirement] = Requirement.objects.filter(assignment=assignment)
    if assignment.state == State.WITHDRAWN:
        matching = matching.none()
        asked = not_ended(assignment)
    keep_claim(assignment, people_to_do=max(count(matching), count(asked)))
    last, done, changed = 0, 0, 0
    while users := next_users(matching, asked, after=last):
        with transaction.atomic():
            changed += settle(assignment, users, today=today, redate=redate)
            done += len(users)
            keep_claim(assignment, people_done=done)
        last = users[-1]
    if assignment.state == State.WITHDRAWN:
        count_no_longer(assignment, today=today)
    finish(assignment, at=at, done=done)
    return changed


def count_no_longer(assignment: Assignment, *, today: date) -> None:
    """Sum up anew whoever had done what is withdrawn: it is asked of nobody any more. Raises ClaimLost."""
    rows = Requirement.objects.filter(assignment=assignment, state=Requirement.State.DONE).order_by()
    modules = set(rows.values_list("module", flat=True).distinct())
    for memberships in batches(sorted(set(rows.values_list("membership", flat=True)))):
        refresh_standings(memberships, modules=modules, today=today)
        keep_claim(assignment)


def not_ended(assignment: Assignment) -> QuerySet[Requirement]:
    """What withdrawing the assignment has still to stop."""
    return Requirement.objects.filter(assignment=assignment, state__in=[*Requirement.OPEN, Requirement.State.EXEMPT])


def count(rows: QuerySet) -> int:
    """How many people the rows are about."""
    return rows.order_by().values("user").distinct().count()


def next_users(matching: QuerySet, asked: QuerySet, *, after: int) -> list[int]:
    """The keys of the next people, in order: those who match and those who are asked already."""
    found: set[int] = set()
    for rows in (matching, asked):
        later = rows.filter(user__gt=after).order_by("user").values_list("user", flat=True)
        found.update(later.distinct()[:BATCH])
    return sorted(found)[:BATCH]


def keep_claim(assignment: Assignment, **progress: object) -> None:
    """Renew the claim, with the progress made. Raises ClaimLost."""
    mine = Assignment.objects.filter(pk=assignment.pk, claimed_at=assignment.claimed_at)
    now = timezone.now()
    if not mine.update(claimed_at=now, **progress):
        raise ClaimLost
    assignment.claimed_at = now


def finish(assignment: Assignment, *, at: datetime, done: int) -> None:
    """Let the claim go; due again next night, or at once when a lead changed it in the meantime.

    What was withdrawn is over once nothing of it is open: what somebody began while their batch was in hand is not
    stopped by it.
    """
    night = timezone.make_aware(datetime.combine(timezone.localtime(at).date() + timedelta(days=1), NIGHT))
    withdrawn = assignment.state == State.WITHDRAWN
    left = withdrawn and not_ended(assignment).exists()
    mine = Assignment.objects.filter(pk=assignment.pk, claimed_at=assignment.claimed_at)
    same = mine.filter(sweep_due_at=assignment.sweep_due_at, state=assignment.state)
    if not same.update(
        claimed_at=None,
        sweep_due_at=at if left else None if withdrawn else night,
        swept_at=at,
        dates_changed=False,
        people_to_do=done,
        people_done=done,
    ):
        mine.update(claimed_at=None)


def follow_members(at: datetime) -> int:
    """Settle the people whose membership changed since their assignments were last looked at.

    Memberships that begin or end on a day to come are the night's business.
    """
    today = timezone.localtime(at).date()
    swept = Assignment.objects.in_force().filter(swept_at__lt=at, claimed_at=None)
    looked_at = list(swept.select_related("organisation").order_by("pk"))
    oldest = min((one.swept_at for one in looked_at if one.swept_at), default=at)
    recent = Membership.objects.filter(changed_at__gt=oldest - OVERLAP)
    changed = 0
    for assignment in looked_at if recent.exists() else []:
        since = (assignment.swept_at or at) - OVERLAP
        rows = Membership.objects.filter(in_tree(assignment), changed_at__gt=since)
        users = list(rows.order_by("user").values_list("user", flat=True).distinct())
        for start in range(0, len(users), BATCH):
            changed += settle_in_force(assignment.pk, users[start : start + BATCH], today=today)
    Assignment.objects.filter(pk__in=[one.pk for one in looked_at], swept_at__lt=at).update(swept_at=at)
    refresh_standings(recent.values_list("pk", flat=True), today=today)
    return changed


def settle_in_force(pk: int, users: list[int], *, today: date) -> int:
    """Settle these people as the assignment says now; 0 when it is not in force any more, or a worker has it in hand.

    What was withdrawn is not looked at again, so nobody may be asked for it as it was a moment ago.
    """
    with transaction.atomic():
        free = Assignment.objects.in_force().filter(pk=pk, claimed_at=None).select_related("organisation")
        assignment = free.select_for_update(of=("self",), no_key=True).first()
        return settle(assignment, users, today=today) if assignment else 0
