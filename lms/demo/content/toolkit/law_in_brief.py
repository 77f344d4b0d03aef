"""Toolkit pages on the law: in brief by nation, and what differs in Scotland and Northern Ireland."""

PAGES = [
    {
        "slug": "the-law-in-brief",
        "title": "The law in brief, by nation",
        "neutral_title": "The law in brief",
        "section": "law-and-reports",
        "group": "The law",
        "kind": "Guide",
        "minutes": 6,
        "intro": (
            "The main duties and protections in plain words, with the section they come from. Most of "
            "the Modern Slavery Act 2015 is about England and Wales."
        ),
        "body": [
            (
                "callout",
                {
                    "kind": "info",
                    "title": "Plain words, not legal advice",
                    "text": (
                        "<p>This page explains. It does not replace the law, the guidance or a lawyer. Each "
                        "point names where it comes from, so that you can read the source.</p>"
                    ),
                },
            ),
            (
                "rich_text",
                (
                    "<h2>England and Wales: the crimes</h2><ul>"
                    "<li><b>Section 1.</b> It is an offence to hold someone in slavery or servitude, or "
                    "to make them do forced or compulsory labour. The person’s agreement does not rule "
                    "it out.</li>"
                    "<li><b>Section 2.</b> It is an offence to arrange or help with someone’s travel "
                    "with a view to exploiting them. Travel inside one country counts.</li>"
                    "<li><b>Section 3.</b> Says what exploitation means for section 2: slavery and "
                    "forced labour, sexual exploitation, removal of organs, and getting services or "
                    "benefits from people by force, threats or lies, or from children and people who "
                    "are vulnerable.</li></ul>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>England and Wales: prevention, money and the Commissioner</h2><ul>"
                    "<li><b>Part 2.</b> Courts can make prevention orders and risk orders that limit "
                    "what a person may do.</li>"
                    "<li><b>Sections 8 to 10.</b> Courts can order a convicted person to pay reparation "
                    "to the victim.</li>"
                    "<li><b>Sections 40 to 44.</b> Set up the Independent Anti-Slavery Commissioner, "
                    "whose work covers the whole UK.</li>"
                    "<li><b>Section 54.</b> Large businesses must publish a statement every year on "
                    "slavery in their supply chains. It applies across the UK.</li></ul>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>England and Wales: protection</h2><ul>"
                    "<li><b>Section 45.</b> A defence to many offences. For an adult: they were "
                    "compelled to act, the compulsion came from slavery or relevant exploitation, and a "
                    "reasonable person with the same characteristics would have had no realistic "
                    "alternative. For a child there is no compulsion test. The Act lists offences to "
                    "which the defence does not apply.</li>"
                    "<li><b>Section 48.</b> Independent guardians for children, where the service "
                    "exists.</li>"
                    "<li><b>Section 49.</b> The Home Secretary must issue guidance on signs, support "
                    "and decisions.</li>"
                    "<li><b>Section 50A.</b> Assistance and support during a recovery period.</li>"
                    "<li><b>Section 51.</b> When someone’s age is uncertain and they may be under 18, "
                    "public bodies presume that they are a child until their age is assessed.</li>"
                    "<li><b>Section 52.</b> The public authorities it names must notify the Home Office "
                    "about people who may be victims. Health bodies in England are not among "
                    "them.</li></ul>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>Scotland</h2>"
                    "<p>Scotland has its own Act: the Human Trafficking and Exploitation (Scotland) Act "
                    "2015. It sets out the offences, support and guardians for children there. There is "
                    "no defence like section 45. Instead, the Lord Advocate issues instructions to "
                    "prosecutors.</p>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>Northern Ireland</h2>"
                    "<p>Northern Ireland has its own Act: the Human Trafficking and Exploitation "
                    "(Criminal Justice and Support for Victims) Act (Northern Ireland) 2015. It has its "
                    "own defence, in section 22. Health and Social Care Trusts are first responder "
                    "organisations there.</p>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>Across the UK</h2>"
                    "<p>The National Referral Mechanism, and the two decisions within it, cover the "
                    "whole UK. Support after a referral is arranged separately in each nation.</p>"
                ),
            ),
        ],
        "nations": ["england", "wales", "scotland", "northern-ireland"],
        "rests_on": [
            "msa-2015-s1",
            "msa-2015-s2",
            "msa-2015-s3",
            "msa-2015-s45",
            "msa-2015-s48",
            "msa-2015-s49",
            "msa-2015-s50a",
            "msa-2015-s51",
            "msa-2015-s52",
            "msa-2015-s54",
            "scotland-2015",
            "northern-ireland-2015",
        ],
        "related": ["differences-between-nations", "duty-to-notify"],
        "facts_checked_on": "2026-04-28",
        "review_on": "2027-04-28",
    },
    {
        "slug": "differences-between-nations",
        "title": "Differences in Scotland and Northern Ireland",
        "neutral_title": "Differences between nations",
        "section": "law-and-reports",
        "group": "The law",
        "kind": "Guide",
        "minutes": 3,
        "intro": (
            "Our lessons are written for England and Wales. This page says where Scotland and Northern "
            "Ireland differ, and where they do not."
        ),
        "body": [
            (
                "callout",
                {
                    "kind": "caution",
                    "title": "To be checked by an editor in each nation",
                    "text": (
                        "<p>This page names the main differences only. An expert in each nation should "
                        "check and extend it before anyone there relies on it.</p>"
                    ),
                },
            ),
            (
                "rich_text",
                (
                    "<h2>The same everywhere in the UK</h2><ul>"
                    "<li>999 in danger. The Modern Slavery Helpline on 08000 121 700 is for anyone.</li>"
                    "<li>The National Referral Mechanism and its two decisions.</li>"
                    "<li>Informed consent for adults. Children are referred without having to "
                    "consent.</li>"
                    "<li>Speak alone and safely, do not confront, and pass on what you saw and heard "
                    "the same day.</li></ul>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>Scotland</h2><ul>"
                    "<li><b>The Act:</b> Human Trafficking and Exploitation (Scotland) Act 2015.</li>"
                    "<li><b>The police:</b> Police Scotland covers the whole nation.</li>"
                    "<li><b>Trafficking:</b> the offence there does not need any travel.</li>"
                    "<li><b>People who were made to commit offences:</b> section 45 does not apply. The "
                    "Lord Advocate issues instructions to prosecutors about people who may be "
                    "victims.</li>"
                    "<li><b>The duty in section 52</b> of the Modern Slavery Act does not apply in "
                    "Scotland.</li>"
                    "<li><b>Children:</b> the Scottish Act provides for its own independent "
                    "guardians.</li>"
                    "<li><b>Age:</b> the Scottish Act has its own presumption about age.</li></ul>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>Northern Ireland</h2><ul>"
                    "<li><b>The Act:</b> Human Trafficking and Exploitation (Criminal Justice and "
                    "Support for Victims) Act (Northern Ireland) 2015.</li>"
                    "<li><b>The police:</b> the Police Service of Northern Ireland.</li>"
                    "<li><b>People who were made to commit offences:</b> section 22 of that Act has a "
                    "defence, with separate conditions for adults and children.</li>"
                    "<li><b>The duty in section 52</b> of the Modern Slavery Act does not apply in "
                    "Northern Ireland.</li>"
                    "<li><b>Health:</b> Health and Social Care Trusts are first responder "
                    "organisations. Health bodies in England are not on the duty-to-notify list, which "
                    "is why training materials should not be copied from one nation to another.</li>"
                    "<li><b>Children:</b> the Act provides for its own independent guardians.</li></ul>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>What to do with this</h2>"
                    "<p>Ask your safeguarding lead for the local route, and write it beside your notes "
                    "from module T1. If you train people in more than one nation, give each group its "
                    "own page of differences.</p>"
                ),
            ),
        ],
        "nations": ["scotland", "northern-ireland"],
        "rests_on": ["scotland-2015", "northern-ireland-2015", "msa-2015-s45", "msa-2015-s52"],
        "related": ["the-law-in-brief"],
        "facts_checked_on": "2026-04-28",
        "review_on": "2027-04-28",
    },
]
