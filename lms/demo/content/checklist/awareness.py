"""Checklist theme: awareness and community."""

THEME = {
    "slug": "awareness",
    "title": "Awareness and community",
    "question": "Do people know what to look for and whom to ring, without fear and without blame?",
    "rests_on": ["service-helpline"],
    "items": [
        {
            "key": "campaign",
            "title": "Each campaign has one audience, one message and one thing to do",
            "hint": "Written down before anything is printed, with how you will know it worked.",
            "guidance": (
                "<p>“Raise awareness” is no aim. “Taxi drivers know the helpline” is. Ask ten of them before and ten "
                "after. Spend less on print and more on people who talk.</p>"
            ),
            "looks": [
                "Posters go up on the national day.",
                "A campaign had a plan, without a measure.",
                "Campaigns have audience, message and measure; results are not always used.",
                "All have, results are shared, and the next campaign is better for it.",
            ],
            "risk": 1,
            "pages": ["poster-and-leaflet-text", "plan-an-awareness-campaign"],
            "documents": ["campaign-plan"],
        },
        {
            "key": "languages",
            "title": "Materials are in the languages and forms people use",
            "hint": "Spoken, in pictures, on the apps they have; tested with them.",
            "guidance": (
                "<p>Choose languages from your own figures, not from a list. Have a second person translate back. Some "
                "people do not read in any language: a voice message from someone they trust goes further.</p>"
            ),
            "looks": [
                "Everything is in English on paper.",
                "One leaflet has been translated, and not tested.",
                "The main materials are in the main languages, some tested.",
                "They are tested each time, in several forms, and looked at every year.",
            ],
            "risk": 2,
            "pages": ["plan-an-awareness-campaign", "words-and-pictures"],
            "documents": ["campaign-plan"],
            "after": ["reach"],
        },
        {
            "key": "words",
            "title": "Words and pictures neither frighten nor blame",
            "hint": "No chains, no faces, no nationality shown as the problem.",
            "guidance": (
                "<p>Shocking pictures teach people to look for something they will never see, and make those who live "
                "it feel accused. Show ordinary places and what to do. Let people with lived experience say no.</p>"
            ),
            "looks": [
                "Materials use shock or stereotypes.",
                "Some have been changed.",
                "There is a guide, used for new materials.",
                "All follow it, old ones are gone, and people with lived experience have the last word.",
            ],
            "risk": 2,
            "pages": ["words-and-pictures"],
            "documents": ["campaign-plan"],
            "after": ["experience"],
        },
        {
            "key": "trusted",
            "title": "Community organisations hear back, and are paid for their work",
            "hint": "Trust is lent: say what happened with what they passed on.",
            "guidance": (
                "<p>People stop passing things on when nothing comes back. Agree what you may tell them, without "
                "names. Pay for rooms, time and translation: goodwill is not a budget.</p>"
            ),
            "looks": [
                "They are asked for help and hear nothing.",
                "Some hear back from a person they know.",
                "Feedback is agreed with several; payment is not.",
                "It is agreed with all, paid for, and they bring worries of their own accord.",
            ],
            "risk": 2,
            "pages": ["talk-to-faith-and-community-groups", "bring-in-a-new-partner"],
            "documents": ["membership-compact"],
            "after": ["beyond"],
        },
        {
            "key": "ready",
            "title": "Whoever answers is ready before a campaign starts",
            "hint": "Switchboards, helplines, front desks and night staff.",
            "guidance": (
                "<p>Tell them when it starts, what people may say, and what to do next. Ring your own number as a "
                "stranger would. A call that goes nowhere is worse than no campaign.</p>"
            ),
            "looks": [
                "They learn of it from the first caller.",
                "One agency’s switchboard is told.",
                "All who answer are told beforehand and have the route.",
                "They are told, test calls are made, and numbers of calls are looked at afterwards.",
            ],
            "risk": 3,
            "pages": ["plan-an-awareness-campaign"],
            "documents": ["campaign-plan", "contacts"],
            "modules": ["t1-seeing-it"],
            "after": ["route"],
        },
    ],
}
