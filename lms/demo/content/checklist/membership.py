"""Checklist theme: membership and reach."""

THEME = {
    "slug": "membership",
    "title": "Membership and reach",
    "question": "Are the agencies that meet people at risk in the room, and do you know whom you do not reach?",
    "rests_on": ["guidance-statutory"],
    "items": [
        {
            "key": "first-responders",
            "title": "Every statutory first responder organisation in the area takes part",
            "hint": "Police, councils and the others on the current list for your nation.",
            "guidance": (
                "<p>Start from the current list in the guidance, not from memory: it changes. Beside each organisation "
                "write the person who comes. An organisation without a person is a gap, even if it is on your mailing "
                "list.</p>"
            ),
            "looks": [
                "Nobody has compared the membership with the list.",
                "The list has been compared; several organisations have no one who comes.",
                "All but one or two come to most meetings.",
                "All have a named person and a deputy, and the list is compared again each year.",
            ],
            "risk": 3,
            "pages": ["invite-a-new-agency", "bring-in-a-new-partner", "step-by-step"],
            "documents": ["contacts"],
        },
        {
            "key": "beyond",
            "title": "Charities, unions, faith groups and businesses have a real place",
            "hint": "A seat, a vote where there are votes, and papers in time.",
            "guidance": (
                "<p>People often speak first to someone who is not an official. Ask what each group sees, what it "
                "fears from joining, and what would make a meeting worth its time. Offer one small shared task before "
                "you offer a seat.</p>"
            ),
            "looks": [
                "Only public bodies belong.",
                "One or two others are invited when there is something to tell them.",
                "Several belong and bring items to the agenda.",
                "They lead parts of the plan, and their costs are met where they need it.",
            ],
            "risk": 2,
            "pages": ["talk-to-faith-and-community-groups", "bring-in-a-new-partner"],
            "documents": ["membership-compact"],
        },
        {
            "key": "induction",
            "title": "New members are shown how things work within a month",
            "hint": "A call, a pack of a few pages, and someone to ask.",
            "guidance": (
                "<p>The pack needs the terms of reference, the sharing agreement, the contacts, the plan and the dates "
                "of the year. Ask every newcomer after three months what they wish they had been told.</p>"
            ),
            "looks": [
                "People find their own way in.",
                "A pack exists, but is sent only on request.",
                "Most newcomers have the pack and a call within a month.",
                "All do, and their questions have improved the pack.",
            ],
            "risk": 1,
            "pages": ["run-a-useful-first-meeting"],
            "documents": ["membership-compact"],
            "modules": ["t1-seeing-it"],
        },
        {
            "key": "attendance",
            "title": "Somebody notices when an agency stops coming",
            "hint": "A simple table of who came, and a call after two absences.",
            "guidance": (
                "<p>Absence is information. Ask what has changed: a new manager, a clash of dates, or a meeting that "
                "gave nothing back. Tell the agency’s senior owner before it becomes a habit.</p>"
            ),
            "looks": [
                "Attendance is not recorded.",
                "It is recorded, and nobody looks at it.",
                "Absences are noticed and usually followed by a call.",
                "Every second absence is followed up, and the table is part of the annual review.",
            ],
            "risk": 1,
            "documents": ["agenda"],
            "after": ["senior-owner"],
        },
        {
            "key": "reach",
            "title": "You know which places and communities you do not reach",
            "hint": "By area, language, kind of work and way of life.",
            "guidance": (
                "<p>Put what you know beside what you would expect: census languages, licensed premises, farms, homes "
                "with many tenants. Where worries never come from is not where nothing happens. Choose two gaps a year "
                "and find one trusted person in each.</p>"
            ),
            "looks": [
                "Nobody has asked the question.",
                "Gaps are talked about, from impressions.",
                "A written comparison names the gaps, and work on one has begun.",
                "It is renewed each year, and at least two gaps have become smaller.",
            ],
            "risk": 3,
            "pages": ["plan-an-awareness-campaign", "figures-2025"],
            "documents": ["strategy"],
            "after": ["beyond"],
        },
    ],
}
