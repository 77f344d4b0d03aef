"""Sums up what is required of current members, module by module, and notes who is a member in two places."""

from django.db import migrations

MODULES = """
INSERT INTO courses_modulestanding (membership_id, module_id, organisation_id, is_open, begun, due, expiry)
SELECT r.membership_id, r.module_id, s.organisation_id,
       MAX(CASE WHEN r.state <> 'done' AND r.cycle = 1 THEN 1 ELSE 0 END) = 1,
       MAX(CASE WHEN r.state = 'doing' THEN 1 ELSE 0 END) = 1,
       MIN(CASE WHEN r.state <> 'done' THEN r.due_on END),
       MAX(CASE WHEN r.state = 'done' THEN r.valid_until END)
FROM courses_requirement r
JOIN courses_assignment a ON a.id = r.assignment_id
JOIN courses_standing s ON s.membership_id = r.membership_id
WHERE a.is_mandatory AND r.state IN ('to_do', 'doing', 'done')
GROUP BY r.membership_id, r.module_id, s.organisation_id
ORDER BY r.membership_id, r.module_id
"""
ELSEWHERE = """
UPDATE courses_standing SET also_elsewhere = TRUE WHERE EXISTS (
    SELECT 1 FROM courses_standing o
    WHERE o.user_id = courses_standing.user_id AND o.membership_id <> courses_standing.membership_id
)
"""


class Migration(migrations.Migration):
    dependencies = [("courses", "0004_sum_up_modules")]

    operations = [migrations.RunSQL([MODULES, ELSEWHERE], migrations.RunSQL.noop)]
