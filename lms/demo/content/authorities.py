"""Law, guidance, figures and services the starter content rests on, each with the day it was checked."""

from lms.demo.content.law.authorities import MORE

AUTHORITIES = [
    {
        "key": "msa-2015-s1",
        "title": "Slavery, servitude and forced or compulsory labour",
        "reference": "Modern Slavery Act 2015, section 1",
        "kind": "act_section",
        "nations": ["england", "wales"],
        "url": "https://www.legislation.gov.uk/ukpga/2015/30/section/1",
        "checked_on": "2026-04-28",
        "summary": (
            "Makes it an offence to hold a person in slavery or servitude, or to require them to do "
            "forced or compulsory labour. A person’s agreement does not rule the offence out."
        ),
    },
    {
        "key": "msa-2015-s2",
        "title": "Human trafficking",
        "reference": "Modern Slavery Act 2015, section 2",
        "kind": "act_section",
        "nations": ["england", "wales"],
        "url": "https://www.legislation.gov.uk/ukpga/2015/30/section/2",
        "checked_on": "2026-04-28",
        "summary": (
            "Makes it an offence to arrange or help with another person’s travel with a view to "
            "exploiting them. Travel within one country counts, and it does not matter whether the "
            "person agreed to it."
        ),
    },
    {
        "key": "msa-2015-s3",
        "title": "Meaning of exploitation",
        "reference": "Modern Slavery Act 2015, section 3",
        "kind": "act_section",
        "nations": ["england", "wales"],
        "url": "https://www.legislation.gov.uk/ukpga/2015/30/section/3",
        "checked_on": "2026-04-28",
        "summary": (
            "Says what exploitation means for the trafficking offence, including labour, sexual "
            "exploitation, removal of organs, and getting services from people by force, threats or "
            "lies, or from children and people who are vulnerable."
        ),
    },
    {
        "key": "msa-2015-s45",
        "title": "Defence for people who were made to commit an offence",
        "reference": "Modern Slavery Act 2015, section 45",
        "kind": "act_section",
        "nations": ["england", "wales"],
        "url": "https://www.legislation.gov.uk/ukpga/2015/30/section/45",
        "checked_on": "2026-04-28",
        "summary": (
            "A defence to many offences. An adult must have been compelled, because of slavery or "
            "relevant exploitation, with no realistic alternative for a reasonable person like them. "
            "For a child there is no compulsion test. Listed offences are excluded."
        ),
    },
    {
        "key": "msa-2015-s48",
        "title": "Independent child trafficking advocates",
        "reference": "Modern Slavery Act 2015, section 48",
        "kind": "act_section",
        "nations": ["england", "wales"],
        "url": "https://www.legislation.gov.uk/ukpga/2015/30/section/48",
        "checked_on": "2026-04-28",
        "summary": (
            "Provides for independent specialists who support a child and speak up for them, called "
            "guardians in practice. Cover depends on the area."
        ),
    },
    {
        "key": "msa-2015-s49",
        "title": "Guidance about identifying and supporting people",
        "reference": "Modern Slavery Act 2015, section 49",
        "kind": "act_section",
        "nations": ["england", "wales"],
        "url": "https://www.legislation.gov.uk/ukpga/2015/30/section/49",
        "checked_on": "2026-04-28",
        "summary": ("Requires the Home Secretary to issue guidance on signs, support and how decisions are made."),
    },
    {
        "key": "msa-2015-s50a",
        "title": "Support during the recovery period",
        "reference": "Modern Slavery Act 2015, section 50A",
        "kind": "act_section",
        "nations": ["england", "wales"],
        "url": "https://www.legislation.gov.uk/ukpga/2015/30/section/50A",
        "checked_on": "2026-04-28",
        "summary": (
            "Provides for assistance and support, where it is necessary, during a recovery period for a "
            "person with a positive first decision."
        ),
    },
    {
        "key": "msa-2015-s51",
        "title": "Presumption about age",
        "reference": "Modern Slavery Act 2015, section 51",
        "kind": "act_section",
        "nations": ["england", "wales"],
        "url": "https://www.legislation.gov.uk/ukpga/2015/30/section/51",
        "checked_on": "2026-04-28",
        "summary": (
            "Where age is not certain but there are reasonable grounds to believe a person may be under "
            "18, public bodies are to treat them as a child until their age has been assessed."
        ),
    },
    {
        "key": "msa-2015-s52",
        "title": "Duty to notify the Home Office",
        "reference": "Modern Slavery Act 2015, section 52",
        "kind": "act_section",
        "nations": ["england", "wales"],
        "url": "https://www.legislation.gov.uk/ukpga/2015/30/section/52",
        "checked_on": "2026-04-28",
        "summary": (
            "Public authorities that the section names must notify the Home Office when they have "
            "reasonable grounds to believe that a person may be a victim. A report about an adult must "
            "not identify them unless they agree. Health bodies in England are not on the list."
        ),
    },
    {
        "key": "msa-2015-s54",
        "title": "Transparency in supply chains",
        "reference": "Modern Slavery Act 2015, section 54",
        "kind": "act_section",
        "nations": ["england", "wales", "scotland", "northern-ireland"],
        "url": "https://www.legislation.gov.uk/ukpga/2015/30/section/54",
        "checked_on": "2026-04-28",
        "summary": (
            "Requires large businesses to publish a statement each year on what they have done, if "
            "anything, to keep modern slavery out of their business and supply chains."
        ),
    },
    {
        "key": "guidance-statutory",
        "title": "Statutory guidance on identifying and supporting people",
        "reference": "Modern Slavery: how to identify and support victims, issued under section 49",
        "kind": "guidance",
        "nations": ["england", "wales", "scotland", "northern-ireland"],
        "url": ("https://www.gov.uk/government/publications/modern-slavery-how-to-identify-and-support-victims"),
        "checked_on": "2026-04-28",
        "summary": (
            "The Home Office’s guidance on signs, referral, the two decisions and support. It sets out "
            "the guidance for England and Wales, with non-statutory guidance for Scotland and Northern "
            "Ireland. Editors should check the current version before each review."
        ),
    },
    {
        "key": "guidance-nrm-forms",
        "title": "Guidance on the National Referral Mechanism",
        "reference": "Home Office guidance for first responders on making a referral",
        "kind": "guidance",
        "nations": ["england", "wales", "scotland", "northern-ireland"],
        "url": ("https://www.gov.uk/government/publications/human-trafficking-victims-referral-and-assessment-forms"),
        "checked_on": "2026-04-28",
        "summary": (
            "Explains who can refer, what a referral should contain and what happens next. It holds the "
            "current list of first responder organisations."
        ),
    },
    {
        "key": "guidance-duty-to-notify",
        "title": "Guidance on the duty to notify",
        "reference": "Home Office guidance on section 52",
        "kind": "guidance",
        "nations": ["england", "wales"],
        "url": (
            "https://www.gov.uk/government/publications/duty-to-notify-the-home-office-of-potential-victims-of-modern-slavery"
        ),
        "checked_on": "2026-04-28",
        "summary": ("Explains which public authorities must notify and what a report may and may not contain."),
    },
    {
        "key": "service-report",
        "title": "Online service for first responders",
        "reference": "Report modern slavery as a first responder",
        "kind": "service",
        "nations": ["england", "wales", "scotland", "northern-ireland"],
        "url": "https://www.modernslavery.gov.uk/",
        "checked_on": "2026-04-28",
        "summary": (
            "The Home Office service that first responders use for a referral, and that public "
            "authorities use for a Duty to Notify report when an adult does not agree to be referred."
        ),
    },
    {
        "key": "statistics-2025",
        "title": "Referral figures for 2025",
        "reference": (
            "National Referral Mechanism and Duty to Notify statistics, end of year summary 2025, "
            "published 19 February 2026"
        ),
        "kind": "statistic",
        "nations": ["england", "wales", "scotland", "northern-ireland"],
        "url": "https://www.gov.uk/government/collections/national-referral-mechanism-statistics",
        "checked_on": "2026-04-28",
        "summary": (
            "23,411 referrals, up 22% on 2024, and 7,130 Duty to Notify reports, up 27%. UK nationals "
            "were the largest group referred."
        ),
    },
    {
        "key": "service-helpline",
        "title": "Modern Slavery Helpline",
        "reference": "Modern Slavery Helpline, 08000 121 700",
        "value": "08000 121 700",
        "kind": "service",
        "nations": ["england", "wales", "scotland", "northern-ireland"],
        "url": "https://www.modernslaveryhelpline.org/",
        "checked_on": "2026-04-28",
        "summary": (
            "Advice by telephone for anyone: members of the public, staff, businesses and people who "
            "are being exploited."
        ),
    },
    {
        "key": "service-samaritans",
        "title": "Samaritans",
        "reference": "Samaritans, 116 123",
        "value": "116 123",
        "kind": "service",
        "nations": ["england", "wales", "scotland", "northern-ireland"],
        "url": "https://www.samaritans.org/",
        "checked_on": "2026-04-28",
        "summary": "A free telephone line, at any hour, for anyone who needs someone to listen.",
    },
    {
        "key": "scotland-2015",
        "title": "Scotland’s own Act",
        "reference": "Human Trafficking and Exploitation (Scotland) Act 2015",
        "kind": "act_section",
        "nations": ["scotland"],
        "url": "https://www.legislation.gov.uk/asp/2015/12/contents",
        "checked_on": "2026-04-28",
        "summary": (
            "Sets out the offences and support in Scotland. There is no defence like section 45: the "
            "Lord Advocate issues instructions to prosecutors instead."
        ),
    },
    {
        "key": "northern-ireland-2015",
        "title": "Northern Ireland’s own Act",
        "reference": (
            "Human Trafficking and Exploitation (Criminal Justice and Support for Victims) Act (Northern Ireland) 2015"
        ),
        "kind": "act_section",
        "nations": ["northern-ireland"],
        "url": "https://www.legislation.gov.uk/nia/2015/2/contents",
        "checked_on": "2026-04-28",
        "summary": ("Sets out the offences and support in Northern Ireland, with its own defence in section 22."),
    },
    {
        "key": "data-protection-2018-s121",
        "title": "Data-sharing code",
        "reference": "Data Protection Act 2018, section 121",
        "kind": "act_section",
        "nations": ["england", "wales", "scotland", "northern-ireland"],
        "url": "https://www.legislation.gov.uk/ukpga/2018/12/section/121",
        "checked_on": "2026-04-28",
        "summary": (
            "Requires the Information Commissioner to keep a code of practice on sharing personal data. "
            "Read it before you sign an information sharing agreement."
        ),
    },
    *MORE,
]
