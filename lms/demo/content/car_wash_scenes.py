"""The five scenes of the car wash lesson, each with its picture, question and what follows each choice."""

SCENES = [
    {
        "id": "arrival",
        "title": "The queue",
        "picture": "car-wash-queue",
        "picture_alt": (
            "A hand car wash under a canopy. One car is being washed, one waits, and the board by the "
            "road shows no prices."
        ),
        "text": [
            (
                "A man in a clean coat takes 6 pounds from you in cash, gives no receipt and waves you "
                "into line. Four men wash. None of them wears gloves, although the drums beside them "
                "say that the liquid burns skin."
            ),
            "One of the washers has raw, cracked hands. He keeps his eyes down.",
        ],
        "question": "What do you make of it?",
        "interaction": "scene_1_arrival",
        "choices": [
            {
                "response": "a",
                "label": "This is slavery. I will tell the man in the coat that I know",
                "consequence": (
                    "He smiles, takes out his phone and walks away. The youngest washer is sent "
                    "indoors. You meant well, and now they are careful."
                ),
                "score": 0,
            },
            {
                "response": "b",
                "label": "It is a cheap car wash. They are all like this",
                "consequence": (
                    "That may be true of many, and it is how such places stay unseen. You do not have "
                    "to decide what it is. You only have to keep looking."
                ),
                "score": 0,
            },
            {
                "response": "c",
                "label": "Something is off. I will notice what I can, and behave like any customer",
                "consequence": (
                    "You stay in the van with the window down. You count the people, and see who gives "
                    "orders. Nobody looks at you twice."
                ),
                "score": 2,
            },
        ],
    },
    {
        "id": "hands",
        "title": "The hands",
        "picture": "car-wash-wheel",
        "picture_alt": "The wheel of a van from close by, with a bucket of suds and a sponge beside it.",
        "text": [
            (
                "The man with raw hands reaches your wheels. The man in the coat is 20 metres away, on "
                "the phone, and facing you."
            ),
            "You could say something.",
        ],
        "question": "What do you say?",
        "interaction": "scene_2_hands",
        "choices": [
            {
                "response": "a",
                "label": "“Are you being forced to work here?”",
                "consequence": (
                    "He looks at the coat before he looks at you. “No. Good job,” he says loudly, and "
                    "moves to the far side of the van. A direct question where others can see him gave "
                    "him only one safe answer."
                ),
                "score": 0,
            },
            {
                "response": "b",
                "label": "“Morning. Cold one. How long have you been here?”",
                "consequence": (
                    "“Since spring,” he says, and almost smiles. It is small talk, it gives nothing "
                    "away, and it leaves the next word to him."
                ),
                "score": 2,
            },
            {
                "response": "c",
                "label": "Nothing at all. I keep my eyes on my phone",
                "consequence": (
                    "Saying nothing is safe, and sometimes it is best. You do miss the chance of an "
                    "ordinary word, which costs him nothing."
                ),
                "score": 1,
            },
        ],
    },
    {
        "id": "caravan",
        "title": "The caravan",
        "picture": "car-wash-caravan",
        "picture_alt": (
            "A caravan with its curtains closed behind a small office. Five pairs of boots stand by its step."
        ),
        "text": [
            (
                "He tells you that he sleeps in the caravan behind the office, with four others. When "
                "you ask about days off, he glances at the office and laughs."
            ),
            (
                "You need to walk past the caravan to reach the toilet. Its door is closed, and a hasp "
                "and padlock hang on the outside."
            ),
        ],
        "question": "What do you do next?",
        "interaction": "scene_3_caravan",
        "choices": [
            {
                "response": "a",
                "label": "Walk past as any customer would, and remember what I can see from the path",
                "consequence": (
                    "Five pairs of boots. Curtains closed. A padlock outside. You did not stop, and you "
                    "did not take out your phone."
                ),
                "score": 2,
            },
            {
                "response": "b",
                "label": "Open the caravan door and look in, so that I have proof",
                "consequence": (
                    "You have no right to go in, and the noise of the door turns every head. You do not "
                    "need proof to pass on a concern, and whoever sleeps there has lost the little "
                    "privacy they had."
                ),
                "score": 0,
            },
            {
                "response": "c",
                "label": "Give him a helpline card while the manager watches",
                "consequence": (
                    "He puts his hand behind his back. The man in the coat asks what you gave him. A "
                    "card can help, when the person is alone and has said they want it."
                ),
                "score": 0,
            },
        ],
    },
    {
        "id": "van",
        "title": "Back in the van",
        "picture": "car-wash-road",
        "picture_alt": "A van in a lay-by under a tree. The light in its cab is on.",
        "text": [
            (
                "You pay, leave and stop in a lay-by one mile away. It is 09:15. Nobody was hurt while "
                "you were there, and you saw no one in danger at that moment."
            ),
            "You have a meeting at 09:30.",
        ],
        "question": "What comes first?",
        "interaction": "scene_4_van",
        "choices": [
            {
                "response": "a",
                "label": "The meeting. I will write it up at the weekend",
                "consequence": (
                    "By Saturday you will have lost the times, the number plate and his exact words. "
                    "And people are moved at short notice."
                ),
                "score": 0,
            },
            {
                "response": "b",
                "label": "Ring the helpline from the van, and tell my lead after the meeting",
                "consequence": (
                    "The adviser listens, and asks good questions. It is a sound step. Your own lead "
                    "also needs to hear today, since your council has duties of its own."
                ),
                "score": 1,
            },
            {
                "response": "c",
                "label": ("Write down what I saw and heard, with times, then ring my safeguarding lead now"),
                "consequence": (
                    "“08:40 to 09:05. Five pairs of boots. Padlock outside the door. He said: since "
                    "spring, I sleep here.” Your lead answers on the second ring."
                ),
                "score": 2,
            },
        ],
    },
    {
        "id": "call",
        "title": "The call",
        "picture": "car-wash-call",
        "picture_alt": "A telephone on a desk between a page of notes and a mug. Its screen is lit.",
        "text": [
            (
                "Your safeguarding lead thanks you and asks two things: how old the youngest washer is, "
                "and whether the man you spoke to wants help."
            ),
            "You think the youngest could be 17, or 20. Nobody asked you for help.",
        ],
        "question": "What do you answer?",
        "interaction": "scene_5_call",
        "choices": [
            {
                "response": "a",
                "label": "“He must be over 18. They would not take on a child”",
                "consequence": (
                    "You do not know that. If a child is taken for an adult, the people whose job is to "
                    "protect children may not come."
                ),
                "score": 0,
            },
            {
                "response": "b",
                "label": "“I cannot tell. He might be under 18. And nobody asked me for anything”",
                "consequence": (
                    "“Then we treat him as a child until we know,” she says, and she rings children’s "
                    "services first. For the adults, the choice about a referral will be theirs, once "
                    "someone can see each of them safely."
                ),
                "score": 2,
            },
            {
                "response": "c",
                "label": "“I think they all want to be rescued”",
                "consequence": (
                    "She writes down that this is your impression. What they want is something to ask "
                    "each of them, alone and with an interpreter. A plan built on a guess can go wrong."
                ),
                "score": 1,
            },
        ],
    },
]
