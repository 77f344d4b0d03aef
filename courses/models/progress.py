"""LessonProgress: what one person did in one lesson, in one round of a module."""

import re

from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, Subquery, Sum, When
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _

from courses.models.lesson import Lesson
from courses.models.scorm import ScormAttempt, ScormItemState

ANCHOR = re.compile(r"[a-z0-9][a-z0-9_-]{0,150}")


class LessonProgressQuerySet(models.QuerySet):
    """Vocabulary for what people did in lessons."""

    def scores(self) -> "LessonProgressQuerySet":
        """Only the scores that say how a module was assessed: its quizzes', and a package's where no quiz has one."""
        quizzes = LessonProgress.objects.filter(
            enrolment=OuterRef("enrolment"), lesson__kind=Lesson.Kind.QUIZ, score_percent__isnull=False
        )
        return self.filter(Q(lesson__kind=Lesson.Kind.QUIZ) | ~Exists(quizzes), score_percent__isnull=False)

    def timed(self) -> "LessonProgressQuerySet":
        """Each with `spent_seconds`, the time spent: as the package measured it, where one was played, else as seen.

        A package that was given up, and its lesson read as text instead, has not measured that.
        """
        attempts = ScormAttempt.objects.filter(enrolment=OuterRef("enrolment"), lesson=OuterRef("lesson"))
        states = ScormItemState.objects.filter(
            attempt__enrolment=OuterRef("enrolment"), attempt__lesson=OuterRef("lesson")
        )
        played = states.order_by().values("attempt__lesson").annotate(total=Sum("total_seconds")).values("total")
        by_playing = Q(completed_at=None) | Exists(attempts.exclude(completed_at=None))
        measured = When(by_playing, played__gte=1, then=Cast("played", models.PositiveIntegerField()))
        return self.annotate(played=Subquery(played)).annotate(spent_seconds=Case(measured, default=F("seconds")))


class LessonProgress(models.Model):
    """One lesson of one enrolment. Only courses.domain.progress.complete_lesson sets it to completed."""

    class State(models.TextChoices):
        IN_PROGRESS = "in_progress", _("In progress")
        COMPLETED = "completed", _("Completed")

    enrolment = models.ForeignKey("courses.Enrolment", on_delete=models.PROTECT, related_name="lesson_progress")
    lesson = models.ForeignKey("courses.Lesson", on_delete=models.PROTECT, related_name="progress")
    state = models.CharField(max_length=15, choices=State.choices, default=State.IN_PROGRESS)
    position = models.CharField(
        max_length=200,
        blank=True,
        help_text=_("The anchor of the last heading read, or the package's own words."),
    )
    seconds = models.PositiveIntegerField(default=0, help_text=_("Time spent, as far as it was seen."))
    score_percent = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)
    score_text = models.CharField(max_length=60, blank=True, help_text=_("For example “9 of 10”."))
    started_at = models.DateTimeField()
    last_seen_at = models.DateTimeField()
    completed_at = models.DateTimeField(null=True, blank=True)
    spent_seconds: int  # of timed() only

    objects = LessonProgressQuerySet.as_manager()

    class Meta:
        verbose_name = _("lesson progress")
        verbose_name_plural = _("lesson progress")
        constraints = [
            models.UniqueConstraint(fields=["enrolment", "lesson"], name="courses_progress_once"),
            models.CheckConstraint(
                condition=Q(state="completed", completed_at__isnull=False)
                | Q(state="in_progress", completed_at__isnull=True),
                name="courses_progress_completed_has_time",
            ),
        ]

    @property
    def anchor(self) -> str:
        """The position as part of an address; "" when it is not an anchor of ours but a package's own words."""
        return self.position if ANCHOR.fullmatch(self.position) else ""

    def __str__(self) -> str:
        return f"{self.enrolment}: {self.lesson}"
