"""Factories of questions and quizzes."""

import factory

from assessments.models import AnswerOption, Question, Quiz, QuizQuestion
from tests.factories.courses import LessonFactory


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
