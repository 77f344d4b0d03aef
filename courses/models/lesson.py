"""Lesson: one step of a module, which may serve several modules."""

from functools import lru_cache

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index

from courses.blocks import LESSON_BLOCKS
from lms.editorial.models import Editorial, FactsChecked, ListedQuerySet

RESERVED_SLUGS = {"start", "again"}  # a module's own addresses lie beside its lessons'


@lru_cache(maxsize=2000)
def lesson_url(module_slug: str, lesson_slug: str) -> str:
    """The address of a lesson as a step of a module: asked for by every row of every list of lessons."""
    return reverse("courses:lesson", args=[module_slug, lesson_slug])


class Lesson(Editorial, FactsChecked):
    """One step: something to read, a SCORM package to play, or a quiz to pass."""

    class Kind(models.TextChoices):
        CONTENT = "content", _("Content")
        SCORM = "scorm", _("SCORM package")
        QUIZ = "quiz", _("Quiz")

    title = models.CharField(_("title"), max_length=150)
    slug = models.SlugField(_("address"), max_length=80, unique=True)
    neutral_title = models.CharField(
        _("neutral title"),
        max_length=100,
        blank=True,
        help_text=_("Shown in the browser's title instead of the title."),
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices, default=Kind.CONTENT)
    minutes = models.PositiveSmallIntegerField(_("minutes"), default=3)
    lead = models.TextField(_("first paragraph"), blank=True)
    body = StreamField(LESSON_BLOCKS, blank=True, verbose_name=_("body"))
    scorm_package = models.ForeignKey(
        "courses.ScormPackage", null=True, blank=True, on_delete=models.PROTECT, related_name="lessons"
    )
    text_alternative = RichTextField(
        _("text alternative"),
        blank=True,
        features=["h2", "h3", "bold", "ol", "ul", "link"],
        help_text=_("The same as the package, to read instead of playing it."),
    )
    is_sample = models.BooleanField(
        _("sample content"), default=False, help_text=_("Not for training until an expert signs it off.")
    )

    objects = ListedQuerySet.as_manager()

    panels = [
        FieldPanel("title"),
        FieldPanel("slug"),
        FieldPanel("neutral_title"),
        FieldPanel("kind"),
        FieldPanel("minutes"),
        FieldPanel("lead"),
        FieldPanel("body"),
        MultiFieldPanel([FieldPanel("scorm_package"), FieldPanel("text_alternative")], heading=_("SCORM package")),
        FactsChecked.facts_panel,
        FieldPanel("is_sample"),
    ]
    search_fields = [
        index.SearchField("title", boost=2),
        index.AutocompleteField("title"),
        index.SearchField("lead"),
        index.SearchField("body"),
        index.FilterField("live"),
        index.FilterField("kind"),
        index.FilterField("id"),
    ]

    class Meta(Editorial.Meta):
        abstract = False
        verbose_name = _("lesson")
        verbose_name_plural = _("lessons")
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title

    @property
    def safe_title(self) -> str:
        """The title others may see on a shared screen."""
        return self.neutral_title or self.title

    @property
    def is_completed_by_reading(self) -> bool:
        """Whether "I have read this" completes it: content does, and a package that can be read as text instead."""
        return self.kind == self.Kind.CONTENT or (self.kind == self.Kind.SCORM and bool(self.text_alternative))

    def url_in(self, module) -> str:
        """Where this lesson is read as a step of that module."""
        return lesson_url(module.slug, self.slug)

    def clean(self) -> None:
        super().clean()
        errors = {}
        if self.kind == self.Kind.SCORM and self.scorm_package_id is None:
            errors["scorm_package"] = _("Choose the package this lesson plays, or change its kind.")
        if self.kind != self.Kind.SCORM and self.scorm_package_id is not None:
            errors["scorm_package"] = _("Only a lesson of the kind “SCORM package” plays one. Take it out.")
        if self.slug in RESERVED_SLUGS:
            errors["slug"] = _("This address is used by the site itself. Choose another.")
        if errors:
            raise ValidationError(errors)

    def get_preview_template(self, request, mode_name):
        return "courses/lesson_preview.html"

    def get_preview_context(self, request, mode_name):
        """The lesson's page, as a step of the first module that has it."""
        from_module = self.module_lessons.select_related("module").order_by("pk").first() if self.pk else None
        module = from_module.module if from_module else None
        outline = module.outline(drafts=True) if module else None
        return {
            **super().get_preview_context(request, mode_name),
            "lesson": self,
            "module": module,
            "outline": outline,
            "step": outline.step_of(self) if outline else None,
            "is_sample": self.is_sample,
        }
