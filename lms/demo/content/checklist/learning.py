"""Checklist theme: monitoring, evaluation and learning."""

THEME = {
    "slug": "learning",
    "title": "Monitoring, evaluation and learning",
    "question": "Can you show what changed for people, and do you change what does not work?",
    "rests_on": ["statistics-2025"],
    "items": [
        {
            "key": "indicators",
            "title": "A few indicators are agreed, with who counts what and when",
            "hint": "Activities, outputs and outcomes: eight to twelve in all.",
            "guidance": (
                "<p>For each aim choose one figure you have and one you want. Write down what it counts, who sends it, "
                "and what it cannot show. Leave out everything nobody would act on.</p>"
            ),
            "looks": [
                "Nothing is agreed.",
                "Meetings and people trained are counted.",
                "A set is agreed and most agencies send figures.",
                "All send them on time, and decisions refer to them.",
            ],
            "risk": 2,
            "pages": ["measuring-what-changes"],
            "documents": ["performance-framework"],
            "after": ["strategy"],
        },
        {
            "key": "read-with-care",
            "title": "Figures are read with care",
            "hint": "More referrals can mean more harm, or that more of it is seen.",
            "guidance": (
                "<p>Say beside each figure how many, of how many, and what changed in how it is counted. Small numbers "
                "jump. Never publish a figure from which a person could be guessed.</p>"
            ),
            "looks": [
                "Figures are quoted as they come.",
                "Someone explains them when asked.",
                "Reports say how many of how many, and small numbers are held back.",
                "They do so always, with a note on what the figures cannot show.",
            ],
            "risk": 2,
            "pages": ["figures-2025", "measuring-what-changes"],
            "documents": ["performance-framework"],
            "after": ["indicators"],
        },
        {
            "key": "evaluation",
            "title": "Training and campaigns are evaluated beyond “Did you like it?”",
            "hint": "The same questions before, after and six months later.",
            "guidance": (
                "<p>Print the number of people beside each result, how many answered both times, and an interval. Ask "
                "half a year later what people did differently. A small honest result is worth more than a large "
                "one that nobody believes.</p>"
            ),
            "looks": [
                "Nothing, or a form on satisfaction.",
                "Knowledge is asked once, at the end.",
                "Before and after are compared for the main courses.",
                "They are compared again after six months, and courses changed because of it.",
            ],
            "risk": 1,
            "pages": ["evaluate-training-beyond-satisfaction", "measuring-what-changes"],
            "documents": ["training-strategy", "performance-framework"],
            "after": ["indicators"],
        },
        {
            "key": "near-misses",
            "title": "What nearly went wrong is talked through without blame",
            "hint": "Within a month, about routes and rules, without a name in the notes.",
            "guidance": (
                "<p>Ask what made sense to people at the time. Look for the thing that would have helped: a number, a "
                "key, an hour. Change one thing, and say so to those who raised it.</p>"
            ),
            "looks": [
                "Problems are not talked about, or a person is blamed.",
                "One agency looks back when something serious has happened.",
                "Agencies look back together once or twice a year.",
                "It happens within a month each time, and changes are followed up.",
            ],
            "risk": 3,
            "pages": ["a-tabletop-exercise-in-two-hours", "measuring-what-changes"],
            "documents": ["case-conference", "risk-register"],
            "after": ["agreement"],
        },
        {
            "key": "annual-review",
            "title": "An annual review says openly what was achieved and what was not",
            "hint": "Read by boards, staff and the public; with the view of people with lived experience.",
            "guidance": (
                "<p>Ten pages at most: what we said, what we did, what changed, what we got wrong, what is next. Use "
                "this checklist as its spine and compare with the year before.</p>"
            ),
            "looks": [
                "There is none.",
                "A list of activities goes to members.",
                "A review with results goes to boards.",
                "It is public, names what failed, and sets the next year’s plan.",
            ],
            "risk": 1,
            "pages": ["write-a-yearly-report-people-read", "measuring-what-changes", "figures-2025"],
            "documents": ["performance-framework", "action-plan"],
            "after": ["indicators", "experience"],
        },
    ],
}
