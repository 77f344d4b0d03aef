"""The quiz that ends module T2: its 6 questions in order, and its rules."""

from typing import Any

CHECKED = {"nations": ["england", "wales"], "facts_checked_on": "2026-04-28", "review_on": "2027-04-28"}


def question(
    text: str, *options: tuple[str, bool, str], lesson: str, hint: str, after: str, rests_on: list[str]
) -> Any:
    """One question with one right answer, as the seeding reads it; options are text, right or not, and feedback."""
    return {
        "key": f"t2-{lesson}-{len(text)}",
        "text": text,
        "kind": "single",
        "options": [{"text": said, "correct": right, "feedback": why} for said, right, why in options],
        "feedback": after,
        "review_lesson": lesson,
        "review_hint": hint,
        "rests_on": rests_on,
        **CHECKED,
    }


QUESTIONS = [
    question(
        "A woman comes to your desk with a man who answers for her. What is the safest way to speak with her?",
        (
            "Ask her, while he is listening, whether she came here of her own free will",
            False,
            "He hears the question and her answer.",
        ),
        ("Say that each is seen alone, and ring an interpreter", True, "Ordinary, private and understood."),
        ("Let him interpret, since she trusts him", False, "You cannot know whom she trusts, nor what he leaves out."),
        ("Give her a card when he looks away", False, "If he finds it, she pays for it."),
        lesson="making-it-safe-to-talk",
        hint="Who is in the room",
        after="Think of what he knows when they leave.",
        rests_on=["guidance-statutory"],
    ),
    question(
        "The account a man gives today differs from yesterday’s. What does that tell you?",
        (
            "That one of the two accounts is a lie, and that you have to find out which",
            False,
            "Frightened memory comes in pieces and out of order.",
        ),
        ("That he was coached", False, "There may be many reasons, and nothing here points to that one."),
        ("On its own, nothing about whether he was exploited", True, "Write down both, as he said them."),
        ("That he should be asked again until it fits", False, "Pressing hurts him and spoils what he can say later."),
        lesson="making-it-safe-to-talk",
        hint="What trauma can look like",
        after="Record; do not judge.",
        rests_on=["guidance-statutory"],
    ),
    question(
        "How do you find out whether an adult has understood what a referral means?",
        ("Ask “Do you understand?” twice", False, "Most people say yes, twice."),
        ("Ask them to sign the form slowly", False, "A signature shows that a pen was held."),
        ("Ask them to say in their own words what would happen next", True, "Then you hear what is not clear yet."),
        (
            "Ask the interpreter afterwards whether the person seemed to have followed all of it",
            False,
            "The interpreter says what is said, and does not judge.",
        ),
        lesson="explaining-the-choice",
        hint="Check that it was understood",
        after="Informed consent is shown, not ticked.",
        rests_on=["guidance-nrm-forms"],
    ),
    question(
        "Which of these may you say to somebody who is thinking about a referral?",
        ("“You will have a decision in five days.”", False, "Five working days is a target, and it may take longer."),
        ("“Nobody will ever be told.”", False, "You may have to tell, and the police may be told."),
        (
            "“Once the second decision is made, you will be able to stay in the country.”",
            False,
            "That is another decision, made by others.",
        ),
        ("“You may say no today and yes another day.”", True, "True, and it takes the pressure off."),
        lesson="explaining-the-choice",
        hint="What to explain, in this order",
        after="Promise nothing that others decide.",
        rests_on=["guidance-nrm-forms", "guidance-statutory"],
    ),
    question(
        "A girl says that she is nineteen. You have reason to think that she may be sixteen. What comes first?",
        ("Her signed consent", False, "A child is referred without consent, and she may be a child."),
        ("The local authority’s children’s services", True, "She is presumed a child until her age is assessed."),
        ("A letter from her school", False, "Nobody has to wait for papers."),
        ("A report to the Home Office that does not name her", False, "That is for adults who have said no."),
        lesson="the-route-that-day",
        hint="2. Is the person under 18, or might they be?",
        after="Danger, then age, then consent.",
        rests_on=["msa-2015-s51", "guidance-statutory"],
    ),
    question(
        "What belongs in your record of the conversation?",
        ("Her words in quotation marks, and who interpreted", True, "It can be read back to her, and tested."),
        ("Whether you believed her", False, "Your belief is no fact, and it can be used against her."),
        ("Everything she said about her family", False, "Write what is needed, and no more."),
        ("A photograph of her, for the file", False, "Do not photograph people."),
        lesson="writing-and-sharing",
        hint="Write",
        after="Fact outside, opinion nowhere.",
        rests_on=["guidance-statutory", "data-protection-2018-s121"],
    ),
]

QUIZ = {
    "lesson": "what-you-have-learned",
    "title": "What you have learned",
    "purpose": "graded",
    "pass_mark": 5,
    "attempts": 3,
    "shuffle_options": True,
    "shuffle_questions": False,
    "score_that_counts": "highest",
    "questions": [question["key"] for question in QUESTIONS],
}
