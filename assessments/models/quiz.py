"""Quiz: the questions of one lesson, and the rules of attempting it."""

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable
from wagtail.search import index

from courses.models import Lesson
from lms.editorial.models import Editorial, ListedQuerySet


class Quiz(Editorial, ClusterableModel):
    """The quiz of a lesson; its questions and their order are part of its draft."""

    class Purpose(models.TextChoices):
        GRADED = "graded", _("Graded")
        PRACTICE = "practice", _("Practice")

    title = models.CharField(_("title"), max_length=150)
    lesson = models.OneToOneField("courses.Lesson", on_delete=models.PROTECT, related_name="quiz")
    purpose = models.CharField(_("purpose"), max_length=10, choices=Purpose.choices, default=Purpose.GRADED)
    pass_mark = models.PositiveSmallIntegerField(
        _("right answers needed"), default=8, validators=[MinValueValidator(1)]
    )
    attempts_allowed = models.PositiveSmallIntegerField(
        _("attempts"), null=True, blank=True, default=3, help_text=_("Blank: as many as people like.")
    )
    shuffle_questions = models.BooleanField(_("shuffle the questions"), default=False)
    shuffle_options = models.BooleanField(_("shuffle the options"), default=True)

    objects = ListedQuerySet.as_manager()

    panels = [
        FieldPanel("title"),
        FieldPanel("lesson"),
        FieldPanel("purpose"),
        MultiFieldPanel(
            [
                FieldPanel("pass_mark"),
                FieldPanel("attempts_allowed"),
                FieldPanel("shuffle_questions"),
                FieldPanel("shuffle_options"),
            ],
            heading=_("Rules"),
        ),
        InlinePanel("quiz_questions", heading=_("Questions"), label=_("Question"), min_num=1),
    ]
    search_fields = [
        index.SearchField("title"),
        index.AutocompleteField("title"),
        index.FilterField("live"),
    ]

    class Meta(Editorial.Meta):
        abstract = False
        verbose_name = _("quiz")
        verbose_name_plural = _("quizzes")
        ordering = ["title"]
        constraints = [
            models.CheckConstraint(condition=Q(pass_mark__gte=1), name="assessments_quiz_pass_mark"),
            models.CheckConstraint(
                condition=Q(attempts_allowed=None) | Q(attempts_allowed__gte=1),
                name="assessments_quiz_attempts",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        super().clean()
        if self.lesson_id and self.lesson.kind != Lesson.Kind.QUIZ:
            message = _("Choose a lesson of the kind “Quiz”. “%(title)s” is of another kind.")
            raise ValidationError({"lesson": ValidationError(message, params={"title": self.lesson.title})})

    @property
    def is_practice(self) -> bool:
        return self.purpose == self.Purpose.PRACTICE

    def get_preview_template(self, request, mode_name):
        return "assessments/quiz_preview.html"


class QuizQuestion(Orderable):
    """A question's place in a quiz."""

    quiz = ParentalKey(Quiz, on_delete=models.CASCADE, related_name="quiz_questions")
    question = models.ForeignKey("assessments.Question", on_delete=models.PROTECT, related_name="quiz_questions")

    panels = [FieldPanel("question")]

    class Meta(Orderable.Meta):
        constraints = [models.UniqueConstraint(fields=["quiz", "question"], name="assessments_quiz_question_once")]

    def __str__(self) -> str:
        return f"{self.quiz}: {self.question}"
