"""The words of the home page."""

HOME = {
    "title": "Home",
    "neutral_title": "Home",
    "headline": ["Know the signs.", "Respond safely.", "Work together."],
    "lead": (
        "Free training and practical tools for people in the UK who may meet modern slavery at work: "
        "police, councils, health, housing, fire and charities."
    ),
    "illustration": "street-with-door-ajar",
    "primary_action": "Find training",
    "secondary_action": "Check how your partnership is doing",
    "worried_title": "If you are worried about someone now",
    "worried_text": "<p>You do not need to be sure. Do not question the person or confront anyone.</p>",
    "keeping_right_title": "How we keep it right",
    "keeping_right_text": (
        "<p>Every page, lesson and question names the law or guidance it rests on and the date someone "
        "last checked it. When the law changes, we review everything that cites it.</p>"
    ),
    "keeping_right_page": "how-we-check-our-facts",
    "nations": ["england", "wales", "scotland", "northern-ireland"],
    "facts_checked_on": "2026-04-28",
    "review_on": "2027-04-28",
    "rests_on": ["service-helpline", "service-emergency", "service-police"],
}
