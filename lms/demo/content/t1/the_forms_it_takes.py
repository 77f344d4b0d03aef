"""T1 lesson 2: the forms of exploitation, and how they overlap."""

LESSON = {
    "slug": "the-forms-it-takes",
    "title": "The forms it takes",
    "kind": "content",
    "minutes": 3,
    "lead": (
        "Seven forms are described here. Real lives rarely fit one box, so learn the pattern and not only the list."
    ),
    "body": [
        (
            "image",
            {
                "illustration": "farm",
                "alt": "A farm with rows of crops, a barn and a minibus waiting on the track.",
                "caption": "Everyone arrives in one minibus, and one person decides when it leaves.",
            },
        ),
        (
            "rich_text",
            (
                "<h2>Work</h2>"
                "<p><b>Labour exploitation</b> is making people work through threats, tricks or "
                "control. It is found in farming, building, food packing, car washes, nail bars, care, "
                "cleaning and warehouses. Pay may be missing, or may go straight back as rent, "
                "transport and “fees”. Bad pay alone is not modern slavery, but it is worth passing "
                "on.</p>"
                "<p><b>Domestic servitude</b> happens in a private home. Someone cooks, cleans or looks "
                "after children for little or no pay, with no real time off and nobody to tell. They "
                "may be a relative, an au pair, a spouse or a child.</p>"
            ),
        ),
        (
            "rich_text",
            (
                "<h2>Sex</h2>"
                "<p><b>Sexual exploitation</b> is making someone take part in sexual acts through "
                "force, threats, tricks or need. It may be in a flat that changes every week, online, "
                "or within what looks like a relationship. A person under 18 who is used in this way is "
                "being abused, whatever they say about choice.</p>"
            ),
        ),
        (
            "rich_text",
            (
                "<h2>Crime</h2>"
                "<p><b>Criminal exploitation</b> is making someone break the law for another’s gain: "
                "growing cannabis, moving drugs, shoplifting to order, begging, or fraud in their "
                "name.</p><ul>"
                "<li><b>County lines</b> are drug networks that use a phone line and send children or "
                "adults with problems of their own to carry and sell in other towns.</li>"
                "<li><b>Cuckooing</b> is taking over someone’s home as a base, often the home of a "
                "person who is ill, lonely or in debt to a dealer.</li></ul>"
                "<p>People in this group are often met as suspects first. The law has a defence for "
                "some of them, which lesson 6 explains.</p>"
            ),
        ),
        (
            "rich_text",
            (
                "<h2>Money, debt and the body</h2>"
                "<p><b>Debt bondage</b> is being made to work off a debt on terms that someone else "
                "keeps changing. It runs through many of the other forms.</p>"
                "<p><b>Financial exploitation</b> is using a person’s identity or accounts: claiming "
                "benefits, taking loans, opening companies or moving money in their name.</p>"
                "<p><b>Organ removal</b> is arranging to take someone’s organ by pressure or lies, for "
                "money. It is reported less often than other forms.</p>"
            ),
        ),
        (
            "rich_text",
            (
                "<h2>Why the boxes leak</h2>"
                "<p>One person may cook in a house, sleep on its floor, carry parcels for its owner and "
                "owe a debt for all of it. Forms also change over time. Describe what you saw in plain "
                "words. Others can decide later what to call it.</p>"
            ),
        ),
        (
            "scenario",
            {
                "title": "The flat that was always busy",
                "situation": (
                    "<p>Jo, who is 46 and has a brain injury, rents a housing association flat in Haverley. "
                    "Neighbours complain about visitors at all hours. When you call to talk about the "
                    "noise, a young man you have never seen opens the door and says Jo is asleep. On your "
                    "last visit Jo said, “They’re my friends. They let me stay.”</p>"
                ),
                "question": "It is Jo’s own flat. What do you make of that last sentence?",
                "choices": [
                    {
                        "label": "Jo may have lost control of the flat. Speak to my safeguarding lead today",
                        "feedback": (
                            "<p>“They let me stay” is a strange thing to say about your own home. Together "
                            "with the visitors and the stranger at the door, it fits a home that has been "
                            "taken over. Your lead can plan how Jo is seen alone.</p>"
                        ),
                    },
                    {
                        "label": "Jo is breaching the tenancy, so a warning letter comes first",
                        "feedback": (
                            "<p>A letter may reach the visitors before Jo. Enforcement without a safe "
                            "conversation can leave the person who is being used with no home, while those "
                            "who used it move on.</p>"
                        ),
                    },
                    {
                        "label": "Jo calls them friends, so there is nothing to report",
                        "feedback": (
                            "<p>Friendship is often how it starts. Company, small gifts or drugs come "
                            "first, and the price comes later. What a person calls it is one fact among "
                            "many.</p>"
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
                    "<p><b>Forms overlap and change.</b> Write down what you see, not a label.</p>",
                    "<p><b>Crime can hide a victim.</b> Ask who gains from what this person is doing.</p>",
                    "<p><b>Debt is a common thread.</b> Listen for money owed that never shrinks.</p>",
                ],
            },
        ),
    ],
    "rests_on": ["msa-2015-s1", "msa-2015-s3", "guidance-statutory"],
    "nations": ["england", "wales"],
    "facts_checked_on": "2026-04-28",
    "review_on": "2027-04-28",
}
