"""The sections of the toolkit, in the order of the menu, after the checklist."""

SECTIONS = [
    {
        "slug": "governance-library",
        "kind": "governance",
        "title": "Governance library",
        "intro": (
            "Sample documents that agencies use to work together formally. Each one says who wrote it, what it "
            "replaces and when it is next reviewed."
        ),
        "in_menu": True,
        "groups": [],
        "blurb": "Sample agreements, terms of reference, plans and pathways, each with its versions.",
        "nations": ["england", "wales", "scotland", "northern-ireland"],
        "facts_checked_on": "2026-04-28",
        "review_on": "2027-04-28",
    },
    {
        "slug": "resources",
        "kind": "resources",
        "title": "Resources",
        "neutral_title": "Resources",
        "intro": (
            "Short guides and templates for jobs that partnerships do again and again. Take them, "
            "change them, and tell us what you improved."
        ),
        "in_menu": True,
        "groups": ["Raise awareness", "Bring in partners", "Support survivors"],
        "blurb": "Plan an awareness campaign, bring in a new partner, review a survivor’s care plan.",
        "nations": ["england", "wales", "scotland", "northern-ireland"],
        "facts_checked_on": "2026-04-28",
        "review_on": "2027-04-28",
    },
    {
        "slug": "law-and-reports",
        "kind": "law",
        "title": "Law and reports",
        "neutral_title": "Law and reports",
        "intro": (
            "What the law says and how the processes work, in plain English, with the date we last checked each page."
        ),
        "in_menu": True,
        "groups": ["The law", "Processes", "Reports"],
        "blurb": "What the law says now, in plain English, with the date we last checked it.",
        "nations": ["england", "wales", "scotland", "northern-ireland"],
        "facts_checked_on": "2026-04-28",
        "review_on": "2027-04-28",
    },
    {
        "slug": "training-library",
        "kind": "training",
        "title": "Training library",
        "intro": (
            "Our modules and free training by others in one list: by where people work, tier, nation, format, time and "
            "what it covers."
        ),
        "in_menu": True,
        "groups": [],
        "blurb": "Our modules and free training by others, in one list.",
        "nations": ["england", "wales", "scotland", "northern-ireland"],
        "facts_checked_on": "2026-04-28",
        "review_on": "2027-04-28",
    },
    {
        "slug": "partnership-working",
        "title": "Partnership working",
        "neutral_title": "Partnership working",
        "intro": (
            "How agencies in one area work together: set up a group, agree on the rules, share "
            "information and find out what changes."
        ),
        "in_menu": False,
        "groups": ["Set it up", "Work together", "Learn and improve"],
        "blurb": "Set up a group, agree on the rules, share information and measure what changes.",
    },
    {
        "slug": "about",
        "title": "About this site",
        "neutral_title": "About this site",
        "intro": "How the site works, how we check what it says, and how to use it safely.",
        "in_menu": False,
        "groups": [],
        "blurb": "How the site works and how we check what it says.",
    },
]
