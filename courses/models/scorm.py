"""SCORM: packages and versions, attempts with their state, launches and the journal of commits (docs/scorm.md)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from lms.uploads.models import private_storage


class ScormPackage(index.Indexed, models.Model):
    """A named package; each upload is a new version, and attempts finish on the version they began."""

    title = models.CharField(_("title"), max_length=150)
    current_version = models.ForeignKey(
        "courses.PackageVersion", null=True, blank=True, on_delete=models.RESTRICT, related_name="+"
    )
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    search_fields = [index.SearchField("title"), index.AutocompleteField("title")]

    class Meta:
        verbose_name = _("SCORM package")
        verbose_name_plural = _("SCORM packages")
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title


class PackageVersion(models.Model):
    """One upload: the original zip, what its manifest says, and where its files are unpacked. Immutable once ready."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        UNPACKING = "unpacking", _("Being unpacked")
        READY = "ready", _("Ready")
        REFUSED = "refused", _("Refused")

    package = models.ForeignKey(ScormPackage, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    file = models.FileField(upload_to="scorm/uploads", storage=private_storage)
    original_name = models.CharField(max_length=250)
    sha256 = models.CharField(max_length=64, blank=True)
    size = models.PositiveBigIntegerField(default=0)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    progress_percent = models.PositiveSmallIntegerField(default=0)
    refusal = models.TextField(blank=True)
    warnings = models.JSONField(default=list)
    content_key = models.CharField(max_length=64, blank=True, db_index=True)
    scorm_version = models.CharField(max_length=20, blank=True, help_text=_("“1.2”, or “2004” with its edition."))
    manifest = models.JSONField(default=dict)
    file_count = models.PositiveIntegerField(default=0)
    total_bytes = models.PositiveBigIntegerField(default=0)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    uploaded_at = models.DateTimeField(auto_now_add=True)
    claimed_at = models.DateTimeField(null=True, blank=True)
    ready_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("package version")
        verbose_name_plural = _("package versions")
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["package", "number"], name="courses_package_version_once")]

    def __str__(self) -> str:
        return f"{self.package}, version {self.number}"


class ScormAttempt(models.Model):
    """One person's attempt at a SCORM lesson, on the package version it began with."""

    enrolment = models.ForeignKey("courses.Enrolment", on_delete=models.PROTECT, related_name="scorm_attempts")
    lesson = models.ForeignKey("courses.Lesson", on_delete=models.PROTECT, related_name="scorm_attempts")
    version = models.ForeignKey(PackageVersion, on_delete=models.PROTECT, related_name="attempts")
    number = models.PositiveSmallIntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)
    completed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("SCORM attempt")
        verbose_name_plural = _("SCORM attempts")
        constraints = [
            models.UniqueConstraint(fields=["enrolment", "lesson", "number"], name="courses_scorm_attempt_once")
        ]

    def __str__(self) -> str:
        return f"{self.enrolment}: {self.lesson}, attempt {self.number}"


class ScormItemState(models.Model):
    """One item of an attempt: the CMI as the content left it, and its summary in typed columns."""

    attempt = models.ForeignKey(ScormAttempt, on_delete=models.PROTECT, related_name="item_states")
    item_identifier = models.CharField(max_length=250)
    cmi = models.JSONField(default=dict)
    completion = models.CharField(max_length=15, default="unknown")
    success = models.CharField(max_length=10, default="unknown")
    score_percent = models.DecimalField(max_digits=6, decimal_places=2, null=True, blank=True)
    location = models.TextField(blank=True)
    exit = models.CharField(max_length=10, blank=True)
    total_seconds = models.DecimalField(max_digits=12, decimal_places=2, default=0)
    current_launch = models.ForeignKey(
        "courses.Launch",
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("The only launch that may write here."),
    )
    last_sequence = models.PositiveIntegerField(default=0, help_text=_("The last commit of that launch."))
    last_seen_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("SCORM item state")
        verbose_name_plural = _("SCORM item states")
        constraints = [
            models.UniqueConstraint(fields=["attempt", "item_identifier"], name="courses_scorm_item_state_once")
        ]

    def __str__(self) -> str:
        return f"{self.attempt}: {self.item_identifier}"


class Launch(models.Model):
    """One opening of an item in the player; in review and browse mode it writes nothing. Written when it ends, only."""

    class State(models.TextChoices):
        OPEN = "open", _("Open")
        CLOSED = "closed", _("Closed")
        SUPERSEDED = "superseded", _("Superseded")

    class Mode(models.TextChoices):
        NORMAL = "normal", _("Normal")
        REVIEW = "review", _("Review")
        BROWSE = "browse", _("Browse")

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    version = models.ForeignKey(PackageVersion, on_delete=models.CASCADE, related_name="+")
    attempt = models.ForeignKey(ScormAttempt, null=True, on_delete=models.PROTECT, related_name="launches")
    item_identifier = models.CharField(max_length=250)
    mode = models.CharField(max_length=10, choices=Mode.choices, default=Mode.NORMAL)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    base_total_seconds = models.DecimalField(max_digits=12, decimal_places=2, default=0)
    superseded_by = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+")
    started_at = models.DateTimeField()
    terminated_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("launch")
        verbose_name_plural = _("launches")
        ordering = ["-started_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["attempt", "item_identifier"],
                condition=Q(state="open", mode="normal"),
                name="courses_launch_open_once",
            )
        ]

    def __str__(self) -> str:
        return f"launch {self.pk} of {self.item_identifier}"


class Commit(models.Model):
    """The journal: every commit as it came, applied or not, never changed."""

    launch = models.ForeignKey(Launch, on_delete=models.PROTECT, related_name="commits")
    sequence = models.PositiveIntegerField()
    received_at = models.DateTimeField(auto_now_add=True)
    body = models.JSONField()
    applied = models.BooleanField()
    outcome = models.CharField(max_length=30)

    class Meta:
        verbose_name = _("commit")
        verbose_name_plural = _("commits")
        ordering = ["launch", "pk"]

    def __str__(self) -> str:
        return f"{self.launch}, commit {self.sequence}"


class Interaction(models.Model):
    """One answer inside a package, for reports; upserted by its index within the item."""

    item_state = models.ForeignKey(ScormItemState, on_delete=models.PROTECT, related_name="interactions")
    position = models.PositiveIntegerField()
    identifier = models.TextField(blank=True)
    kind = models.CharField(max_length=20, blank=True)
    description = models.TextField(blank=True)
    learner_response = models.TextField(blank=True)
    correct_responses = models.JSONField(default=list)
    result = models.CharField(max_length=30, blank=True)
    latency = models.CharField(max_length=40, blank=True)
    weighting = models.CharField(max_length=20, blank=True)

    class Meta:
        verbose_name = _("interaction")
        verbose_name_plural = _("interactions")
        ordering = ["item_state", "position"]
        constraints = [models.UniqueConstraint(fields=["item_state", "position"], name="courses_interaction_once")]

    def __str__(self) -> str:
        return f"{self.item_state}: {self.identifier}"
