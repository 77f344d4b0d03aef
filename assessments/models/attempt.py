"""QuizAttempt: one person's attempt on the paper they were given, its answers, and attempts a lead has added."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class QuizAttemptQuerySet(models.QuerySet):
    """Reads of attempts."""

    def open(self):
        """Begun and not handed in."""
        return self.filter(submitted_at=None)

    def handed_in(self):
        return self.exclude(submitted_at=None)

    def of(self, user):
        return self.filter(enrolment__user=user)


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

    objects = QuizAttemptQuerySet.as_manager()

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

    @property
    def is_open(self) -> bool:
        return self.submitted_at is None

    @property
    def question_count(self) -> int:
        return len(self.paper["questions"])


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


class AttemptGrant(models.Model):
    """Attempts a training lead has added for one person on one quiz, in one round of the module."""

    enrolment = models.ForeignKey("courses.Enrolment", on_delete=models.PROTECT, related_name="attempt_grants")
    quiz = models.ForeignKey("assessments.Quiz", on_delete=models.PROTECT, related_name="attempt_grants")
    attempts = models.PositiveSmallIntegerField(default=1)
    granted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    granted_at = models.DateTimeField()

    class Meta:
        verbose_name = _("added attempt")
        verbose_name_plural = _("added attempts")
        constraints = [models.CheckConstraint(condition=Q(attempts__gte=1), name="assessments_grant_attempts")]

    def __str__(self) -> str:
        return f"{self.enrolment}: {self.quiz}, {self.attempts} more"
