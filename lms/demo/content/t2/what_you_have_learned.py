"""T2 lesson 6: the opening words of the quiz that ends the module."""

LESSON = {
    "slug": "what-you-have-learned",
    "title": "What you have learned",
    "kind": "quiz",
    "minutes": 2,
    "lead": "Six questions. You need 5 to pass, you have 3 attempts and there is no time limit.",
    "body": [
        (
            "rich_text",
            (
                "<h2>How it works</h2>"
                "<p>Each answer is kept as you give it, and you may change it until you hand in. Then you see which "
                "were right and why. Your highest score counts.</p>"
            ),
        ),
    ],
    "rests_on": ["guidance-statutory"],
    "nations": ["england", "wales"],
    "facts_checked_on": "2026-04-28",
    "review_on": "2027-04-28",
}
