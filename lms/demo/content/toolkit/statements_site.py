"""Statement pages that whoever runs the site edits: accessibility and cookies."""

PAGES = [
    {
        "slug": "accessibility-statement",
        "title": "Accessibility statement",
        "neutral_title": "Accessibility statement",
        "section": "about",
        "group": "",
        "kind": "Statement",
        "minutes": 3,
        "intro": (
            "We want everyone to be able to read, learn and get a certificate here, whatever device or help they use."
        ),
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
                    "<h2>What you should be able to do</h2><ul>"
                    "<li>read every page with a screen reader, in large text or in your own colours</li>"
                    "<li>use everything with a keyboard alone</li>"
                    "<li>zoom to 400% without scrolling sideways</li>"
                    "<li>read every page, take quizzes and get your certificate without JavaScript. The "
                    "exception is an interactive package, and each one has a text version beside it</li>"
                    "<li>take as long as you like. No quiz here has a time limit</li></ul>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>How accessible it is</h2>"
                    "<p>The aim is level AA of the Web Content Accessibility Guidelines, version 2.2. "
                    "The pages are tested automatically for common faults at two widths, and by "
                    "keyboard. Automatic tests find only some faults. This site has [not yet] been "
                    "audited by an independent body.</p>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>What we know does not work well</h2><ul>"
                    "<li>Packages made by other organisations may not meet the same standard. Ask for "
                    "the text version, or for another way to learn the same thing.</li>"
                    "<li>Documents that others provide may not be fully accessible.</li>"
                    "<li>[List other known faults here, each with the date it will be mended.]</li></ul>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>Tell us, and ask for another format</h2>"
                    "<p>Write to [e-mail address], or ring [telephone number]. We answer within [5] "
                    "working days. We can send any page as large print, Easy Read, audio or plain "
                    "text.</p>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>If you are not content with the answer</h2>"
                    "<p>The Equality and Human Rights Commission is responsible for enforcing the "
                    "accessibility regulations for public bodies in Great Britain. In Northern Ireland "
                    "it is the Equality Commission.</p>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>How this statement was prepared</h2>"
                    "<p>It was prepared on [date] from [the method used], and last reviewed on "
                    "[date].</p>"
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
        "slug": "cookies",
        "title": "Cookies",
        "neutral_title": "Cookies",
        "section": "about",
        "group": "",
        "kind": "Statement",
        "minutes": 2,
        "intro": (
            "We use only the cookies that the site needs in order to work. Nothing here follows you or "
            "is shared with advertisers."
        ),
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
                    "<h2>What is stored on your device</h2><ul>"
                    "<li><b>A sign-in cookie</b> remembers that you are signed in. It is set when you "
                    "sign in, and removed when you sign out or when it runs out.</li>"
                    "<li><b>A security cookie</b> stops other sites from sending forms in your "
                    "name.</li>"
                    "<li><b>A messages cookie</b> may hold a short message until you have seen it, such "
                    "as “Saved”.</li></ul>"
                    "<p>All of them come from this site. There are no cookies for statistics, "
                    "advertising or social media, so we do not need to ask for your consent.</p>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>Interactive packages</h2>"
                    "<p>Packages run on a separate address, so that they cannot read your sign-in. Your "
                    "place in a package is saved in your training record here, not in your browser.</p>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>Videos on other sites</h2>"
                    "<p>A video from another site is shown as a link first. Nothing is loaded from "
                    "there until you choose to open it. That site then has its own rules about "
                    "cookies.</p>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>How to remove cookies</h2>"
                    "<p>Your browser’s settings can show, block or remove cookies. If you block the "
                    "sign-in cookie, you can still read the public pages. If you are worried that "
                    "someone looks at your device, see “Browse more safely”.</p>"
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
]
