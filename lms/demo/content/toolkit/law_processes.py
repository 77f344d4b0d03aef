"""Toolkit pages on processes: the National Referral Mechanism step by step, and the duty to notify."""

PAGES = [
    {
        "slug": "step-by-step",
        "title": "The National Referral Mechanism, step by step",
        "neutral_title": "Step by step",
        "section": "law-and-reports",
        "group": "Processes",
        "kind": "Guide",
        "minutes": 6,
        "intro": (
            "From a first concern to the final decision: who does what, whose choice it is and how long it may take."
        ),
        "body": [
            (
                "image",
                {
                    "illustration": "path-with-steps",
                    "alt": "A path of stepping stones that divides in two and leads to a lit doorway.",
                    "caption": (
                        "Two roads, one for children and one for adults, and an adult can choose not to take theirs."
                    ),
                },
            ),
            (
                "rich_text",
                (
                    "<h2>1. Someone has a concern</h2>"
                    "<p>Anyone can notice. If there is danger, call 999. Otherwise pass it on to your "
                    "safeguarding lead, the police on 101, or the Modern Slavery Helpline on 08000 121 "
                    "700. You do not need to be sure.</p>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>2. A first responder organisation takes it up</h2>"
                    "<p>Only organisations on the government’s list can refer. The list changes, so "
                    "check it each time and keep no copy of your own.</p>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>3. A safe conversation</h2>"
                    "<p>Someone trained meets the person alone, with a professional interpreter if one "
                    "is needed. They ask only what they need to. They look after safety, health, food "
                    "and a place to sleep first. A referral is never the first thing that a person "
                    "needs.</p>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>4. A child, or someone who may be one</h2>"
                    "<p>Contact the local authority first. A child is referred without having to "
                    "consent. Someone whose age is uncertain is treated as a child until assessed. "
                    "Where there is a guardian service, the child is put in touch with it.</p>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>5. An adult</h2>"
                    "<p>Explain the two decisions, the support there may be, and how information is "
                    "used. Check that it has been understood. Then ask. If the answer is yes, that is "
                    "informed consent, and it is written down. If it is no, see the page on the duty to "
                    "notify.</p>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>6. The referral</h2>"
                    "<p>It is made in the Home Office’s online service. A good referral:</p><ul>"
                    "<li>gives facts and the person’s own words, and marks what is opinion</li>"
                    "<li>says who saw or heard each thing, and when</li>"
                    "<li>describes control, and not only conditions</li>"
                    "<li>names the evidence that exists and where it is, such as messages, wage slips, "
                    "medical notes or reports</li>"
                    "<li>says what the person needs, and any risk in contacting them</li>"
                    "<li>explains gaps. Fear, shame and trauma affect memory, and an account may "
                    "change</li></ul>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>7. The reasonable grounds decision</h2>"
                    "<p>Decision makers look at all the general and specific evidence available. The "
                    "<b>target</b> is 5 working days after the referral, and it may take longer. A "
                    "positive decision brings a recovery period, with support where it is necessary.</p>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>8. The conclusive grounds decision</h2>"
                    "<p>The final decision is on the balance of probabilities: is it more likely than "
                    "not? It does not come before 30 days have passed. Many people wait much longer, so "
                    "help them to plan for a long wait.</p>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>Who decides</h2>"
                    "<p>The Single Competent Authority decides most cases. The Immigration Enforcement "
                    "Competent Authority decides some. In a pilot, some councils decide for children in "
                    "their area.</p>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>If a decision is negative</h2>"
                    "<p>Explain it in person, with an interpreter. Tell them that they can get legal "
                    "advice, and quickly. Ask what new evidence there is. A negative decision does not "
                    "end anyone’s safeguarding duties.</p>"
                ),
            ),
            (
                "key_facts",
                {
                    "title": "In short",
                    "facts": [
                        "<p><b>Adult: informed consent. Child: no consent needed.</b></p>",
                        (
                            "<p><b>5 working days is a target,</b> and 30 days is the earliest for the "
                            "final decision.</p>"
                        ),
                        "<p><b>Never promise</b> a date, a place or an outcome.</p>",
                    ],
                },
            ),
        ],
        "nations": ["england", "wales"],
        "rests_on": [
            "service-report",
            "guidance-nrm-forms",
            "guidance-statutory",
            "msa-2015-s48",
            "msa-2015-s50a",
            "msa-2015-s51",
        ],
        "related": ["duty-to-notify", "the-law-in-brief"],
        "facts_checked_on": "2026-04-28",
        "review_on": "2027-04-28",
    },
    {
        "slug": "duty-to-notify",
        "title": "The duty to notify",
        "neutral_title": "The duty to notify",
        "section": "law-and-reports",
        "group": "Processes",
        "kind": "Guide",
        "minutes": 4,
        "intro": (
            "When an adult does not agree to be referred, some public authorities still have to tell "
            "the Home Office that they met someone who may be a victim."
        ),
        "body": [
            (
                "rich_text",
                (
                    "<h2>Who has the duty</h2>"
                    "<p>Section 52 of the Modern Slavery Act 2015 names the public authorities in "
                    "England and Wales. They include police forces, councils, the National Crime Agency "
                    "and some other national bodies. Read the section for the list as it stands.</p>"
                    "<p><b>Health bodies in England are not on the list.</b> This is a common mistake "
                    "in training. Health staff still have safeguarding duties, and can ask a first "
                    "responder organisation to act. Charities are not on the list either, although some "
                    "of them can make referrals.</p>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>When it applies</h2>"
                    "<p>The authority has reasonable grounds to believe that a person may be a victim "
                    "of slavery or human trafficking.</p><ul>"
                    "<li><b>A child:</b> is referred. No separate report is needed when a referral has "
                    "been made.</li>"
                    "<li><b>An adult who agrees to be referred:</b> is referred. Again, no separate "
                    "report is needed.</li>"
                    "<li><b>An adult who does not agree:</b> a Duty to Notify report is sent.</li></ul>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>How to send it</h2>"
                    "<p>Use the same online service as for a referral. The older paper form that people "
                    "still call the MS1 is historic.</p>"
                    "<p>A report about an adult must not include anything that identifies them, alone "
                    "or together with other details, unless they agree. A name is the obvious part. A "
                    "workplace, a small nationality group and a date together can also give someone "
                    "away. Leave out what you do not need.</p>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>What to tell the person</h2><ul>"
                    "<li>That you have a duty to report, that it will not name them, and what it will "
                    "say.</li>"
                    "<li>That it is not a referral, and nobody will contact them because of it.</li>"
                    "<li>That they can change their mind about a referral at any time.</li>"
                    "<li>What help does not depend on a referral: safety, health care, housing advice, "
                    "legal advice and a person to ring.</li></ul>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>What the reports are for</h2>"
                    "<p>They help to show where exploitation is happening, and to whom. In 2025 there "
                    "were 7,130 reports, 27% more than in 2024. A report does not bring help to the "
                    "person, so do not let it stand in for help.</p>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>A check for managers</h2><ol>"
                    "<li>Do staff know whether your organisation has the duty?</li>"
                    "<li>Who sends the report out of hours?</li>"
                    "<li>Does someone read it to see whether it could identify the person?</li>"
                    "<li>Is the person’s no, and what was explained to them, written in your own "
                    "records?</li>"
                    "<li>Is the offer of help repeated later?</li></ol>"
                ),
            ),
        ],
        "nations": ["england", "wales"],
        "rests_on": ["msa-2015-s52", "guidance-duty-to-notify", "service-report", "statistics-2025"],
        "related": ["step-by-step"],
        "facts_checked_on": "2026-04-28",
        "review_on": "2027-04-28",
    },
]
