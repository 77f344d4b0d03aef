"""More that the starter content rests on: sections, frameworks, reports, lists and numbers, each with its check."""

ENGLAND_AND_WALES = ["england", "wales"]
UK = ["england", "wales", "scotland", "northern-ireland"]
CHECKED_ON = "2026-04-28"


def authority(key, title, reference, kind, nations, summary, url="", value=""):
    """An entry as lms.demo.publishing.seed_authorities reads it."""
    return {
        "key": key,
        "title": title,
        "reference": reference,
        "kind": kind,
        "nations": nations,
        "url": url,
        "summary": summary,
        "value": value,
        "checked_on": CHECKED_ON,
    }


MORE = [
    authority(
        "msa-2015-ss8-10",
        "Reparation by the offender",
        "Modern Slavery Act 2015, sections 8 to 10",
        "act_section",
        ENGLAND_AND_WALES,
        "Lets a court order an offender to pay for the harm.",
        "https://www.legislation.gov.uk/ukpga/2015/30/section/8",
    ),
    authority(
        "msa-2015-part2",
        "Prevention and risk orders",
        "Modern Slavery Act 2015, Part 2",
        "act_section",
        ENGLAND_AND_WALES,
        "Lets courts make orders that prevent harm by an offender or lower a risk.",
        "https://www.legislation.gov.uk/ukpga/2015/30/part/2",
    ),
    authority(
        "msa-2015-s40",
        "The Commissioner",
        "Modern Slavery Act 2015, sections 40 to 44",
        "act_section",
        UK,
        "Sets up the Independent Anti-Slavery Commissioner. The holder’s name is never written into content.",
        "https://www.legislation.gov.uk/ukpga/2015/30/section/40",
    ),
    authority(
        "borders-act-2022",
        "The Act of 2022 and the first decision",
        "Nationality and Borders Act 2022",
        "act_section",
        UK,
        "Changed the words of the reasonable grounds test. Which sections: to be checked by an editor.",
        "https://www.legislation.gov.uk/ukpga/2022/36/contents",
    ),
    authority(
        "first-responders",
        "First responder organisations",
        "Organisations that may make a referral",
        "list",
        UK,
        "A part of the list only. The Home Office’s own form names both labour bodies while one takes over from the "
        "other. An editor completes it from the source and notes the day.",
        "https://www.gov.uk/government/publications/human-trafficking-victims-referral-and-assessment-forms",
        "Police forces\nLocal authorities\nHealth and Social Care Trusts in Northern Ireland\n"
        "Gangmasters and Labour Abuse Authority\nFair Work Agency",
    ),
    authority(
        "decision-makers",
        "Who makes the two decisions",
        "Single Competent Authority and Immigration Enforcement Competent Authority",
        "guidance",
        UK,
        "Two bodies decide. In a pilot, some councils decide about children.",
        "https://www.gov.uk/government/publications/modern-slavery-how-to-identify-and-support-victims",
        "Single Competent Authority\nImmigration Enforcement Competent Authority",
    ),
    authority(
        "first-responder-e-learning",
        "E-learning for first responders",
        "Home Office e-learning: Overview, Identify, Explain, Refer",
        "guidance",
        UK,
        "About 45 minutes. Its host page said in July 2024 that it was under review, because the test for the first "
        "decision had changed. Whether that is over: to be checked by an editor.",
    ),
    authority(
        "skills-for-care-2020",
        "Training framework of three tiers",
        "Skills for Care, 2020",
        "guidance",
        ["england"],
        "Three tiers and six subjects of training on modern slavery for social care.",
        "https://www.skillsforcare.org.uk/",
    ),
    authority(
        "three-level-plan",
        "Three-level training plan of two cities",
        "Coventry and Birmingham training plan",
        "guidance",
        ["england"],
        "E-learning for all staff; up to 2 hours live for staff who meet the public; up to 3 hours live for those who "
        "refer or manage. Shared content with local pathways put in.",
    ),
    authority(
        "council-maturity-matrix",
        "Maturity matrix for councils",
        "Local Government Association",
        "guidance",
        ENGLAND_AND_WALES,
        "Four levels from not started to embedded.",
        "https://www.local.gov.uk/",
    ),
    authority(
        "partnership-mapping-2017",
        "Mapping of anti-slavery partnerships",
        "Survey of UK partnerships, 2017",
        "statistic",
        UK,
        "Joint work grew, and lacked consistency, resources and evaluation.",
    ),
    authority(
        "practitioner-workshops-2018",
        "Workshops with 67 practitioners",
        "Five workshops, 2018",
        "statistic",
        UK,
        "What partnerships should aim for and measure.",
        value="67",
    ),
    authority(
        "local-example-2018",
        "Leicester, Leicestershire and Rutland",
        "Local figures from 2018",
        "statistic",
        ["england"],
        "Rises after training and joint work; no denominator or method was published.",
    ),
    authority(
        "service-emergency",
        "Emergency number",
        "999, when someone is in danger",
        "service",
        UK,
        "Police, fire and ambulance.",
        value="999",
    ),
    authority(
        "service-police",
        "Police, not an emergency",
        "101",
        "service",
        UK,
        "When nobody is in danger now.",
        value="101",
    ),
]
