"""Terms from I to Z."""

from lms.demo.content.glossary.a_to_h import ENGLAND_AND_WALES, term

LAST_TERMS = [
    term(
        "ieca",
        "IECA",
        "A Home Office body that makes some of the two decisions.",
        stands_for="Immigration Enforcement Competent Authority",
        also="competent authority",
        rests_on=["decision-makers"],
    ),
    term(
        "indicator",
        "Indicator",
        "Something that may point to exploitation: how a person looks or behaves, their situation, the place. No "
        "single one proves anything.",
        also="sign",
    ),
    term(
        "information-sharing-agreement",
        "ISA",
        "A signed paper that says what agencies tell each other, why, on which lawful basis, and for how long it is "
        "kept.",
        stands_for="Information sharing agreement",
        also="data sharing agreement",
        rests_on=["data-protection-2018-s121"],
    ),
    term(
        "informed-consent",
        "Informed consent",
        "An adult’s agreement, given once they understand both decisions, the support, what happens with their data, "
        "and what they may choose.",
        rests_on=["guidance-nrm-forms"],
    ),
    term("lawful-basis", "Lawful basis", "The reason in law why an agency may use personal data for a purpose."),
    term(
        "maturity-level",
        "Level of maturity",
        "How far something has come: not started, started, mostly in place, or embedded.",
        rests_on=["council-maturity-matrix"],
    ),
    term(
        "modern-slavery",
        "Modern slavery",
        "A name for several crimes: slavery, servitude, forced or compulsory labour, and human trafficking.",
        rests_on=["msa-2015-s1", "msa-2015-s2"],
    ),
    term(
        "ms1",
        "MS1",
        "The former form for a Duty to Notify report. The report now goes through the same online service as a "
        "referral.",
        also="MS1 form",
        rests_on=["guidance-duty-to-notify"],
        nations=ENGLAND_AND_WALES,
    ),
    term(
        "nrm",
        "NRM",
        "The UK’s system for identifying people who may be victims and offering them support.",
        stands_for="National Referral Mechanism",
        also="referral mechanism",
        rests_on=["guidance-statutory"],
    ),
    term(
        "online-service",
        "Online service",
        "Where first responder organisations make a referral or a Duty to Notify report.",
        rests_on=["service-report"],
    ),
    term(
        "outcome",
        "Outcome",
        "What changed for people because of the work, for example that more of them feel safe after a year.",
    ),
    term("output", "Output", "What the work made, for example 12 sessions or one protocol. It is not yet a change."),
    term(
        "presumption-of-age",
        "Presumption about age",
        "Where it is uncertain whether a person is under 18, they are treated as a child until assessed.",
        also="section 51",
        rests_on=["msa-2015-s51"],
        nations=ENGLAND_AND_WALES,
    ),
    term(
        "reasonable-grounds",
        "Reasonable grounds decision",
        "The first decision, on all the general and specific evidence there is. The target is 5 working days.",
        also="RG",
        rests_on=["guidance-statutory", "borders-act-2022"],
    ),
    term(
        "recovery-period",
        "Recovery period",
        "A time of support and rest after a positive first decision.",
        rests_on=["msa-2015-s50a", "guidance-statutory"],
        nations=ENGLAND_AND_WALES,
    ),
    term(
        "reparation",
        "Reparation",
        "Payment by an offender for harm.",
        rests_on=["msa-2015-ss8-10"],
        nations=ENGLAND_AND_WALES,
    ),
    term(
        "safeguarding-lead",
        "Safeguarding lead",
        "The person in an organisation to whom staff bring concerns about someone’s safety.",
        also="designated lead",
    ),
    term(
        "single-competent-authority",
        "SCA",
        "The Home Office body that makes most of the two decisions.",
        stands_for="Single Competent Authority",
        also="competent authority",
        rests_on=["decision-makers"],
    ),
    term(
        "spoc",
        "SPOC",
        "The one person or desk in an agency that others contact first.",
        stands_for="Single point of contact",
    ),
    term(
        "survivor",
        "Survivor",
        "A person who has lived through exploitation. Many prefer this word, and some do not. Ask.",
    ),
    term(
        "tier",
        "Tier",
        "How deep training goes: 1 for everyone, 2 for those who meet the public, 3 for those who refer or manage.",
        rests_on=["skills-for-care-2020"],
    ),
    term(
        "transparency-statement",
        "Transparency statement",
        "What an organisation says each year about slavery in its own work and its supply chains.",
        rests_on=["msa-2015-s54"],
    ),
    term(
        "trauma-informed",
        "Trauma-informed practice",
        "Working in a way that gives people safety, choice and control, because harm may have taken these away.",
    ),
    term(
        "victim",
        "Victim",
        "The word that the law uses. A person does not have to see themselves as one.",
    ),
]
