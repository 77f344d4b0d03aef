"""T2 lesson 5: what to write, with whom to share it, and handing over so that it is told once."""

LESSON = {
    "slug": "writing-and-sharing",
    "title": "Writing it down and handing over",
    "kind": "content",
    "minutes": 3,
    "lead": "A good record spares the person a second interview, and stands up when somebody tests it.",
    "body": [
        (
            "image",
            {
                "illustration": "table-with-papers",
                "alt": "Papers, a pen and a pair of glasses on a table.",
                "caption": "Their words in quotation marks; yours outside them.",
            },
        ),
        (
            "rich_text",
            (
                "<h2>Write</h2><ul>"
                "<li>What you saw and heard, when and where, and who else was there.</li>"
                "<li>Their words as they were interpreted, and who interpreted.</li>"
                "<li>What you explained, what they said back, and what they decided.</li>"
                "<li>What you did next, and the name of whoever took over.</li></ul>"
            ),
        ),
        (
            "rich_text",
            (
                "<h2>Leave out</h2><ul>"
                "<li>Guesses about truth, character or motive.</li>"
                "<li>What you do not need: the story of a whole life, other people’s health, photographs.</li></ul>"
            ),
        ),
        (
            "rich_text",
            (
                "<h2>Share</h2>"
                "<p>Data protection law does not stop you from sharing what is needed to protect somebody. Share with "
                "those who need it, only what they need, by a channel your organisation allows, and note why. Where it "
                "is safe, tell the person first. A partnership’s information sharing agreement says who may receive "
                "what: know where yours is kept.</p>"
                "<p><b>Nothing about anybody’s case belongs on this site.</b></p>"
            ),
        ),
        (
            "rich_text",
            (
                "<h2>Hand over once</h2>"
                "<p>Each time somebody has to tell it again costs them sleep. So hand over with the person in the "
                "room if they wish, read back what you will pass on, and let them put it right. Say who will ring, "
                "from which number and on which day. Then keep that promise.</p>"
            ),
        ),
        (
            "scenario",
            {
                "title": "The helpful colleague",
                "situation": (
                    "<p>You have written two pages about a conversation with a woman at a food bank in Tarn. A "
                    "colleague from another team asks you to send them over “so that we all have the picture”.</p>"
                ),
                "question": "What do you answer?",
                "choices": [
                    {
                        "label": "Send both pages, since you work for the same organisation",
                        "feedback": (
                            "<p>The same employer is no reason by itself. Each copy is one more place from which her "
                            "story can get out.</p>"
                        ),
                    },
                    {
                        "label": "Ask what they need it for, and send only that, the agreed way",
                        "feedback": (
                            "<p>They may need to know which evening not to ring her, and nothing else. Note what you "
                            "shared, with whom and why.</p>"
                        ),
                    },
                    {
                        "label": "Refuse, because records are never shared",
                        "feedback": (
                            "<p>Sometimes sharing is what keeps somebody safe. The question is what is needed, by "
                            "whom, and for what.</p>"
                        ),
                    },
                ],
            },
        ),
        (
            "key_facts",
            {
                "title": "Before you go home",
                "facts": [
                    "<p><b>Your notes are where the rules say,</b> and nowhere else.</p>",
                    "<p><b>Somebody by name has taken over,</b> and the person knows who.</p>",
                    "<p><b>You have told a colleague how you are.</b></p>",
                ],
            },
        ),
    ],
    "rests_on": ["guidance-statutory", "data-protection-2018-s121"],
    "nations": ["england", "wales"],
    "facts_checked_on": "2026-04-28",
    "review_on": "2027-04-28",
}
