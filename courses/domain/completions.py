"""What counts as having completed a module: a round here, or accepted evidence from elsewhere; and until when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta
from django.utils import timezone

from courses.models import Assignment, Enrolment, Evidence, Module
from lms.people.models import User

Key = tuple[int, int]  # user and module


@dataclass(frozen=True)
class Completion:
    """One completion; `valid_until` is the last day on which it counts, None for always."""

    completed_on: date
    valid_until: date | None = None
    enrolment_id: int | None = None
    evidence_id: int | None = None

    def counts_on(self, day: date) -> bool:
        """Whether it is within its validity on that day."""
        return self.valid_until is None or self.valid_until >= day


@dataclass(frozen=True)
class Records:
    """What people did on modules: their completions, the newest last, and the rounds they are in the middle of."""

    completions: dict[Key, list[Completion]]
    begun: dict[Key, int]


def validity(assignment: Assignment, completion: Completion) -> date | None:
    """The last day on which the completion counts for the assignment: its own, or the repeat's if that is earlier."""
    if not assignment.repeat_months:
        return completion.valid_until
    repeat = completion.completed_on + relativedelta(months=assignment.repeat_months)
    return min(repeat, completion.valid_until) if completion.valid_until else repeat


def renewal_from(assignment: Assignment, valid_until: date | None) -> date | None:
    """The day on which the next cycle opens; None when the assignment does not repeat."""
    if not assignment.repeat_months or valid_until is None:
        return None
    return valid_until - timedelta(days=assignment.window_days)


def after_months(day: date, months: int | None) -> date | None:
    """So many months later; None when there are none."""
    return day + relativedelta(months=months) if months else None


def earliest_counting(module: Module, *, today: date) -> date:
    """The first day from which evidence of the module without an end counts today."""
    return earliest_within(module.validity_months, today) if module.validity_months else date.min


def earliest_within(months: int, day: date) -> date:
    """The first day that is no longer than so many months before `day`."""
    found = day - relativedelta(months=months)
    while found + relativedelta(months=months) < day:  # the 30th of a short month, for the 31st
        found += timedelta(days=1)
    return found


def records_of(users: Iterable[int], *, modules: Iterable[Module]) -> Records:
    """What these people (by key) did on these modules. Two queries.

    A round whose certificate was withdrawn does not count. Evidence without an end counts as long as a certificate of
    the module would.
    """
    known = {module.pk: module for module in modules}
    people = list(users)
    completions: dict[Key, list[Completion]] = {}
    begun: dict[Key, int] = {}
    rounds = Enrolment.objects.filter(user__in=people, module__in=known).exclude(state=Enrolment.State.NOT_STARTED)
    for user, module, pk, state, done_at, is_current, done_on, expires_on, withdrawn_at in rounds.values_list(
        "user_id",
        "module_id",
        "pk",
        "state",
        "completed_at",
        "is_current",
        "certificate__completed_on",
        "certificate__expires_on",
        "certificate__withdrawn_at",
    ):
        if state == Enrolment.State.IN_PROGRESS:
            if is_current:
                begun[user, module] = pk
        elif withdrawn_at is None:
            if done_on is None:
                done_on = timezone.localtime(done_at).date()
                expires_on = after_months(done_on, known[module].validity_months)
            completions.setdefault((user, module), []).append(Completion(done_on, expires_on, enrolment_id=pk))
    accepted = Evidence.objects.filter(user__in=people, module__in=known, withdrawn_at=None)
    for user, module, pk, done_on, until in accepted.values_list(
        "user_id", "module_id", "pk", "completed_on", "valid_until"
    ):
        until = until or after_months(done_on, known[module].validity_months)
        completions.setdefault((user, module), []).append(Completion(done_on, until, evidence_id=pk))
    for found in completions.values():
        found.sort(key=lambda one: (one.completed_on, one.valid_until or date.max))
    return Records(completions, begun)


def modules_completed_by(user: User) -> set[int]:
    """The modules (by key) that the person ever completed, here or elsewhere, without what was withdrawn. 2 queries."""
    rounds = Enrolment.objects.of(user).completed().filter(certificate__withdrawn_at=None)
    accepted = Evidence.objects.filter(user=user, withdrawn_at=None)
    return {*rounds.values_list("module", flat=True), *accepted.values_list("module", flat=True)}


def best(
    assignment: Assignment, completions: Iterable[Completion], *, today: date, after: date | None = None
) -> Completion | None:
    """The completion that counts longest for the assignment, its validity cut to the repeat; None when none does.

    With `after`, only what was completed later than that day: a new cycle is not closed by the round before it.
    """
    counting = []
    for one in completions:
        if after is not None and one.completed_on <= after:
            continue
        cut = Completion(one.completed_on, validity(assignment, one), one.enrolment_id, one.evidence_id)
        if cut.counts_on(today):
            counting.append(cut)
    return max(counting, key=lambda one: (one.valid_until or date.max, one.completed_on), default=None)
