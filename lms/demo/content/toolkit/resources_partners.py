"""Toolkit pages on partners: bringing one in, and the first meeting."""

PAGES = [
    {
        "slug": "bring-in-a-new-partner",
        "title": "Bring in a new partner",
        "neutral_title": "Bring in a new partner",
        "section": "resources",
        "group": "Bring in partners",
        "kind": "Guide and template",
        "minutes": 5,
        "intro": (
            "People join when the first request is small, clear and useful to them. Ask for one thing, "
            "and not for commitment to a cause."
        ),
        "body": [
            (
                "rich_text",
                (
                    "<h2>Before you write</h2>"
                    "<p>Find out what the organisation already does that touches exploitation, under "
                    "whatever name. A fire service inspects homes above shops. A health trust sees "
                    "injuries that nobody else sees. A housing association hears about noise and "
                    "strangers. A union hears about pay. A faith group hears nearly everything, and "
                    "often has nobody to tell.</p>"
                    "<p>Then ask yourself three questions. What do they see that we do not? What would "
                    "they gain? What are they likely to be afraid of? Common fears are extra work, "
                    "losing people’s trust, and legal risk.</p>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>A letter to copy</h2>"
                    "<p><b>Subject:</b> 30 minutes about safety at work in [area]</p>"
                    "<p>Dear [name],</p>"
                    "<p>Your [teams] go into [places] that few others see. We bring together [number] "
                    "organisations in [area] that help people who are exploited at work or at home.</p>"
                    "<p>We would like your advice on one question: [what would make it easy for your "
                    "staff to pass on a worry]. Would you spare 30 minutes on [date] or [date]? We will "
                    "come to you.</p>"
                    "<p>We are not asking you to join a board, or to share any information about a "
                    "person.</p>"
                    "<p>[Name, role, telephone]</p>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>The first conversation</h2><ul>"
                    "<li>Spend most of it listening. Ask what they have seen, and what happened when "
                    "they tried to pass it on.</li>"
                    "<li>Leave one page: what to notice, whom to ring, what happens next.</li>"
                    "<li>Agree on one task that takes less than two hours.</li>"
                    "<li>Say what you will do in return, and by when. Then do it early.</li></ul>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>First tasks that work</h2><ul>"
                    "<li>Put the route for concerns on their staff intranet.</li>"
                    "<li>Have ten staff take tier 1 training, and tell you what was unclear.</li>"
                    "<li>Walk through one made-up case together.</li>"
                    "<li>Name one person whom others can ring.</li></ul>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>Keeping them</h2>"
                    "<p>Tell a new partner within a month what their first action led to. Pair them "
                    "with an experienced member. Ask after six months what they would change. If they "
                    "stop coming, ring before the third missed meeting. The reason is often a changed "
                    "job, and not a changed mind.</p>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>Partners who need extra care</h2>"
                    "<p><b>Businesses</b> may be customers of the labour you worry about. Be clear "
                    "about what you would pass on. <b>Immigration enforcement</b> may be needed on some "
                    "work, and may stop people from coming forward on other work, so decide together "
                    "and in the open. <b>Small charities</b> cannot attend everything unpaid. Offer to "
                    "cover the cost.</p>"
                ),
            ),
        ],
        "nations": ["england", "wales", "scotland", "northern-ireland"],
        "rests_on": [],
        "related": ["run-a-useful-first-meeting", "sharing-information"],
        "facts_checked_on": "2026-04-28",
        "review_on": "2027-04-28",
    },
    {
        "slug": "run-a-useful-first-meeting",
        "title": "Run a useful first meeting",
        "neutral_title": "Run a useful first meeting",
        "section": "resources",
        "group": "Bring in partners",
        "kind": "Guide and template",
        "minutes": 4,
        "intro": "A 90-minute plan that ends with three agreed actions, each with a name and a date.",
        "body": [
            (
                "image",
                {
                    "illustration": "meeting-table",
                    "alt": (
                        "A round table seen from above. Eight chairs and eight papers, with one yellow "
                        "folder in the middle that everyone can reach."
                    ),
                    "caption": "Eight people, one question, three actions.",
                },
            ),
            (
                "rich_text",
                (
                    "<h2>Two weeks before</h2><ul>"
                    "<li>Invite no more than 12 people, and say what the meeting will decide.</li>"
                    "<li>Ask each person one question by telephone: “What is hardest about this in your "
                    "job?” Bring the answers, without names.</li>"
                    "<li>Choose a room that people can reach by bus and enter without steps, and offer "
                    "a way to join from afar.</li>"
                    "<li>Write a made-up case of half a page. Never use a real one.</li></ul>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>The 90 minutes</h2><ol>"
                    "<li><b>Welcome, and why we are here (10 minutes).</b> One sentence of purpose. Say "
                    "that nobody should mention details of a real person, and that anyone may step out "
                    "at any time.</li>"
                    "<li><b>What we heard (10 minutes).</b> Read out the answers from your calls. Ask "
                    "whether anything is missing.</li>"
                    "<li><b>Walk through the case (30 minutes).</b> In pairs from different agencies. "
                    "What would you do on day one? Whom would you ring? Where does it stop?</li>"
                    "<li><b>Name the gaps (15 minutes).</b> One gap on each note. Put them in order: "
                    "most harm first, easiest first.</li>"
                    "<li><b>Choose three actions (15 minutes).</b> Each gets one name, one date and a "
                    "first step for this week.</li>"
                    "<li><b>Close (10 minutes).</b> Is this group worth a second meeting? If so, agree "
                    "on the date now.</li></ol>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>Roles</h2>"
                    "<p>Have a chair, a person who writes the log where all can see it, and a person "
                    "who watches the time and how people are. Talk about exploitation can be close to "
                    "home for anyone in the room. Say at the start whom people can speak to "
                    "afterwards.</p>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>A decision log to copy</h2><ul>"
                    "<li><b>Date and who was there:</b></li>"
                    "<li><b>Decision or action:</b></li>"
                    "<li><b>Why:</b></li>"
                    "<li><b>Name:</b></li>"
                    "<li><b>First step, and by when:</b></li>"
                    "<li><b>Done when:</b></li></ul>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>The day after</h2>"
                    "<p>Send the log, on one page. Thank each person for something they said. Do your "
                    "own first step that day. Ring anyone who was quiet.</p>"
                ),
            ),
            (
                "callout",
                {
                    "kind": "info",
                    "title": "If only four people come",
                    "text": (
                        "<p>Hold it anyway. Four people who ring each other next week are a partnership. Do "
                        "the case and the three actions, and ask who should be the fifth.</p>"
                    ),
                },
            ),
        ],
        "nations": ["england", "wales", "scotland", "northern-ireland"],
        "rests_on": [],
        "related": ["bring-in-a-new-partner", "terms-of-reference"],
        "facts_checked_on": "2026-04-28",
        "review_on": "2027-04-28",
    },
]
