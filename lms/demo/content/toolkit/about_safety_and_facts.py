"""Pages about using the site safely and about how its facts are checked."""

PAGES = [
    {
        "slug": "browse-more-safely",
        "title": "Browse more safely",
        "neutral_title": "Browse more safely",
        "section": "about",
        "group": "",
        "kind": "Guide",
        "minutes": 3,
        "intro": ("If someone checks your phone or computer, these steps lower the risk. None of them removes it."),
        "body": [
            (
                "rich_text",
                (
                    "<h2>The “Exit this page” link</h2>"
                    "<p>Choose it at the top of any page, or press Shift three times. It takes you at "
                    "once to an ordinary site. It <b>does not</b> delete your history. Someone who "
                    "looks at the history can still see that you were here.</p>"
                    "<p>We give our pages quiet titles, so that the name in a tab or in a history list "
                    "says little. The address of the site can still be seen.</p>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>Safer ways to look</h2><ul>"
                    "<li>Use a device that the other person cannot reach: at a library, at work, at a "
                    "friend’s, or at a doctor’s surgery.</li>"
                    "<li>Use a private window. It keeps no history on that device, although a network "
                    "or an app that watches the device may still record it.</li>"
                    "<li>Do not sign in on a shared device. If you have to, sign out and close the "
                    "window.</li>"
                    "<li>Remove only the entries for this site. A history that is suddenly empty may be "
                    "noticed.</li></ul>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>Phones</h2><ul>"
                    "<li>Someone who knows your passcode, or shares your account, may see calls, "
                    "messages, places and browsing.</li>"
                    "<li>Calls to freephone numbers may show on a list of calls. Ask the person you "
                    "ring what to do if someone rings the number back.</li>"
                    "<li>Before you change settings or remove an app that tracks you, think about what "
                    "the other person will notice. A helpline can talk this through with you.</li></ul>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>If you need help now</h2>"
                    "<p>In danger: <b>999</b>. If you ring 999 from a mobile and cannot speak, listen "
                    "to the questions, tap or cough if you can, and press <b>55</b> when asked. From a "
                    "landline, stay on the line.</p>"
                    "<p>Advice for anyone: Modern Slavery Helpline <b>08000 121 700</b>. If it is not "
                    "safe to be rung back or written to, say so.</p>"
                ),
            ),
        ],
        "nations": ["england", "wales", "scotland", "northern-ireland"],
        "rests_on": ["service-helpline"],
        "related": [],
        "facts_checked_on": "2026-04-28",
        "review_on": "2027-04-28",
        "footer": "keep-up",
    },
    {
        "slug": "how-we-check-our-facts",
        "title": "How we check our facts",
        "neutral_title": "How we check our facts",
        "section": "about",
        "group": "",
        "kind": "Guide",
        "minutes": 3,
        "intro": (
            "Training about this law goes out of date quickly. Each page, lesson and question here says "
            "what it rests on and when someone last checked it."
        ),
        "body": [
            (
                "rich_text",
                (
                    "<h2>What you see on every page</h2><ul>"
                    "<li><b>Facts last checked:</b> the date on which a person read the page against "
                    "its sources.</li>"
                    "<li><b>Rests on:</b> the section of an Act, the guidance or the figures that it "
                    "depends on. Follow the link and read the source yourself.</li>"
                    "<li><b>Applies in:</b> the nations it is written for.</li></ul>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>How it works</h2><ol>"
                    "<li>Each law, guidance document, figure and telephone number is listed once, with "
                    "the date it was checked.</li>"
                    "<li>Each page, lesson and question points to the ones it uses.</li>"
                    "<li>When one of them changes, an editor sees everything that depends on it and "
                    "reviews it.</li>"
                    "<li>A page that is past its review date says so.</li>"
                    "<li>Changes are drafted by one person and approved by another.</li></ol>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>Sample content</h2>"
                    "<p>Content marked as a sample has not been signed off by a UK subject expert. It "
                    "shows what the site can do. Do not train people on it until an expert has read it, "
                    "changed what needs changing and put their name to it.</p>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>Endorsement</h2>"
                    "<p>Nothing here claims to be endorsed. If a body does endorse a module, the page "
                    "names the body, the date, when it runs out and the evidence. Until then it says "
                    "“Not endorsed”.</p>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>What we leave out</h2><ul>"
                    "<li>facts that we could not find in the source itself</li>"
                    "<li>law that is not yet in force</li>"
                    "<li>names of office holders, which change</li>"
                    "<li>our own copy of lists that others maintain, such as first responder "
                    "organisations</li></ul>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>Tell us</h2>"
                    "<p>If you find a mistake, use the contact page. Say which sentence it is. We "
                    "answer, and if you are right we change the page and its date.</p>"
                ),
            ),
        ],
        "nations": ["england", "wales", "scotland", "northern-ireland"],
        "rests_on": [],
        "related": [],
        "facts_checked_on": "2026-04-28",
        "review_on": "2027-04-28",
        "footer": "keep-up",
    },
]
