"""T2 lesson 1: the place, the people in the room, the interpreter, and the first words."""

LESSON = {
    "slug": "making-it-safe-to-talk",
    "title": "Making it safe to talk",
    "kind": "content",
    "minutes": 4,
    "lead": "Most of what helps happens before the first question: who is there, who is not, and who may walk out.",
    "body": [
        (
            "image",
            {
                "illustration": "tea-by-a-window",
                "alt": "Two cups of tea on a table by a window.",
                "caption": "A room with daylight, a door that opens from the inside, and time.",
            },
        ),
        (
            "rich_text",
            (
                "<h2>Who is in the room</h2>"
                "<p>See the person alone. Whoever came with them waits elsewhere, out of sight and out of hearing, "
                "however helpful they seem. If you need a reason, use an ordinary one: everybody is seen alone here, "
                "or a form has to be filled in by each person.</p>"
                "<p>Two of you at most. One talks, one writes. Uniforms and radios can frighten: take them off or "
                "out of the room if your rules allow it.</p>"
            ),
        ),
        (
            "rich_text",
            (
                "<h2>The interpreter</h2><ul>"
                "<li>Book a <b>professional interpreter</b>, by telephone if that is quicker. Never a relative, a "
                "workmate, a child or the person who drove them.</li>"
                "<li>Ask which language and which dialect, and whether a woman or a man is easier to speak with.</li>"
                "<li>Check before you begin that they do not know each other. Small communities are small.</li>"
                "<li>Ask the interpreter to say everything and to add nothing. Speak to the person, not about "
                "them.</li></ul>"
            ),
        ),
        (
            "rich_text",
            (
                "<h2>The first words</h2>"
                "<p>Say who you are, what your job is and what you can and cannot do. Say that they are not in "
                "trouble for talking to you. Say that they may stop, take a break or leave any question out.</p>"
                "<p>Then look after today: water, food, a toilet, warmth, a charger, medicine, a child who has to be "
                "fetched. Somebody who is hungry or in pain cannot weigh a choice.</p>"
            ),
        ),
        (
            "rich_text",
            (
                "<h2>What trauma can look like</h2>"
                "<p>People who have been hurt may be calm, angry, joking, silent or asleep. Dates can be out of order "
                "and details can change, because that is how frightened memory works. None of it tells you whether "
                "somebody is telling the truth.</p>"
            ),
        ),
        (
            "scenario",
            {
                "title": "The cousin at the counter",
                "situation": (
                    "<p>Rasa comes to a council’s housing desk in Oakmere with a man who says that he is her cousin. "
                    "He answers each question, and he holds both their telephones. Rasa looks at the floor.</p>"
                ),
                "question": "How do you get a moment alone with Rasa?",
                "choices": [
                    {
                        "label": "Ask him, in front of her, why he will not let her speak",
                        "feedback": (
                            "<p>He now has a reason to take her away and to ask her later what she told you. "
                            "The risk of that falls on Rasa, not on you.</p>"
                        ),
                    },
                    {
                        "label": "Ask Rasa with your eyes whether she is all right, and carry on",
                        "feedback": (
                            "<p>A look cannot be answered safely, and it cannot be interpreted. "
                            "You need a few minutes in private and somebody who speaks her language.</p>"
                        ),
                    },
                    {
                        "label": "Say that each applicant is seen alone, and take her to the interview room",
                        "feedback": (
                            "<p>It is ordinary, it applies to everybody, and it gives him nothing to be "
                            "suspicious of. Now you can ring a professional interpreter.</p>"
                        ),
                    },
                ],
            },
        ),
        (
            "key_facts",
            {
                "title": "Remember",
                "facts": [
                    "<p><b>Alone, private, unhurried.</b> If you cannot have all three, wait for a better moment.</p>",
                    "<p><b>Needs first, questions later.</b></p>",
                    "<p><b>A changed detail is not a lie.</b></p>",
                ],
            },
        ),
    ],
    "rests_on": ["guidance-statutory"],
    "nations": ["england", "wales"],
    "facts_checked_on": "2026-04-28",
    "review_on": "2027-04-28",
}
