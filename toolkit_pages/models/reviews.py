"""Checklist reviews: one body's answers at one time, agency by agency, and the actions that close its gaps."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lms.uploads.models import private_storage
from toolkit_pages.models.checklist import Level


class SavedChecklist(models.Model):
    """Answers that somebody gave for themselves and keeps in their account.

    `answers` maps an item's key to {"level": int, "evidence": str, "owner": str, "review_by": "YYYY-MM-DD" or ""}, the
    shape in which the browser session keeps them before anybody signs in.
    """

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="saved_checklist")
    answers = models.JSONField(default=dict)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("saved checklist")
        verbose_name_plural = _("saved checklists")

    def __str__(self) -> str:
        return f"{self.user}"


class ChecklistReview(models.Model):
    """A partnership's or an organisation's review; the items are those of the day it was opened."""

    class State(models.TextChoices):
        OPEN = "open", _("Open")
        SETTLING = "settling", _("Settling differences")
        CLOSED = "closed", _("Closed")

    class Sharing(models.TextChoices):
        """Who sees each agency's answers; the settled result is for every member."""

        COORDINATORS = "coordinators", _("Only the coordinators")
        MEMBERS = "members", _("Everyone who answers for a member")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    title = models.CharField(_("title"), max_length=120)
    partnership = models.ForeignKey(
        "toolkit_pages.Partnership", null=True, blank=True, on_delete=models.PROTECT, related_name="reviews"
    )
    organisation = models.ForeignKey(
        "people.Organisation", null=True, blank=True, on_delete=models.PROTECT, related_name="checklist_reviews"
    )
    sharing = models.CharField(
        _("who sees each agency’s answers"), max_length=15, choices=Sharing.choices, default=Sharing.COORDINATORS
    )
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    due_on = models.DateField(_("answers wanted by"), null=True, blank=True)
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(auto_now_add=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("checklist review")
        verbose_name_plural = _("checklist reviews")
        ordering = ["-opened_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(partnership=None, organisation__isnull=False)
                | Q(partnership__isnull=False, organisation=None),
                name="toolkit_review_of_one_body",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("toolkit_pages:review", args=[self.uuid])

    @property
    def body_name(self) -> str:
        """The name of the partnership or organisation it is about."""
        return str(self.partnership or self.organisation)


class ReviewItem(models.Model):
    """An item in the words it had when the review was opened, and what was settled on it.

    `words` holds {"title", "hint", "guidance", "looks": {"0": …, "3": …}}; `dependants` how many items need it first.
    """

    review = models.ForeignKey(ChecklistReview, on_delete=models.CASCADE, related_name="items")
    item = models.ForeignKey("toolkit_pages.ChecklistItem", on_delete=models.PROTECT, related_name="+")
    theme = models.ForeignKey("toolkit_pages.ChecklistTheme", on_delete=models.PROTECT, related_name="+")
    theme_title = models.CharField(max_length=100)
    theme_order = models.PositiveSmallIntegerField()
    order = models.PositiveSmallIntegerField()
    words = models.JSONField()
    risk = models.PositiveSmallIntegerField()
    dependants = models.PositiveSmallIntegerField(default=0)
    urgency = models.SmallIntegerField(
        default=0, help_text=_("Moves a gap up (above 0) or down in the order the coordinator wants.")
    )
    level = models.SmallIntegerField(_("settled level"), choices=Level.choices, null=True, blank=True)
    note = models.TextField(_("how it was settled"), blank=True)
    evidence = models.TextField(_("evidence"), blank=True)
    owner = models.CharField(_("owner"), max_length=150, blank=True)
    review_by = models.DateField(_("review by"), null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("item of a review")
        verbose_name_plural = _("items of reviews")
        ordering = ["theme_order", "order", "pk"]
        constraints = [models.UniqueConstraint(fields=["review", "item"], name="toolkit_review_item_once")]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        return self.words["title"]


class Answerer(models.Model):
    """Somebody asked to answer some themes of a review for their agency."""

    review = models.ForeignKey(ChecklistReview, on_delete=models.CASCADE, related_name="answerers")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey("people.Organisation", on_delete=models.PROTECT, related_name="+")
    themes = models.ManyToManyField("toolkit_pages.ChecklistTheme", related_name="+")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(_("said to be finished"), null=True, blank=True)

    class Meta:
        verbose_name = _("person asked to answer")
        verbose_name_plural = _("people asked to answer")
        ordering = ["asked_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["review", "user", "organisation"], name="toolkit_answerer_once")]

    def __str__(self) -> str:
        return f"{self.user}: {self.review}"


class ReviewAnswer(models.Model):
    """One agency's answer to one item of a review."""

    review_item = models.ForeignKey(ReviewItem, on_delete=models.CASCADE, related_name="answers")
    organisation = models.ForeignKey("people.Organisation", on_delete=models.PROTECT, related_name="+")
    level = models.SmallIntegerField(choices=Level.choices)
    evidence = models.TextField(_("evidence"), blank=True)
    owner = models.CharField(_("owner"), max_length=150, blank=True)
    review_by = models.DateField(_("review by"), null=True, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("answer of an agency")
        verbose_name_plural = _("answers of agencies")
        constraints = [models.UniqueConstraint(fields=["review_item", "organisation"], name="toolkit_answer_once")]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.get_level_display()}"


class ActionQuerySet(models.QuerySet):
    """Reads of actions."""

    def open(self):
        return self.filter(status__in=[Action.Status.TO_DO, Action.Status.UNDER_WAY])

    def late(self, today):
        """Actions whose day has passed and that are not done."""
        return self.open().filter(due_on__lt=today)


class Action(models.Model):
    """What a body will do about a gap: by whom, by when, and how far it is."""

    class Status(models.TextChoices):
        TO_DO = "to_do", _("To do")
        UNDER_WAY = "under_way", _("Under way")
        DONE = "done", _("Done")
        DROPPED = "dropped", _("Dropped")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    review = models.ForeignKey(ChecklistReview, on_delete=models.PROTECT, related_name="actions")
    review_item = models.ForeignKey(ReviewItem, null=True, blank=True, on_delete=models.PROTECT, related_name="actions")
    title = models.CharField(_("what will be done"), max_length=250)
    organisation = models.ForeignKey(
        "people.Organisation",
        verbose_name=_("agency"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("owner"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    owner_name = models.CharField(_("owner’s name"), max_length=150, blank=True)
    due_on = models.DateField(_("due"))
    status = models.CharField(_("status"), max_length=10, choices=Status.choices, default=Status.TO_DO)
    evidence = models.TextField(_("evidence"), blank=True)
    evidence_file = models.FileField(_("file"), upload_to="actions", storage=private_storage, blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)
    done_on = models.DateField(_("done on"), null=True, blank=True)
    next_reminder_on = models.DateField(null=True, blank=True, db_index=True)

    objects = ActionQuerySet.as_manager()

    class Meta:
        verbose_name = _("action")
        verbose_name_plural = _("actions")
        ordering = ["due_on", "pk"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("toolkit_pages:action", args=[self.uuid])


class ActionNote(models.Model):
    """A change of an action, or something said about it; never changed afterwards."""

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="notes")
    text = models.TextField()
    status = models.CharField(max_length=10, choices=Action.Status.choices, blank=True)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("note on an action")
        verbose_name_plural = _("notes on actions")
        ordering = ["written_at", "pk"]

    def __str__(self) -> str:
        return self.text
