"""T1 lesson 3: signs about people and places, and the limits of any sign."""

LESSON = {
    "slug": "signs",
    "title": "Signs, and what they cannot tell you",
    "neutral_title": "Signs, and their limits",
    "kind": "content",
    "minutes": 3,
    "lead": ("A sign is a reason to look again. It is never proof, and you do not need proof to pass on a concern."),
    "body": [
        (
            "image",
            {
                "illustration": "table-with-papers",
                "alt": (
                    "A kitchen table seen from above. Six identity cards lie in a tidy pile beside one set "
                    "of keys. Six plates are laid on the other side."
                ),
                "caption": (
                    "Six people eat here. One person keeps everyone’s documents. Ask yourself who can "
                    "leave, and who decides."
                ),
            },
        ),
        (
            "rich_text",
            (
                "<h2>Look at the person</h2>"
                "<p>Some signs are about how a person seems, or what has happened to them.</p><ul>"
                "<li>Injuries or illness that nobody has treated, or signs of going without food or "
                "sleep.</li>"
                "<li>Someone else always answers, explains or translates for them.</li>"
                "<li>They do not know their address, or say they may not give it.</li>"
                "<li>They have no papers, phone or money of their own.</li>"
                "<li>They are afraid of police or officials, or of losing home and work on the same "
                "day.</li>"
                "<li>Their account sounds learned by heart, or changes when another person comes "
                "in.</li></ul>"
                "<p>Many people who live through harm seem calm, cross or blank. There is no right way "
                "for a person in trouble to look.</p>"
            ),
        ),
        (
            "rich_text",
            (
                "<h2>Look at the place</h2>"
                "<p>Other signs are about where people live, work and travel.</p><ul>"
                "<li>Bedding in a workshop, a shop or a caravan at the place of work.</li>"
                "<li>Many people at one small address, all with the same employer.</li>"
                "<li>Windows covered in the daytime, or locks on the outside of inner doors.</li>"
                "<li>The same vehicle brings and collects everyone, early and late.</li>"
                "<li>A list of debts, fines or “fees”, or pay going into one account.</li>"
                "<li>No safety gear where the work calls for it.</li></ul>"
            ),
        ),
        (
            "rich_text",
            (
                "<h2>Look at the child</h2>"
                "<p>A child may have new things with no clear source, a second phone, long trips to "
                "towns where they know nobody, or older people who wait for them. They may be missing "
                "from school or home. With a child, act sooner and on less.</p>"
            ),
        ),
        (
            "callout",
            {
                "kind": "caution",
                "title": "What a sign cannot tell you",
                "text": (
                    "<p>Every sign on these lists has innocent explanations. A crowded flat may be poverty. "
                    "Silence may be shyness, or a hard day. No single sign proves anything, and the lack of "
                    "signs proves nothing either. Several together, or one that nobody can explain, is when "
                    "you talk to someone.</p>"
                ),
            },
        ),
        (
            "rich_text",
            (
                "<h2>Be careful with your own picture</h2>"
                "<p>We notice what we expect to see. If you expect a victim to be a foreign woman, you "
                "may miss the local man, the older person or the boy with a record. If you expect "
                "trouble from one group, you may report them for being who they are. Test yourself: "
                "<b>would I think the same if this person were from my own street?</b></p>"
            ),
        ),
        (
            "scenario",
            {
                "title": "The flat above the nail bar",
                "situation": (
                    "<p>You are checking fire doors. Six adults share two rooms. A man who does not live "
                    "there lets you in, answers every question and says the tenants “prefer” him to keep "
                    "their passports. A woman looks at him before she tells you her name.</p>"
                ),
                "question": "What would you do in the next five minutes?",
                "choices": [
                    {
                        "label": "Ask the woman, in front of him, whether she is free to leave",
                        "feedback": (
                            "<p>He will hear her answer, so she cannot give a true one, and she may pay for "
                            "it later. Keep the talk ordinary until someone can see her alone.</p>"
                        ),
                    },
                    {
                        "label": (
                            "Finish the inspection as planned, note what you saw, and call your "
                            "safeguarding lead from the van"
                        ),
                        "feedback": (
                            "<p>You keep your normal reason for being there, you leave nobody at greater "
                            "risk, and what you saw reaches someone who can plan. If you had seen danger at "
                            "that moment, you would call 999 first.</p>"
                        ),
                    },
                    {
                        "label": "Ask him to hand the passports back",
                        "feedback": (
                            "<p>It feels right, and it tells him that you know. He may move the people or "
                            "the papers within the hour. Keep it for those who can protect the people as "
                            "well.</p>"
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
                    (
                        "<p><b>Most people will not call themselves a victim.</b> They may feel lucky to "
                        "have work, ashamed, or loyal to the person who controls them.</p>"
                    ),
                    "<p><b>One sign proves nothing.</b> Look for several, and for who is in control.</p>",
                    "<p><b>You do not need to be sure.</b> You need to pass on what you saw and heard.</p>",
                ],
            },
        ),
    ],
    "rests_on": ["guidance-statutory", "msa-2015-s49", "statistics-2025"],
    "nations": ["england", "wales"],
    "facts_checked_on": "2026-04-28",
    "review_on": "2027-04-28",
}
