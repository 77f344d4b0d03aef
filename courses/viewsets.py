"""Admin views of courses, modules and lessons: lists, filters, choosers and forms."""

from typing import Any

import django_filters
from django import forms
from django.db.models import Count
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import ObjectList
from wagtail.admin.ui.tables import Column, LiveStatusTagColumn
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from courses.editing_forms import CourseForm, LessonForm, ModuleForm
from courses.models import Course, Lesson, Module, Sector
from courses.views.packages import ScormPackageViewSet
from lms.design_system.wording import day
from lms.editorial.filters import FactsFilterSet
from lms.editorial.viewsets import EditorialChooser, EditorialViewSet


def day_column(name: str, label: Any) -> Column:
    """A column of calendar days in words, sortable."""

    def in_words(row: Any) -> str:
        value = getattr(row, name)
        return day(value) if value else ""

    return Column(name, label=label, accessor=in_words, sort_key=name)


CHECKED = day_column("facts_checked_on", _("Facts checked"))
REVIEW = day_column("review_on", _("Review due"))
MINUTES = Column("minutes", label=_("Minutes"), sort_key="minutes")
KIND = Column("kind", label=_("Kind"), accessor="get_kind_display", sort_key="kind")


class ModuleFilterSet(FactsFilterSet):
    """Modules also by tier and place of work."""

    sectors = django_filters.ChoiceFilter(
        choices=Sector.choices, label=_("Where people work"), method="filter_ticked", widget=forms.RadioSelect
    )

    class Meta:
        model = Module
        fields = ["tier", "live", "sectors", "nations", "is_sample", "facts_checked_on", "review_on"]


class LessonFilterSet(FactsFilterSet):
    """Lessons also by kind and module."""

    kind = django_filters.MultipleChoiceFilter(
        choices=Lesson.Kind.choices, label=_("Kind"), widget=forms.CheckboxSelectMultiple
    )
    module = django_filters.ModelChoiceFilter(
        queryset=Module.objects.order_by("title"), field_name="module_lessons__module", label=_("Module")
    )

    class Meta:
        model = Lesson
        fields = ["kind", "module", "live", "nations", "is_sample", "facts_checked_on", "review_on"]


class ModuleChooser(EditorialChooser):
    """The chooser of modules, for courses and prerequisites."""

    more_columns = [Column("tier", label=_("Tier")), Column("minutes", label=_("Minutes"))]


class LessonChooser(EditorialChooser):
    """The chooser of lessons, for a module's list."""

    more_columns = [
        Column("kind", label=_("Kind"), accessor="get_kind_display"),
        Column("minutes", label=_("Minutes")),
    ]


class CourseViewSet(EditorialViewSet):
    """Courses with their modules in order."""

    model = Course
    icon = "folder-open-inverse"
    menu_label = _("Courses")
    list_display = ["title", Column("module_count", label=_("Modules")), LiveStatusTagColumn()]
    list_filter = ["live"]
    edit_handler = ObjectList(Course.panels, base_form_class=CourseForm)

    def get_queryset(self, request):
        return Course.objects.annotate(module_count=Count("course_modules"))


class ModuleViewSet(EditorialViewSet):
    """Modules with their lessons in order."""

    model = Module
    icon = "folder-inverse"
    menu_label = _("Modules")
    chooser_viewset_class = ModuleChooser
    list_display = [
        "title",
        Column("tier", label=_("Tier"), sort_key="tier"),
        MINUTES,
        Column("lesson_count", label=_("Lessons")),
        LiveStatusTagColumn(),
        CHECKED,
        REVIEW,
    ]
    filterset_class = ModuleFilterSet
    edit_handler = ObjectList(Module.panels, base_form_class=ModuleForm)

    def get_queryset(self, request):
        return Module.objects.annotate(lesson_count=Count("module_lessons"))


class LessonViewSet(EditorialViewSet):
    """Lessons of every kind."""

    model = Lesson
    icon = "doc-full"
    menu_label = _("Lessons")
    chooser_viewset_class = LessonChooser
    list_display = ["title", KIND, MINUTES, LiveStatusTagColumn(), CHECKED, REVIEW]
    filterset_class = LessonFilterSet
    edit_handler = ObjectList(Lesson.panels, base_form_class=LessonForm)

    def get_queryset(self, request):
        return Lesson.objects.defer("body", "text_alternative", "rests_on")


class TrainingViewSetGroup(SnippetViewSetGroup):
    """The menu's entry."""

    menu_label = _("Training")
    menu_icon = "glasses"
    menu_order = 300
    items = (CourseViewSet, ModuleViewSet, LessonViewSet, ScormPackageViewSet)
