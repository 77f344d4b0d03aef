"""The permission table of the leads' pages: people, imports, assignments, reminders, reports and exports."""

from tests.permissions.rows import LEADS, LEADS_OF, MAKER, OWNER_AND_LEADS, SIGNED_IN, row

READS = (200, 405)  # a page that only reads may take no notice of what is posted
FORM = (200, 302)
KEYS = "?organisation={organisation}&unit={organisation}&team={team}&assignment={assignment}&person={person}"
FILTERS = [KEYS, "?q={word}", "?organisation={organisation}&unit={organisation}", "?team={team}"]

PEOPLE = [
    row("people:invite", LEADS, post=200, queries=[KEYS]),
    row("people:invitations", LEADS, queries=FILTERS),
    row("people:send_invitations", LEADS, post=FORM, queries=[KEYS]),
    row("people:resend_many", LEADS, post=FORM, queries=[KEYS]),
    row("people:withdraw_many", LEADS, post=FORM, queries=[KEYS]),
    row("people:invitation_batch", LEADS_OF, "batch", post=READS),
    row("people:resend_invitation", LEADS_OF, "invitation", get=405, post=302),
    row("people:withdraw_invitation", LEADS_OF, "invitation", get=405, post=302),
    row("people:imports", LEADS, post=200, queries=[KEYS]),
    row("people:roster_import", LEADS_OF, "import", post=READS, queries=["?action=create", "?q={word}"]),
    row("people:roster_columns", LEADS_OF, "import", get=FORM, post=FORM),
    row("people:roster_missing", LEADS_OF, "import", get=405, post=FORM),
    row("people:apply_roster", LEADS_OF, "import", get=405, post=FORM),
    row("people:cancel_roster", LEADS_OF, "import", get=405, post=FORM),
    row("people:roster_rows", LEADS_OF, "import", post=READS),
    row("people:ways_to_join", LEADS, queries=FILTERS),
    row("people:renew_join_code", LEADS_OF, "organisation", get=405, post=302),
    row("people:stop_join_code", LEADS_OF, "organisation", get=405, post=302),
    row("people:approve_domain", LEADS_OF, "organisation", post=200),
    row("people:remove_domain", LEADS_OF, "domain", get=405, post=302),
    row("people:teams", LEADS, post=200, queries=FILTERS),
    row("people:change_team", LEADS_OF, "team", post=200),
    row("people:remove_team", LEADS_OF, "team", post=302),
    row("people:units", LEADS, post=200, queries=FILTERS),
    row("people:change_unit", LEADS_OF, "organisation", post=FORM),
    row("people:address", LEADS_OF, "person", post=200),
    row("people:membership", LEADS_OF, "membership", post=200),
    row("people:move_person", LEADS_OF, "membership", post=FORM),
    row("people:end_membership", LEADS_OF, "membership", post=302),
]

ASSIGNING = [
    row("courses:assignments", LEADS, queries=FILTERS),
    row("courses:new_assignment", LEADS, post=200, queries=[KEYS]),
    row("courses:assignment", LEADS_OF, "assignment", queries=FILTERS),
    row("courses:assignment_subject", LEADS_OF, "draft", post=200),
    row("courses:assignment_audience", LEADS_OF, "draft", post=200, queries=[KEYS]),
    row("courses:assignment_people", LEADS_OF, "draft", post=200, queries=FILTERS),
    row("courses:check_assignment", LEADS_OF, "draft", post=302, queries=FILTERS),
    row("courses:assignment_done", LEADS_OF, "assignment"),
    row("courses:discard_assignment", LEADS_OF, "draft", get=405, post=302),
    row("courses:change_assignment", LEADS_OF, "assignment", post=200),
    row("courses:pause_assignment", LEADS_OF, "assignment", post=302),
    row("courses:resume_assignment", LEADS_OF, "assignment", get=404, post=404),
    row("courses:withdraw_assignment", LEADS_OF, "assignment", post=302),
    row("courses:exempt", LEADS_OF, "person", post=200),
    row("courses:end_exemption", LEADS_OF, "exemption", get=405, post=302),
    row("courses:accept_evidence", LEADS_OF, "person", post=200),
    row("courses:withdraw_evidence", LEADS_OF, "evidence", post=200),
    row("courses:withdraw_certificate", LEADS_OF, "certificate", post=200),
    row("courses:evidence_file", OWNER_AND_LEADS, "evidence_file"),
    row("courses:reminders", LEADS, post=200, queries=[KEYS]),
    row("courses:follow_reminders", LEADS, get=405, post=(302, 404)),
    row("courses:remind_now", LEADS_OF, "assignment", get=405, post=302),
    row("courses:continue", SIGNED_IN, "module", get=FORM),
]

REPORTS = [
    row("reports:people", LEADS, post=READS, queries=[*FILTERS, "?state=late&order=name"]),
    row("reports:person", LEADS_OF, "person", post=READS),
    row("reports:dashboard", LEADS, post=READS, queries=FILTERS),
    row("reports:reports", LEADS, post=READS, queries=FILTERS),
    row("reports:completions", LEADS, post=READS, queries=FILTERS),
    row("reports:columns", LEADS, post=READS),
    row("reports:module", LEADS - {"unit_lead"}, "module", post=READS, queries=FILTERS),
    row("reports:assignment", LEADS_OF, "assignment", post=READS, queries=FILTERS),
    row("reports:download", LEADS, "download", post=READS, queries=FILTERS),
    row("reports:exports", LEADS, post=FORM),
    row("reports:export", MAKER, "export", post=READS),
    row("reports:export_file", MAKER, "export", post=READS),
]

LEADING = PEOPLE + ASSIGNING + REPORTS
