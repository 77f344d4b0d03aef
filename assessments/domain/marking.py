"""Marking: which answers are right, from the paper alone. Pure functions: no database, no clock."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any


class ChoiceRefused(Exception):
    """An answer that cannot be saved."""


class NothingChosen(ChoiceRefused):
    """No option was chosen."""


class UnknownOption(ChoiceRefused):
    """An option that this question does not have."""


class TooManyChosen(ChoiceRefused):
    """More than one option for a question with one answer."""


@dataclass(frozen=True)
class Marks:
    """The marks of one attempt: right or not by question id, in the paper's order; skipped counts as not right."""

    by_question: dict[str, bool]

    @property
    def right_count(self) -> int:
        return sum(self.by_question.values())

    @property
    def total(self) -> int:
        return len(self.by_question)


def percent(right: int, *, of: int) -> Decimal:
    """The share of right answers from 0 to 100, with two decimal places; 0 of nothing is 0."""
    if not of:
        return Decimal("0.00")
    return (Decimal(100 * right) / of).quantize(Decimal("0.01"), ROUND_HALF_UP)


def check_choice(question: Mapping[str, Any], chosen: Collection[str]) -> list[str]:
    """The chosen option ids, each once and in the paper's order.

    Raises NothingChosen, UnknownOption or TooManyChosen.
    """
    wanted = set(chosen)
    known = [option["id"] for option in question["options"]]
    if not wanted:
        raise NothingChosen
    if not wanted <= set(known):
        raise UnknownOption
    if question["kind"] == "single" and len(wanted) > 1:
        raise TooManyChosen
    return [option_id for option_id in known if option_id in wanted]


def is_right(question: Mapping[str, Any], chosen: Collection[str]) -> bool:
    """Right if and only if exactly the options of the key were chosen: all or nothing, in any order."""
    return bool(question["key"]) and set(chosen) == set(question["key"])


def mark(paper: Mapping[str, Any], chosen: Mapping[str, Collection[str]]) -> Marks:
    """Mark the answers (chosen option ids by question id) against the paper's key.

    Answers to questions that the paper does not have count for nothing.
    """
    return Marks(
        {question["id"]: is_right(question, chosen.get(question["id"], ())) for question in paper["questions"]}
    )
