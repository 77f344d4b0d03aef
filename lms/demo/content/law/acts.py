"""Acts and sections of Acts, in plain English."""

ENGLAND_AND_WALES = ["england", "wales"]
UK = ["england", "wales", "scotland", "northern-ireland"]

ACTS = [
    {
        "slug": "modern-slavery-act-2015",
        "title": "Modern Slavery Act 2015",
        "neutral_title": "The 2015 Act",
        "intro": "The main Act for England and Wales: offences, orders, the Commissioner and duties.",
        "kind": "act",
        "status": "amended",
        "source": "UK Parliament",
        "url": "https://www.legislation.gov.uk/ukpga/2015/30/contents",
        "published_on": "2015-03-26",
        "dates_unchecked": True,
        "nations": ENGLAND_AND_WALES,
        "rests_on": ["msa-2015-s1", "msa-2015-s2", "msa-2015-s3", "msa-2015-part2", "msa-2015-s40"],
        "body": (
            "<h2>What it does</h2><ul>"
            "<li>Sections 1 and 2 make slavery, servitude, forced or compulsory labour and "
            "[[human-trafficking|human trafficking]] offences. Section 3 says what exploitation means.</li>"
            "<li>Part 2 lets courts make orders that prevent harm or lower a risk.</li>"
            "<li>Sections 8 to 10 are about [[reparation|reparation]] by the offender.</li>"
            "<li>Sections 40 to 44 set up the [[commissioner|Commissioner]].</li>"
            "<li>Sections 45 to 52 protect people: a defence, guardians for children, guidance, recovery support, the "
            "presumption about age, and the [[duty-to-notify|duty to notify]].</li>"
            "<li>Section 54 asks large businesses to report on their supply chains.</li></ul>"
            "<h2>What to remember</h2><p>Scotland and Northern Ireland have Acts of their own from the same year. Say "
            "which nation you mean before you quote a section.</p>"
        ),
        "events": [("2015-03-26", "Became law")],
    },
    {
        "slug": "scotland-act-2015",
        "title": "Human Trafficking and Exploitation (Scotland) Act 2015",
        "neutral_title": "Scotland’s Act of 2015",
        "intro": "Scotland’s own Act: its offences and the support people are offered there.",
        "kind": "act",
        "status": "in-force",
        "source": "Scottish Parliament",
        "url": "https://www.legislation.gov.uk/asp/2015/12/contents",
        "published_on": "2015-11-04",
        "dates_unchecked": True,
        "nations": ["scotland"],
        "rests_on": ["scotland-2015"],
        "body": (
            "<h2>What it does</h2><p>It sets out the offences and the support in Scotland. The sections of the Act for "
            "England and Wales have other numbers and other words, so a policy that quotes them does not fit here.</p>"
            "<h2>What to do</h2><p>Ask a Scottish adviser to read any agreement or pathway that was written in "
            "England before you adopt it.</p>"
        ),
        "events": [("2015-11-04", "Became law")],
    },
    {
        "slug": "northern-ireland-act-2015",
        "title": "Human Trafficking and Exploitation Act (Northern Ireland) 2015",
        "neutral_title": "Northern Ireland’s Act of 2015",
        "intro": "Northern Ireland’s own Act: its offences and the support people are offered there.",
        "kind": "act",
        "status": "in-force",
        "source": "Northern Ireland Assembly",
        "url": "https://www.legislation.gov.uk/nia/2015/2/contents",
        "published_on": "2015-01-13",
        "dates_unchecked": True,
        "nations": ["northern-ireland"],
        "rests_on": ["northern-ireland-2015"],
        "body": (
            "<h2>What it does</h2><p>It sets out the offences and the support in Northern Ireland. Health and Social "
            "Care Trusts there are [[first-responder|first responder organisations]], which health bodies in England "
            "are not.</p><h2>What to do</h2><p>Check every mention of a section, a duty and a first responder when "
            "you take over a document from another nation.</p>"
        ),
        "events": [("2015-01-13", "Became law")],
    },
    {
        "slug": "section-45-defence",
        "title": "Section 45: a defence for people made to commit an offence",
        "neutral_title": "Section 45",
        "intro": "People who were made to commit an offence may have a defence. The test for children is another one.",
        "kind": "act",
        "status": "in-force",
        "source": "UK Parliament",
        "url": "https://www.legislation.gov.uk/ukpga/2015/30/section/45",
        "nations": ENGLAND_AND_WALES,
        "rests_on": ["msa-2015-s45"],
        "body": (
            "<h2>Adults</h2><p>Three things have to come together: the person was [[compulsion|compelled]]; the "
            "compulsion came from slavery or relevant exploitation; and a reasonable person with the same "
            "characteristics would have had no realistic alternative.</p>"
            "<h2>Children</h2><p>For somebody who was under 18 there is no compulsion test.</p>"
            "<h2>Limits</h2><p>Listed offences are left out. Whether the defence applies is for lawyers and courts; "
            "your part is to notice, to write down what you see, and to tell the defence and the prosecutor early.</p>"
        ),
    },
    {
        "slug": "section-52-duty-to-notify",
        "title": "Section 52: the duty to notify",
        "neutral_title": "Section 52",
        "intro": "Named public authorities must tell the Home Office about people they think may be victims.",
        "kind": "act",
        "status": "in-force",
        "source": "UK Parliament",
        "url": "https://www.legislation.gov.uk/ukpga/2015/30/section/52",
        "nations": ENGLAND_AND_WALES,
        "rests_on": ["msa-2015-s52", "guidance-duty-to-notify", "service-report"],
        "body": (
            "<h2>Who must notify</h2><p>The public authorities that the law names. Health bodies in England are not "
            "among them, which learners often get wrong.</p>"
            "<h2>How</h2><p>When an adult does not [[informed-consent|agree]] to a referral, a [[duty-to-notify|Duty "
            "to Notify report]] goes through the same online service, without anything that tells who they are, unless "
            "they agree to that.</p>"
            "<h2>An old name</h2><p>The separate form [[ms1|MS1]] is history.</p>"
        ),
    },
    {
        "slug": "section-54-supply-chains",
        "title": "Section 54: transparency in supply chains",
        "neutral_title": "Section 54",
        "intro": "What the Act asks large businesses to say about their supply chains.",
        "kind": "act",
        "status": "in-force",
        "source": "UK Parliament",
        "url": "https://www.legislation.gov.uk/ukpga/2015/30/section/54",
        "nations": UK,
        "rests_on": ["msa-2015-s54"],
        "body": (
            "<h2>In short</h2><p>The section is about a yearly [[transparency-statement|statement]] on what a business "
            "does about slavery in its own work and its supply chains. Who is covered, and what the statement must "
            "hold, is to be checked by an editor in the section itself.</p>"
            "<h2>For partnerships</h2><p>Members that buy goods and services can publish a statement of their own "
            "accord. A sample is in the governance library.</p>"
        ),
    },
    {
        "slug": "act-of-2022",
        "title": "Nationality and Borders Act 2022: what changed for decisions",
        "neutral_title": "The Act of 2022",
        "intro": "The Act of 2022 changed the test for the first decision, and older training became wrong overnight.",
        "kind": "act",
        "status": "in-force",
        "source": "UK Parliament",
        "url": "https://www.legislation.gov.uk/ukpga/2022/36/contents",
        "published_on": "2022-04-28",
        "dates_unchecked": True,
        "nations": UK,
        "rests_on": ["borders-act-2022", "guidance-statutory"],
        "body": (
            "<h2>What changed</h2><p>The words of the [[reasonable-grounds|reasonable grounds]] test. Texts that still "
            "say “suspect but cannot prove” are out of date. Guidance now asks for all the general and specific "
            "evidence there is.</p>"
            "<h2>What to look for in older material</h2><ul><li>A test of suspicion.</li>"
            "<li>A fixed period of 45 days.</li><li>The words “objective factors”.</li></ul>"
            "<p>If you find one of these, ask whoever wrote it for a newer version.</p>"
        ),
        "events": [("2022-04-28", "Became law")],
    },
]
