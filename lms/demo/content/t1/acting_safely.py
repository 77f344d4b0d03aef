"""T1 lesson 5: the first ten minutes, what to say, what to write down and whom to tell."""

LESSON = {
    "slug": "acting-safely",
    "title": "Acting safely",
    "kind": "content",
    "minutes": 3,
    "lead": (
        "Your part is small and it matters: stay safe, leave nobody at greater risk, and pass on what you know today."
    ),
    "body": [
        (
            "image",
            {
                "illustration": "phone-and-notebook",
                "alt": "A telephone, a notebook and a pencil on a desk.",
                "caption": "Write it down when you are away from the place, in the words you heard.",
            },
        ),
        (
            "callout",
            {
                "kind": "danger",
                "title": "If someone is in danger now",
                "text": (
                    "<p>Call <b>999</b>. Do this if you see or hear violence, if someone is badly hurt or "
                    "ill, if a child is being taken away, or if you are threatened. Get yourself to safety "
                    "first.</p>"
                ),
            },
        ),
        (
            "rich_text",
            (
                "<h2>The first ten minutes</h2><ol>"
                "<li><b>Carry on as normal.</b> Finish the job you came to do, if it is safe.</li>"
                "<li><b>Do not confront, search or investigate.</b> The person in control may be "
                "listening, and may not be who you think.</li>"
                "<li><b>Notice.</b> Who is there, who speaks, who holds the keys, the papers and the "
                "pay?</li>"
                "<li><b>Leave when you would have left anyway.</b></li>"
                "<li><b>Write it down and tell someone today.</b></li></ol>"
            ),
        ),
        (
            "rich_text",
            (
                "<h2>If you can speak to the person</h2>"
                "<p>Only do this if it is part of your job, if you are alone with them, and if it is "
                "safe for both of you.</p><ul>"
                "<li>Ask about today, not about crimes. “How are things here?” “Do you have what you "
                "need?” “Is there anything that worries you?”</li>"
                "<li>Use a professional interpreter. Never use the person who came with them, a "
                "relative, a child or a workmate.</li>"
                "<li>Listen more than you ask. Do not press for detail. Someone trained to do it will "
                "take a full account, once.</li>"
                "<li>Never promise to keep it secret. Say who you may need to tell, and why.</li>"
                "<li>Ask before you hand over a card, a leaflet or a number. If the wrong person finds "
                "it, it can bring harm.</li>"
                "<li>Let them choose what they can: where to sit, whether the door is open, when to "
                "stop. People who have lived without choices notice these things.</li></ul>"
            ),
        ),
        (
            "rich_text",
            (
                "<h2>What to write down</h2>"
                "<p>Write what you saw and heard, with the time and the place. Use the person’s own "
                "words in quotation marks. Keep fact and opinion apart: “There were six mattresses on "
                "the floor” is a fact. Do not take photographs of people. Keep your notes where your "
                "employer’s rules say, and nowhere else. <b>Never enter anything about a person’s case "
                "on this site.</b></p>"
            ),
        ),
        (
            "rich_text",
            (
                "<h2>Whom to tell</h2><ul>"
                "<li><b>Your safeguarding lead,</b> or the person your employer’s policy names. They "
                "know the local route.</li>"
                "<li><b>The local authority’s children’s services,</b> at once, if the person is under "
                "18 or might be.</li>"
                "<li><b>Police on 101,</b> when it is not an emergency.</li>"
                "<li><b>The Modern Slavery Helpline on 08000 121 700,</b> for anyone who needs "
                "advice.</li></ul>"
                "<p>If you are in no organisation, or cannot reach your lead, use the last two "
                "yourself.</p>"
            ),
        ),
        (
            "scenario",
            {
                "title": "The night cleaner",
                "situation": (
                    "<p>You look after the reception desk of a hotel in Haverley. A cleaner from an agency, "
                    "Lindiwe, asks you in a low voice whether you know how to get a passport back. Then her "
                    "supervisor steps out of the lift. She picks up her bucket and says, “It is "
                    "nothing.”</p>"
                ),
                "question": "The supervisor is walking towards you both. What do you do?",
                "choices": [
                    {
                        "label": "Say to the supervisor that holding passports is against the law",
                        "feedback": (
                            "<p>He now knows that Lindiwe has spoken. She may lose her job and her bed "
                            "before your shift ends, and she did not agree to you saying anything.</p>"
                        ),
                    },
                    {
                        "label": "Slip a helpline card into her pocket as she passes",
                        "feedback": (
                            "<p>It is kindly meant. But you do not know who goes through her pockets, or "
                            "whether she can read it in private. Only offer a card when you are alone with "
                            "her, and ask first.</p>"
                        ),
                    },
                    {
                        "label": (
                            "Talk about something ordinary, let them go, then write down her words and ring "
                            "the manager on call"
                        ),
                        "feedback": (
                            "<p>Nothing has changed for Lindiwe in that moment, which keeps her safer. Her "
                            "exact words, the time and the names are now with someone who can plan how to "
                            "reach her alone.</p>"
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
                    "<p><b>Normal is safe.</b> Give nobody a reason to think that you have noticed.</p>",
                    "<p><b>Alone, and with a professional interpreter,</b> or not at all.</p>",
                    "<p><b>Today, not tomorrow.</b> People are moved at short notice.</p>",
                ],
            },
        ),
    ],
    "rests_on": ["guidance-statutory", "service-helpline"],
    "nations": ["england", "wales"],
    "facts_checked_on": "2026-04-28",
    "review_on": "2027-04-28",
}
