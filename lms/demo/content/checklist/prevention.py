"""Checklist theme: prevention, disruption and supply chains."""

THEME = {
    "slug": "prevention",
    "title": "Prevention, disruption and supply chains",
    "question": "Do you make exploitation harder to start and harder to hide, also in what you buy?",
    "rests_on": ["msa-2015-s54"],
    "items": [
        {
            "key": "early",
            "title": "People who are likely to be recruited are reached early",
            "hint": "Care leavers, people without homes, new arrivals, people in debt.",
            "guidance": (
                "<p>Ask those who work with them what offers they hear: a job with a room, a loan, a lift. Give plain "
                "advice on pay, papers and rights before the offer comes, in places people already go to.</p>"
            ),
            "looks": [
                "Work begins after the harm.",
                "Single talks are given.",
                "There is work with two or more groups, with partners.",
                "It is planned from the picture of need and looked at for what it changed.",
            ],
            "risk": 3,
            "pages": ["plan-an-awareness-campaign"],
            "documents": ["strategy"],
            "after": ["picture"],
        },
        {
            "key": "visits",
            "title": "Joint visits are planned around the people who may be found",
            "hint": "Interpreters, a place to go and someone to talk to, before anybody knocks.",
            "guidance": (
                "<p>Plan the afternoon, not only the morning: where people sleep, who keeps their belongings, how they "
                "are paid what they are owed. Bring a charity along. Afterwards ask what it was like for those who "
                "were found.</p>"
            ),
            "looks": [
                "Agencies visit separately, each for its own rules.",
                "Visits are joint; care is thought of afterwards.",
                "Care is planned for most visits.",
                "It is planned for all, a charity takes part, and each visit is talked through.",
            ],
            "risk": 3,
            "pages": ["plan-a-joint-visit"],
            "documents": ["concept-of-operations", "intelligence-form"],
            "modules": ["t2-responding-safely"],
            "after": ["agreement", "tonight"],
        },
        {
            "key": "powers",
            "title": "Every lawful power is thought of, not only prosecution",
            "hint": "Licensing, housing, planning, tax, labour market, orders to prevent risk.",
            "guidance": (
                "<p>Make a list of who can do what and how quickly. A closed site without care moves people out of "
                "sight, so decide together and in the right order.</p>"
            ),
            "looks": [
                "The police are left to it.",
                "Other powers are used by chance.",
                "A list exists and is used in meetings.",
                "It is used for each place of concern, and what worked is shared.",
            ],
            "risk": 2,
            "documents": ["action-plan", "intelligence-form"],
            "pages": ["the-law-in-brief"],
            "after": ["agreement"],
        },
        {
            "key": "hosts",
            "title": "Those who rent out, lend and license know the signs",
            "hint": "Landlords, banks, letting agents, licensing officers, farm shops, hotels.",
            "guidance": (
                "<p>Exploitation needs rooms, vans, accounts and permits. Give each trade two or three signs of its "
                "own, and one number. Thank those who ring, also when it comes to nothing.</p>"
            ),
            "looks": [
                "They have not been spoken to.",
                "One trade has had a leaflet.",
                "Several trades have had a talk, and worries come from some.",
                "It is repeated every year, and worries come from most.",
            ],
            "risk": 2,
            "pages": ["talk-to-employers-in-one-sector", "plan-an-awareness-campaign", "bring-in-a-new-partner"],
            "documents": ["campaign-plan"],
            "modules": ["t1-seeing-it"],
        },
        {
            "key": "buying",
            "title": "Members check for exploitation in what they buy",
            "hint": "Cleaning, care, construction, food, clothing, electronics.",
            "guidance": (
                "<p>Start with the five contracts where labour is cheap and far from sight. Ask how workers are "
                "recruited and whether they paid for the job. Do not drop a supplier at the first answer: ask for a "
                "plan, and look again.</p>"
            ),
            "looks": [
                "Price alone decides.",
                "A clause stands in the contracts; nobody checks.",
                "Risky contracts are checked by some members.",
                "All members check them, act on what they find, and share it.",
            ],
            "risk": 2,
            "pages": ["checks-before-you-award-a-contract"],
            "documents": ["procurement"],
            "modules": ["t1-seeing-it"],
        },
        {
            "key": "statement",
            "title": "Members publish a statement on their supply chains that says something",
            "hint": "Those who must by law, and public bodies that choose to.",
            "guidance": (
                "<p>A good statement says what was found and what will be done, with dates. Compare this year’s with "
                "last year’s: if only the year changed, begin again. Ask a charity to read it before it is "
                "signed.</p>"
            ),
            "looks": [
                "There is none, or last year’s has a new date.",
                "Some members publish one in general words.",
                "Most do, with risks named.",
                "All do, with findings, dates and progress, approved at the top.",
            ],
            "risk": 1,
            "pages": ["checks-before-you-award-a-contract"],
            "documents": ["procurement"],
            "after": ["buying"],
        },
    ],
}
