"""Standings: each current member's required training summed up, rewritten in one statement for many at once."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.db import connection, transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from courses.domain.day_counts import write_day
from courses.models import Requirement, Standing
from lms.people.models import Membership

AT_ONCE = 2000

# Per module the open rows that count already, whether one is begun, the first date and the last validity; then summed.
REWRITE = """
INSERT INTO courses_standing
    (membership_id, user_id, organisation_id, required, done, started, next_due, next_expiry)
SELECT m.id, m.user_id, m.organisation_id, COUNT(s.module_id), COALESCE(SUM(1 - s.unfinished), 0),
       COALESCE(MAX(s.begun), 0) = 1, MIN(s.due), MIN(s.expiry)
FROM people_membership m
LEFT JOIN (
    SELECT r.membership_id, r.module_id,
           MAX(CASE WHEN r.state <> 'done' AND (r.cycle = 1 OR r.due_on < %s) THEN 1 ELSE 0 END) AS unfinished,
           MAX(CASE WHEN r.state = 'doing' THEN 1 ELSE 0 END) AS begun,
           MIN(CASE WHEN r.state <> 'done' THEN r.due_on END) AS due,
           MAX(CASE WHEN r.state = 'done' AND r.valid_until >= %s THEN r.valid_until END) AS expiry
    FROM courses_requirement r
    JOIN courses_assignment a ON a.id = r.assignment_id
    WHERE a.is_mandatory AND r.state IN ('to_do', 'doing', 'done') AND r.membership_id IN ({ids})
    GROUP BY r.membership_id, r.module_id
) s ON s.membership_id = m.id
WHERE m.id IN ({ids}) AND m.started_on <= %s AND (m.ended_on IS NULL OR m.ended_on > %s)
GROUP BY m.id, m.user_id, m.organisation_id
ORDER BY m.id
ON CONFLICT (membership_id) DO UPDATE SET
    required = excluded.required, done = excluded.done, started = excluded.started,
    next_due = excluded.next_due, next_expiry = excluded.next_expiry
"""


def refresh_standings(membership_ids: Iterable[int], *, today: date | None = None) -> None:
    """Rewrite the standings of these memberships from their requirements; those that have ended lose theirs.

    Two statements for every 2,000. Safe to repeat, and beside another that does the same.
    """
    today = today or timezone.localdate()
    for ids in batches(sorted(set(membership_ids))):
        places = ", ".join(["%s"] * len(ids))
        day = connection.ops.adapt_datefield_value(today)
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(REWRITE.format(ids=places), [day, day, *ids, *ids, day, day])
            current = Membership.objects.current(today).filter(pk__in=ids)
            Standing.objects.filter(membership__in=ids).exclude(membership__in=current).delete()


def batches(ids: list[int]) -> Iterator[list[int]]:
    """Lists of at most 2,000."""
    return (ids[start : start + AT_ONCE] for start in range(0, len(ids), AT_ONCE))


def out_of_date(today: date) -> QuerySet[Membership]:
    """The memberships whose standing is missing, is left over, or says what was true only before `today`.

    A repeat counts from the day after its date, and a completion stops being the next to run out once it has.
    """
    standing = Standing.objects.filter(membership=OuterRef("pk"))
    lapsed_repeat = Requirement.objects.open().filter(membership=OuterRef("membership"), cycle__gt=1, due_on__lt=today)
    passed = standing.filter(Q(next_expiry__lt=today) | Q(Exists(lapsed_repeat)))
    current = Q(started_on__lte=today) & (Q(ended_on=None) | Q(ended_on__gt=today))
    missing = current & ~Exists(standing)
    left_over = ~current & Exists(standing)
    return Membership.objects.filter(missing | left_over | Q(Exists(passed))).order_by("pk")


def sweep_standings(*, today: date | None = None) -> int:
    """Bring every standing that is out of date up to `today`; returns how many were. Safe to kill and repeat."""
    today = today or timezone.localdate()
    ids = list(out_of_date(today).values_list("pk", flat=True))
    refresh_standings(ids, today=today)
    return len(ids)


def count_day(day: date) -> None:
    """Count everybody as of `day`, which is today: overall and by module, for each organisation's own people.

    Standings are brought up to the day first. A repeat writes the day anew.
    """
    sweep_standings(today=day)
    write_day(day)
