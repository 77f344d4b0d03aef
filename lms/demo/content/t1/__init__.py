"""Module T1, Seeing it: its description and its lessons in order."""

from lms.demo.content.t1 import (
    a_morning_at_the_car_wash,
    acting_safely,
    after_you_report,
    check_what_you_know,
    common_beliefs,
    looking_after_yourself,
    signs,
    the_forms_it_takes,
    what_it_is,
)

LESSONS = [
    what_it_is.LESSON,
    the_forms_it_takes.LESSON,
    signs.LESSON,
    common_beliefs.LESSON,
    acting_safely.LESSON,
    after_you_report.LESSON,
    a_morning_at_the_car_wash.LESSON,
    looking_after_yourself.LESSON,
    check_what_you_know.LESSON,
]

MODULE = {
    "slug": "t1-seeing-it",
    "title": "T1 Seeing it",
    "neutral_title": "T1 Seeing it",
    "summary": (
        "What modern slavery looks like in ordinary places, what the signs can and cannot tell you, "
        "and how to act without making things worse."
    ),
    "audience": "Everyone",
    "tier": 1,
    "minutes": 25,
    "about": ["adults", "children"],
    "exploitation": ["labour", "domestic", "sexual", "criminal", "organs", "financial"],
    "outcomes": [
        "describe modern slavery to a colleague in your own words",
        "name signs you could meet in your own job, and say why no single sign proves anything",
        "act safely in the first ten minutes, and know who to tell",
        "say what happens after someone is referred, or chooses not to be",
        "name one thing that helps you after a hard day, and where to ask for support",
    ],
    "content_note": (
        "Some lessons describe exploitation, with no pictures of it. You can stop at any time: your place is kept."
    ),
    "nations": ["england", "wales"],
    "facts_checked_on": "2026-04-28",
    "review_on": "2027-04-28",
    "validity_months": 24,
    "is_suggested": True,
    "rests_on": ["guidance-statutory", "msa-2015-s1", "msa-2015-s2", "msa-2015-s52"],
    "lessons": [lesson["slug"] for lesson in LESSONS],
}
