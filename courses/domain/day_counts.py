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
       SUM(1 - p.unfinished),
       SUM(CASE WHEN p.unfinished = 1 AND p.late = 0 AND p.begun = 1 THEN 1 ELSE 0 END),
       SUM(CASE WHEN p.unfinished = 1 AND p.late = 0 AND p.begun = 0 THEN 1 ELSE 0 END),
       SUM(CASE WHEN p.unfinished = 1 AND p.late = 1 THEN 1 ELSE 0 END)
FROM (
    SELECT s.organisation_id, r.module_id, r.membership_id,
           MAX(CASE WHEN r.state <> 'done' AND (r.cycle = 1 OR r.due_on < %s) THEN 1 ELSE 0 END) AS unfinished,
           MAX(CASE WHEN r.state = 'doing' THEN 1 ELSE 0 END) AS begun,
           MAX(CASE WHEN r.state <> 'done' AND r.due_on < %s THEN 1 ELSE 0 END) AS late
    FROM courses_requirement r
    JOIN courses_assignment a ON a.id = r.assignment_id
    JOIN courses_standing s ON s.membership_id = r.membership_id
    WHERE a.is_mandatory AND r.state IN ('to_do', 'doing', 'done')
    GROUP BY s.organisation_id, r.module_id, r.membership_id
) p GROUP BY p.organisation_id, p.module_id
"""


def write_day(day: date) -> None:
    """Write the counts of `day` from standings and requirements as they are now. Three statements; safe to repeat."""
    written = connection.ops.adapt_datefield_value(day)
    with transaction.atomic(), connection.cursor() as cursor:
        DayCount.objects.filter(day=day).delete()
        cursor.execute(OF_ALL, [written] * 4)
        cursor.execute(OF_MODULES, [written] * 3)
