"""Certificate: what was completed, in the words of that day."""

from datetime import date

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Certificate(models.Model):
    """Proof that one person completed one module; it keeps names and titles as they were."""

    number = models.CharField(max_length=20, unique=True)
    enrolment = models.OneToOneField("courses.Enrolment", on_delete=models.PROTECT, related_name="certificate")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="certificates")
    module = models.ForeignKey("courses.Module", on_delete=models.PROTECT, related_name="certificates")
    holder_name = models.CharField(max_length=170)
    module_title = models.CharField(max_length=150)
    tier = models.PositiveSmallIntegerField()
    minutes = models.PositiveSmallIntegerField()
    assessed_by = models.CharField(max_length=200, blank=True, help_text=_("For example “10 questions (9 right)”."))
    organisation_name = models.CharField(max_length=150, blank=True)
    issuer_name = models.CharField(max_length=120)
    endorsed_by = models.CharField(max_length=150, blank=True)
    facts_checked_on = models.DateField(null=True, blank=True)
    completed_on = models.DateField()
    expires_on = models.DateField(null=True, blank=True)
    issued_at = models.DateTimeField(default=timezone.now)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_reason = models.CharField(max_length=250, blank=True)

    class Meta:
        verbose_name = _("certificate")
        verbose_name_plural = _("certificates")
        ordering = ["-completed_on", "-pk"]
        indexes = [models.Index(fields=["user", "module"], name="courses_certificate_of")]

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        return reverse("courses:certificate", args=[self.number])

    def has_expired(self, today: date | None = None) -> bool:
        """Whether its validity is over."""
        return self.expires_on is not None and self.expires_on < (today or timezone.localdate())
