"""Module T2, Responding safely: its description and its lessons in order."""

from lms.demo.content.t2 import (
    explaining_the_choice,
    making_it_safe_to_talk,
    planning_for_tonight,
    the_route_that_day,
    what_you_have_learned,
    writing_and_sharing,
)

LESSONS = [
    making_it_safe_to_talk.LESSON,
    explaining_the_choice.LESSON,
    the_route_that_day.LESSON,
    planning_for_tonight.LESSON,
    writing_and_sharing.LESSON,
    what_you_have_learned.LESSON,
]

MODULE = {
    "slug": "t2-responding-safely",
    "title": "T2 Responding safely",
    "neutral_title": "T2 Responding safely",
    "summary": (
        "For people who meet the public: how to make it safe to talk, explain what is on offer without pressure, "
        "and hand over so that nobody has to tell it all again."
    ),
    "audience": "Staff who meet the public",
    "tier": 2,
    "minutes": 20,
    "about": ["adults", "children"],
    "exploitation": ["labour", "domestic", "sexual", "criminal", "organs", "financial"],
    "outcomes": [
        "set up a first conversation that is private, unhurried and interpreted by a professional",
        "explain referral, support and privacy so that an adult can decide, and accept a no",
        "say what differs for a child, and when age is uncertain",
        "agree a plan for tonight with the person, and write down only what is needed",
    ],
    "content_note": (
        "Some lessons describe exploitation, with no pictures of it. You can stop at any time: your place is kept."
    ),
    "nations": ["england", "wales"],
    "facts_checked_on": "2026-04-28",
    "review_on": "2027-04-28",
    "validity_months": 24,
    "rests_on": ["guidance-statutory", "guidance-nrm-forms", "msa-2015-s51", "msa-2015-s52"],
    "lessons": [lesson["slug"] for lesson in LESSONS],
}
