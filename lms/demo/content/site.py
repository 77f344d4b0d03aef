"""The site's helplines and footer, which an administrator can change in the settings."""

SITE = {
    "helplines": [
        {
            "name": "Modern Slavery Helpline",
            "number": "08000 121 700",
            "note": "advice for anyone",
            "nations": ["england", "wales", "scotland", "northern-ireland"],
        },
        {
            "name": "Police",
            "number": "101",
            "note": "when it is not an emergency",
            "nations": ["england", "wales", "scotland", "northern-ireland"],
        },
    ],
    "footer_text": (
        "For people in the UK whose work may bring them into contact with modern slavery. Do not enter anything here "
        "that could identify a victim. We do not take referrals and we hold no case records."
    ),
    "footer_groups": [
        {
            "title": "This site",
            "links": [
                ("Accessibility statement", "accessibility-statement"),
                ("Cookies", "cookies"),
                ("Privacy", "privacy"),
                ("Contact us", "contact"),
            ],
        },
        {
            "title": "Keep up",
            "links": [
                ("Partnership working", "partnership-working"),
                ("How we check our facts", "how-we-check-our-facts"),
                ("What changed", "/changes/"),
                ("Glossary", "/glossary/"),
                ("Partnerships", "/partnerships/"),
                ("Browse more safely", "browse-more-safely"),
            ],
        },
    ],
}
