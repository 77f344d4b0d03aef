"""What was asked of people on a day, module by module, and how far they were: true for a past day too.

A row of requirements says when it was made, completed and stopped, a membership when it began and ended; `as_it_was`
knows the rest of a past day. A repeat counts once its date is past: until then the completion before it holds.
"""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import connection
from django.db.models import Case, Exists, F, IntegerField, OuterRef, Q, QuerySet, Value, When
from django.utils import timezone

from courses.models import Assignment, Requirement
from lms.people.models import Membership
from lms.reports.domain.as_it_was import ASKED_DAY, done_on, is_exempt, of_place, place_on
from lms.reports.domain.counting import Counts

STATE_WORDS = ("late", "completed", "in_progress", "not_started")
STATES = {
    "late": "is_late = 1",
    "completed": "is_open = 0",
    "in_progress": "is_late = 0 AND is_open = 1 AND is_begun = 1",
    "not_started": "is_late = 0 AND is_open = 1 AND is_begun = 0",
}
# The same as `flags_on`. What was so of a row on a past day takes looking up, so each row is asked once, and kept.
COUNTING = """
WITH asked AS MATERIALIZED ({rows}), judged AS (
    SELECT {grouped}, MAX(is_left * CASE WHEN is_first = 1 OR is_past = 1 THEN 1 ELSE 0 END) AS is_open,
           MAX(is_left * is_past) AS is_late, MAX(is_left * is_begun) AS is_begun
    FROM asked GROUP BY {grouped}
)
SELECT part, {sums} FROM judged GROUP BY part
"""


def end_of(day: date) -> datetime:
    """The first moment after the day."""
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time()))


def asked_on(memberships: QuerySet[Membership], *, day: date, **only: Any) -> QuerySet[Requirement]:
    """The mandatory requirements of these memberships on the day; `only` narrows them, as in `module=...`.

    Each has `place`, the key of the membership it was asked in, and `done_on`, the day of completion as it was then.
    Of a past day it has `asked_day` as well.
    """
    rows, theirs = asked_of_anybody(day=day, **only), memberships.values("pk")
    if day < timezone.localdate():
        # Said of stayers and movers apart: PostgreSQL would compare each place with each membership, one by one.
        stayed = Q(membership__started_on__lte=day, membership__in=theirs)
        moved = Q(membership__started_on__gt=day, place__in=theirs)
        return rows.filter(stayed | moved, user__in=memberships.values("user"))
    return rows.filter(membership__in=theirs)


def asked_of_anybody(*, day: date, **only: Any) -> QuerySet[Requirement]:
    """The same of everybody, to look up what else is asked of somebody."""
    rows = Requirement.objects.filter(assignment__is_mandatory=True, **only)
    if day < timezone.localdate():
        rows = rows.filter(created_at__lt=end_of(day)).annotate(asked_day=ASKED_DAY)
        rows = rows.annotate(place=place_on(day), done_on=done_on(day))
        rows = rows.exclude(is_exempt(day) & Q(done_on=None))
        rows = rows.filter(Q(assignment__ended_at=None) | Q(assignment__ended_at__gte=end_of(day)))
    else:
        rows = rows.exclude(state=Requirement.State.EXEMPT).exclude(assignment__state=Assignment.State.WITHDRAWN)
        rows = rows.annotate(place=F("membership"), done_on=F("completed_on"))
    return rows.filter(Q(stopped_on=None) | Q(stopped_on__gt=day)).order_by()


def flags_on(day: date) -> dict[str, Q]:
    """What was so on the day of a requirement from `asked_on`.

    Completed; still asked; past its date; begun; or a repeat in time, for which the completion before it holds.
    """
    still_open = Q(done_on=None) | Q(done_on__gt=day)
    in_time = Q(due_on=None) | Q(due_on__gte=day)
    late = still_open & Q(due_on__lt=day)
    if day < timezone.localdate():
        begun = Q(enrolment__started_at__lt=end_of(day))
    else:
        begun = Q(state=Requirement.State.DOING)
    return {
        "is_done": Q(done_on__lte=day),
        "is_open": (still_open & Q(cycle=1)) | late,
        "is_late": late,
        "is_begun": still_open & begun,
        "is_again": still_open & Q(cycle__gt=1) & in_time,
    }


def in_state(
    rows: QuerySet[Requirement], state: str, *, day: date, each: Sequence[str] = ("place", "module"), **only: Any
) -> QuerySet[Requirement]:
    """Those rows from `asked_on` that put their person into the state in `counts_on`, with the same `each` and `only`.

    So the people of a list are as many as the report says: what is completed is left out while anything that counts
    together with it is open, and what is in time while any of it is late.
    """
    flags = flags_on(day)
    together = asked_of_anybody(day=day, **only).filter(
        user=OuterRef("user"), **{name: OuterRef(name) for name in each}
    )
    one_is = {name: Q(Exists(together.filter(flags[name]))) for name in ("is_open", "is_late", "is_begun")}
    return rows.filter(
        {
            "late": flags["is_late"],
            "completed": (flags["is_done"] | flags["is_again"]) & ~one_is["is_open"],
            "in_progress": flags["is_begun"] & one_is["is_open"] & ~one_is["is_late"],
            "not_started": flags["is_open"] & ~one_is["is_begun"] & ~one_is["is_late"],
        }[state]
    )


def of_place_on(day: date, name: str) -> Any:
    """A field of the membership in which something from `asked_on` was asked, as in "organisation__name"."""
    return of_place(name) if day < timezone.localdate() else F(f"membership__{name}")


def counts_on(
    rows: QuerySet[Requirement], *, day: date, by: Any, each: Sequence[str] = ("place", "module")
) -> dict[Any, Counts]:
    """People by state for each value of `by`, an expression on requirements.

    Somebody counts once for each module, or once for all of them when `each` is ("place",): then completed is who has
    completed all.
    """
    begun = Q(enrolment__started_at__lt=end_of(day)) if day < timezone.localdate() else Q(state=Requirement.State.DOING)
    facts = {"is_left": Q(done_on=None), "is_first": Q(cycle=1), "is_past": Q(due_on__lt=day), "is_begun": begun}
    flags = {
        name: Case(When(condition, then=Value(1)), default=Value(0), output_field=IntegerField())
        for name, condition in facts.items()
    }
    inner = rows.annotate(part=by, **flags).values(*each, "part", *flags)
    sql, parameters = inner.query.sql_with_params()
    grouped = ", ".join((*each, "part"))
    sums = ", ".join(f"SUM(CASE WHEN {STATES[name]} THEN 1 ELSE 0 END)" for name in STATE_WORDS)
    with connection.cursor() as cursor:
        cursor.execute(COUNTING.format(rows=sql, grouped=grouped, sums=sums), parameters)
        found = cursor.fetchall()
    return {row[0]: Counts(**dict(zip(STATE_WORDS, row[1:], strict=True))) for row in found}
