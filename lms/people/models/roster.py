"""Roster imports: an organisation's own list of its people, checked row by row before anything changes."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lms.uploads.models import private_storage


class RosterColumns(models.Model):
    """Which of our fields the columns of an organisation's file hold, remembered from the last import."""

    organisation = models.OneToOneField(
        "people.Organisation", on_delete=models.CASCADE, related_name="roster_columns", primary_key=True
    )
    fields_by_header = models.JSONField(default=dict, help_text=_("Field names by the header in small letters."))
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("matched columns")
        verbose_name_plural = _("matched columns")

    def __str__(self) -> str:
        return f"{self.organisation}: {len(self.fields_by_header)} columns"


class RosterImport(models.Model):
    """One uploaded list and what became of it."""

    class State(models.TextChoices):
        UPLOADED = "uploaded", _("Uploaded")
        CHECK_DUE = "check_due", _("Waiting to be checked")
        CHECKING = "checking", _("Being checked")
        CHECKED = "checked", _("Checked")
        APPLY_DUE = "apply_due", _("Waiting to be applied")
        APPLYING = "applying", _("Being applied")
        APPLIED = "applied", _("Applied")
        FAILED = "failed", _("Failed")
        CANCELLED = "cancelled", _("Cancelled")

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    organisation = models.ForeignKey("people.Organisation", on_delete=models.PROTECT, related_name="roster_imports")
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    file = models.FileField(upload_to="rosters", storage=private_storage)
    file_name = models.CharField(max_length=200)
    sheets = models.JSONField(default=list, help_text=_("The names of a workbook’s sheets."))
    sheet = models.CharField(max_length=100, blank=True, help_text=_("The sheet that is read."))
    header_line = models.PositiveIntegerField(default=1, help_text=_("The line that holds the column names."))
    headers = models.JSONField(default=list)
    fields_by_header = models.JSONField(default=dict)
    end_missing = models.BooleanField(default=False, help_text=_("End the membership of people not in the file."))
    effective_on = models.DateField(default=timezone.localdate)
    state = models.CharField(max_length=12, choices=State.choices, default=State.UPLOADED)
    problem = models.TextField(blank=True, help_text=_("Why the file could not be used."))
    row_count = models.PositiveIntegerField(default=0)
    done_count = models.PositiveIntegerField(default=0)
    claimed_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    checked_at = models.DateTimeField(null=True, blank=True)
    applied_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("roster import")
        verbose_name_plural = _("roster imports")
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.file_name} for {self.organisation}"


class RosterRow(models.Model):
    """One line of the file, or one person missing from it, and what happens to them."""

    class Action(models.TextChoices):
        REFUSED = "refused", _("Refused")
        CREATE = "create", _("Create")
        MOVE = "move", _("Move")
        UPDATE = "update", _("Update")
        END = "end", _("End")
        UNCHANGED = "unchanged", _("Unchanged")

    roster_import = models.ForeignKey(RosterImport, on_delete=models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField(null=True, help_text=_("The line of the file; empty for who is not in it."))
    action = models.CharField(max_length=10, choices=Action.choices)
    name = models.CharField(max_length=170, blank=True)
    email = models.CharField(max_length=254, blank=True)
    detail = models.TextField(blank=True, help_text=_("What changes, or why the row is refused."))
    said = models.JSONField(default=dict, help_text=_("The row's values by our field names."))
    membership = models.ForeignKey(
        "people.Membership", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    applied_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("roster row")
        verbose_name_plural = _("roster rows")
        ordering = ["number", "pk"]
        indexes = [models.Index(fields=["roster_import", "action", "number"], name="people_roster_action")]
        constraints = [
            models.UniqueConstraint(
                fields=["roster_import", "number"], condition=Q(number__isnull=False), name="people_roster_line_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.number or '–'}: {self.action} {self.email}"
