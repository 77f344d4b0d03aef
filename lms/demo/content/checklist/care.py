"""Checklist theme: victim and survivor care."""

THEME = {
    "slug": "care",
    "title": "Victim and survivor care",
    "question": "Is a person safe tonight, and is anybody still there in two years’ time?",
    "rests_on": ["guidance-statutory", "msa-2015-s50a"],
    "items": [
        {
            "key": "tonight",
            "title": "A safe place for tonight can be found at any hour",
            "hint": "For women, men, couples, families and people with no papers.",
            "guidance": (
                "<p>Support after a referral does not begin in the same hour. Agree beforehand who pays for the first "
                "nights, where, and how someone gets there. Test it with a made-up call.</p>"
            ),
            "looks": [
                "Someone rings round until a bed is found, or is not.",
                "There is a place for some people, in office hours.",
                "There is a place for most people at any hour, and it is known who pays.",
                "There is one for everyone, it has been tested, and people were asked how it was.",
            ],
            "risk": 3,
            "pages": ["set-up-an-emergency-room", "step-by-step"],
            "documents": ["pathway", "concept-of-operations"],
            "modules": ["t2-responding-safely"],
        },
        {
            "key": "interpreters",
            "title": "Professional interpreters are part of every step",
            "hint": "Checked for independence, and for how they speak of people.",
            "guidance": (
                "<p>Never a relative, a workmate or a child. Book by language and dialect, ask whether the person "
                "prefers a man or a woman, and let them say stop. Keep a telephone service for the first hour.</p>"
            ),
            "looks": [
                "Whoever is there helps out.",
                "A telephone service is used now and then.",
                "Interpreters are booked for most steps; independence is not always checked.",
                "They are booked for every step, checked, briefed, and changed when someone asks.",
            ],
            "risk": 3,
            "pages": ["work-well-with-an-interpreter", "step-by-step"],
            "documents": ["pathway"],
            "modules": ["t2-responding-safely"],
        },
        {
            "key": "health",
            "title": "Health care, with care for the mind, is part of the pathway",
            "hint": "A doctor within days, not only an emergency department.",
            "guidance": (
                "<p>Agree with one or two practices that they will register people without proof of address. Ask the "
                "mental health trust for a named contact. People should not have to tell their story again at each "
                "door.</p>"
            ),
            "looks": [
                "Health care is left to the person.",
                "Single professionals help when they are asked.",
                "There is an agreed way to a practice; care for the mind has long waits.",
                "Both are agreed, begin within two weeks, and are asked about in each review.",
            ],
            "risk": 3,
            "documents": ["pathway", "care-plan-review"],
            "pages": ["review-a-care-plan"],
        },
        {
            "key": "legal",
            "title": "Independent legal advice can be reached within days",
            "hint": "On immigration, work and pay, compensation, and being accused of a crime.",
            "guidance": (
                "<p>Map who gives advice near you and where it runs out. The order matters: advice before a choice is "
                "worth more than advice after it. Keep a second choice for each area of law.</p>"
            ),
            "looks": [
                "Nobody knows where advice could be had.",
                "There is one adviser, usually full.",
                "Advice is reached within two weeks for most needs.",
                "It is reached within days for all four, with a second choice for each.",
            ],
            "risk": 2,
            "documents": ["pathway"],
            "rests_on": ["msa-2015-s45", "guidance-statutory"],
        },
        {
            "key": "one-worker",
            "title": "One named worker holds each person’s support together",
            "hint": "The person knows who it is, and can ask for somebody else.",
            "guidance": (
                "<p>Agree between agencies who takes this part, and how it is handed on. A short meeting with the "
                "person in it, where they want that, does more than many letters about them.</p>"
            ),
            "looks": [
                "Agencies work side by side without knowing of each other.",
                "Someone takes the part by chance.",
                "A worker is agreed for most people; hand-overs are weak.",
                "Everybody has one, hand-overs are written, and people can ask for a change.",
            ],
            "risk": 2,
            "pages": ["review-a-care-plan"],
            "documents": ["case-conference", "care-plan-review"],
            "after": ["agreement"],
        },
        {
            "key": "long-term",
            "title": "Support goes on after the last decision",
            "hint": "Housing, work, learning, friends; with a way back in.",
            "guidance": (
                "<p>Support that ends on a date sends people back to those who used them. Plan the end from the "
                "beginning, give people a number that still answers a year later, and count how many come back.</p>"
            ),
            "looks": [
                "Contact ends when the formal support ends.",
                "Some workers stay in touch in their own time.",
                "There is an agreed offer for six months.",
                "There is an offer for a year or more, a way back in, and figures on how people fare.",
            ],
            "risk": 3,
            "pages": ["review-a-care-plan"],
            "documents": ["exit-plan", "care-plan-review"],
            "after": ["one-worker"],
        },
        {
            "key": "many-at-once",
            "title": "There is a plan for many people found at once",
            "hint": "A reception centre, who runs it, who pays, who speaks which languages.",
            "guidance": (
                "<p>Walk through it on paper once a year with police, council, health and a charity. People who are "
                "found are guests there, free to leave and free to say nothing. Keep enforcement out of the building "
                "where you can.</p>"
            ),
            "looks": [
                "It would be made up on the day.",
                "An emergency plan mentions it in general words.",
                "A plan exists and has been read by those who would run it.",
                "It is exercised every year with all agencies, and was mended afterwards.",
            ],
            "risk": 3,
            "pages": ["a-tabletop-exercise-in-two-hours", "set-up-an-emergency-room"],
            "documents": ["concept-of-operations"],
            "after": ["tonight", "interpreters"],
        },
    ],
}
