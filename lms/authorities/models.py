"""Authorities: citable pieces of law, guidance and published figures, with their versions, checks and what follows."""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import RevisionMixin
from wagtail.search import index

from lms.editorial.fields import TickedChoicesField
from lms.editorial.models import Nation, nations_text
from lms.kept import keep


class AuthorityQuerySet(models.QuerySet):
    """Reads of authorities."""

    def by_key(self) -> dict[int, "Authority"]:
        """All by their keys. One query, kept until an editor changes something: texts cite a few dozen in all."""
        return keep("authorities.by_key", lambda: {authority.pk: authority for authority in self.all()})


class Authority(RevisionMixin, index.Indexed, models.Model):
    """One thing that content may rest on: an Act's section, a paragraph of guidance, a figure, a service."""

    class Kind(models.TextChoices):
        ACT_SECTION = "act_section", _("Section of an Act")
        GUIDANCE = "guidance", _("Guidance")
        STATISTIC = "statistic", _("Published figures")
        SERVICE = "service", _("Service or telephone number")
        LIST = "list", _("List, for example of first responders")

    title = models.CharField(_("title"), max_length=200)
    reference = models.CharField(_("reference"), max_length=200, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.GUIDANCE)
    nations = TickedChoicesField(_("applies in"), options=Nation.choices)
    url = models.URLField(_("address"), blank=True)
    summary = models.TextField(_("summary"), blank=True)
    value = models.TextField(
        _("number or list"),
        blank=True,
        help_text=_("A figure, a telephone number, or a list with one entry on each line. Texts show it from here."),
    )
    version = models.CharField(_("version"), max_length=60, blank=True, help_text=_("For example “4.2, April 2026”."))
    in_force_from = models.DateField(_("in force from"), null=True, blank=True)
    in_force_until = models.DateField(_("in force until"), null=True, blank=True)
    checked_on = models.DateField(_("last checked"), null=True, blank=True)
    changed_on = models.DateField(
        _("last changed"),
        null=True,
        blank=True,
        editable=False,
        help_text=_("The day of the last change after which all that rests on it was to be looked at."),
    )

    objects = AuthorityQuerySet.as_manager()

    panels = [
        FieldPanel("title"),
        FieldPanel("reference"),
        FieldPanel("kind"),
        FieldPanel("url"),
        FieldPanel("summary"),
        FieldPanel("value"),
        MultiFieldPanel(
            [FieldPanel("version"), FieldPanel("in_force_from"), FieldPanel("in_force_until")], heading=_("Version")
        ),
        MultiFieldPanel([FieldPanel("nations"), FieldPanel("checked_on")], heading=_("Facts")),
    ]
    search_fields = [
        index.SearchField("title", boost=2),
        index.AutocompleteField("title"),
        index.SearchField("reference"),
        index.AutocompleteField("reference"),
        index.SearchField("summary"),
        index.FilterField("kind"),
    ]

    class Meta:
        verbose_name = _("authority")
        verbose_name_plural = _("authorities")
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title

    @property
    def nations_display(self) -> str:
        return nations_text(self.nations)

    @property
    def value_lines(self) -> list[str]:
        """The entries of a list, or the one figure or number."""
        return [line.strip() for line in self.value.splitlines() if line.strip()]


class AuthorityVersion(models.Model):
    """What an authority said from one day to another; the newest row is what the authority says now."""

    authority = models.ForeignKey(Authority, on_delete=models.CASCADE, related_name="versions")
    version = models.CharField(_("version"), max_length=60, blank=True)
    url = models.URLField(_("address"), blank=True)
    summary = models.TextField(_("summary"), blank=True)
    value = models.TextField(_("number or list"), blank=True)
    in_force_from = models.DateField(_("in force from"), null=True, blank=True)
    in_force_until = models.DateField(_("in force until"), null=True, blank=True)
    what_changed = models.TextField(_("what changed"), blank=True)
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    noted_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("version of an authority")
        verbose_name_plural = _("versions of authorities")
        ordering = ["-noted_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.authority} ({self.version})" if self.version else str(self.authority)


class AuthorityCheck(models.Model):
    """Somebody looked at the source on a day and wrote down whether it still says the same."""

    authority = models.ForeignKey(Authority, on_delete=models.CASCADE, related_name="checks")
    checked_on = models.DateField(_("checked"))
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    changed = models.BooleanField(_("it had changed"), default=False)
    note = models.CharField(_("note"), max_length=250, blank=True)

    class Meta:
        verbose_name = _("check of an authority")
        verbose_name_plural = _("checks of authorities")
        ordering = ["-checked_on", "-pk"]

    def __str__(self) -> str:
        return f"{self.authority}: {self.checked_on}"


class ReviewTaskQuerySet(models.QuerySet):
    """Reads of review tasks."""

    def open(self):
        return self.filter(done_at=None)


class ReviewTask(models.Model):
    """Something that cites a changed authority, to be looked at by somebody by a day."""

    class Outcome(models.TextChoices):
        UNCHANGED = "unchanged", _("Still right")
        MENDED = "mended", _("Changed")
        TAKEN_DOWN = "taken_down", _("Taken down")

    version = models.ForeignKey(AuthorityVersion, on_delete=models.CASCADE, related_name="tasks")
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.CharField(max_length=64)
    content = GenericForeignKey("content_type", "object_id")
    title = models.CharField(max_length=250, help_text=_("Of the content when the task was made."))
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("owner"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    due_on = models.DateField(_("due"))
    next_reminder_on = models.DateField(null=True, blank=True, db_index=True)
    created_at = models.DateTimeField(auto_now_add=True)
    outcome = models.CharField(_("outcome"), max_length=12, choices=Outcome.choices, blank=True)
    note = models.TextField(_("note"), blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    done_at = models.DateTimeField(null=True, blank=True)

    objects = ReviewTaskQuerySet.as_manager()

    class Meta:
        verbose_name = _("review task")
        verbose_name_plural = _("review tasks")
        ordering = ["due_on", "pk"]
        indexes = [models.Index(fields=["content_type", "object_id"], name="authorities_task_content")]
        constraints = [
            models.UniqueConstraint(fields=["version", "content_type", "object_id"], name="authorities_task_once")
        ]

    def __str__(self) -> str:
        return self.title
