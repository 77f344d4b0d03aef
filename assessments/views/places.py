"""Finding the quiz an address names, and the learner's attempt at it."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from assessments.models import Quiz, QuizAttempt
from courses.models import Lesson, Module, ModuleLesson


@dataclass(frozen=True)
class QuizPlace:
    """A quiz as a step of a module."""

    module: Module
    lesson: Lesson
    quiz: Quiz

    @property
    def is_sample(self) -> bool:
        return self.module.is_sample or self.lesson.is_sample

    @property
    def slugs(self) -> list[str]:
        return [self.module.slug, self.lesson.slug]


def find_quiz(module_slug: str, lesson_slug: str) -> QuizPlace:
    """The published quiz lesson of the published module, or a 404. One query."""
    step = get_object_or_404(
        ModuleLesson.objects.select_related("module", "lesson__quiz").defer(
            "module__outcomes", "module__rests_on", "lesson__body"
        ),
        module__slug=module_slug,
        module__live=True,
        lesson__slug=lesson_slug,
        lesson__live=True,
        lesson__kind=Lesson.Kind.QUIZ,
        lesson__quiz__isnull=False,
    )
    return QuizPlace(module=step.module, lesson=step.lesson, quiz=step.lesson.quiz)


def find_open_attempt(request: HttpRequest, place: QuizPlace) -> QuizAttempt | None:
    """The signed-in person's attempt under way in their current round. One query."""
    return (
        QuizAttempt.objects.open()
        .of(request.user)
        .filter(quiz=place.quiz, enrolment__module=place.module, enrolment__is_current=True)
        .first()
    )
