"""Toolkit pages on raising awareness: planning a campaign, and words and pictures that do no harm."""

PAGES = [
    {
        "slug": "plan-an-awareness-campaign",
        "title": "Plan an awareness campaign",
        "neutral_title": "Plan a campaign",
        "section": "resources",
        "group": "Raise awareness",
        "kind": "Guide and template",
        "minutes": 7,
        "intro": (
            "A campaign works when one group of people does one new thing. Choose both before you choose a poster."
        ),
        "body": [
            (
                "rich_text",
                (
                    "<h2>Ten steps</h2><ol>"
                    "<li><b>Choose one audience.</b> “The public” is too wide. Letting agents in two "
                    "towns is an audience.</li>"
                    "<li><b>Choose one action.</b> For example: ring the housing team when a tenant "
                    "never speaks for themselves.</li>"
                    "<li><b>Check that the route works.</b> Ring the number yourself at 18:00 on a "
                    "Friday. If nobody answers, mend that first.</li>"
                    "<li><b>Ask people who know.</b> Survivors, and people from the community you want "
                    "to reach, can tell you what would help and what would harm. Pay them.</li>"
                    "<li><b>Find the right messenger.</b> A market trader may trust a trading standards "
                    "officer more than a police poster.</li>"
                    "<li><b>Write one message.</b> Say what to notice and what to do, in 20 words. Test "
                    "it on five people from the audience.</li>"
                    "<li><b>Choose languages and formats.</b> Ask which languages people read, and not "
                    "only which they speak. Plan audio, large print and Easy Read.</li>"
                    "<li><b>Choose places with care.</b> A notice inside a toilet cubicle can be read "
                    "alone. A leaflet in a handbag can be found.</li>"
                    "<li><b>Prepare for the response.</b> Tell the helpline, 101 and your safeguarding "
                    "teams before you start, and brief your own reception staff.</li>"
                    "<li><b>Decide how you will know.</b> Record calls and concerns for three months "
                    "before and after, and ask new callers where they heard of you.</li></ol>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>Words for a first draft</h2>"
                    "<p>“Someone always speaks for them. Someone else holds their money and papers. If "
                    "that worries you, you do not need to be sure. Ring [team] on [number]. In danger "
                    "now: 999.”</p>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>What can go wrong</h2><ul>"
                    "<li><b>It frightens people away.</b> A picture of a locked door says that help is "
                    "a raid. Show help as it is: a conversation, a room, a choice.</li>"
                    "<li><b>It points at one group.</b> If every example has one nationality or one "
                    "trade, you teach people to suspect neighbours for who they are.</li>"
                    "<li><b>It brings calls nobody can handle.</b> A campaign without a route does "
                    "harm.</li>"
                    "<li><b>It ends with the printing.</b> Put two thirds of your effort into the "
                    "months after the launch.</li></ul>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>A one-page plan to copy</h2><ul>"
                    "<li><b>Audience and place:</b></li>"
                    "<li><b>The one action:</b></li>"
                    "<li><b>Message (20 words):</b></li>"
                    "<li><b>Messenger and channels:</b></li>"
                    "<li><b>Languages and formats:</b></li>"
                    "<li><b>Safety check done by, on:</b></li>"
                    "<li><b>Route tested by, on:</b></li>"
                    "<li><b>Start, end and review dates:</b></li>"
                    "<li><b>Budget: design, translation, print, payment for advice:</b></li>"
                    "<li><b>Baseline, and what we will count:</b></li></ul>"
                ),
            ),
        ],
        "nations": ["england", "wales", "scotland", "northern-ireland"],
        "rests_on": ["service-helpline", "guidance-statutory"],
        "related": ["words-and-pictures"],
        "facts_checked_on": "2026-04-28",
        "review_on": "2027-04-28",
    },
    {
        "slug": "words-and-pictures",
        "title": "Words and pictures that do no harm",
        "neutral_title": "Words and pictures",
        "section": "resources",
        "group": "Raise awareness",
        "kind": "Guide",
        "minutes": 5,
        "intro": (
            "The way we show exploitation shapes who is believed. Show the place, the pattern and the "
            "way out, and leave out the suffering."
        ),
        "body": [
            (
                "rich_text",
                (
                    "<h2>Why it matters</h2>"
                    "<p>People compare themselves with the pictures they have seen. If every picture "
                    "shows a chained young woman in the dark, a builder of 50 who goes home to a shared "
                    "flat will not see himself in it. Nor will his neighbour. Pictures of suffering "
                    "also bring back harm for people who have lived through it, and can teach staff to "
                    "look for the wrong things.</p>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>Pictures</h2>"
                    "<p><b>Use</b> ordinary places: a car wash, a kitchen, a parade of shops. Use "
                    "things: papers in someone else’s drawer, a telephone, a key. Use drawings when a "
                    "photograph would point at a real business or person.</p>"
                    "<p><b>Leave out</b> faces of people in distress, children in shadow, hands "
                    "reaching, chains, ropes, handcuffs, cages, barcodes on skin and maps with red "
                    "arrows. Leave out pictures of real people as if they were victims, even with a "
                    "model’s consent.</p>"
                    "<p><b>Give every picture a text alternative</b> that says what it shows and why it "
                    "is there.</p>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>Words</h2><ul>"
                    "<li>Say <b>person</b> or <b>survivor</b> first. Use <b>victim</b> where the law or "
                    "a form needs it.</li>"
                    "<li>Say <b>was made to</b>, <b>was exploited</b> and <b>was controlled</b>. Name "
                    "what the other person did.</li>"
                    "<li>Say <b>child who was exploited</b>, never words that suggest a child chose "
                    "it.</li>"
                    "<li>Say <b>said no to a referral</b>, not “refused to engage”.</li>"
                    "<li>Say <b>thought to be</b>, until a decision has been made.</li>"
                    "<li>Leave out “rescue”, “raid”, “ring” and “gang” unless they are exact.</li>"
                    "<li>Leave out “hidden in plain sight” and “modern-day slaves”. They tell people "
                    "nothing that they can use.</li></ul>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>Someone’s own story</h2>"
                    "<p>A survivor’s story is theirs. Before you ask for it, ask yourself whether you "
                    "need it. If you do:</p><ul>"
                    "<li>agree on what it is for, where it will appear and for how long</li>"
                    "<li>let them read it, change it and withdraw it later</li>"
                    "<li>leave out details that could identify them, other people or a live case</li>"
                    "<li>pay them, and offer support before and after</li>"
                    "<li>never make support depend on it</li></ul>"
                ),
            ),
            (
                "rich_text",
                (
                    "<h2>Check before you publish</h2>"
                    "<p>Ask two people who had no part in it. Could someone recognise themselves and be "
                    "helped? Could someone recognise a real person and harm them? Could a reader come "
                    "away with a new suspicion about a whole group? Does it say what to do next? If one "
                    "answer troubles you, change it.</p>"
                ),
            ),
            (
                "key_facts",
                {
                    "title": "In short",
                    "facts": [
                        "<p><b>Show control, not pain.</b></p>",
                        "<p><b>Say what to do next,</b> every time.</p>",
                        "<p><b>Ask survivors, and pay them.</b></p>",
                    ],
                },
            ),
        ],
        "nations": ["england", "wales", "scotland", "northern-ireland"],
        "rests_on": [],
        "related": ["plan-an-awareness-campaign"],
        "facts_checked_on": "2026-04-28",
        "review_on": "2027-04-28",
    },
]
