"""T1 lesson 1: what modern slavery is, what the law calls it, and one question that helps."""

LESSON = {
    "slug": "what-it-is",
    "title": "What modern slavery is",
    "neutral_title": "What it is",
    "kind": "content",
    "minutes": 2,
    "lead": (
        "Modern slavery is when someone uses another person for gain and takes away that person’s power to say no."
    ),
    "body": [
        (
            "image",
            {
                "illustration": "terrace",
                "alt": "A row of terraced houses at dusk, drawn in blue-green. One front window is lit.",
                "caption": ("Most exploitation happens in streets like this one, behind a door nobody thinks about."),
            },
        ),
        (
            "rich_text",
            (
                "<h2>The short version</h2>"
                "<p>Modern slavery is one name for several crimes. In all of them a person gains work, "
                "money, sex, a crime committed for them or some other benefit from someone else, and "
                "keeps it coming by control.</p>"
                "<p>Control does not need a lock. It can be:</p><ul>"
                "<li>force, or the threat of it</li>"
                "<li>lies about the job, the pay or the law</li>"
                "<li>a debt that grows faster than it can be paid</li>"
                "<li>taking charge of someone’s papers, phone, pay or home</li>"
                "<li>making use of a hard time in someone’s life, such as an addiction, an illness, a "
                "learning disability or having nowhere to live</li></ul>"
                "<p>One question helps more than any list. <b>Could this person say no, and walk away, "
                "without harm to themselves or to someone they love?</b></p>"
            ),
        ),
        (
            "rich_text",
            (
                "<h2>What the law calls it</h2>"
                "<p>In England and Wales the main offences are in the Modern Slavery Act 2015.</p><ul>"
                "<li><b>Slavery, servitude and forced or compulsory labour.</b> Holding someone as if "
                "you owned them, making them live and serve in a state they cannot change, or making "
                "them work under threat.</li>"
                "<li><b>Human trafficking.</b> Arranging or helping with someone’s travel in order to "
                "exploit them. A flight counts. So does a lift across town.</li></ul>"
                "<p>Agreeing to something at the start does not settle the matter. A person may have "
                "said yes to the job, or to the journey, and still be a victim of these crimes. A child "
                "cannot agree to be exploited at all, and nobody has to show that a child was forced, "
                "threatened or tricked.</p>"
            ),
        ),
        (
            "rich_text",
            (
                "<h2>How many people</h2>"
                "<p>In 2025 there were 23,411 referrals of people thought to be victims, 22% more than "
                "the year before. The largest group were UK nationals. These figures count people who "
                "were noticed. They cannot count the people who were not.</p>"
            ),
        ),
        (
            "scenario",
            {
                "title": "The man in the caravan",
                "situation": (
                    "<p>You read gas meters in Haverley, a town made up for this module. Behind a family’s "
                    "house you meet Colin, who is in his fifties and grew up nearby. He lives in a caravan "
                    "in the yard and lays driveways for the family, six days a week. He tells you they feed "
                    "him, keep his bank card safe and took him in when he had nobody. He has no key to the "
                    "gate.</p>"
                ),
                "question": "Which thought do you take away with you?",
                "choices": [
                    {
                        "label": "He is British and he is grateful, so this is a family matter",
                        "feedback": (
                            "<p>Both are true, and neither settles it. UK nationals were the largest group "
                            "referred in 2025, and people who have been isolated are often thankful to the "
                            "person who controls them.</p>"
                        ),
                    },
                    {
                        "label": "I do not know what this is, and I should tell someone who can find out",
                        "feedback": (
                            "<p>That is enough. He works long weeks, someone else holds his money, and he "
                            "cannot open the gate. There may be an explanation. It is not your job to find "
                            "it, and you do not need to be sure.</p>"
                        ),
                    },
                    {
                        "label": "I should ask the family why they have his card",
                        "feedback": (
                            "<p>They would learn that someone is asking. Colin could lose his home tonight, "
                            "or be moved before anyone can speak to him alone.</p>"
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
                    (
                        "<p><b>Control is the heart of it.</b> Look for who decides: about pay, papers, "
                        "sleep, travel and who someone may talk to.</p>"
                    ),
                    ("<p><b>Movement is not needed.</b> People can be exploited in the town where they were born.</p>"),
                    (
                        "<p><b>A yes can be worthless.</b> Agreement got by lies, threats or need does not "
                        "make exploitation lawful.</p>"
                    ),
                ],
            },
        ),
    ],
    "rests_on": ["msa-2015-s1", "msa-2015-s2", "msa-2015-s3", "statistics-2025"],
    "nations": ["england", "wales"],
    "facts_checked_on": "2026-04-28",
    "review_on": "2027-04-28",
}
