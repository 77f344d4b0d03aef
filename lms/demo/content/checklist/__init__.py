"""The starter checklist: what the section says, and eleven themes in order, each with its items.

An item's `pages` are addresses of pages, `documents` addresses or types of governance documents, `modules` addresses of
modules; `after` names the keys of items that come first. What is not there yet is linked by a later seed.
"""

from lms.demo.content.checklist import (
    awareness,
    care,
    children,
    identifying,
    leadership,
    learning,
    membership,
    plan,
    prevention,
    sharing,
    training,
)

THEMES = [
    leadership.THEME,
    membership.THEME,
    plan.THEME,
    sharing.THEME,
    identifying.THEME,
    care.THEME,
    children.THEME,
    training.THEME,
    awareness.THEME,
    prevention.THEME,
    learning.THEME,
]

CHECKED_ON, REVIEW_ON = "2026-04-28", "2027-04-28"
NATIONS = ["england", "wales", "scotland", "northern-ireland"]

SECTION = {
    "title": "Partnership checklist",
    "slug": "checklist",
    "neutral_title": "Partnership checklist",
    "home_button": "Check how your partnership is doing",
    "intro": (
        "Eleven themes show a partnership or an agency what it has in place and what is missing. Each gap leads to "
        "pages, sample documents and training that help to close it."
    ),
    "body": [
        (
            "rich_text",
            (
                "<h2>How to use it</h2>"
                "<p>Take one theme at a time. It is better to answer with two colleagues from other agencies than "
                "alone: where you disagree, you have found something worth talking about.</p>"
                "<p>“Embedded” means that it would go on if you left tomorrow. When in doubt, choose the lower level. "
                "Nobody is marked, and nothing is compared with another area.</p>"
                "<h2>What happens with your answers</h2>"
                "<p>They are about how agencies work. Do not write about a person or a case, not even without a name. "
                "Without an account the answers are forgotten when you close the browser. In an account only you see "
                "them, until you begin a review with them.</p>"
            ),
        )
    ],
}
