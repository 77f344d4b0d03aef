"""Statement pages that whoever runs the site edits: privacy and contact."""

PAGES = [
    {
        "slug": "privacy",
        "title": "Privacy",
        "neutral_title": "Privacy",
        "section": "about",
        "group": "",
        "kind": "Statement",
        "minutes": 4,
        "intro": ("What we hold about the people who learn here, why, who can see it and how long we keep it."),
        "body": [
            (
                "callout",
                {
                    "kind": "caution",
                    "title": "Sample text",
                    "text": (
                        "<p>Whoever runs this site edits this page, and is responsible for what it says. "
                        "Words in square brackets are theirs to fill in.</p>"
                    ),
                },
            ),
            (
                "rich_text",
                (
                    "<h2>Who is responsible</h2>"
                    "<p>[Name of the organisation that runs this site] is the data controller for "
                    "accounts and for the site. Your employer or partnership is responsible for how it "
                    "uses your training record. Our data protection officer is [name, e-mail "
                    "address].</p>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>What we hold</h2><ul>"
                    "<li><b>Your account:</b> name, work e-mail address, organisation, team and "
                    "role.</li>"
                    "<li><b>Your training:</b> what was assigned, what you opened and finished, quiz "
                    "answers and scores, what interactive packages save, and certificates.</li>"
                    "<li><b>Security records:</b> sign-ins, changes to accounts and the address they "
                    "came from.</li></ul>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>What we never hold</h2>"
                    "<p>This site holds no information about people who may have been exploited, and "
                    "takes no referrals. <b>Do not enter anything that could identify such a "
                    "person,</b> in any box, file or message. If it happens, tell us at once at [e-mail "
                    "address], and we will remove it.</p>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>Why we may use it</h2>"
                    "<p>[Public task, contract or legitimate interests: the organisation that runs this "
                    "site states its lawful basis here, for each purpose.]</p>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>Who can see it</h2><ul>"
                    "<li>You can see everything about your own training.</li>"
                    "<li>A training lead in your organisation can see what you have to do, what you "
                    "have done, your scores and your certificates.</li>"
                    "<li>A coordinator of your partnership sees [state what].</li>"
                    "<li>Anyone with a certificate’s number can check that it is real. That page shows "
                    "only what the certificate says.</li>"
                    "<li>Our suppliers of hosting and e-mail process data for us, in [country], under "
                    "contract.</li></ul>"
                    "<p>Nobody sells it. Nothing is sent to social media or advertisers, and no "
                    "pictures or fonts are fetched from other companies.</p>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>How long we keep it</h2>"
                    "<p>[For example: training records and certificates for 6 years after you leave, "
                    "sign-in records for 12 months, unused invitations for 30 days.]</p>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>Your rights</h2>"
                    "<p>You can ask to see, correct or delete what we hold, to restrict or object to "
                    "its use, and to receive a copy. Write to [e-mail address]. If you are not content "
                    "with our answer, you can complain to the Information Commissioner’s Office.</p>"
                ),
            ),
        ],
        "nations": ["england", "wales", "scotland", "northern-ireland"],
        "rests_on": [],
        "related": [],
        "facts_checked_on": "2026-04-28",
        "review_on": "2027-04-28",
        "footer": "site",
    },
    {
        "slug": "contact",
        "title": "Contact us",
        "neutral_title": "Contact us",
        "section": "about",
        "group": "",
        "kind": "Statement",
        "minutes": 1,
        "intro": ("This is for questions about the site and the training. We cannot take concerns about a person."),
        "body": [
            (
                "callout",
                {
                    "kind": "danger",
                    "title": "Worried about someone?",
                    "text": (
                        "<p>In danger now: <b>999</b>. Police, when it is not an emergency: <b>101</b>. "
                        "Modern Slavery Helpline, for anyone: <b>08000 121 700</b>. Nobody reads messages "
                        "to this site in time to help.</p>"
                    ),
                },
            ),
            (
                "callout",
                {
                    "kind": "caution",
                    "title": "Sample text",
                    "text": (
                        "<p>Whoever runs this site edits this page, and is responsible for what it says. "
                        "Words in square brackets are theirs to fill in.</p>"
                    ),
                },
            ),
            (
                "rich_text",
                (
                    "<h2>About your training</h2>"
                    "<p>Ask your training lead first. They can see what has been assigned to you and "
                    "can change a date, a team or an e-mail address.</p>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>About the site</h2><ul>"
                    "<li><b>Something does not work:</b> [e-mail address]. Say which page, what you "
                    "expected and what happened.</li>"
                    "<li><b>Something is not right in a lesson or a page:</b> [e-mail address]. Say "
                    "which sentence, and your source if you have one. We check it against the source "
                    "and tell you what we did.</li>"
                    "<li><b>Another format:</b> [e-mail address] or [telephone number].</li>"
                    "<li><b>Your data:</b> [e-mail address].</li>"
                    "<li><b>Joining as an organisation:</b> [e-mail address].</li></ul>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>Before you write</h2>"
                    "<p>Never include a name, an address or any other detail of someone who may have "
                    "been exploited, in a message or in a picture.</p>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>When we answer</h2>"
                    "<p>[Monday to Friday, 09:00 to 17:00.] We aim to answer within [3] working "
                    "days.</p>"
                ),
            ),
        ],
        "nations": ["england", "wales", "scotland", "northern-ireland"],
        "rests_on": ["service-helpline"],
        "related": [],
        "facts_checked_on": "2026-04-28",
        "review_on": "2027-04-28",
        "footer": "site",
    },
]
