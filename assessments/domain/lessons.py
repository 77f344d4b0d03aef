"""The lessons a quiz can be given to."""

from django.db.models import Q, QuerySet

from assessments.models import Quiz
from courses.models import Lesson


def lessons_without_quiz(*, besides: int | None = None) -> QuerySet[Lesson]:
    """Lessons of the kind "Quiz" that have none yet, drafts too; and the one of the quiz with the key `besides`."""
    taken = Quiz.objects.exclude(pk=besides or 0).values("lesson")
    return Lesson.objects.filter(Q(kind=Lesson.Kind.QUIZ) & ~Q(pk__in=taken))
