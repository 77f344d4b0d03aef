"""The starter reviews: a fictional partnership of the county, what its agencies answered, and what it plans.

Levels are patterns over the checklist's items in order: 0 not started, 1 started, 2 mostly in place, 3 embedded, and
-1 for what does not apply.
"""

PARTNERSHIP = {
    "name": "Marchshire Anti-Slavery Partnership",
    "slug": "marchshire",
    "area": "Marchshire: Haverley, Port Brannock, Oakmere and Tarn",
    "nations": ["england"],
    "lead": "Marchshire Police",
    "members_text": (
        "Marchshire Police\nHaverley Borough Council\n"
        "Marchshire Hospitals NHS Trust\nMarchshire Fire and Rescue Service"
    ),
    "activities": ["strategy", "information-sharing", "training", "awareness"],
    "about": "<p>A made-up partnership of made-up agencies, to show what a review and its plan look like.</p>",
    "contact_email": "partnership@marchshire.example.org",
}

# Days before today on which each closed review was opened and closed.
FIRST = {"title": "First review", "opened": 420, "closed": 385}
SECOND = {"title": "Second review", "opened": 120, "closed": 75}
NOW = {"title": "Review of this autumn", "sharing": "coordinators", "due_in": 21}

FIRST_LEVELS = [2, 1, 0, 1, 0, 2, 0, 1, -1, 0, 1, 2]
SECOND_LEVELS = [3, 2, 1, 1, 0, 3, 1, 2, -1, 0, 2, 2]
NOW_LEVELS = [3, 2, 2, 1, 1, 3, 1, 2, -1, 1, 2, 3]
DIFFERS_EVERY = 9  # items; there the second agency is one level below the first
NOTE = "Agreed at the meeting of coordinators: the weaker answer stands until every agency has it in writing."
EVIDENCE = "Minutes of the steering group, kept in the shared folder."

# What is planned about the first gaps of the second review, each in another state; days count from today.
ACTIONS = [
    {
        "title": "Draft a one-page protocol and test it on two past timelines",
        "due": 24,
        "status": "under_way",
        "note": "First draft sent round; two agencies have answered.",
    },
    {
        "title": "Adapt the notice in plain English and have it translated",
        "due": -5,
        "status": "to_do",
        "note": "",
    },
    {
        "title": "Ask each agency what it does now, and bring the answers to the next meeting",
        "due": -20,
        "status": "done",
        "note": "All agencies answered; summary in the minutes.",
        "evidence": "Summary of answers, minutes of the last meeting, item 4.",
    },
    {
        "title": "Name one contact and a deputy in every agency",
        "due": 45,
        "status": "to_do",
        "note": "",
    },
    {
        "title": "Commission an outside evaluation",
        "due": 10,
        "status": "dropped",
        "note": "No funding this year. The partnership evaluates itself instead.",
    },
]
