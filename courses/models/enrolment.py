"""Enrolment: one person on one module, once per round of doing it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class EnrolmentQuerySet(models.QuerySet):
    """Reads of enrolments."""

    def current(self):
        """The latest round of each person on each module."""
        return self.filter(is_current=True)

    def of(self, user):
        return self.filter(user=user)

    def completed(self):
        return self.exclude(completed_at=None)


class Enrolment(models.Model):
    """One person on one module; doing it again opens the next round and keeps this one."""

    class State(models.TextChoices):
        NOT_STARTED = "not_started", _("Not started")
        IN_PROGRESS = "in_progress", _("In progress")
        COMPLETED = "completed", _("Completed")

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="enrolments")
    module = models.ForeignKey("courses.Module", on_delete=models.PROTECT, related_name="enrolments")
    round = models.PositiveSmallIntegerField(default=1)
    is_current = models.BooleanField(default=True)
    state = models.CharField(max_length=15, choices=State.choices, default=State.NOT_STARTED)
    last_lesson = models.ForeignKey("courses.Lesson", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    started_at = models.DateTimeField(null=True, blank=True)
    last_active_at = models.DateTimeField(null=True, blank=True)
    completed_at = models.DateTimeField(null=True, blank=True)

    objects = EnrolmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("enrolment")
        verbose_name_plural = _("enrolments")
        constraints = [
            models.UniqueConstraint(fields=["user", "module", "round"], name="courses_enrolment_round_once"),
            models.UniqueConstraint(
                fields=["user", "module"], condition=Q(is_current=True), name="courses_enrolment_current_once"
            ),
            models.CheckConstraint(
                condition=Q(state="completed", completed_at__isnull=False)
                | (~Q(state="completed") & Q(completed_at__isnull=True)),
                name="courses_enrolment_completed_has_time",
            ),
        ]
        indexes = [models.Index(fields=["module", "state"], name="courses_enrolment_state")]

    def __str__(self) -> str:
        return f"{self.user} on {self.module}"
