"""T1 questions 7 to 10: consent, the duty to notify, age, and the two decisions."""

QUESTIONS = [
    {
        "key": "adult-consent",
        "text": (
            "A council worker who can make referrals meets a man of 35 who she believes is being "
            "exploited. What has to happen before he is referred?"
        ),
        "kind": "single",
        "options": [
            {
                "text": "His doctor and his employer both confirm the account he has given",
                "correct": False,
                "feedback": ("A referral does not need outside proof, and asking an employer could put him in danger."),
            },
            {
                "text": "The police open a case, since referral follows an investigation",
                "correct": False,
                "feedback": (
                    "A referral and a police investigation are separate. One does not have to wait for the other."
                ),
            },
            {
                "text": "She explains the decisions, the support and his privacy, and he agrees",
                "correct": True,
                "feedback": (
                    "Informed consent means that he understands what he is agreeing to, with an "
                    "interpreter if he needs one."
                ),
            },
            {
                "text": "Nothing more, because her belief that he is exploited is enough to refer",
                "correct": False,
                "feedback": (
                    "Her belief is where it starts. For a man of his age there is one more step, and it belongs to him."
                ),
            },
        ],
        "feedback": "Think about whose decision this is.",
        "review_lesson": "after-you-report",
        "review_hint": "If the person is an adult",
        "rests_on": ["guidance-nrm-forms", "service-report"],
        "nations": ["england", "wales"],
        "facts_checked_on": "2026-04-28",
        "review_on": "2027-04-28",
    },
    {
        "key": "says-no",
        "text": (
            "After a full explanation, an adult tells a police officer that she does not want to be "
            "referred. What follows?"
        ),
        "kind": "single",
        "options": [
            {
                "text": ("The officer makes the referral without her name, so that she can still get support"),
                "correct": False,
                "feedback": (
                    "Support through a referral needs a person who has agreed to it. Leaving out a name "
                    "does not turn a no into a yes."
                ),
            },
            {
                "text": (
                    "The force sends a Duty to Notify report that does not identify her, and help "
                    "outside a referral goes on"
                ),
                "correct": True,
                "feedback": (
                    "A police force is one of the authorities with this duty. Her choice is kept, and "
                    "so are other forms of help."
                ),
            },
            {
                "text": (
                    "The officer asks a nearby hospital to send the report, because health bodies carry this duty"
                ),
                "correct": False,
                "feedback": ("Look again at who is on the list for this duty. Hospitals in England are not."),
            },
            {
                "text": "Nothing, because her no settles the matter for every public authority",
                "correct": False,
                "feedback": (
                    "Her answer settles one question. The law gives some authorities a task of their "
                    "own that does not depend on it."
                ),
            },
        ],
        "feedback": "Her choice and the authority’s duty are two separate things.",
        "review_lesson": "after-you-report",
        "review_hint": "When someone says no",
        "rests_on": ["msa-2015-s52", "guidance-duty-to-notify"],
        "nations": ["england", "wales"],
        "facts_checked_on": "2026-04-28",
        "review_on": "2027-04-28",
    },
    {
        "key": "age",
        "text": (
            "A young man says that he is 19. He has no papers, and you have good reason to think he "
            "could be 16. How should public bodies treat him for now?"
        ),
        "kind": "single",
        "options": [
            {
                "text": "As an adult, because a person’s own word on their age comes first",
                "correct": False,
                "feedback": (
                    "His word matters. But young people are often told what age to give, and someone gains from that."
                ),
            },
            {
                "text": "As an adult, until a document or a scan shows otherwise",
                "correct": False,
                "feedback": ("Waiting for papers leaves him without protection in the days when he may need it most."),
            },
            {
                "text": "As whichever he prefers, once both routes have been explained to him",
                "correct": False,
                "feedback": (
                    "This is not a choice that is left to him. Think about who is harmed if you guess wrong each way."
                ),
            },
            {
                "text": "As a child, until his age has been assessed",
                "correct": True,
                "feedback": (
                    "Section 51 leans this way on purpose: a mistake in the other direction can do more harm."
                ),
            },
        ],
        "feedback": "Think about who is harmed if you guess wrong each way.",
        "review_lesson": "after-you-report",
        "review_hint": "When age is uncertain",
        "rests_on": ["msa-2015-s51"],
        "nations": ["england", "wales"],
        "facts_checked_on": "2026-04-28",
        "review_on": "2027-04-28",
    },
    {
        "key": "decisions",
        "text": "Which of these are true of the two decisions?",
        "kind": "multiple",
        "options": [
            {
                "text": "The first looks at all the general and specific evidence that is available",
                "correct": True,
                "feedback": "Evidence about the person and evidence about the wider pattern both count.",
            },
            {
                "text": "The first is promised within 5 working days",
                "correct": False,
                "feedback": (
                    "There is a number like this, but look at the word that goes with it. It is not a "
                    "promise, and nobody should be told that it is."
                ),
            },
            {
                "text": "The final one asks whether it is more likely than not",
                "correct": True,
                "feedback": "This is what the balance of probabilities means in plain words.",
            },
            {
                "text": "The final one does not come before 30 days have passed",
                "correct": True,
                "feedback": ("The gap gives time for rest, support and evidence. Many people wait longer than this."),
            },
        ],
        "feedback": "Keep apart what is a rule, what is a target and what is a promise.",
        "review_lesson": "after-you-report",
        "review_hint": "The two decisions",
        "rests_on": ["guidance-statutory", "msa-2015-s50a"],
        "nations": ["england", "wales"],
        "facts_checked_on": "2026-04-28",
        "review_on": "2027-04-28",
    },
]
