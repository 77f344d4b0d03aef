"""Marking holds for every paper, key and choice."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.domain.marking import (
    ChoiceRefused,
    NothingChosen,
    TooManyChosen,
    UnknownOption,
    check_choice,
    is_right,
    mark,
    percent,
)

OPTION_IDS = st.lists(st.sampled_from("abcdefgh"), min_size=2, max_size=6, unique=True)


@st.composite
def questions(draw, question_id="q1"):
    options = draw(OPTION_IDS)
    kind = draw(st.sampled_from(["single", "multiple"]))
    most = 1 if kind == "single" else len(options)
    key = draw(st.lists(st.sampled_from(options), min_size=1, max_size=most, unique=True))
    return {"id": question_id, "kind": kind, "options": [{"id": option} for option in options], "key": key}


@st.composite
def answered_papers(draw):
    count = draw(st.integers(0, 6))
    paper = {"questions": [draw(questions(question_id=f"q{n}")) for n in range(count)]}
    chosen = {
        question["id"]: draw(st.lists(st.sampled_from([option["id"] for option in question["options"]]), unique=True))
        for question in paper["questions"]
        if draw(st.booleans())
    }
    return paper, chosen


@given(questions(), st.sets(st.sampled_from("abcdefgh")))
def test_an_answer_is_right_if_and_only_if_it_is_the_key(question, chosen):
    assert is_right(question, chosen) == (chosen == set(question["key"]))


@given(answered_papers(), st.randoms())
def test_the_order_of_options_and_choices_never_matters(answered, random):
    paper, chosen = answered
    before = mark(paper, chosen)
    for question in paper["questions"]:
        random.shuffle(question["options"])
        random.shuffle(question["key"])
    for choice in chosen.values():
        random.shuffle(choice)
    assert mark(paper, chosen) == before


@given(answered_papers())
def test_the_score_lies_between_nothing_and_every_question(answered):
    paper, chosen = answered
    marks = mark(paper, chosen)
    assert marks.total == len(paper["questions"])
    assert 0 <= marks.right_count <= len(chosen) <= marks.total
    assert Decimal(0) <= percent(marks.right_count, of=marks.total) <= Decimal(100)


@given(answered_papers())
def test_answering_every_question_with_its_key_scores_all_of_them(answered):
    paper, _chosen = answered
    keys = {question["id"]: question["key"] for question in paper["questions"]}
    assert mark(paper, keys).right_count == len(paper["questions"])


@given(answered_papers())
def test_a_skipped_question_is_not_right_and_changes_no_other(answered):
    paper, chosen = answered
    before = mark(paper, chosen).by_question
    for question_id in chosen:
        left = {key: choice for key, choice in chosen.items() if key != question_id}
        assert mark(paper, left).by_question == {**before, question_id: False}


@given(questions(), st.lists(st.sampled_from("abcdefghz")))
def test_a_choice_is_refused_or_saved_as_the_same_set_in_the_order_of_the_paper(question, chosen):
    known = [option["id"] for option in question["options"]]
    acceptable = (
        bool(chosen) and set(chosen) <= set(known) and (question["kind"] == "multiple" or len(set(chosen)) == 1)
    )
    if acceptable:
        assert check_choice(question, chosen) == [option for option in known if option in chosen]
    else:
        with pytest.raises(ChoiceRefused):
            check_choice(question, chosen)


SINGLE = {"id": "q", "kind": "single", "options": [{"id": "a"}, {"id": "b"}], "key": ["a"]}


@pytest.mark.parametrize(
    ("chosen", "error"),
    [([], NothingChosen), (["z"], UnknownOption), (["a", "b"], TooManyChosen), (["a", "z"], UnknownOption)],
)
def test_a_refused_choice_says_what_is_wrong_with_it(chosen, error):
    with pytest.raises(error):
        check_choice(SINGLE, chosen)


def test_a_question_without_a_key_is_never_right():
    assert is_right({**SINGLE, "key": []}, []) is False


@pytest.mark.parametrize(
    ("right", "of", "expected"), [(0, 0, "0.00"), (1, 3, "33.33"), (2, 3, "66.67"), (10, 10, "100.00")]
)
def test_the_percentage_has_two_decimal_places(right, of, expected):
    assert percent(right, of=of) == Decimal(expected)
