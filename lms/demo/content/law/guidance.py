"""Guidance and a consultation, in plain English."""

UK = ["england", "wales", "scotland", "northern-ireland"]

GUIDANCE = [
    {
        "slug": "statutory-guidance",
        "title": "Statutory guidance on identifying and supporting people",
        "neutral_title": "Statutory guidance",
        "intro": "How people are identified, referred, decided about and supported. Check the version each time.",
        "kind": "guidance",
        "status": "in-force",
        "source": "Home Office",
        "url": "https://www.gov.uk/government/publications/modern-slavery-how-to-identify-and-support-victims",
        "nations": UK,
        "rests_on": ["msa-2015-s49", "guidance-statutory", "msa-2015-s50a", "msa-2015-s51"],
        "body": (
            "<h2>The two decisions</h2><ul><li>[[reasonable-grounds|Reasonable grounds]]: on all general and specific "
            "evidence. Five working days is a target, and it can take longer.</li>"
            "<li>[[conclusive-grounds|Conclusive grounds]]: on the [[balance-of-probabilities|balance of "
            "probabilities]], not before 30 days. The version of December 2023 says so.</li></ul>"
            "<h2>Who decides</h2><p>The [[single-competent-authority|Single Competent Authority]] or the "
            "[[ieca|Immigration Enforcement Competent Authority]]. In a pilot, some councils decide about children."
            "</p><h2>Age</h2><p>Where it is not certain that somebody is an adult, treat them as a child until their "
            "age has been assessed.</p><h2>To be checked by an editor</h2><p>The number and the day of the current "
            "version.</p>"
        ),
    },
    {
        "slug": "making-a-referral",
        "title": "Guidance for first responders on making a referral",
        "neutral_title": "Guidance for first responders",
        "intro": "Only first responder organisations refer, online. Adults have to agree; children do not.",
        "kind": "guidance",
        "status": "in-force",
        "source": "Home Office",
        "url": "https://www.gov.uk/government/publications/human-trafficking-victims-referral-and-assessment-forms",
        "nations": UK,
        "rests_on": ["guidance-nrm-forms", "service-report", "first-responders"],
        "body": (
            "<h2>Under 18, or you are not sure</h2><p>Contact the local authority first. No consent is needed. Use the "
            "[[guardian|guardian]] service where there is one.</p>"
            "<h2>Adults</h2><p>Explain both decisions, the support and what happens with their data, with an "
            "interpreter where one is needed. Then ask. Only [[informed-consent|informed consent]] counts.</p>"
            "<h2>Who may refer</h2><p>The list changes. It is kept in one place with the day it was last checked, and "
            "texts show it from there.</p>"
        ),
    },
    {
        "slug": "duty-to-notify-guidance",
        "title": "Guidance on the duty to notify",
        "neutral_title": "Guidance on section 52",
        "intro": "Which authorities must notify, what a report may hold, and what it must leave out.",
        "kind": "guidance",
        "status": "in-force",
        "source": "Home Office",
        "url": (
            "https://www.gov.uk/government/publications/"
            "duty-to-notify-the-home-office-of-potential-victims-of-modern-slavery"
        ),
        "nations": ["england", "wales"],
        "rests_on": ["guidance-duty-to-notify", "msa-2015-s52"],
        "body": (
            "<h2>In short</h2><p>The report counts a person who did not agree to a referral. It goes through the same "
            "service as a referral and names nobody unless the person agrees.</p>"
            "<h2>Write it down</h2><p>Note in your own records that you explained the choice, how, with which "
            "interpreter, and what the person said.</p>"
        ),
    },
    {
        "slug": "data-sharing-code",
        "title": "The code on sharing personal data",
        "neutral_title": "The data sharing code",
        "intro": "Sharing data to protect people needs a reason in law, written down before it is needed.",
        "kind": "guidance",
        "status": "in-force",
        "source": "Information Commissioner",
        "url": "https://www.legislation.gov.uk/ukpga/2018/12/section/121",
        "nations": UK,
        "rests_on": ["data-protection-2018-s121"],
        "body": (
            "<h2>Why it matters here</h2><p>Section 121 of the Data Protection Act 2018 asks the Information "
            "Commissioner to keep a code on sharing data. An [[information-sharing-agreement|information sharing "
            "agreement]] that follows it says the purpose, the [[lawful-basis|lawful basis]], what is shared, with "
            "whom, and for how long.</p><h2>Start here</h2><p>The governance library has a sample agreement and a "
            "sample [[dpia|impact assessment]].</p>"
        ),
    },
    {
        "slug": "training-framework-2020",
        "title": "Training framework for care and support, 2020",
        "neutral_title": "A training framework of 2020",
        "intro": "Three tiers of training and six subjects, made for social care and of use to every agency.",
        "kind": "guidance",
        "status": "published",
        "source": "Skills for Care",
        "url": "https://www.skillsforcare.org.uk/",
        "nations": ["england"],
        "rests_on": ["skills-for-care-2020"],
        "body": (
            "<h2>The six subjects</h2><ol><li>What modern slavery is.</li><li>Legal frameworks and rights.</li>"
            "<li>Meeting victims and survivors, with the person at the centre.</li><li>Care and support needs.</li>"
            "<li>Lowering risk and demand.</li><li>Understanding oneself in practice.</li></ol>"
            "<h2>How we use it</h2><p>The tiers of our modules follow its idea of [[tier|three tiers]]. Nobody has "
            "endorsed them unless their page says so.</p>"
        ),
    },
    {
        "slug": "maturity-matrix",
        "title": "A maturity matrix for councils",
        "neutral_title": "A maturity matrix",
        "intro": "Four levels by which a council can say how far it has come. The checklist uses the same idea.",
        "kind": "guidance",
        "status": "published",
        "source": "Local Government Association",
        "url": "https://www.local.gov.uk/",
        "nations": ["england", "wales"],
        "rests_on": ["council-maturity-matrix"],
        "body": (
            "<h2>The idea</h2><p>A plain yes or no hides progress. With four [[maturity-level|levels of maturity]] an "
            "agency can say that something has begun, and a partnership can see what moved since last year.</p>"
            "<h2>Here</h2><p>The themes and items of our checklist are our own.</p>"
        ),
    },
    {
        "slug": "sample-consultation",
        "title": "Sample consultation: one shared form for partnerships",
        "neutral_title": "A sample consultation",
        "intro": "Made up, to show how a consultation looks in this list. There is no such consultation.",
        "kind": "consultation",
        "status": "consultation",
        "source": "Example Department (fictional)",
        "url": "https://example.org/consultation",
        "published_on": "2026-10-05",
        "ended_on": "2027-01-15",
        "nations": UK,
        "rests_on": [],
        "body": (
            "<p>An editor takes this page away before the site is used. A real consultation would say here what is "
            "proposed, whom it touches, and how to answer.</p>"
        ),
        "events": [("2026-10-05", "The made-up consultation opened")],
    },
]
