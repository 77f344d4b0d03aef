"""The counts of a day: each organisation's own people by how far they are, for the trend of reports."""

from datetime import date

from django.db import connection, transaction

from courses.models import DayCount

# Everybody of whom something is asked is in one count: completed, else late, else in progress, else not started.
OF_ALL = """
INSERT INTO courses_daycount (organisation_id, module_id, day, people, completed, in_progress, not_started, late)
SELECT s.organisation_id, NULL, %s, COUNT(*),
       SUM(CASE WHEN s.done >= s.required THEN 1 ELSE 0 END),
       SUM(CASE WHEN s.done < s.required AND s.started AND (s.next_due IS NULL OR s.next_due >= %s) THEN 1 ELSE 0 END),
       SUM(CASE WHEN s.done < s.required AND NOT s.started AND (s.next_due IS NULL OR s.next_due >= %s)
                THEN 1 ELSE 0 END),
       SUM(CASE WHEN s.done < s.required AND s.next_due < %s THEN 1 ELSE 0 END)
FROM courses_standing s WHERE s.required > 0 GROUP BY s.organisation_id
"""
OF_MODULES = """
INSERT INTO courses_daycount (organisation_id, module_id, day, people, completed, in_progress, not_started, late)
SELECT p.organisation_id, p.module_id, %s, COUNT(*),
       SUM(CASE WHEN p.late = 0 AND NOT p.is_open THEN 1 ELSE 0 END),
       SUM(CASE WHEN p.late = 0 AND p.is_open AND p.begun THEN 1 ELSE 0 END),
       SUM(CASE WHEN p.late = 0 AND p.is_open AND NOT p.begun THEN 1 ELSE 0 END),
       SUM(p.late)
FROM (
    SELECT organisation_id, module_id, is_open, begun, CASE WHEN due < %s THEN 1 ELSE 0 END AS late
    FROM courses_modulestanding
) p GROUP BY p.organisation_id, p.module_id
"""


def write_day(day: date) -> None:
    """Write the counts of `day` from standings as they are now. Three statements; safe to repeat."""
    written = connection.ops.adapt_datefield_value(day)
    with transaction.atomic(), connection.cursor() as cursor:
        DayCount.objects.filter(day=day).delete()
        cursor.execute(OF_ALL, [written] * 4)
        cursor.execute(OF_MODULES, [written] * 2)
