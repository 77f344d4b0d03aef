"""Checklist theme: information sharing."""

THEME = {
    "slug": "information-sharing",
    "title": "Information sharing",
    "question": "Can agencies tell each other what they need to know, lawfully and in time to protect someone?",
    "rests_on": ["guidance-statutory"],
    "items": [
        {
            "key": "agreement",
            "title": "A signed information sharing agreement covers every member agency",
            "hint": "Signed by someone who can commit the agency, and stored where all members can find it.",
            "guidance": (
                "<p>Start from the sample and let each agency’s data protection officer read it early. Say what is "
                "shared, why, with whom, how it travels and how long it is kept. A meeting is no agreement: check the "
                "list of signatures against the list of members.</p>"
            ),
            "looks": [
                "There is no agreement, or one that nobody can find.",
                "A draft is being discussed, or fewer than half have signed.",
                "Most have signed; new members are still missing.",
                "All members have signed, it is in date, and staff know where it is.",
            ],
            "risk": 3,
            "pages": ["sharing-information"],
            "documents": ["information-sharing-agreement"],
            "after": ["terms"],
        },
        {
            "key": "lawful-basis",
            "title": "The lawful basis for each kind of sharing is written down",
            "hint": "Agency by agency, for people at risk, suspects and places.",
            "guidance": (
                "<p>Consent is seldom the right basis when someone is in danger, and it cannot be taken back in "
                "practice. Write down which basis each agency uses for which purpose, and carry out an impact "
                "assessment where the risk is high. Ask a data protection officer to sign it off.</p>"
            ),
            "looks": [
                "People share, or refuse to, by instinct.",
                "The basis is written for one agency or one purpose.",
                "It is written for most purposes and has been checked by an officer.",
                "It is complete, looked at every year, and short enough for staff to use.",
            ],
            "risk": 2,
            "pages": ["sharing-information"],
            "documents": ["impact-assessment", "information-sharing-agreement"],
            "after": ["agreement"],
        },
        {
            "key": "urgent",
            "title": "Staff know how to share urgently, out of hours",
            "hint": "A named route that answers at night and at weekends, tested at least once a year.",
            "guidance": (
                "<p>Ring the number yourself at two in the morning on a Sunday, once a year. Put the route on one page "
                "with the emergency number first. Fear of data protection must never be the reason that someone was "
                "not protected.</p>"
            ),
            "looks": [
                "Outside office hours nobody knows whom to ring.",
                "Some agencies have a number; it has not been tested.",
                "There is one route, known to most staff who work at night.",
                "It is tested every year, and what went wrong was put right.",
            ],
            "risk": 3,
            "pages": ["sharing-information"],
            "documents": ["urgent-case-conference-agreement", "contacts"],
            "modules": ["t2-responding-safely"],
            "after": ["agreement"],
        },
        {
            "key": "told",
            "title": "People are told what is shared about them, when it is safe to tell them",
            "hint": "In words and languages they understand, with a note of what was said.",
            "guidance": (
                "<p>Use a notice of one page that has been tested with people who have been through it. Say who will "
                "know, what for, and what they can refuse. Where telling someone would put them in danger, write down "
                "why you did not.</p>"
            ),
            "looks": [
                "People are not told, or only in small print.",
                "A notice exists in English.",
                "Staff explain it with an interpreter, and most write down that they did.",
                "It has been tested, exists in the languages you meet, and is checked in case reviews.",
            ],
            "risk": 3,
            "pages": ["sharing-information", "step-by-step"],
            "documents": ["impact-assessment"],
            "modules": ["t2-responding-safely"],
            "after": ["lawful-basis"],
        },
        {
            "key": "looked-back",
            "title": "The partnership reviews what it shared and what came of it",
            "hint": "At least once a year, with numbers, and without naming anyone.",
            "guidance": (
                "<p>Count requests, refusals, answers in time and what followed. One refusal that turned out wrong "
                "teaches more than fifty that went well. Talk about routes and rules, never about a person.</p>"
            ),
            "looks": [
                "Nobody looks back.",
                "Problems are raised when someone is upset.",
                "There was one review with figures from most agencies.",
                "It happens every year, and the agreement has changed because of it.",
            ],
            "risk": 1,
            "pages": ["measuring-what-changes"],
            "documents": ["performance-framework"],
            "after": ["agreement"],
        },
    ],
}
