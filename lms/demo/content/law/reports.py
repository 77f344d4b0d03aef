"""Figures and reports, in plain English."""

UK = ["england", "wales", "scotland", "northern-ireland"]

REPORTS = [
    {
        "slug": "referral-statistics-2025",
        "title": "Referral figures for 2025",
        "neutral_title": "Figures for 2025",
        "intro": "23,411 referrals in 2025, 22% more than the year before. UK nationals were the largest group.",
        "kind": "statistics",
        "status": "published",
        "source": "Home Office",
        "url": "https://www.gov.uk/government/collections/national-referral-mechanism-statistics",
        "published_on": "2026-02-19",
        "nations": UK,
        "rests_on": ["statistics-2025"],
        "body": (
            "<h2>The figures</h2><ul><li>23,411 referrals to the [[nrm|NRM]], 22% more than in 2024.</li>"
            "<li>7,130 [[duty-to-notify|Duty to Notify]] reports, 27% more.</li></ul>"
            "<h2>How to read them</h2><p>They count people who were noticed. More referrals can mean more harm or "
            "better noticing, and the figures cannot tell which. A guide in this section says more.</p>"
        ),
        "events": [("2026-02-19", "The figures for 2025 were published")],
    },
    {
        "slug": "mapping-of-partnerships-2017",
        "title": "Mapping of anti-slavery partnerships, 2017",
        "neutral_title": "A mapping of partnerships, 2017",
        "intro": "Work between agencies grew, but it lacked consistency, money, and evidence of what works.",
        "kind": "report",
        "status": "published",
        "source": "Independent Anti-Slavery Commissioner and the Rights Lab, University of Nottingham",
        "nations": UK,
        "rests_on": ["partnership-mapping-2017"],
        "body": (
            "<h2>What it found</h2><ul><li>Most partnerships trained frontline staff and shared information.</li>"
            "<li>Few reached deeper problems such as supply chains.</li><li>There was very little money for the work "
            "itself.</li><li>Many asked for co-ordination, nationally and locally.</li></ul>"
            "<h2>What came of it</h2><p>A map and a directory of partnerships by area. The directory on this site has "
            "the same purpose, with the day each entry was last confirmed.</p>"
        ),
    },
    {
        "slug": "practitioner-workshops-2018",
        "title": "Five workshops with practitioners, 2018",
        "neutral_title": "Workshops of 2018",
        "intro": "67 practitioners said what partnerships should aim for: better processes, and evidence.",
        "kind": "report",
        "status": "published",
        "source": "Independent Anti-Slavery Commissioner and the Rights Lab, University of Nottingham",
        "nations": UK,
        "rests_on": ["practitioner-workshops-2018"],
        "body": (
            "<h2>What they agreed on</h2><ul><li>Shared aims that include governance and the sharing of information."
            "</li><li>Monitoring of activities, [[output|outputs]] and [[outcome|outcomes]].</li><li>Care for "
            "survivors as a task of many agencies, with survivors’ own advice, and followed over a long time.</li>"
            "<li>The subject as a part of everyday services.</li></ul>"
        ),
    },
    {
        "slug": "east-midlands-example-2018",
        "title": "A local example: Leicester, Leicestershire and Rutland",
        "neutral_title": "A local example of 2018",
        "intro": "Large rises after training and joint work from 2018, and a lesson in how to report such figures.",
        "kind": "report",
        "status": "published",
        "source": "Local partnership",
        "nations": ["england"],
        "rests_on": ["local-example-2018"],
        "body": (
            "<h2>What was reported</h2><ul><li>More than 40 stakeholders; more than 200 frontline staff trained.</li>"
            "<li>Incidents reported to police: up 340%.</li><li>Identification and protection: up 30%.</li>"
            "<li>Awareness of the [[nrm|NRM]] in the training’s evaluation: up 140%.</li></ul>"
            "<h2>What is missing</h2><p>No [[denominator|denominator]] and no method was published. Our own reports "
            "print how many answered, how many pairs were matched, and an interval beside each rise.</p>"
        ),
    },
]
