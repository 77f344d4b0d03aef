"""Factories of questions and quizzes, and steps that tests of attempts share."""

import factory

from assessments.domain.attempts import save_answer, start_or_resume_attempt, submit_attempt
from assessments.models import AnswerOption, Question, Quiz, QuizAttempt, QuizQuestion
from courses.domain.enrolling import enrol
from courses.models import Module
from lms.people.models import User
from tests.factories.courses import LessonFactory, ModuleFactory


class QuestionFactory(factory.django.DjangoModelFactory):
    """A published question; `options=[(text, is_correct, feedback), ...]`, by default one right of three."""

    class Meta:
        model = Question
        skip_postgeneration_save = True

    text = factory.Sequence(lambda n: f"What should you do in case {n}?")
    feedback = "Think about who could be harmed."
    live = True

    @factory.post_generation
    def options(self, create, extracted, **kwargs):
        chosen = extracted or [
            ("Tell your safeguarding lead", True, "They can act on it."),
            ("Confront the person", False, "It may put someone in danger."),
            ("Do nothing", False, "Nobody else may see what you saw."),
        ]
        for order, (text, is_correct, feedback) in enumerate(chosen):
            AnswerOption.objects.create(
                question=self, text=text, is_correct=is_correct, feedback=feedback, sort_order=order
            )


class QuizFactory(factory.django.DjangoModelFactory):
    """A published quiz of a quiz lesson; `questions=[...]` puts questions in it."""

    class Meta:
        model = Quiz
        skip_postgeneration_save = True

    title = "Check what you know"
    lesson = factory.SubFactory(LessonFactory, kind="quiz")
    pass_mark = 1
    live = True

    @factory.post_generation
    def questions(self, create, extracted, **kwargs):
        for order, question in enumerate(extracted or []):
            QuizQuestion.objects.create(quiz=self, question=question, sort_order=order)


def module_with_quiz(*questions: Question, **quiz_fields) -> Module:
    """A module whose only lesson is a quiz of these questions; `module.quiz` is the quiz."""
    quiz = QuizFactory(questions=questions, **quiz_fields)
    module = ModuleFactory(lessons=[quiz.lesson])
    module.quiz = quiz
    return module


def begin(user: User, module: Module) -> QuizAttempt:
    """The user's open attempt on the module's quiz."""
    return start_or_resume_attempt(enrol(user, module=module), quiz=module.quiz)


def answer(attempt: QuizAttempt, *, right: int) -> QuizAttempt:
    """Answer the first `right` questions rightly and the others wrongly."""
    for number, question in enumerate(attempt.paper["questions"]):
        wrong = [option["id"] for option in question["options"] if option["id"] not in question["key"]][:1]
        save_answer(attempt, question_key=question["id"], chosen=question["key"] if number < right else wrong)
    return attempt


def hand_in(user: User, module: Module, *, right: int) -> QuizAttempt:
    """An attempt answered and handed in with so many right answers."""
    return submit_attempt(answer(begin(user, module), right=right))
