"""What all edited content shares: drafts, named reviewers, preview at two widths, and when its facts were checked."""

from datetime import date
from typing import Any

from django import forms
from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.fields import GenericRelation
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Exists, OuterRef, Prefetch
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    PreviewableMixin,
    Revision,
    RevisionMixin,
    Task,
    TaskState,
    TranslatableMixin,
    WorkflowMixin,
    WorkflowState,
)
from wagtail.search import index
from wagtail.snippets.blocks import SnippetChooserBlock

from lms.editorial.cited import AUTHORITY, keys_cited
from lms.editorial.fields import TickedChoicesField

# The widths at which every draft can be looked at.
PREVIEW_SIZES = [
    {"name": "phone", "icon": "mobile-alt", "device_width": 320, "label": _("Preview at 320 pixels")},
    {"name": "desktop", "icon": "desktop", "device_width": 1280, "label": _("Preview at 1280 pixels")},
]


class Nation(models.TextChoices):
    """The nations whose law may differ."""

    ENGLAND = "england", _("England")
    WALES = "wales", _("Wales")
    SCOTLAND = "scotland", _("Scotland")
    NORTHERN_IRELAND = "northern-ireland", _("Northern Ireland")


def nations_text(nations: list[str]) -> str:
    """The nations in words: "England and Wales", "UK" for all four, "" for none."""
    names = [str(nation.label) for nation in Nation if nation.value in nations]
    if len(names) == len(Nation):
        return str(_("UK"))
    if len(names) < 2:
        return "".join(names)
    return _("%(others)s and %(last)s") % {"others": ", ".join(names[:-1]), "last": names[-1]}


class ListedQuerySet(models.QuerySet):
    """Reads shared by all edited content."""

    def published(self):
        """What visitors may see now."""
        return self.filter(live=True)


def with_status(queryset: models.QuerySet) -> models.QuerySet:
    """With what the admin's lists say of each row: whether a day is set for it, and whether it is being approved.

    One query more for the whole list, instead of two for each row.
    """
    content_type = ContentType.objects.get_for_model(queryset.model, for_concrete_model=False)
    scheduled = Revision.objects.filter(
        base_content_type=content_type,
        object_id=Cast(OuterRef("pk"), models.CharField()),
        approved_go_live_at__isnull=False,
    )
    states = WorkflowState.objects.active().select_related("current_task_state__task")
    return queryset.annotate(_approved_schedule=Exists(scheduled)).prefetch_related(
        Prefetch("_workflow_states", queryset=states, to_attr="_current_workflow_states")
    )


def people_who_edit() -> models.Q:
    """Who may look after content: the people of the two groups that enter the admin, so that no other name is shown."""
    return models.Q(groups__name__in=["Editors", "Administrators"], is_active=True)


class Owned(models.Model):
    """Content that a person looks after and that is looked at again by a day."""

    content_owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("looked after by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        limit_choices_to=people_who_edit,
        help_text=_("An editor, who is reminded when the review is due."),
    )
    review_on = models.DateField(_("review due"), null=True, blank=True)

    class Meta:
        abstract = True

    def is_review_due(self, today: date | None = None) -> bool:
        """Whether the review date has come."""
        return self.review_on is not None and self.review_on <= (today or timezone.localdate())


class FactsChecked(Owned):
    """Content that says when its facts were checked, on what they rest, and where they apply."""

    nations = TickedChoicesField(
        _("applies in"), options=Nation.choices, help_text=_("The nations this content is right for.")
    )
    facts_checked_on = models.DateField(
        _("facts last checked"),
        null=True,
        blank=True,
        help_text=_("The day a person last checked every fact."),
    )
    rests_on = StreamField(
        [("authority", SnippetChooserBlock("authorities.Authority"))],
        blank=True,
        verbose_name=_("rests on"),
        help_text=_("The law and guidance this content depends on."),
    )

    class Meta:
        abstract = True

    @property
    def nations_display(self) -> str:
        return nations_text(self.nations)

    @property
    def checked_against(self) -> list[Any]:
        """The authorities it rests on: those named under "Rests on", then those its texts and blocks cite."""
        keys = keys_cited(self)
        known = apps.get_model(AUTHORITY).objects.by_key() if keys else {}
        return [known[key] for key in keys if key in known]

    facts_panel = MultiFieldPanel(
        [
            FieldPanel("nations"),
            FieldPanel("facts_checked_on"),
            FieldPanel("review_on"),
            FieldPanel("content_owner"),
            FieldPanel("rests_on"),
        ],
        heading=_("Facts"),
    )


class Editorial(
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    PreviewableMixin,
    TranslatableMixin,
    index.Indexed,
    models.Model,
):
    """Content edited as a Wagtail snippet with everything Wagtail offers for pages."""

    preview_sizes = PREVIEW_SIZES
    default_preview_size = "phone"

    _revisions = GenericRelation(
        "wagtailcore.Revision",
        content_type_field="base_content_type",
        object_id_field="object_id",
        for_concrete_model=False,
    )
    _workflow_states = GenericRelation(
        "wagtailcore.WorkflowState",
        content_type_field="base_content_type",
        object_id_field="object_id",
        for_concrete_model=False,
    )

    class Meta(TranslatableMixin.Meta):
        abstract = True

    @property
    def revisions(self):
        return self._revisions

    @property
    def workflow_states(self):
        return self._workflow_states

    @property
    def approved_schedule(self):
        """Whether a revision waits for its day; lists read it beforehand (with_status)."""
        if "_approved_schedule" in self.__dict__:
            return self._approved_schedule
        return super().approved_schedule


class NamedReviewersTask(Task):
    """A step of a workflow that people chosen by name decide: a subject expert, or somebody with lived experience."""

    class Part(models.TextChoices):
        SUBJECT = "subject", _("Subject expert")
        LIVED_EXPERIENCE = "lived-experience", _("Lived-experience reviewer")

    part = models.CharField(_("as"), max_length=20, choices=Part.choices, default=Part.SUBJECT)
    reviewers = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("reviewers"),
        limit_choices_to=people_who_edit,
        related_name="+",
        help_text=_("One of them is enough. Only people who may enter the admin can be chosen."),
    )

    admin_form_fields = [*Task.admin_form_fields, "part", "reviewers"]
    admin_form_widgets = {"part": forms.RadioSelect, "reviewers": forms.CheckboxSelectMultiple}

    class Meta:
        verbose_name = _("review by named people")
        verbose_name_plural = _("reviews by named people")

    def reviews(self, user) -> bool:
        """Whether this person decides; asked once for each person and step."""
        known = user.__dict__.setdefault("_reviews_of_tasks", {})
        if self.pk not in known:
            known[self.pk] = user.is_active and self.reviewers.filter(pk=user.pk).exists()
        return known[self.pk]

    def user_can_access_editor(self, obj, user):
        return self.reviews(user)

    def locked_for_user(self, obj, user):
        return not self.reviews(user)

    def user_can_lock(self, obj, user):
        return self.reviews(user)

    def get_actions(self, obj, user):
        if not self.reviews(user):
            return []
        return [
            ("reject", _("Ask for changes"), True),
            ("approve", _("Approve"), False),
            ("approve", _("Approve with a comment"), True),
        ]

    def get_task_states_user_can_moderate(self, user, **kwargs):
        if self.reviews(user):
            return self.task_states.filter(status=TaskState.STATUS_IN_PROGRESS)
        return TaskState.objects.none()

    @classmethod
    def get_description(cls):
        return _("One of the people named decides: as a subject expert or a lived-experience reviewer")
