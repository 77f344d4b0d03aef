"""What was asked of people on a day, module by module, and how far they were: true for a past day too.

A row of requirements says when it was made, completed and stopped, and a membership when it began and ended. A repeat
counts once its date is past: until then the completion before it holds.
"""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import connection
from django.db.models import Case, F, IntegerField, Max, Q, QuerySet, Value, When
from django.utils import timezone

from courses.models import Requirement
from lms.people.models import Membership
from lms.reports.domain.counting import Counts

STATE_WORDS = ("late", "completed", "in_progress", "not_started")


def end_of(day: date) -> datetime:
    """The first moment after the day."""
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time()))


def asked_on(memberships: QuerySet[Membership], *, day: date, **only: Any) -> QuerySet[Requirement]:
    """The mandatory requirements of these memberships on the day; `only` narrows them, as in `module=...`."""
    rows = Requirement.objects.filter(membership__in=memberships.values("pk"), assignment__is_mandatory=True, **only)
    if day < timezone.localdate():
        rows = rows.filter(created_at__lt=end_of(day))
    rows = rows.exclude(state=Requirement.State.EXEMPT)
    return rows.filter(Q(stopped_on=None) | Q(stopped_on__gt=day)).order_by()


def flags_on(day: date) -> dict[str, Q]:
    """What was so of a requirement on the day: still asked, past its date, begun."""
    still_open = Q(completed_on=None) | Q(completed_on__gt=day)
    late = still_open & Q(due_on__lt=day)
    if day < timezone.localdate():
        begun = Q(enrolment__started_at__lt=end_of(day))
    else:
        begun = Q(state=Requirement.State.DOING)
    return {"is_open": (still_open & Q(cycle=1)) | late, "is_late": late, "is_begun": still_open & begun}


def counts_on(rows: QuerySet[Requirement], *, day: date, by: str) -> dict[Any, Counts]:
    """People by state for each value of `by`: a path from requirements, "module" or "membership__organisation"."""
    flags = {
        name: Max(Case(When(condition, then=Value(1)), default=Value(0), output_field=IntegerField()))
        for name, condition in flags_on(day).items()
    }
    inner = rows.annotate(part=F(by)).values("membership", "module", "part").annotate(**flags)
    sql, parameters = inner.query.sql_with_params()
    states = {
        "late": "is_late = 1",
        "completed": "is_open = 0",
        "in_progress": "is_late = 0 AND is_open = 1 AND is_begun = 1",
        "not_started": "is_late = 0 AND is_open = 1 AND is_begun = 0",
    }
    sums = ", ".join(f"SUM(CASE WHEN {states[name]} THEN 1 ELSE 0 END)" for name in STATE_WORDS)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT part, {sums} FROM ({sql}) asked GROUP BY part", parameters)  # noqa: S608
        found = cursor.fetchall()
    return {row[0]: Counts(**dict(zip(STATE_WORDS, row[1:], strict=True))) for row in found}
