"""Paper: the questions of one attempt as they were when it began, with ids that say nothing."""

import secrets
from collections.abc import Callable
from typing import Any, TypedDict

from assessments.models import AnswerOption, Question, Quiz

Shuffle = Callable[[list[Any]], None]


class PaperOption(TypedDict):
    """One option; its id is random, so that neither the id nor its order tells which is right."""

    id: str
    text: str
    feedback: str


class PaperQuestion(TypedDict):
    """One question with its key, the ids of the right options. `source` is the Question's primary key."""

    id: str
    source: int
    kind: str
    text: str
    options: list[PaperOption]
    key: list[str]
    feedback: str
    review_lesson: int | None
    review_hint: str
    facts_checked_on: str | None
    nations: list[str]


class Paper(TypedDict):
    """The questions in the order in which this attempt asks them."""

    questions: list[PaperQuestion]


def questions_ready(quiz: Quiz) -> list[Question]:
    """The quiz's questions that can be asked now, in order: published ones that can be marked.

    A question taken down because its facts changed is left out of new papers; papers under way keep it. Two queries.
    """
    places = quiz.quiz_questions.select_related("question").prefetch_related("question__options")
    questions = [place.question for place in places.order_by("sort_order", "pk")]
    return [question for question in questions if question.live and question.is_answerable]


def build_paper(quiz: Quiz, *, shuffle: Shuffle | None = None) -> Paper:
    """A paper of the quiz's questions, shuffled as the quiz's rules say. Without questions it is empty.

    `shuffle` puts a list into another order in place; by default from the system's source of randomness.
    """
    shuffle = shuffle or secrets.SystemRandom().shuffle
    questions = [_as_asked(question, shuffle if quiz.shuffle_options else None) for question in questions_ready(quiz)]
    if quiz.shuffle_questions:
        shuffle(questions)
    return {"questions": questions}


def _as_asked(question: Question, shuffle: Shuffle | None) -> PaperQuestion:
    options: list[AnswerOption] = sorted(question.options.all(), key=lambda option: (option.sort_order or 0, option.pk))
    if shuffle:
        shuffle(options)
    ids = {option.pk: secrets.token_hex(4) for option in options}
    return {
        "id": secrets.token_hex(4),
        "source": question.pk,
        "kind": question.kind,
        "text": question.text,
        "options": [{"id": ids[option.pk], "text": option.text, "feedback": option.feedback} for option in options],
        "key": [ids[option.pk] for option in options if option.is_correct],
        "feedback": question.feedback,
        "review_lesson": question.review_lesson_id,
        "review_hint": question.review_hint,
        "facts_checked_on": question.facts_checked_on.isoformat() if question.facts_checked_on else None,
        "nations": question.nations,
    }
