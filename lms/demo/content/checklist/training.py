"""Checklist theme: workforce training."""

THEME = {
    "slug": "training",
    "title": "Workforce training",
    "question": "Does each person know what their own job needs, and is it still right?",
    "rests_on": ["guidance-statutory"],
    "items": [
        {
            "key": "matrix",
            "title": "A table says which roles need which tier of training",
            "hint": "By role, not by grade: cleaners and drivers see more than managers.",
            "guidance": (
                "<p>Three tiers are enough: everyone, those who meet the public, those who refer or manage. List your "
                "roles, mark the tier, count the people. The gaps become the training plan.</p>"
            ),
            "looks": [
                "Whoever asks for training gets it.",
                "One agency has a table.",
                "Most agencies have one, and the tiers mean the same.",
                "All have one, with coverage beside each role, renewed every year.",
            ],
            "risk": 2,
            "pages": ["evaluate-training-beyond-satisfaction"],
            "documents": ["training-strategy"],
        },
        {
            "key": "everyone",
            "title": "Everyone has done tier 1",
            "hint": "Agency workers, volunteers and contractors too.",
            "guidance": (
                "<p>Twenty-five minutes in the first month. Say what counts: a module with a check at the end, not a "
                "poster. Report how many of how many, and include those who have never signed in.</p>"
            ),
            "looks": [
                "There is no tier 1, or nobody knows who did it.",
                "Fewer than half have done it.",
                "Most have; contractors and volunteers are left out.",
                "Nine in ten of everyone have done it, and newcomers do it within a month.",
            ],
            "risk": 2,
            "documents": ["training-strategy"],
            "modules": ["t1-seeing-it"],
            "after": ["matrix"],
        },
        {
            "key": "tier-two",
            "title": "Everyone who meets the public has done tier 2 in the last two years",
            "hint": "Housing officers, custody staff, nurses, teachers, licensing and fire officers.",
            "guidance": (
                "<p>They need to practise: how to make it safe to talk, what not to ask, whom to ring. Put your local "
                "route into the training. Ask again after two years, because the law moves and memory fades.</p>"
            ),
            "looks": [
                "There is nothing beyond tier 1.",
                "Some teams have done it, once.",
                "More than half of those who need it did it within two years.",
                "Nine in ten did, and the rest have a date.",
            ],
            "risk": 3,
            "documents": ["training-strategy"],
            "modules": ["t2-responding-safely"],
            "after": ["matrix", "route"],
        },
        {
            "key": "specialists",
            "title": "People who refer, decide or manage have specialist training",
            "hint": "Adults, children, criminal exploitation, support: what their own part needs.",
            "guidance": (
                "<p>Live training in small groups across agencies, with cases made up for the purpose. Include the "
                "online form, both decisions, the defence, and how to work with an interpreter.</p>"
            ),
            "looks": [
                "They learned it on the job.",
                "Single people went on outside courses.",
                "Most have done it; there is no refresher.",
                "All have, it is shared between agencies, and it is refreshed every two years.",
            ],
            "risk": 3,
            "pages": ["step-by-step"],
            "documents": ["training-strategy"],
            "after": ["tier-two"],
        },
        {
            "key": "current",
            "title": "Training is compared with the law at least once a year",
            "hint": "Someone is named, and the day is on the material.",
            "guidance": (
                "<p>Material goes stale quietly. Keep a list of what each course rests on, and look at all of it when "
                "that law or guidance changes. A slide with an old test for a decision does harm.</p>"
            ),
            "looks": [
                "Nobody checks; old slides are in use.",
                "It is checked when someone notices a mistake.",
                "Most material carries a date within a year.",
                "All does, changes in law lead to changes within a month, and old copies are withdrawn.",
            ],
            "risk": 2,
            "pages": ["how-we-check-our-facts", "the-law-in-brief"],
            "documents": ["training-strategy"],
        },
        {
            "key": "looked-after",
            "title": "Staff who do this work are looked after",
            "hint": "Time to talk afterwards, supervision, and a way out for a while.",
            "guidance": (
                "<p>Hearing about harm wears people down, often without their noticing. Build in a talk after hard "
                "days, regular supervision by someone who is not their manager, and make it ordinary to use.</p>"
            ),
            "looks": [
                "People are expected to cope.",
                "Help exists for those who ask.",
                "Supervision is regular in most teams.",
                "It is part of the job everywhere, and sickness and leaving are looked at for signs.",
            ],
            "risk": 2,
            "documents": ["training-strategy"],
            "modules": ["t1-seeing-it", "t2-responding-safely"],
        },
    ],
}
