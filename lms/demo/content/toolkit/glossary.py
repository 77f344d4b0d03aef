"""The glossary: the words of the lessons and pages in plain English."""

PAGES = [
    {
        "slug": "glossary",
        "title": "Glossary",
        "neutral_title": "Glossary",
        "section": "about",
        "group": "",
        "kind": "Guide",
        "minutes": 4,
        "intro": "The words you will meet in the lessons and pages, in plain English.",
        "body": [
            (
                "rich_text",
                (
                    "<h2>A to C</h2><ul>"
                    "<li><b>Care plan.</b> What a person and their supporters have agreed on: what the "
                    "person wants, who does what, and by when.</li>"
                    "<li><b>Child.</b> Anyone under 18.</li>"
                    "<li><b>Conclusive grounds decision.</b> The final decision: on the balance of "
                    "probabilities, is this person a victim? It does not come before 30 days have "
                    "passed.</li>"
                    "<li><b>County lines.</b> Drug networks that use a phone line and send children or "
                    "vulnerable adults to carry and sell drugs in other places.</li>"
                    "<li><b>Cuckooing.</b> Taking over someone’s home to use it for crime.</li></ul>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>D to G</h2><ul>"
                    "<li><b>Debt bondage.</b> Being made to work to pay off a debt on terms that "
                    "someone else controls.</li>"
                    "<li><b>Domestic servitude.</b> Being made to work in a private home, for little or "
                    "no pay, without the freedom to leave.</li>"
                    "<li><b>Duty to notify.</b> The duty of certain public authorities in England and "
                    "Wales, under section 52, to tell the Home Office about people who may be "
                    "victims.</li>"
                    "<li><b>First responder organisation.</b> An organisation on the government’s list "
                    "that may make a referral. It is not the same as an emergency service.</li>"
                    "<li><b>Guardian.</b> An independent person who supports a child who may have been "
                    "trafficked, and speaks up for them. The Act calls them child trafficking "
                    "advocates.</li></ul>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>H to M</h2><ul>"
                    "<li><b>Human trafficking.</b> Arranging or helping with a person’s travel in order "
                    "to exploit them. Travel within a town counts.</li>"
                    "<li><b>Informed consent.</b> An adult’s agreement, given once they understand what "
                    "will happen and what they may choose.</li>"
                    "<li><b>Modern slavery.</b> A name for several crimes: slavery, servitude, forced "
                    "or compulsory labour and human trafficking.</li>"
                    "<li><b>MS1.</b> The former name of the form for a Duty to Notify report. It is now "
                    "sent in the same online service as a referral.</li></ul>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>N to R</h2><ul>"
                    "<li><b>National Referral Mechanism (NRM).</b> The UK’s system for identifying and "
                    "supporting people who may be victims.</li>"
                    "<li><b>Reasonable grounds decision.</b> The first decision, on all the general and "
                    "specific evidence available. The target is 5 working days.</li>"
                    "<li><b>Recovery period.</b> A time of support and rest after a positive first "
                    "decision.</li></ul>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>S to Z</h2><ul>"
                    "<li><b>Safeguarding lead.</b> The person in an organisation to whom staff bring "
                    "concerns about someone’s safety.</li>"
                    "<li><b>Section 45.</b> The defence for people who were made to commit an offence "
                    "because of their exploitation.</li>"
                    "<li><b>Single Competent Authority.</b> The Home Office body that makes most of the "
                    "decisions. The Immigration Enforcement Competent Authority makes some.</li>"
                    "<li><b>Survivor.</b> A person who has lived through exploitation. Many prefer this "
                    "word, and some do not. Ask.</li>"
                    "<li><b>Trauma-informed practice.</b> Working in a way that gives people safety, "
                    "choice and control, because harm may have taken these away.</li>"
                    "<li><b>Victim.</b> The word that the law uses. A person does not have to see "
                    "themselves as one.</li></ul>"
                ),
            ),
        ],
        "nations": ["england", "wales", "scotland", "northern-ireland"],
        "rests_on": ["guidance-statutory", "msa-2015-s45", "msa-2015-s52"],
        "related": [],
        "facts_checked_on": "2026-04-28",
        "review_on": "2027-04-28",
        "footer": "keep-up",
    },
]
