"""Certificate: what was completed, in the words of that day."""

from datetime import date, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

EXPIRING_DAYS = 60


class CertificateQuerySet(models.QuerySet):
    """Reads of certificates."""

    def of(self, user):
        return self.filter(user=user)

    def valid(self, today: date):
        """Neither withdrawn nor run out."""
        return self.filter(withdrawn_at=None).filter(Q(expires_on=None) | Q(expires_on__gte=today))


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

    objects = CertificateQuerySet.as_manager()

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

    def is_valid(self, today: date | None = None) -> bool:
        """Neither withdrawn nor run out."""
        return self.withdrawn_at is None and not self.has_expired(today)

    @property
    def renewal_from(self) -> date | None:
        """The first day on which the module may be done again; None when the certificate does not run out."""
        return self.expires_on - timedelta(days=EXPIRING_DAYS) if self.expires_on else None

    def may_be_renewed(self, today: date | None = None) -> bool:
        """Whether it has run out, runs out soon, or was withdrawn."""
        if self.withdrawn_at is not None:
            return True
        return self.renewal_from is not None and self.renewal_from <= (today or timezone.localdate())
