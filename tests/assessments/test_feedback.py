"""What a result tells, and what it keeps back while attempts remain."""

from hypothesis import given
from hypothesis import strategies as st

from assessments.domain.feedback import QuestionResult, find_gap, read_results

ROW = QuestionResult(
    number=1, text="?", state="wrong", chosen=[], why=[], right_answers=[], review_lesson=1, review_hint=""
)


def paper(kind="single", key=("a",), feedback="Think again."):
    options = [{"id": name, "text": f"Option {name}", "feedback": f"On {name}"} for name in "abcd"]
    return {
        "questions": [
            {
                "id": "q1",
                "kind": kind,
                "text": "What now?",
                "options": options,
                "key": list(key),
                "feedback": feedback,
                "review_lesson": 7,
                "review_hint": "The short version",
            }
        ]
    }


def read(chosen, show_key=False, **fields):
    return read_results(paper(**fields), {"q1": chosen} if chosen else {}, show_key=show_key)[0]


def test_a_wrong_answer_gets_the_feedback_on_what_was_chosen_and_no_more():
    row = read(["b"])
    assert (row.state, row.chosen, row.why, row.right_answers) == ("wrong", ["Option b"], ["On b"], [])


def test_a_wrong_set_of_several_answers_gets_the_feedback_of_the_question_alone():
    row = read(["a", "b"], kind="multiple", key=["a", "c"])
    assert (row.state, row.why, row.right_answers) == ("wrong", ["Think again."], [])


def test_a_skipped_question_gets_the_feedback_of_the_question():
    row = read([])
    assert (row.state, row.chosen, row.why) == ("skipped", [], ["Think again."])


def test_a_right_answer_needs_no_lesson_to_read_again():
    row = read(["a"])
    assert (row.state, row.why, row.review_lesson) == ("right", ["On a"], None)


def test_the_right_answers_are_told_once_the_key_may_be_shown():
    row = read(["b"], show_key=True)
    assert (row.why, row.right_answers) == (["On a", "On b"], ["Option a"])


@given(st.sampled_from("bcd"), st.sampled_from("abcd"), st.sampled_from("abcd"))
def test_a_wrong_single_answer_reads_the_same_whichever_other_option_is_right(chosen, one, other):
    if chosen in (one, other):
        return
    assert read([chosen], key=[one]) == read([chosen], key=[other])


@given(
    st.sets(st.sampled_from("abcd")),
    st.sets(st.sampled_from("abcd"), min_size=1),
    st.sets(st.sampled_from("abcd"), min_size=1),
)
def test_a_wrong_set_reads_the_same_whichever_other_set_is_right(chosen, one, other):
    if chosen in (one, other):
        return
    assert read(chosen, kind="multiple", key=one) == read(chosen, kind="multiple", key=other)


def rows(*lessons):
    return [QuestionResult(**{**ROW.__dict__, "review_lesson": lesson}) for lesson in lessons]


def test_the_gap_is_the_lesson_with_most_answers_that_were_not_right():
    gap = find_gap(rows(3, 6, 6), lessons=[3, 6])
    assert (gap.review_lesson, gap.missed, gap.is_most) == (6, 2, True)


def test_of_equal_gaps_the_earlier_lesson_is_named():
    gap = find_gap(rows(6, 3), lessons=[3, 6])
    assert (gap.review_lesson, gap.is_most) == (3, False)


def test_there_is_no_gap_without_a_lesson_to_read():
    assert find_gap(rows(None, 9), lessons=[3, 6]) is None
    assert find_gap([], lessons=[]) is None
