"""Editors write questions and quizzes: drafts are free, publishing is held to the rules, deletes explain themselves."""

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from assessments.models import Question, Quiz
from assessments.viewsets import QuestionViewSet, QuizViewSet
from lms.people.domain.roles import ADMINISTRATORS, sync_roles
from tests.factories.assessments import QuestionFactory, QuizFactory, hand_in, module_with_quiz
from tests.factories.courses import LessonFactory
from tests.factories.people import UserFactory

THREE = [("Tell a lead", True), ("Confront them", False), ("Wait", False)]


@pytest.fixture
def editor(client, erin):
    """A browser of erin, who writes drafts and submits them."""
    client.force_login(erin)
    return client


@pytest.fixture
def approver(client, db):
    """A browser of an administrator, who publishes and deletes."""
    user = UserFactory(email="ada@editors.example.org")
    user.groups.add(sync_roles()[ADMINISTRATORS])
    client.force_login(user)
    return client


def question_data(options=THREE, kind="single", **more):
    rows = [{"text": text, "is_correct": "on" if right else "", "feedback": ""} for text, right in options]
    data = {"text": "What do you do?", "kind": kind, "feedback": "", "review_hint": "", "options": inline_formset(rows)}
    return nested_form_data({**data, "rests_on-count": 0, "nations": ["england"]}) | more


def quiz_data(questions, lesson, pass_mark=1, **more):
    rows = inline_formset([{"question": question.pk} for question in questions])
    data = {"title": "Check", "lesson": lesson.pk, "purpose": "graded", "pass_mark": pass_mark}
    return nested_form_data({**data, "attempts_allowed": 3, "quiz_questions": rows}) | more


def at(viewset, name, *args):
    return reverse(f"wagtailsnippets_assessments_{viewset.model._meta.model_name}:{name}", args=args)


PUBLISH = {"action-publish": "Publish"}


def test_a_complete_question_is_published(approver):
    response = approver.post(at(QuestionViewSet, "add"), question_data(**PUBLISH))
    question = Question.objects.get()
    assert response.status_code == 302
    assert (question.live, [option.text for option in question.options.all()]) == (True, [text for text, _ in THREE])


@pytest.mark.parametrize(
    ("kind", "options", "error"),
    [
        ("single", [("A", True), ("B", True)], "needs exactly one right option. This one has 2."),
        ("single", [("A", False), ("B", False)], "needs exactly one right option. This one has 0."),
        ("multiple", [("A", False), ("B", False)], "needs at least one right option."),
        ("multiple", [("A", True), ("B", True)], "needs at least one option that is not right."),
        ("single", [("Ask  her", True), ("ask her", False)], "Two options say the same: “ask her”."),
        ("single", [("A", True)], "Give at least two options."),
    ],
)
def test_a_question_that_cannot_be_marked_is_not_published_but_stays_a_draft(approver, kind, options, error):
    data = question_data(options, kind)
    response = approver.post(at(QuestionViewSet, "add"), data | PUBLISH)
    assert response.status_code == 200
    assert error in response.content.decode()
    assert Question.objects.count() == 0
    assert approver.post(at(QuestionViewSet, "add"), data).status_code == 302
    assert Question.objects.get().live is False


@pytest.mark.parametrize(("options", "live"), [(THREE, False), (THREE[1:], None)])
def test_an_editor_submits_for_approval_only_what_can_be_marked(editor, options, live):
    response = editor.post(at(QuestionViewSet, "add"), question_data(options, **{"action-submit": "Submit"}))
    question = Question.objects.first()
    if live is None:
        assert "needs exactly one right option." in response.content.decode()
        assert question is None
    else:
        assert (question.live, question.current_workflow_state.status) == (live, "in_progress")


def test_an_option_without_words_is_refused(approver):
    response = approver.post(at(QuestionViewSet, "add"), question_data([("", True), ("B", False)], **PUBLISH))
    assert response.status_code == 200
    assert "This field is required." in response.content.decode()


def test_a_complete_quiz_is_published(approver):
    questions = [QuestionFactory(), QuestionFactory()]
    response = approver.post(at(QuizViewSet, "add"), quiz_data(questions, LessonFactory(kind="quiz"), 2, **PUBLISH))
    assert response.status_code == 302
    quiz = Quiz.objects.get()
    assert (quiz.live, [place.question for place in quiz.quiz_questions.all()]) == (True, questions)


def refused(approver, data):
    response = approver.post(at(QuizViewSet, "add"), data | PUBLISH)
    assert response.status_code == 200
    assert Quiz.objects.count() == 0
    return response.content.decode()


def test_a_quiz_cannot_need_more_right_answers_than_it_asks_questions(approver):
    page = refused(approver, quiz_data([QuestionFactory()], LessonFactory(kind="quiz"), pass_mark=2))
    assert "2 right answers are needed, but there is 1 question." in page


def test_a_quiz_is_published_after_its_questions(approver):
    draft = QuestionFactory(live=False, text="Still a draft?")
    page = refused(approver, quiz_data([draft], LessonFactory(kind="quiz")))
    assert "Publish this question first: “Still a draft?”." in page


def test_a_quiz_asks_a_question_once(approver):
    question = QuestionFactory()
    refused(approver, quiz_data([question, question], LessonFactory(kind="quiz")))


def test_a_quiz_belongs_to_a_lesson_of_its_kind(approver):
    page = refused(approver, quiz_data([QuestionFactory()], LessonFactory(title="Reading")))
    assert "Choose a lesson of the kind “Quiz”. “Reading” is of another kind." in page


def test_a_quiz_with_attempts_says_why_it_cannot_be_deleted(approver, alice):
    module = module_with_quiz(QuestionFactory())
    hand_in(alice, module, right=1)
    response = approver.post(at(QuizViewSet, "delete", module.quiz.pk), follow=True)
    page = response.content.decode()
    assert "cannot be deleted" in page
    assert "quiz attempt" in page
    assert Quiz.objects.count() == 1


def test_deleting_many_quizzes_at_once_keeps_those_with_attempts(approver, alice):
    module = module_with_quiz(QuestionFactory())
    hand_in(alice, module, right=1)
    address = reverse("wagtail_bulk_action", args=["assessments", "quiz", "delete"])
    response = approver.post(f"{address}?id={module.quiz.pk}&next={at(QuizViewSet, 'list')}", follow=True)
    assert "cannot be deleted" in response.content.decode()
    assert Quiz.objects.count() == 1


def test_a_question_in_a_quiz_cannot_be_deleted_and_one_in_none_can(approver):
    used, unused = QuestionFactory(), QuestionFactory()
    QuizFactory(questions=[used])
    approver.post(at(QuestionViewSet, "delete", used.pk))
    approver.post(at(QuestionViewSet, "delete", unused.pk))
    assert [*Question.objects.all()] == [used]


@pytest.mark.parametrize("viewset", [QuestionViewSet, QuizViewSet])
def test_lists_histories_and_choosers_open(editor, viewset):
    question = QuestionFactory()
    row = question if viewset is QuestionViewSet else QuizFactory(questions=[question])
    for address in (at(viewset, "list"), at(viewset, "edit", row.pk), at(viewset, "history", row.pk)):
        assert editor.get(address).status_code == 200
    chooser = viewset().chooser_viewset
    assert editor.get(reverse(f"{chooser.name}:choose")).status_code == 200


@pytest.mark.parametrize("viewset", [QuestionViewSet, QuizViewSet])
@pytest.mark.parametrize("person", ["alice", "bob", "charlie", "dana"])
def test_nobody_but_editors_enters(client, request, viewset, person):
    client.force_login(request.getfixturevalue(person))
    assert client.get(at(viewset, "list")).status_code == 404


def test_previews_show_the_draft_as_learners_will_see_it(rf, erin):
    question = QuestionFactory(kind="multiple", options=[("Wages", True, "Yes."), ("Weather", False, "No.")])
    quiz = QuizFactory(questions=[question], pass_mark=2)
    for row, words in [(question, "Choose all that apply."), (quiz, "2 right answers are needed")]:
        response = row.make_preview_request(preview_mode="")
        response.render() if hasattr(response, "render") else None
        assert response.status_code == 200
        assert words in response.content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_the_lists_cost_the_same_whatever_they_hold(editor, django_assert_num_queries, count):
    quizzes = [QuizFactory(questions=[QuestionFactory()]) for _ in range(count)]
    assert len(quizzes) == count
    for viewset, queries in [(QuestionViewSet, 14), (QuizViewSet, 13)]:
        editor.get(at(viewset, "list"))
        with django_assert_num_queries(queries):
            editor.get(at(viewset, "list"))
