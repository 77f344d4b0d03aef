"""T1 lesson 9: the opening words of the quiz that ends the module."""

LESSON = {
    "slug": "check-what-you-know",
    "title": "Check what you know",
    "kind": "quiz",
    "minutes": 3,
    "lead": (
        "Ten questions, in any order you like. You need 8 to pass, you have 3 attempts and there is no time limit."
    ),
    "body": [
        (
            "rich_text",
            (
                "<h2>How it works</h2>"
                "<p>Each answer is saved as you give it, and you can change it until you hand in. "
                "Afterwards you see which answers were right and why, and where to read again. While "
                "you have attempts left, the right answers stay hidden. Your highest score counts.</p>"
            ),
        ),
    ],
    "rests_on": ["guidance-statutory"],
    "nations": ["england", "wales"],
    "facts_checked_on": "2026-04-28",
    "review_on": "2027-04-28",
}
