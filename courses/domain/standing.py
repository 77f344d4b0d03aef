"""Standings: each current member's required training summed up, rewritten in one statement for many at once."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from django.db import connection, transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from courses.domain.day_counts import write_day
from courses.models import Requirement, Standing
from lms.people.models import Membership

AT_ONCE = 2000

# What is required of current members, module by module: open the first time round, begun, first date, last validity.
# What is withdrawn is required of nobody any more, done or not.
WRITE_MODULES = """
INSERT INTO courses_modulestanding AS known (membership_id, module_id, organisation_id, is_open, begun, due, expiry)
SELECT r.membership_id, r.module_id, m.organisation_id,
       MAX(CASE WHEN r.state <> 'done' AND r.cycle = 1 THEN 1 ELSE 0 END) = 1,
       MAX(CASE WHEN r.state = 'doing' THEN 1 ELSE 0 END) = 1,
       MIN(CASE WHEN r.state <> 'done' THEN r.due_on END),
       MAX(CASE WHEN r.state = 'done' THEN r.valid_until END)
FROM courses_requirement r
JOIN courses_assignment a ON a.id = r.assignment_id
JOIN people_membership m ON m.id = r.membership_id
WHERE r.membership_id IN ({ids}){only} AND a.is_mandatory AND a.state <> 'withdrawn'
  AND r.state IN ('to_do', 'doing', 'done')
  AND m.started_on <= %s AND (m.ended_on IS NULL OR m.ended_on > %s)
GROUP BY r.membership_id, r.module_id, m.organisation_id
ORDER BY r.membership_id, r.module_id
ON CONFLICT (membership_id, module_id) DO UPDATE SET
    is_open = excluded.is_open, begun = excluded.begun, due = excluded.due, expiry = excluded.expiry
WHERE known.is_open <> excluded.is_open OR known.begun <> excluded.begun
   OR NOT COALESCE(known.due = excluded.due, known.due IS NULL AND excluded.due IS NULL)
   OR NOT COALESCE(known.expiry = excluded.expiry, known.expiry IS NULL AND excluded.expiry IS NULL)
"""
DROP_MODULES = """
DELETE FROM courses_modulestanding WHERE membership_id IN ({ids}){those} AND (membership_id, module_id) NOT IN (
    SELECT r.membership_id, r.module_id
    FROM courses_requirement r
    JOIN courses_assignment a ON a.id = r.assignment_id
    JOIN people_membership m ON m.id = r.membership_id
    WHERE r.membership_id IN ({ids}){only} AND a.is_mandatory AND a.state <> 'withdrawn'
      AND r.state IN ('to_do', 'doing', 'done')
      AND m.started_on <= %s AND (m.ended_on IS NULL OR m.ended_on > %s)
)
"""
# A module is unfinished on a day when its first time round is open, or a repeat whose date has passed.
WRITE = """
INSERT INTO courses_standing
    (membership_id, user_id, organisation_id, required, done, started, next_due, next_expiry, also_elsewhere)
SELECT m.id, m.user_id, m.organisation_id, COUNT(s.module_id),
       COUNT(s.module_id) - COALESCE(SUM(CASE WHEN s.is_open OR s.due < %s THEN 1 ELSE 0 END), 0),
       COALESCE(MAX(CASE WHEN s.begun THEN 1 ELSE 0 END), 0) = 1,
       MIN(s.due), MIN(CASE WHEN s.expiry >= %s THEN s.expiry END),
       EXISTS (SELECT 1 FROM people_membership o WHERE o.user_id = m.user_id AND o.id <> m.id
               AND o.started_on <= %s AND (o.ended_on IS NULL OR o.ended_on > %s))
FROM people_membership m
LEFT JOIN courses_modulestanding s ON s.membership_id = m.id AND s.membership_id IN ({ids})
WHERE m.id IN ({ids}) AND m.started_on <= %s AND (m.ended_on IS NULL OR m.ended_on > %s)
GROUP BY m.id, m.user_id, m.organisation_id
ORDER BY m.id
ON CONFLICT (membership_id) DO UPDATE SET
    required = excluded.required, done = excluded.done, started = excluded.started,
    next_due = excluded.next_due, next_expiry = excluded.next_expiry, also_elsewhere = excluded.also_elsewhere
"""

DROP = """
DELETE FROM courses_standing WHERE membership_id IN ({ids}) AND membership_id NOT IN (
    SELECT id FROM people_membership WHERE id IN ({ids}) AND started_on <= %s AND (ended_on IS NULL OR ended_on > %s)
)
"""
NOTE = """
UPDATE people_membership SET is_summed_up = NOT is_summed_up WHERE id IN ({ids}) AND is_summed_up <> (
    id IN (SELECT membership_id FROM courses_standing WHERE membership_id IN ({ids}))
)
"""


def refresh_standings(
    membership_ids: Iterable[int], *, modules: Collection[int] = (), today: date | None = None
) -> None:
    """Rewrite the standings of these memberships from their requirements; those that have ended lose theirs.

    `modules` are the keys of those in which anything changed, for whoever knows; where somebody has no standing yet,
    all are looked at. Six statements for every 2,000. Safe to repeat; another that does the same waits, and sums up
    what this one left.
    """
    today = today or timezone.localdate()
    only = f" AND r.module_id IN ({listed(modules)})" if modules else ""
    for ids in batches(sorted(set(membership_ids))):
        known = listed(ids)
        day = connection.ops.adapt_datefield_value(today)
        with transaction.atomic(), connection.cursor() as cursor:
            locked = Membership.objects.select_for_update(no_key=True).filter(pk__in=ids).order_by("pk")
            have_theirs = all(locked.values_list("is_summed_up", flat=True))
            words = {"ids": known, "only": only if have_theirs else ""}
            words["those"] = words["only"].replace("r.module_id", "module_id")
            for statement in (WRITE_MODULES, DROP_MODULES, WRITE, DROP, NOTE):
                cursor.execute(statement.format(**words), [day] * statement.count("%s"))


def listed(keys: Iterable[int]) -> str:
    """Keys as they stand within a statement: so many values would be slow to pass beside it."""
    return ", ".join(str(int(key)) for key in keys)


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
