"""T1 lesson 7: the interactive scenario, and the same as text for anyone who prefers or needs it."""

from lms.demo.content.car_wash import SCENARIO, as_rich_text

LESSON = {
    "slug": SCENARIO["slug"],
    "title": SCENARIO["title"],
    "kind": "scorm",
    "minutes": SCENARIO["minutes"],
    "lead": "An interactive scenario, about 4 minutes. You can use the keyboard throughout.",
    "body": [],
    "text_alternative": as_rich_text(),
    "rests_on": ["guidance-statutory", "msa-2015-s51", "msa-2015-s52", "service-helpline"],
    "nations": ["england", "wales"],
    "facts_checked_on": "2026-04-28",
    "review_on": "2027-04-28",
}
