"""Toolkit pages on working in a partnership: sharing information, and measuring what changes."""

PAGES = [
    {
        "slug": "sharing-information",
        "title": "Share information well",
        "neutral_title": "Share information well",
        "section": "partnership-working",
        "group": "Work together",
        "kind": "Guide",
        "minutes": 6,
        "intro": (
            "Data protection law is not a reason to stay silent when someone may come to harm. It asks "
            "you to know why you share, share what is needed, and write it down."
        ),
        "body": [
            (
                "rich_text",
                (
                    "<h2>Two kinds of sharing</h2>"
                    "<p><b>Sharing in an emergency, or to protect someone.</b> If a person is in "
                    "danger, tell those who can act: 999 first. You do not need an agreement in place. "
                    "For a child, you do not need permission to pass on a safeguarding concern. For an "
                    "adult, ask them first when it is safe to ask, and follow your safeguarding policy "
                    "on when to share without their agreement. Write down what you shared, with whom "
                    "and why.</p>"
                    "<p><b>Sharing as a routine.</b> When agencies share often, such as in a case "
                    "conference or a joint visit, they need an agreement that says how.</p>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>What an agreement should say</h2><ul>"
                    "<li><b>The purpose,</b> narrow enough that a reader could tell what falls outside "
                    "it.</li>"
                    "<li><b>The lawful basis</b> for each organisation. For public bodies this is "
                    "usually a public task or a legal duty. Consent is seldom the right basis between "
                    "public bodies, because a person who cannot freely refuse has not consented.</li>"
                    "<li><b>The condition for sensitive data,</b> such as health, ethnic origin or "
                    "immigration history, and for data about offences.</li>"
                    "<li><b>What is shared,</b> item by item, and what is never shared.</li>"
                    "<li><b>Who may see it,</b> by role.</li>"
                    "<li><b>How it is sent,</b> stored and deleted, and when.</li>"
                    "<li><b>What happens when something goes wrong,</b> and whom to tell within what "
                    "time.</li>"
                    "<li><b>Rights.</b> How a person can see or correct what is held about them, "
                    "without putting them at risk.</li>"
                    "<li><b>Signatures, dates and a review date.</b></li></ul>"
                    "<p>For new or risky sharing, do a data protection impact assessment first. Ask "
                    "your data protection officer to read both. The Information Commissioner has a "
                    "statutory code on data sharing: read it beside your draft.</p>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>Questions that come up</h2>"
                    "<p><b>“Can immigration enforcement see it?”</b> People stay away from help when "
                    "they fear this. Say in the agreement exactly what is passed on, to whom and under "
                    "which power. Then make sure that frontline staff can explain it truthfully.</p>"
                    "<p><b>“Can a charity take part?”</b> Yes. Give it its own role in the agreement, "
                    "and do not ask it for its clients’ files as the price of a seat.</p>"
                    "<p><b>“Can we keep a list of concerns?”</b> Only with a purpose, an owner, a time "
                    "limit and a rule for taking names off. Unproven concerns can follow a person for "
                    "years.</p>"
                    "<p><b>“Can we share figures?”</b> Figures that identify nobody are often enough "
                    "for planning. Beware of small numbers: three people of one nationality in one "
                    "village can be recognised.</p>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>Never through this site</h2>"
                    "<p>This site holds no case information, and must not. Use the secure routes in "
                    "your agreement.</p>"
                ),
            ),
            (
                "key_facts",
                {
                    "title": "In short",
                    "facts": [
                        "<p><b>Know your purpose and your lawful basis before you share.</b></p>",
                        "<p><b>Share what is needed, with those who need it.</b></p>",
                        ("<p><b>Write down what you shared and why. Do the same when you decide not to.</b></p>"),
                    ],
                },
            ),
        ],
        "nations": ["england", "wales", "scotland", "northern-ireland"],
        "rests_on": ["data-protection-2018-s121", "guidance-statutory"],
        "related": ["terms-of-reference"],
        "facts_checked_on": "2026-04-28",
        "review_on": "2027-04-28",
    },
    {
        "slug": "measuring-what-changes",
        "title": "Measure what changes: activities, outputs, outcomes",
        "neutral_title": "Measure what changes",
        "section": "partnership-working",
        "group": "Learn and improve",
        "kind": "Guide and template",
        "minutes": 7,
        "intro": (
            "Counting meetings shows that you met. Decide what should be different for people, and then "
            "find the smallest honest way to see it."
        ),
        "body": [
            (
                "rich_text",
                (
                    "<h2>Three words to keep apart</h2><ul>"
                    "<li><b>Activities</b> are what you do: hold a course, run a joint visit, print a "
                    "poster.</li>"
                    "<li><b>Outputs</b> are what comes straight out: 200 people trained, 12 visits "
                    "made, 3,000 posters up.</li>"
                    "<li><b>Outcomes</b> are what is different afterwards: staff act on concerns "
                    "sooner, people get safe housing on the first night, fewer are exploited "
                    "again.</li></ul>"
                    "<p>Most partnerships report the first two, because they are easy to count. Funders "
                    "and survivors care about the third.</p>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>A worked example</h2>"
                    "<p>Marchshire, a made-up county, wants concerns from housing staff to reach the "
                    "right place on the same day.</p><ul>"
                    "<li><b>Activity:</b> run tier 1 and tier 2 training for every housing officer.</li>"
                    "<li><b>Output:</b> 84 of 96 officers complete it by March.</li>"
                    "<li><b>Early outcome:</b> more right answers on the same 8 questions before, after "
                    "and six months later.</li>"
                    "<li><b>Later outcome:</b> the share of concerns passed on the same day goes from "
                    "41% to 70% in a year.</li>"
                    "<li><b>What might mislead:</b> a new computer system also started in May.</li></ul>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>Choose few indicators, and write each one down</h2>"
                    "<p>For every indicator, write its exact definition, where the numbers come from, "
                    "who collects them, how often, and what you would do differently if it went up or "
                    "down. If the last box is empty, drop the indicator.</p>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>Read numbers with care</h2><ul>"
                    "<li><b>More referrals can be good news.</b> It may mean that people are noticed "
                    "sooner. It can also mean more harm. Say which you think it is, and why.</li>"
                    "<li><b>Always print how many.</b> “Up 50%” from 4 to 6 is two people. Give n, and "
                    "how many were asked.</li>"
                    "<li><b>Give the response rate.</b> If 30 of 200 people answered, you know about 30 "
                    "people.</li>"
                    "<li><b>Match before and after.</b> Compare the same people with themselves, and "
                    "say how many pairs you have.</li>"
                    "<li><b>Show the uncertainty.</b> An interval beside a change tells the reader how "
                    "far chance alone could move it.</li>"
                    "<li><b>Ask what else changed.</b> A new team, a new form or a news story can move "
                    "a number too.</li></ul>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>Ask survivors, safely</h2>"
                    "<p>Some outcomes only the person can judge: feeling safe, being believed, having a "
                    "say. Ask through a service they trust, tell them what you will do with the answer, "
                    "pay them for their time, and let them refuse without a reason. Never ask for their "
                    "story in order to fill in a form.</p>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>A template for one indicator</h2><ol>"
                    "<li><b>Name:</b> Concerns passed on the same day.</li>"
                    "<li><b>Why it matters:</b> people are moved at short notice.</li>"
                    "<li><b>Definition:</b> concerns logged by housing staff and sent to the "
                    "safeguarding lead before midnight, out of all concerns logged.</li>"
                    "<li><b>Source and owner:</b> housing log, safeguarding lead.</li>"
                    "<li><b>How often:</b> every three months.</li>"
                    "<li><b>Baseline and aim:</b> 41% (n = 39) in 2025. At least 70% by the end of "
                    "2026.</li>"
                    "<li><b>If it falls:</b> read 10 late cases together, and mend the route.</li></ol>"
                ),
            ),
        ],
        "nations": ["england", "wales", "scotland", "northern-ireland"],
        "rests_on": [],
        "related": ["starting-or-refreshing-a-partnership"],
        "facts_checked_on": "2026-04-28",
        "review_on": "2027-04-28",
    },
]
