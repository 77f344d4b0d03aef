"""Evidence of training done elsewhere, accepted by a lead in place of our own module."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from lms.uploads.models import private_storage


class Evidence(models.Model):
    """A certificate or record from elsewhere that counts as completing one module."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="evidence")
    module = models.ForeignKey("courses.Module", on_delete=models.PROTECT, related_name="evidence")
    organisation = models.ForeignKey("people.Organisation", on_delete=models.PROTECT, related_name="evidence")
    title = models.CharField(_("training"), max_length=150)
    provider = models.CharField(_("provider"), max_length=150, blank=True)
    completed_on = models.DateField(_("completed"))
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    file = models.FileField(_("file"), upload_to="evidence", storage=private_storage)
    file_name = models.CharField(max_length=200)
    accepted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    accepted_at = models.DateTimeField(auto_now_add=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_reason = models.CharField(max_length=250, blank=True)

    class Meta:
        verbose_name = _("evidence of training elsewhere")
        verbose_name_plural = _("evidence of training elsewhere")
        ordering = ["-completed_on", "-pk"]
        indexes = [models.Index(fields=["user", "module"], name="courses_evidence_of")]

    def __str__(self) -> str:
        return f"{self.user}: {self.title}"
