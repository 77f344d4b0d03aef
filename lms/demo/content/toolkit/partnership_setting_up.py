"""Toolkit pages on setting up a partnership: starting or refreshing one, and its terms of reference."""

PAGES = [
    {
        "slug": "starting-or-refreshing-a-partnership",
        "title": "Start a partnership, or refresh one",
        "neutral_title": "Start or refresh a partnership",
        "section": "partnership-working",
        "group": "Set it up",
        "kind": "Guide",
        "minutes": 6,
        "intro": (
            "A partnership is worth the meetings when each agency can do something with the others that "
            "it cannot do alone. Begin with that."
        ),
        "body": [
            (
                "image",
                {
                    "illustration": "meeting-table",
                    "alt": (
                        "A round table seen from above. Eight chairs and eight papers, with one yellow "
                        "folder in the middle that everyone can reach."
                    ),
                    "caption": "A good table has a place for everyone and one plan in the middle.",
                },
            ),
            (
                "rich_text",
                (
                    "<h2>Decide what it is for</h2>"
                    "<p>Write three sentences before you invite anyone. What harm do you want less of "
                    "in this area? Who is not being reached now? What could only be done together? If "
                    "you cannot agree on the answers, start with a smaller group that can.</p>"
                    "<p>A partnership usually does four kinds of work: finding and protecting people, "
                    "supporting them over time, making it harder for those who exploit them, and "
                    "preventing harm in the first place. You do not have to do all four in year one. "
                    "Say which come later.</p>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>Find out what is there already</h2>"
                    "<p>Many areas have more going on than any one person knows. Before you build, "
                    "ask:</p><ul>"
                    "<li>Which groups already meet? Look at safeguarding boards, community safety "
                    "partnerships, groups on county lines or exploitation, and forums on homelessness "
                    "or labour abuse.</li>"
                    "<li>Who refers people now, and who never does?</li>"
                    "<li>What do survivors in the area say about the help they were given?</li>"
                    "<li>Which parts of the area, or which kinds of work, does nobody visit?</li>"
                    "<li>What has been tried before, and why did it stop?</li></ul>"
                    "<p>Keep this to two pages. It will become your baseline when you measure "
                    "change.</p>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>Bring in the right people</h2>"
                    "<p>Aim for a core group of 8 to 12 who can decide things, and a wider circle who "
                    "are kept informed. Think of police, children’s and adults’ services, housing, "
                    "health, fire and rescue, schools, labour inspection, immigration and probation, "
                    "charities that support survivors, faith and community groups, employers and "
                    "unions. Ask each for one named person and one deputy.</p>"
                    "<p>Make a safe and paid route for survivors to shape the plan from the start. "
                    "Asking them to approve a finished plan is too late.</p>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>Give it a home and a rhythm</h2><ul>"
                    "<li><b>A chair</b> with enough standing to ask other agencies for things, and time "
                    "to do it.</li>"
                    "<li><b>A coordinator,</b> even for one day a week. Work between meetings is where "
                    "partnerships succeed or fade.</li>"
                    "<li><b>A budget,</b> however small, and an owner for it.</li>"
                    "<li><b>Four meetings a year</b> for the core group, with task groups in "
                    "between.</li>"
                    "<li><b>One line of reporting</b> to a board that can unblock problems.</li></ul>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>When it has gone quiet</h2>"
                    "<p>Partnerships often fade when the founder moves on, when meetings become "
                    "updates, or when nobody can say what changed. To refresh one, do not relaunch "
                    "everything. Speak to each member for 20 minutes. Ask what they would miss if it "
                    "stopped. Then hold one meeting with one decision on the agenda: what three things "
                    "will be different in six months?</p>"
                ),
            ),
            (
                "key_facts",
                {
                    "title": "In short",
                    "facts": [
                        "<p><b>Purpose first, then people, then papers.</b></p>",
                        "<p><b>Name a coordinator.</b> Goodwill does not send out the minutes.</p>",
                        (
                            "<p><b>Pay survivors for their advice,</b> and never depend on one person to "
                            "speak for all.</p>"
                        ),
                    ],
                },
            ),
        ],
        "nations": ["england", "wales", "scotland", "northern-ireland"],
        "rests_on": [],
        "related": ["terms-of-reference", "measuring-what-changes", "run-a-useful-first-meeting"],
        "facts_checked_on": "2026-04-28",
        "review_on": "2027-04-28",
    },
    {
        "slug": "terms-of-reference",
        "title": "Write terms of reference that people use",
        "neutral_title": "Write terms of reference",
        "section": "partnership-working",
        "group": "Set it up",
        "kind": "Guide and template",
        "minutes": 5,
        "intro": (
            "Terms of reference are a promise between agencies about who does what. Keep them to two "
            "pages, and review them at least every 24 months."
        ),
        "body": [
            (
                "rich_text",
                (
                    "<h2>What to settle</h2>"
                    "<p>Most disputes in a partnership are about things nobody wrote down. Settle these "
                    "before you need them.</p><ul>"
                    "<li><b>Purpose and area.</b> What the group is for, where it works, and what it "
                    "will not do.</li>"
                    "<li><b>Members.</b> Which organisations, which roles and who may stand in.</li>"
                    "<li><b>Decisions.</b> What the group can decide, what must go to a board, and how "
                    "many members must be there.</li>"
                    "<li><b>Chair and coordinator.</b> How they are chosen, for how long and what they "
                    "may do between meetings.</li>"
                    "<li><b>Handling of information.</b> What may be said in the room and what may not. "
                    "Cases that could identify a person belong in a separate meeting, under its own "
                    "agreement.</li>"
                    "<li><b>Conflicts of interest.</b> For example when a member is also bidding for a "
                    "contract the group advises on.</li>"
                    "<li><b>Survivor involvement.</b> How people are paid and supported, and how they "
                    "can stop.</li>"
                    "<li><b>Review.</b> The date of the next review, and who starts it.</li></ul>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>A template to copy</h2>"
                    "<p>Replace the words in square brackets. Delete what you do not need.</p>"
                    "<p><b>1. Purpose.</b> [Name] brings organisations in [area] together to find and "
                    "protect people who are exploited, support them over time, and prevent and disrupt "
                    "exploitation. It does not manage cases or replace any organisation’s own "
                    "duties.</p>"
                    "<p><b>2. Members.</b> Each member organisation names one person who can commit its "
                    "time and resources, and one deputy. New members join by agreement of the group. A "
                    "member who misses three meetings in a row is asked whether someone else should "
                    "take the seat.</p>"
                    "<p><b>3. Chair.</b> The group chooses a chair for [two] years. The chair agrees "
                    "the agenda, follows up actions and speaks for the group on agreed matters only.</p>"
                    "<p><b>4. Meetings.</b> The group meets every [three] months. It can decide when "
                    "[half] of the member organisations are present, including at least [two] statutory "
                    "bodies. Decisions are by consensus. If there is none, the chair records the views "
                    "and takes the matter to [board].</p>"
                    "<p><b>5. Work between meetings.</b> Task groups have a named lead, a written aim "
                    "and an end date.</p>"
                    "<p><b>6. Information.</b> Papers are marked as open, members only or restricted. "
                    "No paper of this group holds details that could identify a person who may have "
                    "been exploited.</p>"
                    "<p><b>7. Money.</b> [Organisation] holds any funds for the group and reports on "
                    "them every [six] months.</p>"
                    "<p><b>8. Reporting.</b> The group reports once a year to [board], and publishes a "
                    "summary of what it did and what changed.</p>"
                    "<p><b>9. Review.</b> These terms were agreed on [date]. They are reviewed by "
                    "[date], or sooner if the law changes.</p>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>Check it before you agree</h2>"
                    "<p>Ask a person who was not in the room to read it and answer three questions. Who "
                    "can stop this group doing something? Who would notice if it stopped meeting? What "
                    "happens when two members disagree? If the paper does not tell them, mend it.</p>"
                ),
            ),
        ],
        "nations": ["england", "wales", "scotland", "northern-ireland"],
        "rests_on": [],
        "related": ["starting-or-refreshing-a-partnership", "sharing-information"],
        "facts_checked_on": "2026-04-28",
        "review_on": "2027-04-28",
    },
]
