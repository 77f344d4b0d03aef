"""Registers what viewsets.py defines with the Wagtail admin."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from assessments.editing_forms import QUIZ_LESSONS
from assessments.viewsets import AssessmentsViewSetGroup, QuizLessonChooserViewSet

register_snippet(AssessmentsViewSetGroup)


@hooks.register("register_admin_viewset")
def lessons_for_quizzes() -> QuizLessonChooserViewSet:
    return QuizLessonChooserViewSet(QUIZ_LESSONS, url_prefix="quiz-lessons")
