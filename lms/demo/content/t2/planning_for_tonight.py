"""T2 lesson 4: where the person sleeps tonight, who can reach them, and what would bring them back into danger."""

LESSON = {
    "slug": "planning-for-tonight",
    "title": "Planning for tonight",
    "kind": "content",
    "minutes": 3,
    "lead": "Whatever they decide about a referral, the evening comes. Plan it together.",
    "body": [
        (
            "rich_text",
            (
                "<h2>Six questions for a plan</h2><ol>"
                "<li><b>Where will you sleep?</b> Who knows that place? Is there a door that locks?</li>"
                "<li><b>Who may look for you,</b> and how would they try: telephone, family, the same bus stop?</li>"
                "<li><b>Who do you worry about?</b> Children, parents, people still there.</li>"
                "<li><b>What do you need before morning?</b> Medicine, food, a bag, a charger.</li>"
                "<li><b>How can I reach you safely?</b> At what time, on whose telephone, in which words?</li>"
                "<li><b>What do we do if it goes wrong?</b> A word that means “ring the police”.</li></ol>"
            ),
        ),
        (
            "callout",
            {
                "kind": "caution",
                "title": "Telephones tell",
                "text": (
                    "<p>A shared account, a find-my-phone setting or a tag in a coat can give a place away. Ask before "
                    "you switch anything off: silence can be noticed too. Somebody trained in safety planning "
                    "should help.</p>"
                ),
            },
        ),
        (
            "rich_text",
            (
                "<h2>Somewhere to stay</h2>"
                "<p>If they agree to a referral, ask the first responder what can be found until the first decision. "
                "Otherwise there are homelessness duties, adult social care, refuges and night shelters. Keep your own "
                "area’s list near the telephone, with "
                "the date when it was last tried.</p>"
            ),
        ),
        (
            "rich_text",
            (
                "<h2>Health</h2>"
                "<p>Emergency care is for everybody. People who have been exploited may need care for untreated "
                "injuries, infections, pregnancy, teeth and sleep. Ask what they would like seen to first.</p>"
            ),
        ),
        (
            "scenario",
            {
                "title": "Back by ten",
                "situation": (
                    "<p>Comfort tells a midwife that she must be back at the house by ten or “they will ring my "
                    "mother”. She does not want the police. She would like to think about a referral.</p>"
                ),
                "question": "It is half past eight. What helps most?",
                "choices": [
                    {
                        "label": "Tell her that she must not go back",
                        "feedback": (
                            "<p>She knows the house and the people better than you do. An order takes the decision "
                            "from her, and she may not come to the next appointment.</p>"
                        ),
                    },
                    {
                        "label": "Agree the next appointment, a safe way to reach her, and what she would do in danger",
                        "feedback": (
                            "<p>She keeps the choice and gains a plan. Talk to your safeguarding lead now: the unborn "
                            "child, and the threat, may mean that more has to be done, and she should hear it from "
                            "you.</p>"
                        ),
                    },
                    {
                        "label": "Say nothing more, so that she is home in time",
                        "feedback": (
                            "<p>She opened a door. Ten minutes for a plan may be the safest ten minutes of her "
                            "week.</p>"
                        ),
                    },
                ],
            },
        ),
        (
            "key_facts",
            {
                "title": "Remember",
                "facts": [
                    "<p><b>The plan is theirs.</b> You bring what you know, and they know who is looking.</p>",
                    "<p><b>Agree how to reach them</b> before they walk out of the door.</p>",
                    "<p><b>Tonight first.</b> The rest can wait until morning.</p>",
                ],
            },
        ),
    ],
    "rests_on": ["guidance-statutory", "msa-2015-s50a"],
    "nations": ["england", "wales"],
    "facts_checked_on": "2026-04-28",
    "review_on": "2027-04-28",
}
