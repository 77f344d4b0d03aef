"""Terms from A to H."""

ENGLAND_AND_WALES = ["england", "wales"]


def term(slug, name, definition, stands_for="", also="", rests_on=(), nations=None):
    """An entry of the glossary; it applies in all four nations unless `nations` says otherwise."""
    return {
        "slug": slug,
        "term": name,
        "definition": definition,
        "stands_for": stands_for,
        "also": also,
        "rests_on": list(rests_on),
        "nations": nations,
    }


FIRST_TERMS = [
    term(
        "age-assessment",
        "Age assessment",
        "Finding out how old somebody is when it is not certain. Until it is done, a person who may be under 18 is "
        "treated as a child.",
        rests_on=["msa-2015-s51"],
        nations=ENGLAND_AND_WALES,
    ),
    term(
        "balance-of-probabilities",
        "Balance of probabilities",
        "More likely than not. It is the test for the second decision.",
        rests_on=["guidance-statutory"],
    ),
    term(
        "care-plan",
        "Care plan",
        "What a person and their supporters have agreed on: what the person wants, who does what, and by when.",
        also="support plan",
    ),
    term("child", "Child", "Anyone under 18, in every part of the UK process.", also="minor"),
    term(
        "commissioner",
        "Commissioner",
        "An independent office that encourages good practice in preventing modern slavery and in helping people. The "
        "Act sets it up in sections 40 to 44.",
        stands_for="Independent Anti-Slavery Commissioner",
        also="IASC",
        rests_on=["msa-2015-s40"],
    ),
    term(
        "compulsion",
        "Compulsion",
        "Being made to do something. It matters for an adult’s defence under section 45. For a child there is no such "
        "test.",
        rests_on=["msa-2015-s45"],
        nations=ENGLAND_AND_WALES,
    ),
    term(
        "conclusive-grounds",
        "Conclusive grounds decision",
        "The second and final decision: on the balance of probabilities, not before 30 days.",
        also="CG",
        rests_on=["guidance-statutory"],
    ),
    term(
        "county-lines",
        "County lines",
        "Using children or adults to carry and sell drugs in other places, often by threats and debts. It is a form of "
        "criminal exploitation.",
        also="criminal exploitation",
    ),
    term(
        "cuckooing",
        "Cuckooing",
        "Taking over somebody’s home, often to deal drugs from it.",
    ),
    term(
        "debt-bondage",
        "Debt bondage",
        "Making a person work to pay off a debt that is not theirs, keeps growing, or can never be paid.",
        also="bonded labour",
    ),
    term(
        "denominator",
        "Denominator",
        "The number that a percentage is a part of. Without it nobody can say whether a rise is large or small.",
    ),
    term(
        "dpia",
        "DPIA",
        "A written look at what could go wrong for people when their data is used, and at what will be done about it.",
        stands_for="Data protection impact assessment",
        also="impact assessment",
        rests_on=["data-protection-2018-s121"],
    ),
    term(
        "domestic-servitude",
        "Domestic servitude",
        "Making a person work in a home for little or nothing, without being free to leave.",
    ),
    term(
        "duty-to-notify",
        "DtN",
        "A report to the Home Office about an adult who may be a victim and does not agree to be referred. It names "
        "nobody unless the person agrees.",
        stands_for="Duty to Notify",
        also="Duty to Notify report, section 52 report",
        rests_on=["msa-2015-s52", "guidance-duty-to-notify"],
        nations=ENGLAND_AND_WALES,
    ),
    term(
        "exploitation",
        "Exploitation",
        "Using a person for gain by force, threats or lies, or because they are young or cannot choose freely. Section "
        "3 says what it means for the trafficking offence.",
        rests_on=["msa-2015-s3"],
    ),
    term(
        "first-responder",
        "First responder organisation",
        "An organisation on the government’s list that may make a referral. It is not the same as an emergency "
        "service.",
        also="first responder, FRO",
        rests_on=["guidance-nrm-forms", "first-responders"],
    ),
    term(
        "forced-labour",
        "Forced or compulsory labour",
        "Work that a person has not freely offered and does because of a threat.",
        rests_on=["msa-2015-s1"],
    ),
    term(
        "guardian",
        "Guardian",
        "An independent person who supports a child who may have been trafficked and speaks up for them. The Act calls "
        "them child trafficking advocates. Not every area has the service.",
        also="ICTG, child trafficking advocate",
        rests_on=["msa-2015-s48"],
        nations=ENGLAND_AND_WALES,
    ),
    term(
        "human-trafficking",
        "Human trafficking",
        "Arranging or helping with a person’s travel in order to exploit them. Travel within a town counts.",
        also="trafficking",
        rests_on=["msa-2015-s2"],
    ),
]
