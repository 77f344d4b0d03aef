"""T1 questions 1 to 6: what it is, forms, signs, beliefs and acting safely."""

QUESTIONS = [
    {
        "key": "control",
        "text": (
            "You are trying to explain modern slavery to a colleague. Which question gets closest to the heart of it?"
        ),
        "kind": "single",
        "options": [
            {
                "text": ("Is the person locked in at night, or watched by somebody for the whole of the day?"),
                "correct": False,
                "feedback": (
                    "Locks and guards are rare. Many people who are exploited go to the shops, use a "
                    "phone and travel alone, because something else holds them."
                ),
            },
            {
                "text": "Could the person say no, and walk away, without harm to anyone they love?",
                "correct": True,
                "feedback": "This goes to control, which is what the different crimes have in common.",
            },
            {
                "text": "Has the person been brought here from another country?",
                "correct": False,
                "feedback": (
                    "The law does not need a border to be crossed, and the largest group referred in "
                    "2025 were UK nationals."
                ),
            },
            {
                "text": "Is the person paid less than the minimum wage?",
                "correct": False,
                "feedback": (
                    "Low pay can be one part of the picture, and it breaks other laws. On its own it "
                    "does not show that someone is under another person’s control."
                ),
            },
        ],
        "feedback": "Think about what the different forms have in common.",
        "review_lesson": "what-it-is",
        "review_hint": "The short version",
        "rests_on": ["msa-2015-s1", "msa-2015-s3"],
        "nations": ["england", "wales"],
        "facts_checked_on": "2026-04-28",
        "review_on": "2027-04-28",
    },
    {
        "key": "forms",
        "text": "Which of these could be modern slavery?",
        "kind": "multiple",
        "options": [
            {
                "text": ("A man’s benefits and loans, all taken out in his name, go to the couple he does jobs for"),
                "correct": True,
                "feedback": (
                    "Using someone’s identity and money while they are under your control is a form of exploitation."
                ),
            },
            {
                "text": ("A student works late at a restaurant, is paid in full and wishes she had another job"),
                "correct": False,
                "feedback": (
                    "Disliking a job is not the same as being unable to leave it. Look for who controls "
                    "the pay, the papers and the choice to go."
                ),
            },
            {
                "text": ("A 14-year-old carries parcels to a seaside town for an older friend who buys him trainers"),
                "correct": True,
                "feedback": (
                    "Gifts from an older person and journeys to places he does not know fit criminal "
                    "exploitation of a child, even when the child calls it friendship."
                ),
            },
            {
                "text": ("A woman cooks and minds children for relatives, with no pay, and may not go out alone"),
                "correct": True,
                "feedback": (
                    "It happens in a private home and within a family, which is one reason why it is seldom seen."
                ),
            },
        ],
        "feedback": "Look for a person who gains, and a person who cannot say no.",
        "review_lesson": "the-forms-it-takes",
        "review_hint": "Crime; Money, debt and the body",
        "rests_on": ["msa-2015-s1", "msa-2015-s3", "guidance-statutory"],
        "nations": ["england", "wales"],
        "facts_checked_on": "2026-04-28",
        "review_on": "2027-04-28",
    },
    {
        "key": "one-sign",
        "text": (
            "On a routine visit you see four mattresses in a stockroom. You see nothing else that "
            "worries you. What does this tell you?"
        ),
        "kind": "single",
        "options": [
            {
                "text": "That people are being exploited here, so it should be reported as a fact",
                "correct": False,
                "feedback": (
                    "It says more than you know. A conclusion written as a fact can mislead those who act on it."
                ),
            },
            {
                "text": "Nothing at all, since mattresses are no crime and nobody complained",
                "correct": False,
                "feedback": (
                    "It is true that nobody complained. People who are controlled rarely do, so their "
                    "silence cannot settle it."
                ),
            },
            {
                "text": (
                    "Not enough to say what is happening, and enough to mention to the person who leads on safeguarding"
                ),
                "correct": True,
                "feedback": ("It is a reason to look again and to share what you saw. Others may hold the next piece."),
            },
            {
                "text": (
                    "That I should look quietly through the other rooms and cupboards until I find something clearer"
                ),
                "correct": False,
                "feedback": ("Searching is not your role. It can warn the person in control and put people at risk."),
            },
        ],
        "feedback": "Ask yourself what a sign is for.",
        "review_lesson": "signs",
        "review_hint": "What a sign cannot tell you",
        "rests_on": ["guidance-statutory", "msa-2015-s49"],
        "nations": ["england", "wales"],
        "facts_checked_on": "2026-04-28",
        "review_on": "2027-04-28",
    },
    {
        "key": "child-defence",
        "text": (
            "A 16-year-old is charged with an offence that section 45 covers. She committed it because "
            "she was being exploited. What does the defence ask about her?"
        ),
        "kind": "single",
        "options": [
            {
                "text": "It asks for proof that she was threatened each time",
                "correct": False,
                "feedback": (
                    "The section does not set a test like this at any age. Look at what it says about "
                    "someone as young as she is."
                ),
            },
            {
                "text": "Nothing, because section 45 is for adults only",
                "correct": False,
                "feedback": (
                    "The section speaks of adults and of children, and sets out different conditions for each."
                ),
            },
            {
                "text": "It needs a positive referral decision before a court can look at it",
                "correct": False,
                "feedback": (
                    "A decision in the referral system may be part of the picture. It is not one of the "
                    "conditions that the section sets."
                ),
            },
            {
                "text": "It does not ask whether she was compelled, as it would for an adult",
                "correct": True,
                "feedback": (
                    "The section sets different conditions by age, and this is the difference. There "
                    "are still other conditions, and listed offences are left out."
                ),
            },
        ],
        "feedback": "The section treats people differently by age.",
        "review_lesson": "common-beliefs",
        "review_hint": "They have broken the law, so they are offenders",
        "rests_on": ["msa-2015-s45"],
        "nations": ["england", "wales"],
        "facts_checked_on": "2026-04-28",
        "review_on": "2027-04-28",
    },
    {
        "key": "first-step",
        "text": (
            "You are mending a boiler. A man answers every question for the two women in the flat, and "
            "one of them has an untreated burn. Nobody is in immediate danger. What do you do first?"
        ),
        "kind": "single",
        "options": [
            {
                "text": ("Finish the job, leave as usual, write down what you noticed and ring your safeguarding lead"),
                "correct": True,
                "feedback": (
                    "Your normal reason for being there protects everyone. What you saw reaches a person who can plan."
                ),
            },
            {
                "text": "Ask the women, while he is in the room, whether they are all right",
                "correct": False,
                "feedback": (
                    "They can only give the answer that he wants to hear, and they may have to pay for any other."
                ),
            },
            {
                "text": "Tell him that you are going to report him unless the burn is treated",
                "correct": False,
                "feedback": (
                    "This warns him. It gives him time to move people, or to make sure that they stay silent."
                ),
            },
            {
                "text": "Wait for a second visit, so that you can be more certain",
                "correct": False,
                "feedback": (
                    "There may be no second visit, and people can be moved at short notice. Certainty is not needed."
                ),
            },
        ],
        "feedback": "Think about who would learn what from each choice.",
        "review_lesson": "acting-safely",
        "review_hint": "The first ten minutes",
        "rests_on": ["guidance-statutory"],
        "nations": ["england", "wales"],
        "facts_checked_on": "2026-04-28",
        "review_on": "2027-04-28",
    },
    {
        "key": "speaking",
        "text": ("Speaking to the person is part of your job. Which of these make the talk safer?"),
        "kind": "multiple",
        "options": [
            {
                "text": "Ask the friend who came with her to interpret, as she trusts him",
                "correct": False,
                "feedback": (
                    "You cannot know what the friend is to her. She may not be able to speak freely in "
                    "front of him, and he may not pass on what she says."
                ),
            },
            {
                "text": "See her on her own, somewhere she cannot be overheard",
                "correct": True,
                "feedback": "Nobody who may be controlling her can hear the questions, or the answers.",
            },
            {
                "text": "Tell her at the start whom you may need to tell, and why",
                "correct": True,
                "feedback": (
                    "She can decide what to share, and she will not feel tricked later. It is honest, "
                    "and it is hers to know."
                ),
            },
            {
                "text": "Take down her full account, so that she never has to repeat it",
                "correct": False,
                "feedback": (
                    "A long account taken too early can hurt her and harm a case. Someone trained to do "
                    "it will take it when she is ready."
                ),
            },
        ],
        "feedback": "Think about who can hear, who has the choice and what you can promise.",
        "review_lesson": "acting-safely",
        "review_hint": "If you can speak to the person",
        "rests_on": ["guidance-statutory"],
        "nations": ["england", "wales"],
        "facts_checked_on": "2026-04-28",
        "review_on": "2027-04-28",
    },
]
