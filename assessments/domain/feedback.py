"""Feedback: what a learner is told about a marked attempt, and what is kept back while attempts remain."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from assessments.domain.marking import is_right


@dataclass(frozen=True)
class QuestionResult:
    """One question of a result. `why` and `right_answers` hold only what may be told now."""

    number: int
    text: str
    state: str  # right, wrong or skipped
    chosen: list[str]
    why: list[str]
    right_answers: list[str]
    review_lesson: int | None
    review_hint: str


@dataclass(frozen=True)
class Gap:
    """The lesson behind most of what was not right: its primary key, its misses, and whether that is over half."""

    review_lesson: int
    missed: int
    is_most: bool


def read_results(
    paper: Mapping[str, Any], chosen: Mapping[str, Collection[str]], *, show_key: bool
) -> list[QuestionResult]:
    """Each question of a marked attempt as it may be shown.

    `chosen` holds option ids by question id. Unless `show_key`, nothing here depends on which of the options that were
    not chosen are right (tests/assessments/test_leaks.py holds the page to that).
    """
    return [
        _read(question, number, set(chosen.get(question["id"], ())), show_key)
        for number, question in enumerate(paper["questions"], start=1)
    ]


def _read(question: Mapping[str, Any], number: int, chosen: set[str], show_key: bool) -> QuestionResult:
    right = is_right(question, chosen)
    key = set(question["key"])
    return QuestionResult(
        number=number,
        text=question["text"],
        state="right" if right else "wrong" if chosen else "skipped",
        chosen=[option["text"] for option in question["options"] if option["id"] in chosen],
        why=_why(question, chosen, right, show_key),
        right_answers=[
            option["text"] for option in question["options"] if show_key and not right and option["id"] in key
        ],
        review_lesson=None if right else question["review_lesson"],
        review_hint=question["review_hint"],
    )


def _why(question: Mapping[str, Any], chosen: set[str], right: bool, show_key: bool) -> list[str]:
    """Feedback on the chosen options, else the question's own.

    A wrong set of several answers gets the question's feedback alone: a word on each chosen option would tell which of
    them belong to the key. Once the key is shown, the right options' feedback follows.
    """
    several = question["kind"] == "multiple"
    own = [question["feedback"]]
    if right:
        told = _feedback_on(question, chosen)
    elif show_key:
        told = _feedback_on(question, chosen | set(question["key"])) or own
    elif several or not chosen:
        told = own
    else:
        told = _feedback_on(question, chosen) or own
    return [text for text in told if text]


def _feedback_on(question: Mapping[str, Any], option_ids: set[str]) -> list[str]:
    return [option["feedback"] for option in question["options"] if option["id"] in option_ids and option["feedback"]]


def find_gap(results: Collection[QuestionResult], *, lessons: Collection[int]) -> Gap | None:
    """The lesson to read again: the one with most answers that were not right, the earliest of equals.

    `lessons` holds the primary keys of the lessons that can be read, in their order. None when there is no such lesson.
    """
    missed = [result for result in results if result.state != "right"]
    counts = Counter(result.review_lesson for result in missed)
    best = max(lessons, key=lambda lesson: counts[lesson], default=None)
    if best is None or not counts[best]:
        return None
    return Gap(review_lesson=best, missed=counts[best], is_most=2 * counts[best] > len(missed))
