"""Checklist theme: leadership and governance."""

THEME = {
    "slug": "leadership",
    "title": "Leadership and governance",
    "question": "Who answers for this work, who decides, and how does anybody know that it was done?",
    "rests_on": ["guidance-statutory"],
    "items": [
        {
            "key": "senior-owner",
            "title": "A named senior person in each agency answers for this work",
            "hint": "Someone who can move money and people, not only someone who cares.",
            "guidance": (
                "<p>Ask each member agency for one name at the level below its head. Write down what that person has "
                "agreed to do: come to two meetings a year, unblock problems, and report once a year to their own "
                "board.</p>"
            ),
            "looks": [
                "Nobody can say who would answer for the work in most agencies.",
                "Some agencies have named someone, usually the person who was already keen.",
                "Every agency has named someone senior; a few have not yet reported to their board.",
                "Every name is known, written down and renewed when people move; each reports once a year.",
            ],
            "risk": 3,
            "pages": ["starting-or-refreshing-a-partnership"],
            "documents": ["membership-compact"],
        },
        {
            "key": "terms",
            "title": "Terms of reference were agreed and looked at in the last 24 months",
            "hint": "They say what the group is for, who belongs, and how it decides.",
            "guidance": (
                "<p>Two pages are enough. Check that they still fit: agencies merge, boards change, and people forget "
                "what they promised. Put the next review date on the first page.</p>"
            ),
            "looks": [
                "There are none, or nobody can find them.",
                "A draft exists, or the agreed version is more than two years old.",
                "They were agreed within 24 months, but not every member has signed.",
                "All members signed within 24 months, and new members sign when they join.",
            ],
            "risk": 2,
            "pages": ["terms-of-reference"],
            "documents": ["terms-of-reference"],
            "after": ["senior-owner"],
        },
        {
            "key": "decisions",
            "title": "Decisions and actions are written down and followed up",
            "hint": "Each with an owner and a day, read out at the next meeting.",
            "guidance": (
                "<p>A decision log beats long minutes. Keep three columns: what was decided, who does it, by when. "
                "Start every meeting with the actions that are late.</p>"
            ),
            "looks": [
                "Meetings are remembered rather than recorded.",
                "There are minutes, but actions have no owner or day.",
                "Actions have owners and days; late ones are not always chased.",
                "The log is open to members, read at each meeting, and few actions stay late twice.",
            ],
            "risk": 2,
            "pages": ["run-a-useful-first-meeting"],
            "documents": ["agenda"],
        },
        {
            "key": "roles",
            "title": "The chair and the coordinator have written roles and a deputy each",
            "hint": "So that the work does not stop when one person leaves.",
            "guidance": (
                "<p>Most partnerships lean on one person. Write down what only they know: contacts, passwords, dates, "
                "promises. Let the deputy run one meeting a year.</p>"
            ),
            "looks": [
                "The work rests on one person and stops when they are away.",
                "Roles are understood, but not written down.",
                "Roles are written and one deputy is named.",
                "Both have deputies who have stood in, and a hand-over note is kept up to date.",
            ],
            "risk": 2,
            "documents": ["terms-of-reference", "exit-plan"],
        },
        {
            "key": "boards",
            "title": "The partnership reports to boards that can act on what it finds",
            "hint": "For example community safety, safeguarding adults and children, health.",
            "guidance": (
                "<p>List the boards in your area that touch exploitation. Agree with each what it wants to hear, how "
                "often, and what the partnership may ask of it. One page of figures and one request work best.</p>"
            ),
            "looks": [
                "No board hears of the partnership’s work.",
                "A report has gone to one board, once.",
                "At least one board hears twice a year and has answered a request.",
                "Each relevant board has a date in its calendar, and its decisions come back to the group.",
            ],
            "risk": 2,
            "documents": ["strategy", "performance-framework"],
            "after": ["senior-owner"],
        },
        {
            "key": "experience",
            "title": "People with lived experience have a safe, paid way to shape decisions",
            "hint": "Through a group that supports them, and never by telling their story in a meeting.",
            "guidance": (
                "<p>Work through an organisation that people trust already. Pay for time and travel, offer an "
                "interpreter, let people stay nameless, and say afterwards what changed because of them.</p>"
            ),
            "looks": [
                "Decisions are made without anybody who has been through it.",
                "People are asked now and then, without pay or support.",
                "There is a paid route with support; it is used for some decisions.",
                "The route is part of each year’s plan, and the group can say what it changed.",
            ],
            "risk": 3,
            "pages": ["pay-survivors-for-their-advice", "review-a-care-plan", "words-and-pictures"],
            "documents": ["terms-of-reference"],
        },
    ],
}
