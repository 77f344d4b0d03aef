"""Checklist theme: children and transition to adulthood."""

THEME = {
    "slug": "children",
    "title": "Children and transition to adulthood",
    "question": "Is a child seen as a child first, and not left alone on their 18th birthday?",
    "rests_on": ["guidance-statutory", "msa-2015-s48"],
    "items": [
        {
            "key": "child-first",
            "title": "A worry about a child goes to children’s social care at once",
            "hint": "Before anything else, and whether or not the child agrees.",
            "guidance": (
                "<p>For a child, or someone who may be one, protection comes first: ring the local authority, and 999 "
                "in danger. A child’s agreement is not needed for a referral, but their view is always asked.</p>"
            ),
            "looks": [
                "Staff treat children as they treat adults.",
                "Specialists know; other staff do not.",
                "Most staff know and do it; delays are not looked at.",
                "All do it, the time from worry to call is looked at, and children say they were heard.",
            ],
            "risk": 3,
            "pages": ["step-by-step"],
            "documents": ["pathway"],
            "modules": ["t2-responding-safely"],
        },
        {
            "key": "age",
            "title": "Somebody who may be under 18 is treated as a child until assessed",
            "hint": "The presumption about age, known to everyone who meets young people.",
            "guidance": (
                "<p>In England and Wales the law presumes a child where age is uncertain and someone may be "
                "under 18. Appearance and papers both mislead. Agree who assesses, how long it may take, and where the "
                "young person stays until then.</p>"
            ),
            "looks": [
                "Doubt is settled by looking.",
                "The rule is known to some, without a local procedure.",
                "There is a procedure, used by most agencies.",
                "All use it, disputes are reviewed, and no one is placed with adults in the meantime.",
            ],
            "risk": 3,
            "nations": ["england", "wales"],
            "rests_on": ["msa-2015-s51"],
            "pages": ["the-law-in-brief"],
            "documents": ["pathway"],
            "after": ["child-first"],
        },
        {
            "key": "guardians",
            "title": "An independent guardian is asked for wherever the service exists",
            "hint": "Somebody who speaks only for the child.",
            "guidance": (
                "<p>Check whether the service covers your area, what it is called in your nation, and how to reach it. "
                "Where there is none, agree who takes on the part of a single trusted adult.</p>"
            ),
            "looks": [
                "The service is not known.",
                "It is asked for now and then.",
                "It is asked for in most cases; nobody counts.",
                "It is asked for every time, and its advice comes back into the partnership.",
            ],
            "risk": 2,
            "rests_on": ["msa-2015-s48", "scotland-2015", "northern-ireland-2015"],
            "pages": ["differences-between-nations"],
            "documents": ["pathway", "contacts"],
        },
        {
            "key": "criminal",
            "title": "Children used for crime are met as children who need protection",
            "hint": "County lines, cuckooing, forced theft: police, youth justice and schools agree.",
            "guidance": (
                "<p>Ask at the first contact who gains from what the child did. Make sure that lawyers and youth "
                "justice know the defence, which for a child needs no proof of compulsion, and that being accused "
                "never ends the support.</p>"
            ),
            "looks": [
                "They are dealt with as offenders.",
                "Single officers or workers ask the question.",
                "There is an agreed way, used at the police station and in youth justice.",
                "All agencies use it from the first contact, and outcomes are compared.",
            ],
            "risk": 3,
            "nations": ["england", "wales"],
            "rests_on": ["msa-2015-s45"],
            "pages": ["the-law-in-brief"],
            "documents": ["case-conference", "intelligence-form"],
            "modules": ["t2-responding-safely"],
            "after": ["child-first"],
        },
        {
            "key": "eighteen",
            "title": "There is a planned hand-over before a child’s 18th birthday",
            "hint": "Begun at 17 at the latest, with the young person in the room.",
            "guidance": (
                "<p>Much ends on one day: the placement, the social worker, the guardian, the school. Write down what "
                "replaces each, and who will ring in the first week. Those who exploit people know the birthday "
                "too.</p>"
            ),
            "looks": [
                "Nothing is planned; support changes overnight.",
                "It is planned when a worker thinks of it.",
                "There is a protocol, used for most young people.",
                "Planning begins at 17 for everyone, adults’ services take part, and young people say it worked.",
            ],
            "risk": 3,
            "pages": ["plan-the-hand-over-at-18", "review-a-care-plan"],
            "documents": ["exit-plan", "care-plan-review"],
            "after": ["one-worker"],
        },
    ],
}
