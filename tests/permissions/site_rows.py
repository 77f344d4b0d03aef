"""The permission table of the site: one row for each address outside the admins. An address without a row fails."""

from tests.permissions.leading_rows import LEADING
from tests.permissions.review_rows import REVIEWING
from tests.permissions.rows import (
    EVERYBODY,
    OWNER,
    OWNER_AND_LEADS,
    SIGNED_IN,
    row,
)
from tests.permissions.sign_in_rows import SIGNING_IN

PUBLIC = [
    row("page", EVERYBODY, "page", post=200),
    row("wagtail_serve", EVERYBODY, post=200),
    row("toolkit_pages:search", EVERYBODY, queries=["?q={word}"]),
    row("toolkit_pages:governance_zip", EVERYBODY, get=404),
    row("toolkit_pages:sitemap", EVERYBODY),
    row("toolkit_pages:robots", EVERYBODY),
    row("toolkit_pages:favicon", EVERYBODY, get=302),
    row("toolkit_pages:checklist_theme", EVERYBODY, "checklist_theme", post=302),
    row("toolkit_pages:checklist_result", EVERYBODY),
    row("toolkit_pages:checklist_download", EVERYBODY, "checklist_file"),
    row("toolkit_pages:checklist_clear", EVERYBODY, post=302),
    row("toolkit_pages:checklist_keep", SIGNED_IN, get=302, post=302),
    row("toolkit_pages:partnerships", EVERYBODY, queries=["?q={word}"]),
    row("toolkit_pages:partnership", EVERYBODY, "partnership"),
    row("toolkit_pages:glossary", EVERYBODY, queries=["?q={word}"]),
    row("toolkit_pages:changes", EVERYBODY),
    row("toolkit_pages:changes_atom", EVERYBODY),
    row("toolkit_pages:changes_rss", EVERYBODY),
    row("design_system:gallery", EVERYBODY),
    row("design_system:component", EVERYBODY, "component"),
    row("courses:catalogue", EVERYBODY, queries=["?q={word}"]),
    row("courses:module", EVERYBODY, "module"),
    row("courses:check_certificate", EVERYBODY, queries=["?number=TT-0000-0000"]),
    row("courses:checked_certificate", EVERYBODY, "certificate", shows=True),
    row("people:join", EVERYBODY, post=200),
    row("people:accept_invitation", EVERYBODY, "token", get=404, post=404),
    row("people:activate", EVERYBODY, "token", get=404, post=404),
    row("(media/<path:path>)", EVERYBODY, "media", get=404),
    row("wagtaildocs_serve", EVERYBODY, "document", get=404),
]

LEARNING = [
    row("courses:my_training", SIGNED_IN),
    row("courses:start", SIGNED_IN, "module", get=405, post=302),
    row("courses:again", SIGNED_IN, "module", get=405, post=(302, 404)),
    row("courses:lesson", SIGNED_IN, "lesson"),
    row("courses:complete_lesson", SIGNED_IN, "lesson", get=405, post=302),
    row("courses:play", SIGNED_IN, "lesson", get=404, post=405),
    row("courses:position", SIGNED_IN, "lesson", get=405, post=(400, 404)),
    row("courses:certificates", SIGNED_IN),
    row("courses:certificate", OWNER_AND_LEADS, "certificate"),
    row("courses:certificate_pdf", OWNER_AND_LEADS, "certificate"),
    row("assessments:quiz", SIGNED_IN, "quiz", post=302),
    row("assessments:question", SIGNED_IN, "question", get=302, post=302),
    row("assessments:review", SIGNED_IN, "quiz", get=302),
    row("assessments:submit", SIGNED_IN, "quiz", get=405, post=404),
    row("assessments:result", OWNER, "attempt"),
    row("assessments:attempt", OWNER_AND_LEADS, "attempt"),
    row("assessments:allow_more", OWNER_AND_LEADS, "attempt", get=405, post=302),
    row("people:account", SIGNED_IN),
    row("people:change_name", SIGNED_IN, post=200),
]

ROWS = PUBLIC + SIGNING_IN + LEARNING + LEADING + REVIEWING
