"""The key stays on the server: no response tells it before handing in, nor while attempts remain."""

import json
import re

import pytest

from assessments.models import QuizAttempt
from tests.factories.assessments import QuestionFactory, answer, begin, hand_in, module_with_quiz

TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]+"')


@pytest.fixture
def module(db):
    options = [
        ("Wages are taken", True, "SECRET-RIGHT-1"),
        ("Papers are kept", True, "SECRET-RIGHT-2"),
        ("It rains", False, "SECRET-WRONG"),
    ]
    several = QuestionFactory(kind="multiple", options=options, feedback="SECRET-QUESTION")
    single = QuestionFactory(
        options=[
            ("Ask a lead", True, "SECRET-RIGHT-3"),
            ("Wait", False, "SECRET-WAIT"),
            ("Leave", False, "SECRET-LEAVE"),
        ]
    )
    return module_with_quiz(single, several, pass_mark=2)


@pytest.fixture
def learner(client, alice):
    client.force_login(alice)
    return client


def addresses(module):
    start = f"/training/{module.slug}/{module.quiz.lesson.slug}/quiz/"
    return [start, f"{start}1/", f"{start}2/", f"{start}check/"]


def responses(client, module):
    """Every page of an attempt under way and refused posts: bytes and headers, without the CSRF token."""
    first, second = addresses(module)[1:3]
    answers = [client.get(address) for address in addresses(module)]
    answers += [client.post(address, {"answer": choice}) for address in (first, second) for choice in ("", "unknown")]
    answers += [client.get(address, headers={"accept": "application/json"}) for address in addresses(module)]
    answers += [client.get(address, headers={"hx-request": "true"}) for address in addresses(module)]
    return [TOKEN.sub(b"", response.content) + json.dumps(dict(response.headers)).encode() for response in answers]


def change_key(attempt):
    """Let the paper say that every option but the first is right, and speak of options in other words."""
    paper = QuizAttempt.objects.get(pk=attempt.pk).paper
    for question in paper["questions"]:
        question["key"] = [option["id"] for option in question["options"] if option["id"] not in question["key"]][:1]
        question["feedback"] = "Other words"
        for option in question["options"]:
            option["feedback"] = "Other words"
    QuizAttempt.objects.filter(pk=attempt.pk).update(paper=paper)


@pytest.mark.parametrize("answered", [False, True])
def test_no_response_depends_on_the_key_or_on_the_feedback_before_handing_in(learner, alice, module, answered):
    attempt = begin(alice, module)
    if answered:
        answer(attempt, right=1)
    before = responses(learner, module)
    change_key(attempt)
    assert responses(learner, module) == before


def test_no_response_names_the_key_or_the_feedback_before_handing_in(learner, alice, module):
    answer(begin(alice, module), right=1)
    for body in responses(learner, module):
        for word in (b"SECRET", b"is_correct", b"is_right", b'"key"', b"data-right", b"<!--"):
            assert word not in body


def test_saving_an_answer_says_the_same_whether_it_is_right_or_not(learner, alice, module):
    question = begin(alice, module).paper["questions"][0]
    heard = []
    for option in question["options"]:
        response = learner.post(addresses(module)[1], {"answer": option["id"]})
        heard.append((response.status_code, response.headers["Location"], response.content))
    assert heard[0] == heard[1] == heard[2]
    assert heard[0][:2] == (302, addresses(module)[2])


def test_a_failed_result_reads_the_same_whichever_of_the_options_not_chosen_are_right(learner, alice, module):
    attempt = hand_in(alice, module, right=0)
    address = f"/attempts/{attempt.pk}/"
    before = TOKEN.sub(b"", learner.get(address).content)
    chosen = {row.question_key: row.chosen for row in attempt.answers.all()}
    for question in attempt.paper["questions"]:
        others = [option["id"] for option in question["options"] if option["id"] not in chosen[question["id"]]]
        question["key"] = others[-1:]
    attempt.save()
    assert TOKEN.sub(b"", learner.get(address).content) == before


def test_a_failed_result_has_the_feedback_on_the_choice_and_not_on_the_key(learner, alice, module):
    page = learner.get(f"/attempts/{hand_in(alice, module, right=0).pk}/").content.decode()
    assert "SECRET-QUESTION" in page
    assert ("SECRET-WAIT" in page) != ("SECRET-LEAVE" in page)
    assert "SECRET-RIGHT" not in page
    assert "SECRET-WRONG" not in page


def test_the_last_failed_attempt_shows_the_right_answers_of_all_of_them(learner, alice, module):
    attempts = [hand_in(alice, module, right=0) for _ in range(3)]
    for attempt in attempts:
        page = learner.get(f"/attempts/{attempt.pk}/").content.decode()
        assert "The right answers are" in page
        assert "<li>Wages are taken</li>" in page
        assert "<li>Papers are kept</li>" in page
        assert "SECRET-RIGHT-3" in page
