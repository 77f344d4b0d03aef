"""The permission table of reviews and actions: another body's are a 404, whatever somebody is elsewhere.

In each organisation a colleague of the learner is asked to answer both reviews and owns the action; the coordinator
leads them. They are the organisation's own, so nobody else sees what was settled either.
"""

from tests.permissions.rows import ASKED, COORDINATES, SIGNED_IN, row

FORM = (200, 302)
BOTH = COORDINATES | ASKED
KEYS = "?state=open&whose=all&item={review_item}&agency={organisation}&page=1"

REVIEWING = [
    row("toolkit_pages:reviews", SIGNED_IN, queries=["?state=open", KEYS]),
    row("toolkit_pages:open_review", {"coordinator"}, post=FORM, queries=[KEYS]),
    row("toolkit_pages:review", BOTH, "review"),
    row("toolkit_pages:change_review", COORDINATES, "review", post=FORM),
    row("toolkit_pages:delete_review", COORDINATES, "review", post=FORM),
    row("toolkit_pages:review_people", COORDINATES, "review", post=FORM),
    row("toolkit_pages:review_take_off", COORDINATES, "answerer", get=405, post=302),
    row("toolkit_pages:review_theme", BOTH, "review_theme", post=(200, 302, 404)),
    row("toolkit_pages:finish_review", BOTH, "review", get=405, post=(302, 404)),
    row("toolkit_pages:stop_review", COORDINATES, "review", get=405, post=302),
    row("toolkit_pages:review_differences", COORDINATES, "review", post=404, queries=["?show=all"]),
    row("toolkit_pages:close_review", COORDINATES, "review", post=302),
    row("toolkit_pages:reopen_review", COORDINATES, "review", post=FORM),
    row("toolkit_pages:review_result", BOTH, "closed_review"),
    row("toolkit_pages:review_gaps", BOTH, "closed_review"),
    row("toolkit_pages:move_gap", COORDINATES, "gap", get=405, post=302),
    row("toolkit_pages:put_back_order", COORDINATES, "closed_review", get=405, post=302),
    row("toolkit_pages:review_print", BOTH, "closed_review"),
    row("toolkit_pages:review_docx", BOTH, "closed_review"),
    row("toolkit_pages:review_xlsx", BOTH, "closed_review"),
    row("toolkit_pages:new_action", COORDINATES, "closed_review", post=FORM),
    row("toolkit_pages:actions", SIGNED_IN, queries=["?state=all", KEYS]),
    row("toolkit_pages:action", BOTH, "action", post=FORM),
    row("toolkit_pages:change_action", COORDINATES, "action", post=FORM),
    row("toolkit_pages:action_evidence", BOTH, "action"),
]
