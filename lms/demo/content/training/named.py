"""Training and plans that the field names. Lengths and addresses are to be checked by an editor."""

UK = ["england", "wales", "scotland", "northern-ireland"]
CHECK = "<p>To be checked by an editor: the address of the training itself, and whether it is still offered.</p>"

NAMED = [
    {
        "slug": "first-responder-e-learning",
        "title": "E-learning for first responders",
        "provider": "Home Office",
        "url": "https://www.gov.uk/government/organisations/home-office",
        "intro": "Four parts: Overview, Identify, Explain, Refer. Check first that it teaches the present test.",
        "tier": 3,
        "format": "e-learning",
        "minutes": 45,
        "sectors": ["police", "council", "charity"],
        "audiences": ["adults", "children"],
        "exploitation": [],
        "nations": UK,
        "rests_on": ["first-responder-e-learning", "guidance-nrm-forms"],
        "review_on": "2026-10-28",
        "body": (
            "<h2>Before you use it</h2><p>In July 2024 its own host page said that it was under review, because the "
            "Act of 2022 had changed the test for the first decision. Compare what it says on [[reasonable-grounds|"
            "reasonable grounds]] with the guidance.</p>" + CHECK
        ),
    },
    {
        "slug": "training-framework-for-social-care",
        "title": "Training framework for social care",
        "provider": "Skills for Care",
        "url": "https://www.skillsforcare.org.uk/",
        "intro": "What staff in three tiers should know, in six subjects. For those who plan training.",
        "tier": 3,
        "format": "reading",
        "minutes": None,
        "sectors": ["health", "council", "charity"],
        "audiences": ["adults"],
        "exploitation": [],
        "nations": ["england"],
        "rests_on": ["skills-for-care-2020"],
        "body": "<p>From 2020. It covers law and rights, meeting people, their care, and looking after oneself.</p>"
        + CHECK,
    },
    {
        "slug": "three-level-training-plan",
        "title": "A three-level training plan for a city",
        "provider": "Partners in Coventry and Birmingham",
        "url": "https://www.coventry.gov.uk/",
        "intro": "Who needs which training, what they should understand and do afterwards, and how to tell.",
        "tier": 3,
        "format": "reading",
        "minutes": None,
        "sectors": ["council", "police", "health", "housing"],
        "audiences": ["adults", "children"],
        "exploitation": [],
        "nations": ["england"],
        "rests_on": ["three-level-plan"],
        "body": (
            "<h2>The levels</h2><ol><li>E-learning for all staff.</li><li>Up to 2 hours live for staff who meet the "
            "public.</li><li>Up to 3 hours live for those who refer or manage.</li></ol><p>The content is shared, and "
            "each place puts its own pathway in.</p>" + CHECK
        ),
    },
    {
        "slug": "manual-for-working-together",
        "title": "TEAMWORK: a manual for agencies working together",
        "provider": "A manual from the Netherlands",
        "url": "https://example.org/to-be-completed",
        "intro": "How unions, inspectors, police and others in the European Union act together on labour cases.",
        "tier": 3,
        "format": "reading",
        "minutes": None,
        "sectors": ["police", "business"],
        "audiences": ["adults"],
        "exploitation": ["labour"],
        "nations": UK,
        "rests_on": [],
        "body": "<p>It describes other law than that of the UK. Use it for ideas on who belongs at the table.</p>"
        + CHECK,
    },
]
