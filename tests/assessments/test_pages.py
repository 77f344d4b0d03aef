"""The learner's pages: start, answer, check, hand in, read the result."""

import re

import pytest
from django.urls import reverse

from assessments.models import Answer, QuizAttempt
from courses.models import Certificate, Enrolment, ModuleLesson
from tests.factories.assessments import QuestionFactory, answer, begin, hand_in, module_with_quiz
from tests.factories.courses import LessonFactory


@pytest.fixture
def module(db):
    lesson = LessonFactory(title="Acting safely", minutes=4)
    module = module_with_quiz(
        QuestionFactory(review_lesson=lesson, review_hint="What to say"),
        QuestionFactory(review_lesson=lesson),
        QuestionFactory(),
        pass_mark=2,
    )
    ModuleLesson.objects.filter(module=module).update(sort_order=5)
    ModuleLesson.objects.create(module=module, lesson=lesson, sort_order=1)
    return module


@pytest.fixture
def learner(client, alice):
    client.force_login(alice)
    return client


def to(name, module, *more):
    return reverse(f"assessments:{name}", args=[module.slug, module.quiz.lesson.slug, *more])


def title(response):
    return re.search(r"<title>(.*?) – ", response.content.decode(), re.DOTALL).group(1)


def test_opening_the_quiz_enrols_and_begins_nothing(learner, alice, module):
    response = learner.get(to("quiz", module))
    assert response.status_code == 200
    assert (Enrolment.objects.get().user, QuizAttempt.objects.count()) == (alice, 0)
    assert title(response) == f"{module.quiz.lesson.title}, {module.title}"


def test_starting_leads_to_the_first_question(learner, module):
    response = learner.post(to("quiz", module))
    assert response.headers["Location"] == to("question", module, 1)


def test_a_saved_answer_leads_on_and_shows_as_answered(learner, alice, module):
    question = begin(alice, module).paper["questions"][0]
    chosen = question["options"][2]["id"]
    response = learner.post(to("question", module, 1), {"answer": chosen})
    assert response.headers["Location"] == to("question", module, 2)
    page = learner.get(to("question", module, 1)).content.decode()
    assert re.search(rf'value="{chosen}"[^>]* checked', page)
    assert re.search(r"Answer saved at \d\d:\d\d", page)
    assert page.count(", answered") == 1


def test_the_quiz_resumes_at_the_first_unanswered_question_on_another_device(learner, alice, module, client):
    for number, question in enumerate(begin(alice, module).paper["questions"][:2], start=1):
        learner.post(to("question", module, number), {"answer": question["options"][0]["id"]})
    client.logout()
    client.force_login(alice)
    assert client.post(to("quiz", module)).headers["Location"] == to("question", module, 3)


def test_skipping_goes_on_and_saves_nothing(learner, alice, module):
    begin(alice, module)
    assert learner.post(to("question", module, 1), {"skip": "1"}).headers["Location"] == to("question", module, 2)
    assert learner.post(to("question", module, 3), {"skip": "1"}).headers["Location"] == to("review", module)
    assert Answer.objects.count() == 0


def test_a_changed_answer_leads_back_to_the_check_once_all_have_one(learner, alice, module):
    question = answer(begin(alice, module), right=3).paper["questions"][0]
    response = learner.post(to("question", module, 1), {"answer": question["options"][0]["id"]})
    assert response.headers["Location"] == to("review", module)


def test_saving_without_a_choice_says_what_to_do_and_points_at_the_first_option(learner, alice, module):
    begin(alice, module)
    response = learner.post(to("question", module, 1), {})
    page = response.content.decode()
    assert '<a href="#id_answer_0">Choose one answer, or skip this question</a>' in page
    assert 'id="id_answer_0"' in page
    assert title(response).startswith("Error: Question 1 of 3, ")


def test_an_unknown_answer_is_refused_with_a_clear_error_and_keeps_the_saved_one(learner, alice, module):
    question = answer(begin(alice, module), right=3).paper["questions"][0]
    page = learner.post(to("question", module, 1), {"answer": "ffffffff"}).content.decode()
    assert "That answer is not one of the options." in page
    assert Answer.objects.get(question_key=question["id"]).chosen == question["key"]


def test_several_answers_are_ticked_boxes_that_stay_ticked(learner, alice):
    options = [("Wages", True, ""), ("Papers", True, ""), ("Weather", False, "")]
    module = module_with_quiz(QuestionFactory(kind="multiple", options=options))
    question = begin(alice, module).paper["questions"][0]
    assert "Choose all that apply." in learner.get(to("question", module, 1)).content.decode()
    assert "Choose one or more answers" in learner.post(to("question", module, 1), {}).content.decode()
    learner.post(to("question", module, 1), {"answer": question["key"]})
    page = learner.get(to("question", module, 1)).content.decode()
    assert (Answer.objects.get().chosen, page.count(" checked")) == (
        [option["id"] for option in question["options"] if option["id"] in question["key"]],
        2,
    )


@pytest.mark.parametrize("number", [0, 4, 99])
def test_a_question_the_paper_does_not_have_is_not_found(learner, alice, module, number):
    begin(alice, module)
    assert learner.get(to("question", module, number)).status_code == 404


def test_a_question_without_an_attempt_leads_to_the_start(learner, module):
    assert learner.get(to("question", module, 1)).headers["Location"] == to("quiz", module)
    assert learner.get(to("review", module)).headers["Location"] == to("quiz", module)


def test_the_check_says_how_many_are_unanswered(learner, alice, module):
    begin(alice, module)
    page = learner.get(to("review", module)).content.decode()
    assert "3 questions are not answered." in page
    assert "Hand in with 3 unanswered" in page


def test_handing_in_twice_leads_to_the_same_result_even_when_another_attempt_is_open(learner, alice, module):
    attempt = answer(begin(alice, module), right=0)
    for _ in range(2):
        response = learner.post(to("submit", module), {"attempt": attempt.pk})
        assert response.headers["Location"] == reverse("assessments:result", args=[attempt.pk])
        second = begin(alice, module)
    second.refresh_from_db()
    assert (second.number, second.is_open) == (2, True)


@pytest.mark.parametrize("wanted", ["", "x", "999999", "-1"])
def test_handing_in_what_is_not_there_is_not_found(learner, alice, module, wanted):
    begin(alice, module)
    assert learner.post(to("submit", module), {"attempt": wanted}).status_code == 404


def test_handing_in_by_following_a_link_is_refused(learner, alice, module):
    begin(alice, module)
    assert learner.get(to("submit", module)).status_code == 405
    assert QuizAttempt.objects.get().is_open is True


def test_an_answer_after_handing_in_leads_away_and_changes_nothing(learner, alice, module):
    attempt = hand_in(alice, module, right=0)
    response = learner.post(to("question", module, 1), {"answer": attempt.paper["questions"][0]["key"][0]})
    assert response.headers["Location"] == to("quiz", module)
    assert attempt.answers.filter(is_right=True).count() == 0


def test_a_failed_result_names_the_lesson_to_read_again(learner, alice, module):
    attempt = hand_in(alice, module, right=1)
    response = learner.get(reverse("assessments:result", args=[attempt.pk]))
    page = response.content.decode()
    assert "1 of 3. You need 2 to pass." in page
    assert "The largest part of the gap is about “Acting safely”." in page
    assert "Read lesson 1 again (4 minutes), then have another go." in page
    assert "Try again now" in page
    assert title(response) == f"Result, {module.title}"


def test_a_passed_result_leads_to_the_certificate_once_the_module_is_complete(learner, alice):
    module = module_with_quiz(QuestionFactory())
    page = learner.get(reverse("assessments:result", args=[hand_in(alice, module, right=1).pk])).content.decode()
    assert "1 of 1. You have passed." in page
    assert reverse("courses:certificate", args=[Certificate.objects.get().number]) in page


def test_without_attempts_left_the_page_says_what_happens_next(learner, alice, module):
    for _ in range(3):
        attempt = hand_in(alice, module, right=0)
    for address in (reverse("assessments:result", args=[attempt.pk]), to("quiz", module)):
        page = learner.get(address).content.decode()
        assert "ask your training lead" in page
        assert "Try again now" not in page
    assert learner.post(to("quiz", module)).headers["Location"] == to("quiz", module)


def test_a_quiz_that_is_not_published_says_so(learner, alice):
    module = module_with_quiz(QuestionFactory(), live=False)
    assert "not published yet" in learner.get(to("quiz", module)).content.decode()


def test_a_lesson_of_another_kind_or_outside_the_module_has_no_quiz(learner, module):
    other = module_with_quiz(QuestionFactory())
    assert learner.get(f"/training/{module.slug}/{other.quiz.lesson.slug}/quiz/").status_code == 404
    assert learner.get(f"/training/{module.slug}/{LessonFactory().slug}/quiz/").status_code == 404
