"""Exports: reports too long for one request, prepared by a task and fetched by their owner alone."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from lms.uploads.models import private_storage


class Export(models.Model):
    """One report as a file, for the person who asked for it."""

    class State(models.TextChoices):
        DUE = "due", _("Waiting")
        WRITING = "writing", _("Being prepared")
        READY = "ready", _("Ready")
        FAILED = "failed", _("Failed")

    class Format(models.TextChoices):
        CSV = "csv", _("CSV")
        XLSX = "xlsx", _("Excel")

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    report = models.CharField(max_length=30)
    format = models.CharField(max_length=4, choices=Format.choices, default=Format.CSV)
    query = models.TextField(blank=True, help_text=_("The filters, as in the address."))
    state = models.CharField(max_length=10, choices=State.choices, default=State.DUE)
    row_count = models.PositiveIntegerField(default=0)
    file = models.FileField(upload_to="exports", storage=private_storage, blank=True)
    problem = models.TextField(blank=True)
    claimed_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    ready_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("export")
        verbose_name_plural = _("exports")
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["state", "created_at"], name="reports_export_due")]

    def __str__(self) -> str:
        return f"{self.report}.{self.format} for {self.owner}"
