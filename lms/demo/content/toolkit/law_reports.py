"""Toolkit page on the referral figures for 2025 and how to read them."""

PAGES = [
    {
        "slug": "figures-2025",
        "title": "Referral figures for 2025, and how to read them",
        "neutral_title": "Figures for 2025",
        "section": "law-and-reports",
        "group": "Reports",
        "kind": "Report in brief",
        "minutes": 4,
        "intro": (
            "23,411 people were referred in 2025, 22% more than in 2024. Here is what the figure tells "
            "you, and what it cannot."
        ),
        "body": [
            (
                "rich_text",
                (
                    "<h2>The main figures</h2><ul>"
                    "<li><b>23,411</b> referrals to the National Referral Mechanism in 2025, up 22% on "
                    "2024.</li>"
                    "<li><b>7,130</b> Duty to Notify reports about adults who did not agree to be "
                    "referred, up 27%.</li>"
                    "<li><b>UK nationals</b> were the largest group referred.</li></ul>"
                    "<p>The figures were published by the Home Office on 19 February 2026.</p>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>What they count</h2>"
                    "<p>A referral is a person thought to be a victim by an organisation that can "
                    "refer. A Duty to Notify report is an adult whom a public authority believes may be "
                    "a victim, and who did not agree to be referred. Together they show the people who "
                    "were noticed, by organisations that knew what to do.</p>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>What they cannot tell you</h2><ul>"
                    "<li><b>How many people are exploited.</b> Nobody knows. Many are never "
                    "noticed.</li>"
                    "<li><b>Whether exploitation is growing.</b> A rise can mean more harm, better "
                    "noticing, new training, or a change in the rules.</li>"
                    "<li><b>How a place compares with another.</b> A force with a specialist team "
                    "refers more. The place of referral may not be the place of exploitation.</li>"
                    "<li><b>Who was a victim in the end.</b> A referral comes before the two "
                    "decisions.</li>"
                    "<li><b>How many separate people there were.</b> Reports that name nobody cannot be "
                    "matched with referrals with certainty, so do not add the two figures "
                    "together.</li></ul>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>How to use them in your area</h2><ol>"
                    "<li>Find the figures for your police force and council in the published "
                    "tables.</li>"
                    "<li>Give the number as well as the percentage. If the number is small, say so and "
                    "be careful that nobody can be recognised.</li>"
                    "<li>Set them beside what you know locally: who visits where, who has been trained, "
                    "who never refers.</li>"
                    "<li>Ask what you would expect to see if noticing got better. Often it is more "
                    "referrals at first, from more kinds of organisation.</li>"
                    "<li>Write the source and the date beside every figure you reuse.</li></ol>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>Words for a report or a slide</h2>"
                    "<p>“In 2025, 23,411 people thought to be victims were referred in the UK, 22% more "
                    "than in 2024. These are the people who were noticed. They are not all the people "
                    "who were exploited.”</p>"
                ),
            ),
            (
                "callout",
                {
                    "kind": "caution",
                    "title": "A figure that travels badly",
                    "text": (
                        "<p>Older leaflets quote estimates and totals from many years ago, sometimes "
                        "without a source. Before you use a number, find out who counted what, where and "
                        "when.</p>"
                    ),
                },
            ),
        ],
        "nations": ["england", "wales", "scotland", "northern-ireland"],
        "rests_on": ["statistics-2025"],
        "related": ["measuring-what-changes", "duty-to-notify"],
        "facts_checked_on": "2026-04-28",
        "review_on": "2027-02-19",
    },
]
