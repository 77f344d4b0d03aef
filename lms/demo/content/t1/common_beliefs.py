"""T1 lesson 4: common beliefs about exploitation, each tested against the facts."""

LESSON = {
    "slug": "common-beliefs",
    "title": "Common beliefs, tested",
    "kind": "content",
    "minutes": 2,
    "lead": (
        "Most of us carry a picture of what modern slavery looks like. Here are six common beliefs, and what stands up."
    ),
    "body": [
        (
            "image",
            {
                "illustration": "building-site",
                "alt": "A half-built block in scaffolding, a crane, and a site cabin with its window lit.",
                "caption": ("Everyone on this site has a pass and a helmet. Neither tells you who keeps their pay."),
            },
        ),
        (
            "rich_text",
            (
                "<h2>“It happens to people from abroad”</h2>"
                "<p>It can happen to anyone. In 2025 UK nationals were the largest group referred. "
                "Being new to a country can add risk, and so can leaving care, debt, addiction, poor "
                "health or losing a home.</p>"
            ),
        ),
        (
            "rich_text",
            (
                "<h2>“They could just leave”</h2>"
                "<p>The door may be open. What holds a person may be a threat to their family, a debt, "
                "fear of arrest or removal from the country, love, or the fact that bed, food and work "
                "all come from one man. Leaving can be the most dangerous moment.</p>"
            ),
        ),
        (
            "rich_text",
            (
                "<h2>“It must involve crossing a border”</h2>"
                "<p>Trafficking in law means arranging or helping with travel in order to exploit. A "
                "bus ride in one county is travel. And many people are exploited without being moved at "
                "all.</p>"
            ),
        ),
        (
            "rich_text",
            (
                "<h2>“They agreed to it, and they were paid”</h2>"
                "<p>People agree to what they were told, and often they were told lies. A little pay, "
                "or pay now and then, is a well-known way to keep someone in place. Look at what would "
                "happen if they said no.</p>"
            ),
        ),
        (
            "rich_text",
            (
                "<h2>“They have broken the law, so they are offenders”</h2>"
                "<p>They may be victims as well. Section 45 of the Modern Slavery Act 2015 gives a "
                "defence, for many offences, to people who broke the law because of their exploitation. "
                "An adult must have been compelled to act. For a child there is no compulsion test. "
                "Some serious offences are left out. It is for police, prosecutors and courts to "
                "decide. Your part is to say that exploitation may lie behind it.</p>"
            ),
        ),
        (
            "rich_text",
            (
                "<h2>“If I am wrong I will cause trouble, so I should wait until I am sure”</h2>"
                "<p>Waiting for certainty is how people stay unseen. A concern passed on with care, to "
                "the right person, in plain facts, does not accuse anyone. Those with the training and "
                "the powers will weigh it up.</p>"
            ),
        ),
        (
            "scenario",
            {
                "title": "The boy with the bicycle",
                "situation": (
                    "<p>Kai is 15. He is stopped in a town 60 miles from home with cash and a bag of small "
                    "wraps. He swears at the officer, says that nobody made him do it and asks for a "
                    "solicitor. You are the youth worker who is called in.</p>"
                ),
                "question": "A colleague says, “He chose this. He told us so.” What do you think?",
                "choices": [
                    {
                        "label": "He has said it was his choice, so exploitation is ruled out",
                        "feedback": (
                            "<p>Children who are used in this way are often told what to say, and often "
                            "believe it. In law a child cannot agree to be exploited.</p>"
                        ),
                    },
                    {
                        "label": ("He should be told to admit the offence first, and we can raise exploitation later"),
                        "feedback": (
                            "<p>Later may be too late for him. Concerns about exploitation need to be "
                            "raised at the start, so that legal advice, social care and police can all take "
                            "them into account.</p>"
                        ),
                    },
                    {
                        "label": (
                            "He is a child far from home with drugs he could not afford. Raise exploitation "
                            "today with social care and the police"
                        ),
                        "feedback": (
                            "<p>You are not saying what happened. You are asking those who decide to look "
                            "at who gained from it. He also needs legal advice from someone who knows about "
                            "section 45.</p>"
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
                    "<p><b>Test your own picture.</b> It decides who you notice.</p>",
                    "<p><b>Suspect and victim can be one person.</b> Saying so early protects them.</p>",
                    "<p><b>You pass on facts, not a verdict.</b></p>",
                ],
            },
        ),
    ],
    "rests_on": ["msa-2015-s2", "msa-2015-s45", "statistics-2025", "guidance-statutory"],
    "nations": ["england", "wales"],
    "facts_checked_on": "2026-04-28",
    "review_on": "2027-04-28",
}
