"""T1 lesson 8: what this work can do to you, and what helps."""

LESSON = {
    "slug": "looking-after-yourself",
    "title": "Looking after yourself",
    "kind": "content",
    "minutes": 2,
    "lead": "What you see and hear can stay with you. That is ordinary, and it is worth planning for.",
    "body": [
        (
            "image",
            {
                "illustration": "tea-by-a-window",
                "alt": "A cup of tea on a window sill in the evening, with a plant beside it.",
                "caption": "Ten quiet minutes and one honest talk do more than a brave face.",
            },
        ),
        (
            "rich_text",
            (
                "<h2>What you may notice</h2>"
                "<p>After a hard visit or call you may sleep badly, feel cross or flat, go over the "
                "same scene, or feel that you should have done more. You may feel nothing for a week, "
                "and then a great deal. None of this means that you are unfit for the work.</p>"
                "<p>Some things make it heavier: working alone, many cases in a row, and not hearing "
                "what happened next. So do things from your own past. If you have been controlled or "
                "exploited yourself, parts of this module may have been close to home. You owe nobody "
                "an explanation for taking a break.</p>"
            ),
        ),
        (
            "rich_text",
            (
                "<h2>What helps</h2><ul>"
                "<li><b>Tell someone the same day.</b> Not the details of the person, just how it was "
                "for you.</li>"
                "<li><b>Hand over, then let go.</b> You passed on what you knew. Other people now hold "
                "it too.</li>"
                "<li><b>Ask for feedback.</b> You may not be able to hear much, but you can ask whether "
                "it reached the right place.</li>"
                "<li><b>Mark the end of the day.</b> A walk, a shower, a phone left in a drawer.</li>"
                "<li><b>Use supervision.</b> If you have none, ask your manager for a regular "
                "time.</li></ul>"
            ),
        ),
        (
            "scenario",
            {
                "title": "The drive home",
                "situation": (
                    "<p>On Tuesday you passed on a concern about a family. It is Friday, and you have heard "
                    "nothing. You keep planning to drive past the house on your way home.</p>"
                ),
                "question": "What might help most?",
                "choices": [
                    {
                        "label": "Drive past once, to put my mind at rest",
                        "feedback": (
                            "<p>It may not. You could be seen, you could see something that you cannot "
                            "explain, and it can undo work that you do not know about.</p>"
                        ),
                    },
                    {
                        "label": (
                            "Ring the person I told, ask whether it arrived, and talk to my manager about "
                            "how this is sitting with me"
                        ),
                        "feedback": (
                            "<p>You may not be told what was done, and that can be hard. But you will know "
                            "it landed, and you will not be carrying it on your own.</p>"
                        ),
                    },
                    {
                        "label": "Say nothing. Others have worse cases",
                        "feedback": (
                            "<p>Strain does not wait its turn. People who speak early tend to stay well, "
                            "and to stay in the work.</p>"
                        ),
                    },
                ],
            },
        ),
        (
            "callout",
            {
                "kind": "info",
                "title": "If you need to talk now",
                "text": (
                    "<p>Samaritans listen at any hour, free, on <b>116 123</b>. Your employer may have a "
                    "confidential support line as well. If this module has brought up something that is "
                    "happening to you, the Modern Slavery Helpline on <b>08000 121 700</b> is there for you "
                    "too.</p>"
                ),
            },
        ),
        (
            "key_facts",
            {
                "title": "Remember",
                "facts": [
                    "<p><b>Your reaction is ordinary.</b> It is not a test of strength.</p>",
                    "<p><b>You did your part when you passed it on.</b></p>",
                ],
            },
        ),
    ],
    "rests_on": ["service-helpline", "service-samaritans"],
    "nations": ["england", "wales"],
    "facts_checked_on": "2026-04-28",
    "review_on": "2027-04-28",
}
