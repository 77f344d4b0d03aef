"""Checklist theme: identification and referral."""

THEME = {
    "slug": "identifying",
    "title": "Identification and referral",
    "question": "From the first worry to a report or a referral: does everyone know the next step?",
    "rests_on": ["guidance-statutory", "service-report", "msa-2015-s52"],
    "items": [
        {
            "key": "route",
            "title": "One written route leads from a first worry to the right report",
            "hint": "One page, the same for all agencies, with names and numbers.",
            "guidance": (
                "<p>Begin with danger now: 999. Then who to talk to inside the agency, which organisation may refer, "
                "and what happens if an adult says no. Do not print case examples that someone could recognise.</p>"
            ),
            "looks": [
                "Each agency, or each person, does it in their own way.",
                "Some agencies have a route; they do not fit together.",
                "One route is agreed and most staff can find it.",
                "Everyone uses it, new staff see it in their first week, and it is checked twice a year.",
            ],
            "risk": 3,
            "pages": ["step-by-step"],
            "documents": ["pathway"],
            "modules": ["t1-seeing-it", "t2-responding-safely"],
        },
        {
            "key": "who-may-refer",
            "title": "Everyone knows which local organisations may refer, and how to reach them",
            "hint": "From the current list, with a working number for each.",
            "guidance": (
                "<p>Only first responder organisations refer, through the online service. Others need to know which "
                "one to ring. Keep the contacts in one place with the day they were last tried.</p>"
            ),
            "looks": [
                "Staff would not know whom to ask.",
                "A list exists; it is old, or kept in one office.",
                "The list is current and staff who meet the public have it.",
                "Every contact has been tried in the last six months, by day and by night.",
            ],
            "risk": 3,
            "pages": ["step-by-step"],
            "documents": ["contacts"],
            "after": ["route", "first-responders"],
        },
        {
            "key": "informed",
            "title": "Adults hear what they need to know before they choose",
            "hint": "Both decisions, the support, who will know; with an interpreter when needed.",
            "guidance": (
                "<p>Consent of an adult must be informed. Give people a quiet room, time, and a professional "
                "interpreter who is not from their circle. A referral is not a statement to the police, and help now "
                "does not depend on the choice.</p>"
            ),
            "looks": [
                "Explanations depend on who is on duty.",
                "There are notes for staff, seldom used.",
                "Most staff use the same explanation and an interpreter.",
                "It is part of training and of case reviews, and people say they understood.",
            ],
            "risk": 3,
            "pages": ["work-well-with-an-interpreter", "step-by-step"],
            "documents": ["pathway"],
            "modules": ["t2-responding-safely"],
            "rests_on": ["guidance-statutory", "guidance-nrm-forms"],
        },
        {
            "key": "duty-to-notify",
            "title": "There is a route for the duty to notify when an adult does not agree",
            "hint": "The public bodies that have the duty know it, and report without naming the person.",
            "guidance": (
                "<p>In England and Wales the duty belongs to specified public authorities, and the report goes through "
                "the same online service. It names nobody unless the adult agrees. Health bodies in England are "
                "not on that list: check who is before you teach it.</p>"
            ),
            "looks": [
                "The duty is not known, or taken for something else.",
                "One agency makes such reports.",
                "All agencies with the duty know the route; numbers are not compared.",
                "Reports are made as a matter of course, and numbers are looked at twice a year.",
            ],
            "risk": 2,
            "pages": ["duty-to-notify"],
            "documents": ["pathway"],
            "modules": ["t2-responding-safely"],
            "nations": ["england", "wales"],
            "rests_on": ["msa-2015-s52", "guidance-duty-to-notify"],
            "after": ["route"],
        },
        {
            "key": "out-of-hours",
            "title": "A report can be made at any hour, by someone trained to make it",
            "hint": "Nights, weekends and holidays included.",
            "guidance": (
                "<p>Look at when worries come in, and who was at work then. Two trained people on each rota are safer "
                "than one expert who is on leave. Share cover between agencies where none can do it alone.</p>"
            ),
            "looks": [
                "Reports wait until office hours.",
                "One agency has cover, by goodwill.",
                "Cover is agreed for most nights and written in a rota.",
                "There is cover at every hour, shared fairly, and tested.",
            ],
            "risk": 3,
            "pages": ["step-by-step"],
            "documents": ["contacts", "concept-of-operations"],
            "after": ["route"],
        },
        {
            "key": "quality",
            "title": "Referrals are read again for quality, and staff hear what was learned",
            "hint": "A sample twice a year, read by two agencies, without names in the notes.",
            "guidance": (
                "<p>Look for what the decision makers need: what was seen, what was said and when, and what is not "
                "known. Thin referrals cost people weeks. Give feedback within a month, to teams rather than to one "
                "person.</p>"
            ),
            "looks": [
                "Nobody reads them again.",
                "A manager reads some, when there is time.",
                "A sample is read once a year by one agency.",
                "Two agencies read a sample twice a year, and the lessons are in the training.",
            ],
            "risk": 2,
            "pages": ["measuring-what-changes"],
            "documents": ["performance-framework", "case-conference"],
            "modules": ["t2-responding-safely"],
            "after": ["informed"],
        },
    ],
}
