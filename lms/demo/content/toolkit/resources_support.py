"""Toolkit page on supporting survivors: reviewing a care plan with the person."""

PAGES = [
    {
        "slug": "review-a-care-plan",
        "title": "Review a survivor’s care plan with them",
        "neutral_title": "Review a care plan",
        "section": "resources",
        "group": "Support survivors",
        "kind": "Guide and form",
        "minutes": 6,
        "intro": (
            "A review belongs to the person. It asks what is better, what is worse and what they want "
            "next, and it changes the plan the same day."
        ),
        "body": [
            (
                "rich_text",
                (
                    "<h2>When</h2>"
                    "<p>Review at about 2 weeks, at 3 months and well before any support ends. Also "
                    "review after a decision, a move, a court date, a birth, a return to work, or when "
                    "the person asks. For a young person, start planning the hand-over long before the "
                    "18th birthday: at 17 at the latest.</p>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>Before you meet</h2><ul>"
                    "<li>Ask where, when and with whom they want to meet. Offer a supporter, an "
                    "advocate or, for a child, their guardian where there is one.</li>"
                    "<li>Book a professional interpreter whom they are content with. Ask about dialect "
                    "and gender.</li>"
                    "<li>Read the file, so that they do not need to tell it again.</li>"
                    "<li>Tell them what the review is for, who will see the notes and what they can "
                    "leave out.</li></ul>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>Questions to ask together</h2>"
                    "<p>Take the parts they want. Leave the rest for another day.</p><ul>"
                    "<li><b>Safety.</b> Do you feel safe where you sleep? Has anyone contacted you? "
                    "What would you do if they did?</li>"
                    "<li><b>Home and money.</b> Is your home right for now? Do you have money of your "
                    "own, and a way to keep it?</li>"
                    "<li><b>Health.</b> What is your sleep like? Are you getting the care you asked "
                    "for? Do you want a different doctor, or one of another gender?</li>"
                    "<li><b>People.</b> Whom do you trust? Whom do you miss? Is there someone we should "
                    "help you to find, or to avoid?</li>"
                    "<li><b>Law and decisions.</b> Do you know where your case is? Do you have a "
                    "lawyer? Is anything worrying you about immigration, police or court?</li>"
                    "<li><b>Days.</b> What do you do that you like? What would you like to learn, or "
                    "work at?</li>"
                    "<li><b>Children.</b> How are they? What do they need that is theirs?</li>"
                    "<li><b>Us.</b> What have we done that helped? What should we stop?</li></ul>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>Write it as theirs</h2>"
                    "<p>Use their words. For each thing they want, write who does what and by when, and "
                    "what happens if it does not work. Offer a copy, and ask whether it is safe for "
                    "them to keep it. Some people prefer that you hold it.</p>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>Before support ends</h2>"
                    "<p>Never let an ending arrive as news. At least eight weeks before, agree on "
                    "housing, income, health, legal advice and one named person afterwards. Make the "
                    "first appointments together. Write down how they can come back. Ask again after "
                    "three months, if they agree.</p>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>The 18th birthday</h2>"
                    "<p>Rights, housing, social work and consent can all change in one day. Name the "
                    "worker in adult services, have them meet the young person beforehand, and check "
                    "that legal advice does not stop. Tell the young person which choices will become "
                    "theirs.</p>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>Where to keep it</h2>"
                    "<p>Keep the plan in your own case system. <b>Never put it, or any part of it, on "
                    "this site.</b></p>"
                ),
            ),
        ],
        "nations": ["england", "wales"],
        "rests_on": ["guidance-statutory", "msa-2015-s48", "msa-2015-s50a"],
        "related": ["sharing-information"],
        "facts_checked_on": "2026-04-28",
        "review_on": "2027-04-28",
    },
]
