"""The outbox: e-mail as rows, written in the same transaction as the change they tell of, sent once by a sweep."""

from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _


class EmailQuerySet(models.QuerySet):
    """Reads of the outbox."""

    def due(self, at: datetime):
        """What should be sent now."""
        return self.filter(state=OutgoingEmail.State.DUE, not_before__lte=at)


class OutgoingEmail(models.Model):
    """One e-mail to one person; `key` makes it exactly one under retries and two sweeps at once."""

    class State(models.TextChoices):
        DUE = "due", _("Due")
        SENDING = "sending", _("Being sent")
        SENT = "sent", _("Sent")
        FAILED = "failed", _("Failed")

    key = models.CharField(max_length=200, unique=True)
    kind = models.CharField(max_length=50)
    to = models.EmailField()
    subject = models.CharField(max_length=200)
    text = models.TextField()
    html = models.TextField(blank=True)
    message_id = models.CharField(max_length=200)
    state = models.CharField(max_length=10, choices=State.choices, default=State.DUE)
    not_before = models.DateTimeField()
    claimed_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    last_error = models.TextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    objects = EmailQuerySet.as_manager()

    class Meta:
        verbose_name = _("e-mail")
        verbose_name_plural = _("e-mails")
        ordering = ["-created_at"]
        indexes = [models.Index(fields=["state", "not_before"], name="outbox_due")]

    def __str__(self) -> str:
        return f"{self.kind}: {self.to}"
