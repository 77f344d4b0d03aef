"""Module: the unit a training lead assigns and a learner completes, with its lessons in order."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable
from wagtail.search import index

from courses.models.outline import Outline, outline_of
from lms.editorial.fields import TickedChoicesField, labels_of
from lms.editorial.models import Editorial, FactsChecked, ListedQuerySet
from lms.kept import keep


class Sector(models.TextChoices):
    """Where people work; modules say for whom they are, and the catalogue filters by it."""

    POLICE = "police", _("Police")
    COUNCIL = "council", _("Council")
    HEALTH = "health", _("Health")
    FIRE = "fire", _("Fire and rescue")
    HOUSING = "housing", _("Housing")
    EDUCATION = "education", _("Education")
    CHARITY = "charity", _("Charity")


class HelpedPeople(models.TextChoices):
    """Whom training helps to support."""

    ADULTS = "adults", _("Adults")
    CHILDREN = "children", _("Children")


class Exploitation(models.TextChoices):
    """Types of exploitation that training covers."""

    LABOUR = "labour", _("Labour")
    DOMESTIC = "domestic", _("Domestic servitude")
    SEXUAL = "sexual", _("Sexual")
    CRIMINAL = "criminal", _("Criminal")
    ORGANS = "organs", _("Organ removal")
    FINANCIAL = "financial", _("Financial")


class ModuleQuerySet(ListedQuerySet):
    """Reads of modules."""

    def listed(self):
        """Published modules in the catalogue's order, without what lists do not show."""
        return self.published().defer("outcomes", "rests_on", "content_note").order_by("tier", "title", "pk")

    def suggested(self):
        """What everyone may do before a lead assigns anything."""
        return self.listed().filter(is_suggested=True)


class Module(Editorial, FactsChecked, ClusterableModel):
    """A module; its lessons and their order are part of its draft."""

    class CompletionRule(models.TextChoices):
        ALL = "all", _("Every lesson")
        REQUIRED = "required", _("Every required lesson")

    title = models.CharField(_("title"), max_length=150)
    slug = models.SlugField(_("address"), max_length=80, unique=True)
    neutral_title = models.CharField(_("neutral title"), max_length=100, blank=True)
    summary = models.TextField(_("summary"))
    audience = models.CharField(_("audience"), max_length=150, default=_("Everyone"))
    sectors = TickedChoicesField(
        _("where people work"), options=Sector.choices, help_text=_("None ticked: it is for every place of work.")
    )
    tier = models.PositiveSmallIntegerField(_("tier"), choices=[(1, "1"), (2, "2"), (3, "3")], default=1)
    minutes = models.PositiveSmallIntegerField(_("minutes"), default=25)
    about = TickedChoicesField(_("about"), options=HelpedPeople.choices, help_text=_("Whom it helps to support."))
    exploitation = TickedChoicesField(
        _("kinds of exploitation"), options=Exploitation.choices, help_text=_("Those it helps to see or respond to.")
    )
    outcomes = StreamField(
        [("outcome", blocks.CharBlock(max_length=200))],
        blank=True,
        verbose_name=_("by the end you can"),
        help_text=_("Each begins with a verb: describe, name, act."),
    )
    content_note = models.TextField(
        _("content note"), blank=True, help_text=_("What may be hard to read, said beforehand.")
    )
    completion_rule = models.CharField(
        _("completed by"), max_length=10, choices=CompletionRule.choices, default=CompletionRule.ALL
    )
    validity_months = models.PositiveSmallIntegerField(
        _("certificate valid for (months)"), null=True, blank=True, help_text=_("Blank: it does not run out.")
    )
    is_suggested = models.BooleanField(
        _("suggested to everyone"),
        default=False,
        help_text=_("Shown in “My training” before anyone assigns it."),
    )
    is_sample = models.BooleanField(
        _("sample content"), default=False, help_text=_("Not for training until an expert signs it off.")
    )
    endorsed_by = models.CharField(_("endorsed by"), max_length=150, blank=True)
    endorsed_on = models.DateField(_("endorsed on"), null=True, blank=True)
    endorsement_expires_on = models.DateField(_("endorsement expires on"), null=True, blank=True)
    endorsement_evidence = models.URLField(_("evidence of the endorsement"), blank=True)

    objects = ModuleQuerySet.as_manager()

    panels = [
        FieldPanel("title"),
        FieldPanel("slug"),
        FieldPanel("neutral_title"),
        FieldPanel("summary"),
        MultiFieldPanel(
            [FieldPanel("audience"), FieldPanel("sectors"), FieldPanel("tier"), FieldPanel("minutes")],
            heading=_("For whom"),
        ),
        MultiFieldPanel([FieldPanel("about"), FieldPanel("exploitation")], heading=_("About what")),
        FieldPanel("outcomes"),
        FieldPanel("content_note"),
        InlinePanel("module_lessons", heading=_("Lessons"), label=_("Lesson"), min_num=0),
        InlinePanel("prerequisites", heading=_("To do first"), label=_("Module")),
        MultiFieldPanel(
            [FieldPanel("completion_rule"), FieldPanel("validity_months"), FieldPanel("is_suggested")],
            heading=_("Completion"),
        ),
        FactsChecked.facts_panel,
        MultiFieldPanel(
            [
                FieldPanel("endorsed_by"),
                FieldPanel("endorsed_on"),
                FieldPanel("endorsement_expires_on"),
                FieldPanel("endorsement_evidence"),
            ],
            heading=_("Endorsement"),
        ),
        FieldPanel("is_sample"),
    ]
    search_fields = [
        index.SearchField("title", boost=2),
        index.AutocompleteField("title"),
        index.SearchField("summary"),
        index.SearchField("audience"),
        index.FilterField("live"),
        index.FilterField("tier"),
    ]

    class Meta(Editorial.Meta):
        abstract = False
        verbose_name = _("module")
        verbose_name_plural = _("modules")
        ordering = ["tier", "title"]
        constraints = [
            models.CheckConstraint(
                condition=Q(endorsed_on=None)
                | Q(endorsement_expires_on=None)
                | Q(endorsement_expires_on__gt=F("endorsed_on")),
                name="courses_module_endorsement_dates",
            )
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("courses:module", args=[self.slug])

    @property
    def safe_title(self) -> str:
        """The title others may see on a shared screen."""
        return self.neutral_title or self.title

    @property
    def about_display(self) -> str:
        """Whom it helps to support, in words; "" when no editor said so."""
        return labels_of(self.about, HelpedPeople.choices)

    @property
    def exploitation_display(self) -> str:
        """The kinds of exploitation it covers, in words."""
        return labels_of(self.exploitation, Exploitation.choices)

    def endorsement_in_date(self, today: date | None = None) -> str:
        """Who endorses the module today; "" without a body, a day and evidence, or when it has run out."""
        today = today or timezone.localdate()
        if not (self.endorsed_by and self.endorsed_on and self.endorsement_evidence) or self.endorsed_on > today:
            return ""
        if self.endorsement_expires_on and self.endorsement_expires_on < today:
            return ""
        return self.endorsed_by

    @property
    def validity_display(self) -> str:
        """How long a certificate is valid: "2 years", "18 months", "" when it does not run out."""
        months = self.validity_months or 0
        if months and months % 12 == 0:
            return ngettext("%(number)d year", "%(number)d years", months // 12) % {"number": months // 12}
        return ngettext("%(number)d month", "%(number)d months", months) % {"number": months} if months else ""

    def clean(self) -> None:
        super().clean()
        if self.endorsed_by and not self.endorsed_on:
            raise ValidationError({"endorsed_on": _("Say on which day it was endorsed.")})
        if not self.endorsed_by and (self.endorsed_on or self.endorsement_expires_on or self.endorsement_evidence):
            raise ValidationError({"endorsed_by": _("Say who endorsed it, or leave all four blank.")})
        if self.endorsed_on and self.endorsement_expires_on and self.endorsement_expires_on <= self.endorsed_on:
            raise ValidationError({"endorsement_expires_on": _("This must be after the day it was endorsed.")})
        if self.endorsed_by and not self.endorsement_evidence:
            raise ValidationError({"endorsement_evidence": _("Say where the endorsement can be read.")})

    def outline(self, *, enrolment=None, rows=None, drafts: bool = False) -> Outline:
        """The lessons in order with one person's progress; only published ones unless `drafts`, for previews.

        `rows` are the progress of the enrolment, for whoever has read it.
        """
        published = self.published_lessons
        places = self.module_lessons.all() if drafts else keep(("courses.places", self.pk), lambda: list(published()))
        return outline_of(self, places, enrolment, rows=rows)

    def published_lessons(self):
        """The lessons learners see, in order, without their bodies."""
        return (
            self.module_lessons.filter(lesson__live=True)
            .select_related("lesson")
            .defer("lesson__body", "lesson__text_alternative", "lesson__rests_on")
            .order_by("sort_order", "pk")
        )

    def get_preview_template(self, request, mode_name):
        return "courses/module_preview.html"

    def get_preview_context(self, request, mode_name):
        return {
            **super().get_preview_context(request, mode_name),
            "module": self,
            "outline": self.outline(drafts=True),
            "is_sample": self.is_sample,
        }


class ModuleLesson(Orderable):
    """A lesson's place in a module."""

    module = ParentalKey(Module, on_delete=models.CASCADE, related_name="module_lessons")
    lesson = models.ForeignKey("courses.Lesson", on_delete=models.PROTECT, related_name="module_lessons")
    is_required = models.BooleanField(_("required"), default=True)

    panels = [FieldPanel("lesson"), FieldPanel("is_required")]

    class Meta(Orderable.Meta):
        constraints = [models.UniqueConstraint(fields=["module", "lesson"], name="courses_module_lesson_once")]

    def __str__(self) -> str:
        return f"{self.module}: {self.lesson}"


class ModulePrerequisite(Orderable):
    """A module to complete before another."""

    module = ParentalKey(Module, on_delete=models.CASCADE, related_name="prerequisites")
    required_module = models.ForeignKey(Module, on_delete=models.PROTECT, related_name="required_by")

    panels = [FieldPanel("required_module")]

    class Meta(Orderable.Meta):
        constraints = [
            models.UniqueConstraint(fields=["module", "required_module"], name="courses_prerequisite_once"),
            models.CheckConstraint(condition=~Q(module=F("required_module")), name="courses_prerequisite_not_itself"),
        ]

    def __str__(self) -> str:
        return f"{self.module} after {self.required_module}"
