"""The scenario of the car wash lesson: opening, endings and summary around its scenes, and its text."""

from lms.demo.content.car_wash_scenes import SCENES

SCENARIO = {
    "slug": "a-morning-at-the-car-wash",
    "title": "A morning at the car wash",
    "identifier": "marchshire-car-wash-1",
    "minutes": 4,
    "intro": [
        (
            "You work for Marchshire Council. It is 08:40, and your van is booked in at a hand car wash "
            "on the edge of Haverley. You are a customer this morning, and nothing more."
        ),
        (
            "There are five scenes. In each one you choose what to do, and you see what follows. Your "
            "choices are saved so that you can come back to your place. They do not decide whether you "
            "pass the module. All people and places are made up."
        ),
    ],
    "start_label": "Start",
    "next_label": "Go on",
    "scenes": SCENES,
    "endings": [
        {
            "key": "steady",
            "minimum": 8,
            "title": "You kept everyone as safe as you could",
            "text": [
                (
                    "You noticed, you stayed ordinary, and you passed on facts the same morning. The "
                    "men still do not know that you did. That is how it should be."
                ),
            ],
        },
        {
            "key": "mixed",
            "minimum": 5,
            "title": "Your concern got through",
            "text": [
                (
                    "Some of your choices gave more away than they needed to, and what you knew reached "
                    "the right person. Look again at the scenes where someone was watching."
                ),
            ],
        },
        {
            "key": "again",
            "minimum": 0,
            "title": "This is the place to try things out",
            "text": [
                (
                    "Several choices would have warned the man in the coat, or lost what you saw. "
                    "Nobody was harmed here. You can go through it again and choose differently."
                ),
            ],
        },
    ],
    "summary": {
        "title": "What to take with you",
        "points": [
            "You never needed to know what it was. You needed to pass on what you saw.",
            "Ordinary behaviour protects people. Questions in front of others do not.",
            "Notes with times, numbers and exact words are worth more than conclusions.",
            ("If someone might be under 18, say so. They are treated as a child until their age has been assessed."),
            "For adults, what happens next is their choice, asked for safely.",
        ],
        "text": (
            "Your council told the police and children’s services that day. You may never hear what "
            "came of it, and that is often how it goes."
        ),
        "again_label": "Go through it again",
        "finish_label": "Finish",
    },
}


def as_rich_text() -> str:
    """The whole scenario as HTML, with every choice and ending, for people who read it as text."""
    parts = ["".join(f"<p>{paragraph}</p>" for paragraph in SCENARIO["intro"])]
    for number, scene in enumerate(SCENARIO["scenes"], start=1):
        parts.append(f"<h2>Scene {number} of {len(SCENARIO['scenes'])}: {scene['title']}</h2>")
        parts.append(f"<p>Picture: {scene['picture_alt']}</p>")
        parts.extend(f"<p>{paragraph}</p>" for paragraph in scene["text"])
        parts.append(f"<p><b>{scene['question']}</b></p><ul>")
        parts.extend(f"<li><b>{choice['label']}</b> {choice['consequence']}</li>" for choice in scene["choices"])
        parts.append("</ul>")
    parts.append("<h2>How it can end</h2>")
    for ending in SCENARIO["endings"]:
        parts.append(f"<h3>{ending['title']}</h3>")
        parts.extend(f"<p>{paragraph}</p>" for paragraph in ending["text"])
    summary = SCENARIO["summary"]
    parts.append(f"<h2>{summary['title']}</h2><ul>")
    parts.extend(f"<li>{point}</li>" for point in summary["points"])
    parts.append(f"</ul><p>{summary['text']}</p>")
    return "".join(parts)
