"""Counts of what is summed up for each member: an index is read in its order, equal entries are counted, then judged.

Judging every entry by itself takes the database three times as long.
"""

from collections.abc import Collection
from datetime import date

from django.db import connection

STANDINGS = """
SELECT organisation_id, state, soon, SUM(n) FROM (
    SELECT organisation_id, n,
           CASE WHEN required = 0 THEN 'nothing' WHEN done >= required THEN 'completed' WHEN next_due < %s THEN 'late'
                WHEN started THEN 'in_progress' ELSE 'not_started' END AS state,
           CASE WHEN next_expiry >= %s AND next_expiry <= %s THEN 1 ELSE 0 END AS soon
    FROM (
        SELECT organisation_id, required, done, started, next_due, next_expiry, COUNT(*) AS n
        FROM courses_standing WHERE organisation_id IN ({places})
        GROUP BY organisation_id, required, done, started, next_due, next_expiry
    ) equal
) judged GROUP BY organisation_id, state, soon
"""
MODULES = """
SELECT organisation_id, module_id, state, SUM(n) FROM (
    SELECT organisation_id, module_id, n,
           CASE WHEN due < %s THEN 'late' WHEN NOT is_open THEN 'completed' WHEN begun THEN 'in_progress'
                ELSE 'not_started' END AS state
    FROM (
        SELECT organisation_id, module_id, is_open, begun, due, COUNT(*) AS n
        FROM courses_modulestanding WHERE organisation_id IN ({places}){only}
        GROUP BY organisation_id, module_id, is_open, begun, due
    ) equal
) judged GROUP BY organisation_id, module_id, state
"""


def read(sql: str, values: list) -> list[tuple]:
    """The rows of one of these statements."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()


def standings_by_state(organisations: Collection[int], *, today: date, soon: date) -> list[tuple[int, str, bool, int]]:
    """Organisation, state, whether a completion runs out from today to `soon`, and how many. One query at most."""
    if not organisations:
        return []
    days = [connection.ops.adapt_datefield_value(day) for day in (today, today, soon)]
    sql = STANDINGS.format(places=", ".join(["%s"] * len(organisations)))
    return [(row[0], row[1], bool(row[2]), int(row[3])) for row in read(sql, [*days, *organisations])]


def modules_by_state(
    organisations: Collection[int], *, today: date, module: int | None = None
) -> list[tuple[int, int, str, int]]:
    """Organisation, module, state and how many people: of one module (by key) or of all. One query at most."""
    if not organisations:
        return []
    only, keys = (" AND module_id = %s", [module]) if module else ("", [])
    sql = MODULES.format(places=", ".join(["%s"] * len(organisations)), only=only)
    rows = read(sql, [connection.ops.adapt_datefield_value(today), *organisations, *keys])
    return [(organisation, module, state, int(number)) for organisation, module, state, number in rows]
