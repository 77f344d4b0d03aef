"""Question: what is asked, the options, and feedback on each."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable
from wagtail.search import index

from lms.editorial.models import Editorial, FactsChecked, ListedQuerySet


class Question(Editorial, FactsChecked, ClusterableModel):
    """A question with its options; both are one draft."""

    class Kind(models.TextChoices):
        SINGLE = "single", _("One answer")
        MULTIPLE = "multiple", _("Several answers")

    text = models.TextField(_("question"))
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices, default=Kind.SINGLE)
    feedback = models.TextField(
        _("feedback"), blank=True, help_text=_("Shown after handing in. It must not give the answer away.")
    )
    review_lesson = models.ForeignKey(
        "courses.Lesson",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("lesson to read again"),
    )
    review_hint = models.CharField(_("part of that lesson"), max_length=120, blank=True)

    objects = ListedQuerySet.as_manager()

    panels = [
        FieldPanel("text"),
        FieldPanel("kind"),
        InlinePanel("options", heading=_("Options"), label=_("Option"), min_num=2, max_num=12),
        FieldPanel("feedback"),
        MultiFieldPanel([FieldPanel("review_lesson"), FieldPanel("review_hint")], heading=_("Where to read about it")),
        FactsChecked.facts_panel,
    ]
    search_fields = [
        index.SearchField("text"),
        index.AutocompleteField("text"),
        index.FilterField("live"),
        index.FilterField("kind"),
    ]

    class Meta(Editorial.Meta):
        abstract = False
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.text if len(self.text) <= 90 else f"{self.text[:89]}…"

    @property
    def is_answerable(self) -> bool:
        """Whether it can be asked and marked: one right option for one answer, at least one for several."""
        right = sum(option.is_correct for option in self.options.all())
        return right == 1 if self.kind == self.Kind.SINGLE else right >= 1

    def get_preview_template(self, request, mode_name):
        return "assessments/question_preview.html"


class AnswerOption(Orderable):
    """One option of a question."""

    question = ParentalKey(Question, on_delete=models.CASCADE, related_name="options")
    text = models.CharField(_("option"), max_length=400)
    is_correct = models.BooleanField(_("right"), default=False)
    feedback = models.TextField(
        _("feedback"), blank=True, help_text=_("Shown to those who chose it, without naming the right one.")
    )

    panels = [FieldPanel("text"), FieldPanel("is_correct"), FieldPanel("feedback")]

    def __str__(self) -> str:
        return self.text
