"""The chooser of a quiz's lesson: only lessons of its kind that have no quiz, and what to do when there are none."""

import pytest
from django.urls import reverse

from assessments.viewsets import QuizViewSet
from tests.assessments.test_editing import PUBLISH, approver, at, editor, quiz_data  # noqa: F401
from tests.factories.assessments import QuestionFactory, QuizFactory
from tests.factories.courses import LessonFactory

CHOOSE = "assessments_lessons:choose"
RESULTS = "assessments_lessons:choose_results"


def found(browser, name=RESULTS, **query):
    """The titles offered."""
    return [lesson.title for lesson in browser.get(reverse(name), query).context["results"]]


@pytest.fixture
def taken(db):
    """A quiz whose lesson is called "Taken"."""
    LessonFactory(title="To read")
    LessonFactory(title="Package", kind="scorm")
    return QuizFactory(lesson=LessonFactory(title="Taken", kind="quiz"))


@pytest.mark.parametrize("name", [CHOOSE, RESULTS])
def test_only_quiz_lessons_without_a_quiz_are_offered(editor, taken, name):  # noqa: F811
    LessonFactory(title="Free", kind="quiz", live=False)
    assert found(editor, name) == ["Free"]


def test_a_quiz_is_offered_its_own_lesson_too(editor, taken):  # noqa: F811
    LessonFactory(title="Free", kind="quiz")
    QuizFactory(lesson=LessonFactory(title="Taken too", kind="quiz"))
    assert found(editor, quiz=taken.pk) == ["Free", "Taken"]


def test_a_search_stays_among_them(editor, taken):  # noqa: F811
    LessonFactory(title="Signs: check", kind="quiz")
    LessonFactory(title="Rights: check", kind="quiz")
    LessonFactory(title="Signs")
    assert found(editor, q="signs") == ["Signs: check"]
    html = editor.get(reverse(RESULTS), {"q": "reports"}).content.decode()
    assert "No quiz lesson without a quiz is called “reports”." in html


@pytest.mark.parametrize("quiz", ["", "x", "²", "9" * 30])
def test_an_address_that_names_no_quiz_offers_what_a_new_quiz_may_have(editor, taken, quiz):  # noqa: F811
    assert found(editor, quiz=quiz) == []


def test_it_says_what_to_do_when_every_quiz_lesson_has_its_quiz(editor, taken):  # noqa: F811
    html = editor.get(reverse(RESULTS)).content.decode()
    assert "No lesson waits for a quiz." in html
    assert f'<a href="{reverse("wagtailsnippets_courses_lesson:add")}" target="_blank"' in html


def test_the_form_opens_this_chooser_and_keeps_what_is_chosen(editor, taken):  # noqa: F811
    new = editor.get(at(QuizViewSet, "add")).content.decode()
    assert f'data-chooser-url="{reverse(CHOOSE)}"' in new
    html = editor.get(at(QuizViewSet, "edit", taken.pk)).content.decode()
    assert f'data-chooser-url="{reverse(CHOOSE)}?quiz={taken.pk}"' in html
    assert "Taken" in html


def test_a_lesson_with_a_quiz_is_refused_in_plain_words(approver, taken):  # noqa: F811
    response = approver.post(at(QuizViewSet, "add"), quiz_data([QuestionFactory()], taken.lesson, **PUBLISH))
    assert "This lesson has a quiz already. Choose a lesson that has none." in response.content.decode()


@pytest.mark.parametrize("person", ["alice", "bob", "charlie", "dana"])
def test_nobody_but_editors_enters(client, request, taken, person):
    client.force_login(request.getfixturevalue(person))
    assert client.get(reverse(CHOOSE)).status_code == 404
