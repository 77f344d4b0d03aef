"""Links sent by e-mail: an invitation into one organisation, many at once, and a link that opens an account."""

import uuid
from datetime import datetime

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class InvitationQuerySet(models.QuerySet):
    """Reads of invitations."""

    def open(self, at: datetime | None = None):
        """Sent, and neither used, withdrawn nor expired."""
        return self.filter(accepted_at=None, withdrawn_at=None, expires_at__gt=at or timezone.now())


class Invitation(models.Model):
    """An invitation; the link's secret is kept only as a hash."""

    organisation = models.ForeignKey("people.Organisation", on_delete=models.CASCADE, related_name="invitations")
    team = models.ForeignKey("people.Team", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    email = models.EmailField(_("e-mail"))
    first_name = models.CharField(_("first name"), max_length=80, blank=True)
    last_name = models.CharField(_("last name"), max_length=80, blank=True)
    job_role = models.CharField(_("job role"), max_length=100, blank=True)
    is_lead = models.BooleanField(_("training lead"), default=False)
    is_coordinator = models.BooleanField(_("partnership coordinator"), default=False)
    token_hash = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(_("last sent"), default=timezone.now)
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "email"],
                condition=models.Q(accepted_at=None, withdrawn_at=None),
                name="people_invitation_open_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.email} to {self.organisation}"


class InvitationBatch(models.Model):
    """Invitations of many people, sent, sent again or withdrawn by a sweep."""

    class Kind(models.TextChoices):
        SEND = "send", _("Send to people who have never signed in")
        RESEND = "resend", _("Send again")
        WITHDRAW = "withdraw", _("Withdraw")

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    organisation = models.ForeignKey("people.Organisation", on_delete=models.CASCADE, related_name="+")
    with_units = models.BooleanField(default=True)
    requested_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    people_to_do = models.PositiveIntegerField(default=0)
    people_done = models.PositiveIntegerField(default=0)
    last_done = models.PositiveBigIntegerField(default=0, help_text=_("The key of the last row done."))
    claimed_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("invitations in bulk")
        verbose_name_plural = _("invitations in bulk")
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.organisation}"


class ActivationLink(models.Model):
    """A link in a reminder that lets somebody who never signed in set a password; its secret is kept as a hash."""

    membership = models.ForeignKey("people.Membership", on_delete=models.CASCADE, related_name="+")
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()

    class Meta:
        verbose_name = _("activation link")
        verbose_name_plural = _("activation links")
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return f"Activation of {self.membership}"
