"""The job roles there are in some organisations, read from an index that holds them in order: one look for each."""

from datetime import date

from django.db import connection

from lms.people.models import Organisation

# From each organisation's first job role to its next, as long as there is one.
ROLES = """
WITH RECURSIVE roles(organisation_id, job_role) AS (
    SELECT o.id, (
        SELECT MIN(m.job_role) FROM people_membership m
        WHERE m.organisation_id = o.id AND m.job_role > ''
          AND m.started_on <= %s AND (m.ended_on IS NULL OR m.ended_on > %s)
    ) FROM people_organisation o WHERE o.id IN ({places})
    UNION ALL
    SELECT roles.organisation_id, (
        SELECT MIN(m.job_role) FROM people_membership m
        WHERE m.organisation_id = roles.organisation_id AND m.job_role > roles.job_role
          AND m.started_on <= %s AND (m.ended_on IS NULL OR m.ended_on > %s)
    ) FROM roles WHERE roles.job_role IS NOT NULL
)
SELECT DISTINCT job_role FROM roles WHERE job_role IS NOT NULL ORDER BY job_role
"""


def job_roles_of(units: list[Organisation], *, day: date) -> list[str]:
    """The job roles of those who were members of the organisations on the day, in order. One query."""
    if not units:
        return []
    on = connection.ops.adapt_datefield_value(day)
    places = ", ".join(["%s"] * len(units))
    with connection.cursor() as cursor:
        cursor.execute(ROLES.format(places=places), [on, on, *(unit.pk for unit in units), on, on])
        return [row[0] for row in cursor.fetchall()]
