"""T1 lesson 6: the National Referral Mechanism, the two decisions, and the duty to notify."""

LESSON = {
    "slug": "after-you-report",
    "title": "After you report: the referral system and the duty to notify",
    "neutral_title": "After you report",
    "kind": "content",
    "minutes": 3,
    "lead": (
        "You will not make the referral yourself at this tier. Knowing what follows helps you to be "
        "honest with the person in front of you."
    ),
    "body": [
        (
            "image",
            {
                "illustration": "path-with-steps",
                "alt": "A path of stepping stones that divides in two and leads to a lit doorway.",
                "caption": (
                    "The road is different for a child and for an adult, and an adult can choose not to take it."
                ),
            },
        ),
        (
            "rich_text",
            (
                "<h2>Who can refer</h2>"
                "<p>The UK’s system for identifying people is called the <b>National Referral "
                "Mechanism</b>, or NRM. Only organisations on a government list, called <b>first "
                "responder organisations</b>, can refer someone into it. They include police forces and "
                "councils, some public bodies and some charities. They use one online Home Office "
                "service. If your organisation is not on the list, your concern goes to one that is.</p>"
            ),
        ),
        (
            "rich_text",
            (
                "<h2>If the person is an adult</h2>"
                "<p>An adult is referred only if they give <b>informed consent</b>. Someone must first "
                "explain, with an interpreter if needed, what the two decisions are, what support there "
                "may be and who will see what they say. Then the adult decides.</p>"
            ),
        ),
        (
            "rich_text",
            (
                "<h2>When someone says no</h2>"
                "<p>A no ends the referral. It does not end everything.</p>"
                "<p>Certain public authorities have a <b>duty to notify</b> under section 52 of the "
                "Modern Slavery Act 2015. Police forces and councils in England and Wales are among "
                "them. When they have reasonable grounds to believe that an adult may be a victim, and "
                "the adult does not agree to be referred, they send a <b>Duty to Notify report</b>. It "
                "goes through the same online service, and it is anonymous unless the adult agrees to "
                "be named.</p>"
                "<p>Health bodies in England are not on the list for this duty. Their staff still "
                "follow their safeguarding rules. Whoever you work for, someone who says no today can "
                "still be offered help, and can say yes later.</p>"
            ),
        ),
        (
            "rich_text",
            (
                "<h2>If the person is a child</h2>"
                "<p>Tell the local authority first. A child is referred <b>without needing to "
                "consent</b>, because adults have a duty to protect them. Explain what is happening in "
                "words the child understands. Where the service exists, a child also has an independent "
                "guardian who speaks up for them.</p>"
            ),
        ),
        (
            "rich_text",
            (
                "<h2>When age is uncertain</h2>"
                "<p>If you cannot be sure that someone is over 18, treat them as a child. Section 51 "
                "says that public bodies are to presume so, where there are reasonable grounds to "
                "believe that the person may be under 18, until their age has been assessed.</p>"
            ),
        ),
        (
            "rich_text",
            (
                "<h2>The two decisions</h2><ol>"
                "<li><b>Reasonable grounds.</b> Decision makers look at all the general and specific "
                "evidence available. The target is 5 working days, and it may take longer. A positive "
                "decision brings a recovery period with support where it is needed.</li>"
                "<li><b>Conclusive grounds.</b> A final decision, on the balance of probabilities: is "
                "it more likely than not? It does not come before 30 days have passed, and often takes "
                "much longer.</li></ol>"
                "<p>Most decisions are made by the Single Competent Authority. The Immigration "
                "Enforcement Competent Authority makes some, and in a pilot some councils decide for "
                "children.</p>"
            ),
        ),
        (
            "scenario",
            {
                "title": "Halima says no",
                "situation": (
                    "<p>Halima is 27. A council housing officer has met her alone, with a professional "
                    "interpreter, and believes she has been held in domestic servitude. The officer "
                    "explained both decisions, support and privacy. Halima says, “No names, no forms. I "
                    "only want a room with a key.”</p>"
                ),
                "question": "What should the council do?",
                "choices": [
                    {
                        "label": "Refer her anyway, because she is clearly in need",
                        "feedback": (
                            "<p>For an adult, need does not replace consent. Going ahead would take one "
                            "more choice away from her, and may cost her trust for good.</p>"
                        ),
                    },
                    {
                        "label": "Close the file, because she has refused help",
                        "feedback": (
                            "<p>She refused a referral. She asked for a room with a key. Housing, health "
                            "and safety help can go on, and the council has a duty of its own as well.</p>"
                        ),
                    },
                    {
                        "label": ("Help with the room, and send a Duty to Notify report that does not identify her"),
                        "feedback": (
                            "<p>The council is one of the authorities with the duty. The report leaves out "
                            "anything that could identify her, since she has not agreed to be named. She "
                            "should know it exists, and that she can still change her mind.</p>"
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
                    "<p><b>Adult: informed consent. Child: no consent needed.</b></p>",
                    "<p><b>The targets are targets.</b> Never promise a date, a place or an outcome.</p>",
                    "<p><b>Say what you know, and say what you do not.</b> Trust is part of safety.</p>",
                ],
            },
        ),
    ],
    "rests_on": [
        "service-report",
        "guidance-nrm-forms",
        "guidance-statutory",
        "msa-2015-s48",
        "msa-2015-s50a",
        "msa-2015-s51",
        "msa-2015-s52",
    ],
    "nations": ["england", "wales"],
    "facts_checked_on": "2026-04-28",
    "review_on": "2027-04-28",
}
