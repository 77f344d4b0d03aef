"""QuizAttempt: one person's attempt on the paper they were given, and each answer as it was saved."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class QuizAttempt(models.Model):
    """One attempt. The paper keeps the questions, options, key and feedback as they were when it began."""

    enrolment = models.ForeignKey("courses.Enrolment", on_delete=models.PROTECT, related_name="quiz_attempts")
    quiz = models.ForeignKey("assessments.Quiz", on_delete=models.PROTECT, related_name="attempts")
    number = models.PositiveSmallIntegerField()
    paper = models.JSONField()
    pass_mark = models.PositiveSmallIntegerField()
    started_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True, blank=True)
    right_count = models.PositiveSmallIntegerField(null=True, blank=True)
    passed = models.BooleanField(null=True, blank=True)

    class Meta:
        verbose_name = _("quiz attempt")
        verbose_name_plural = _("quiz attempts")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["enrolment", "quiz", "number"], name="assessments_attempt_number_once"),
            models.UniqueConstraint(
                fields=["enrolment", "quiz"],
                condition=Q(submitted_at=None),
                name="assessments_attempt_open_once",
            ),
            models.CheckConstraint(
                condition=Q(submitted_at=None, right_count=None, passed=None)
                | Q(submitted_at__isnull=False, right_count__isnull=False, passed__isnull=False),
                name="assessments_attempt_marked_when_submitted",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.enrolment}: {self.quiz}, attempt {self.number}"


class Answer(models.Model):
    """What was chosen for one question of the paper; a question without a row was skipped."""

    attempt = models.ForeignKey(QuizAttempt, on_delete=models.PROTECT, related_name="answers")
    question_key = models.CharField(max_length=40)
    chosen = models.JSONField(default=list)
    is_right = models.BooleanField(null=True, blank=True)
    saved_at = models.DateTimeField()

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        constraints = [models.UniqueConstraint(fields=["attempt", "question_key"], name="assessments_answer_once")]

    def __str__(self) -> str:
        return f"{self.attempt}: {self.question_key}"
