"""The outbox: e-mail as rows, written in the same transaction as the change they tell of, sent once by a sweep."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _


class EmailQuerySet(models.QuerySet):
    """Reads of the outbox."""

    def due(self, at: datetime):
        """What should be sent now."""
        return self.filter(state=OutgoingEmail.State.DUE, not_before__lte=at)

    def bouncing(self):
        """The newest answers for addresses that took nothing, refused or given up, where nothing has arrived since."""
        later = OutgoingEmail.objects.filter(
            to=OuterRef("to"), state__in=[self.model.State.SENT, self.model.State.FAILED]
        )
        arrived = later.filter(sent_at__gt=OuterRef("bounced_at"))
        again = later.filter(bounced_at__isnull=False, pk__gt=OuterRef("pk"))
        return self.exclude(bounced_at=None).exclude(Exists(arrived)).exclude(Exists(again))


class OutgoingEmail(models.Model):
    """One e-mail to one person; `key` makes it exactly one under retries and two sweeps at once.

    Its words are forgotten once it is sent or given up; the address and subject after 400 days. The key stays.
    """

    class State(models.TextChoices):
        DUE = "due", _("Due")
        SENDING = "sending", _("Being sent")
        SENT = "sent", _("Sent")
        FAILED = "failed", _("Failed")

    key = models.CharField(max_length=200, unique=True)
    kind = models.CharField(max_length=50)
    to = models.EmailField(blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    organisation = models.ForeignKey(
        "people.Organisation", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    subject = models.CharField(max_length=200, blank=True)
    text = models.TextField(blank=True)
    html = models.TextField(blank=True)
    message_id = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.DUE)
    not_before = models.DateTimeField()
    claimed_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    doubts = models.PositiveSmallIntegerField(
        default=0, help_text=_("How often nobody knows whether a try arrived: the answer was lost, or the worker died.")
    )
    last_error = models.TextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    bounced_at = models.DateTimeField(null=True, blank=True, help_text=_("When the address was refused for good."))

    objects = EmailQuerySet.as_manager()

    class Meta:
        verbose_name = _("e-mail")
        verbose_name_plural = _("e-mails")
        ordering = ["-created_at"]
        indexes = [
            models.Index(fields=["state", "not_before"], name="outbox_due"),
            models.Index(fields=["organisation", "created_at"], name="outbox_of_organisation"),
            models.Index(fields=["to"], condition=Q(bounced_at__isnull=False), name="outbox_bounced"),
            models.Index(fields=["to", "sent_at"], name="outbox_to"),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.to}"


class Mention(models.Model):
    """One thing that an e-mail tells, so that it is told once whichever e-mail it stands in."""

    key = models.CharField(max_length=100, unique=True)
    email = models.ForeignKey(OutgoingEmail, on_delete=models.CASCADE, related_name="mentions")

    class Meta:
        verbose_name = _("thing told by e-mail")
        verbose_name_plural = _("things told by e-mail")

    def __str__(self) -> str:
        return self.key
