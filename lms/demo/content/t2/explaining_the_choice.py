"""T2 lesson 2: what informed consent needs, what to explain, and how to hear a no."""

LESSON = {
    "slug": "explaining-the-choice",
    "title": "Explaining the choice",
    "kind": "content",
    "minutes": 4,
    "lead": "An adult decides whether to be referred. Your part is to make that a real decision.",
    "body": [
        (
            "rich_text",
            (
                "<h2>What to explain, in this order</h2><ol>"
                "<li><b>What a referral is.</b> A report to the Home Office, made by a first responder organisation, "
                "that asks whether somebody has been a victim of modern slavery.</li>"
                "<li><b>The two decisions.</b> First reasonable grounds, with a target of 5 working days that may take "
                "longer. Then conclusive grounds, not before 30 days have passed and often much later.</li>"
                "<li><b>What support there may be</b> in between: somewhere safe to stay, a support worker, "
                "help with health, law and money, where these are needed.</li>"
                "<li><b>Who will see what they say,</b> and that the police may be told.</li>"
                "<li><b>What happens if they say no,</b> and that they may say yes another day.</li></ol>"
            ),
        ),
        (
            "rich_text",
            (
                "<h2>Check that it was understood</h2>"
                "<p>Do not ask “Do you understand?” Most people say yes. Ask them to tell you in their own words what "
                "would happen next, and put right what was not clear. Leave time. A consent that took two minutes "
                "through a bad line is not informed.</p>"
            ),
        ),
        (
            "callout",
            {
                "kind": "info",
                "title": "Never promise",
                "text": (
                    "<p>Not a flat, not a visa, not that nobody will be arrested, not that everything stays between "
                    "you. Each broken promise is one more person who lied.</p>"
                ),
            },
        ),
        (
            "rich_text",
            (
                "<h2>When somebody says no</h2>"
                "<p>Ask whether there is anything that would make it easier, and believe the answer. Offer what does "
                "not depend on a referral: health care, housing advice, a safe telephone number.</p>"
                "<p>Some public authorities then have a <b>duty to notify</b>. Police forces and councils in England "
                "and Wales are among them. The report goes through the same online service as a referral, and does "
                "not identify the person unless they agree. Health bodies in England do not have this duty. Tell the "
                "person that a report will be made and what is left out of it.</p>"
            ),
        ),
        (
            "rich_text",
            (
                "<h2>Pressure that you may not see</h2>"
                "<p>A debt, a child abroad, a threat against parents, a lie about the police, love. Some people feel "
                "loyal to whoever controls them. Some do not call it exploitation and never will. You can refer with "
                "their own words; they need not accept yours.</p>"
            ),
        ),
        (
            "scenario",
            {
                "title": "“Just sign it for me”",
                "situation": (
                    "<p>Bilal, 41, has slept four nights in a van. You have begun to explain a referral when he says, "
                    "through the interpreter, “You are kind. Do what you think. I sign.”</p>"
                ),
                "question": "What do you do?",
                "choices": [
                    {
                        "label": "Take it as a yes, because he offered",
                        "feedback": (
                            "<p>He has agreed to you, not to a referral. He does not know yet what he would be "
                            "agreeing to, or that he may refuse.</p>"
                        ),
                    },
                    {
                        "label": "Find him food and a rest first, then explain and ask him to say it back",
                        "feedback": (
                            "<p>After a meal and some sleep he can weigh it. Saying it back in his own words shows "
                            "what is clear and what is not.</p>"
                        ),
                    },
                    {
                        "label": "Make the choice with him by saying what most people do",
                        "feedback": (
                            "<p>What others do leans on him. He has had enough of people who decide for him, "
                            "kindly or not.</p>"
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
                    "<p><b>Explain, listen, ask them to say it back.</b></p>",
                    "<p><b>A no is an answer.</b> It ends the referral, not the help.</p>",
                    "<p><b>Say what is kept private, and what is not,</b> before they tell you.</p>",
                ],
            },
        ),
    ],
    "rests_on": ["guidance-nrm-forms", "guidance-statutory", "guidance-duty-to-notify", "msa-2015-s52"],
    "nations": ["england", "wales"],
    "facts_checked_on": "2026-04-28",
    "review_on": "2027-04-28",
}
