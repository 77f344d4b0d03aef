"""Checklist theme: shared plan and funding."""

THEME = {
    "slug": "plan-and-funding",
    "title": "Shared plan and funding",
    "question": "Is there one plan with owners and dates, and enough money to carry it out?",
    "rests_on": ["guidance-statutory"],
    "items": [
        {
            "key": "picture",
            "title": "A shared picture of local need is renewed every year",
            "hint": "From police, councils, health, charities and those who work with communities.",
            "guidance": (
                "<p>Bring together what each agency counts, and say beside every figure what it does not show. Add "
                "what people on the ground believe but cannot count. Keep out anything about one person or one "
                "case.</p>"
            ),
            "looks": [
                "Each agency has its own impression.",
                "Figures of one or two agencies have been put together once.",
                "A picture from most agencies exists and is less than two years old.",
                "It is renewed every year, says what it leaves out, and shapes the plan.",
            ],
            "risk": 2,
            "pages": ["figures-2025", "measuring-what-changes"],
            "documents": ["strategy"],
        },
        {
            "key": "strategy",
            "title": "A dated strategy says what will be different for people",
            "hint": "A few aims that an outsider could check.",
            "guidance": (
                "<p>Write aims about people, not about meetings: fewer weeks without safe housing, more worries that "
                "come from health staff. Three to five aims for three years are enough.</p>"
            ),
            "looks": [
                "There is no strategy, or it has run out.",
                "A draft exists, or the aims are about activity only.",
                "An agreed strategy is in date; some aims cannot be checked.",
                "It is in date, each aim can be checked, and each year’s report answers to it.",
            ],
            "risk": 2,
            "pages": ["measuring-what-changes"],
            "documents": ["strategy"],
            "after": ["picture"],
        },
        {
            "key": "action-plan",
            "title": "An action plan names an owner and a date for every step",
            "hint": "Reviewed at each meeting, late steps first.",
            "guidance": (
                "<p>An owner is a person who has agreed, not an agency. Ten finished steps are worth more than "
                "forty that are listed. Take out what nobody will do.</p>"
            ),
            "looks": [
                "There is no plan of action.",
                "There is a list; many steps have no owner or date.",
                "All steps have both; some have been late for long.",
                "The plan is looked at in every meeting and most steps end on time.",
            ],
            "risk": 2,
            "pages": ["starting-or-refreshing-a-partnership"],
            "documents": ["action-plan"],
            "after": ["strategy"],
        },
        {
            "key": "money",
            "title": "The cost of co-ordination is known and paid for until a stated day",
            "hint": "Salary, interpreters, events, travel of people with lived experience.",
            "guidance": (
                "<p>Add up a year honestly, including time that agencies give for nothing. Say what happens when the "
                "money ends, and start asking a year before. Small contributions from several agencies last longer "
                "than one large grant.</p>"
            ),
            "looks": [
                "Nobody knows what it costs; goodwill pays.",
                "The cost is known; money ends within the year with nothing behind it.",
                "It is paid for at least a year ahead, by one source.",
                "It is paid for two years ahead from several sources, with a plan for the end.",
            ],
            "risk": 2,
            "pages": ["starting-or-refreshing-a-partnership"],
            "documents": ["exit-plan", "action-plan"],
            "after": ["senior-owner"],
        },
        {
            "key": "risks",
            "title": "Risks to the work are kept in a register that the group reads",
            "hint": "Loss of staff or funding, harm from our own actions, data, reputation.",
            "guidance": (
                "<p>The most serious risks are to people: a campaign that brings more calls than anybody can answer, a "
                "visit that leaves workers without a home. Put these first and name who watches each.</p>"
            ),
            "looks": [
                "There is no register.",
                "A register was written once and put away.",
                "It is read twice a year and has owners.",
                "It is read at each meeting, harm to people comes first, and it has changed decisions.",
            ],
            "risk": 2,
            "documents": ["risk-register"],
        },
    ],
}
