"""Course: modules in an order worth taking them in."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import Orderable
from wagtail.search import index

from lms.editorial.models import Editorial, ListedQuerySet


class Course(Editorial, ClusterableModel):
    """A set of modules; which ones and their order are part of its draft."""

    title = models.CharField(_("title"), max_length=150)
    slug = models.SlugField(_("address"), max_length=80, unique=True)
    summary = models.TextField(_("summary"), blank=True)

    objects = ListedQuerySet.as_manager()

    panels = [
        FieldPanel("title"),
        FieldPanel("slug"),
        FieldPanel("summary"),
        InlinePanel("course_modules", heading=_("Modules"), label=_("Module")),
    ]
    search_fields = [
        index.SearchField("title", boost=2),
        index.AutocompleteField("title"),
        index.SearchField("summary"),
        index.FilterField("live"),
    ]

    class Meta(Editorial.Meta):
        abstract = False
        verbose_name = _("course")
        verbose_name_plural = _("courses")
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title

    def get_preview_template(self, request, mode_name):
        return "courses/course_preview.html"


class CourseModule(Orderable):
    """A module's place in a course."""

    course = ParentalKey(Course, on_delete=models.CASCADE, related_name="course_modules")
    module = models.ForeignKey("courses.Module", on_delete=models.PROTECT, related_name="course_modules")

    panels = [FieldPanel("module")]

    class Meta(Orderable.Meta):
        constraints = [models.UniqueConstraint(fields=["course", "module"], name="courses_course_module_once")]

    def __str__(self) -> str:
        return f"{self.course}: {self.module}"
