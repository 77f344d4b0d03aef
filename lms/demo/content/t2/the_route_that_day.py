"""T2 lesson 3: danger, age, consent, and to whom each of them leads."""

LESSON = {
    "slug": "the-route-that-day",
    "title": "The route that day",
    "kind": "content",
    "minutes": 4,
    "lead": "Four questions, always in the same order, lead to the right door.",
    "body": [
        (
            "image",
            {
                "illustration": "path-with-steps",
                "alt": "A path of stepping stones that divides in two and leads to a lit doorway.",
                "caption": "The order matters: danger first, then age, then what the person wants.",
            },
        ),
        (
            "rich_text",
            (
                "<h2>1. Is anybody in danger now?</h2>"
                "<p>Then <b>999</b>, before anything else. Think of those left behind too: the other workers in the "
                "house, a child, a sister in another town.</p>"
            ),
        ),
        (
            "rich_text",
            (
                "<h2>2. Is the person under 18, or might they be?</h2>"
                "<p>Then contact the local authority’s children’s services first. A child is referred without having "
                "to consent. Where age is uncertain and there are reasonable grounds to believe that somebody may be "
                "under 18, public bodies presume that they are a child until their age has been assessed.</p>"
            ),
        ),
        (
            "rich_text",
            (
                "<h2>3. Does the adult want to be referred?</h2>"
                "<p>If yes, and your organisation is a first responder, the people in it who are trained to do so use "
                "the Home Office’s online service. If yours is not, ask the person which first responder they would "
                "rather speak to, such as a council, the police or a listed charity, and go with them to the door or "
                "the telephone. A warm hand-over beats a number on a card.</p>"
            ),
        ),
        (
            "rich_text",
            (
                "<h2>4. If not, what does your organisation have to do?</h2>"
                "<p>If it has the duty to notify, a report that does not identify the person. In every case: what "
                "does this person need tonight?</p>"
            ),
        ),
        (
            "key_facts",
            {
                "title": "Numbers that work at any hour",
                "facts": [
                    "<p><b>999</b> when somebody is in danger; <b>101</b> for the police otherwise.</p>",
                    "<p><b>08000 121 700,</b> the Modern Slavery Helpline: for you as well as for them.</p>",
                    "<p><b>Your council’s emergency duty team</b> for a child or an adult with care needs.</p>",
                ],
            },
        ),
        (
            "rich_text",
            (
                "<h2>When somebody has been made to break the law</h2>"
                "<p>People are forced to grow cannabis, to carry drugs, to beg or to steal. Section 45 of the Modern "
                "Slavery Act 2015 gives a defence in some cases. For an adult it asks whether they were compelled "
                "and had no realistic alternative; for a child there is no test of compulsion. Some serious offences "
                "are left out. You do not have to judge it. Say what you saw, and make sure that whoever represents "
                "the person knows that they may be a victim.</p>"
            ),
        ),
        (
            "scenario",
            {
                "title": "Seventeen, he says",
                "situation": (
                    "<p>Police find a young man tending plants in a locked house in Port Brannock. He says that he is "
                    "seventeen. He has no papers. An officer thinks that he looks twenty.</p>"
                ),
                "question": "Which way does it go?",
                "choices": [
                    {
                        "label": "As an adult, because he cannot prove his age",
                        "feedback": (
                            "<p>Proof is not what the law asks for at this point. He may be under 18, so he is "
                            "presumed to be a child until he is assessed.</p>"
                        ),
                    },
                    {
                        "label": "As a child: children’s services first, and no consent needed",
                        "feedback": (
                            "<p>Yes. And because he was found with a crop, whoever speaks for him must hear that he "
                            "may be a victim.</p>"
                        ),
                    },
                    {
                        "label": "Wait for an age assessment, then decide",
                        "feedback": (
                            "<p>Children have gone missing within hours while adults waited for certainty. The "
                            "presumption is there so that nobody has to wait.</p>"
                        ),
                    },
                ],
            },
        ),
    ],
    "rests_on": [
        "guidance-statutory",
        "service-report",
        "service-helpline",
        "msa-2015-s45",
        "msa-2015-s51",
        "msa-2015-s52",
    ],
    "nations": ["england", "wales"],
    "facts_checked_on": "2026-04-28",
    "review_on": "2027-04-28",
}
