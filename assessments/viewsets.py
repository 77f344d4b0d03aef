"""Admin views of questions and quizzes: lists, choosers, and forms that hold publishing to its rules."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from assessments.domain.lessons import lessons_without_quiz
from assessments.editing_forms import QuestionForm, QuizForm
from assessments.models import Question, Quiz
from courses.models import Lesson
from lms.editorial.viewsets import (
    EditorialChooser,
    EditorialChooseResultsView,
    EditorialChooseView,
    EditorialViewSet,
)


def publication(content: Question | Quiz) -> str:
    """In one phrase what visitors see. Wagtail's own status column asks the database twice for every row."""
    if not content.live:
        return gettext("Draft")
    return gettext("Published, with draft changes") if content.has_unpublished_changes else gettext("Published")


KIND = Column("kind", label=_("Kind"), accessor="get_kind_display", sort_key="kind")
STATUS = Column("publication", label=_("Status"), accessor=publication, sort_key="live")


class QuestionChooserViewSet(EditorialChooser):
    """Chooses a question for a quiz."""

    more_columns = [Column("kind", label=_("Kind"), accessor="get_kind_display")]


class QuizChooserViewSet(EditorialChooser):
    """Chooses a quiz."""


class QuizLessons:
    """What both views of the chooser of a quiz's lesson share: `?quiz=` names the quiz whose own lesson stays."""

    results_template_name = "assessments/choosers/quiz_lessons.html"
    page_subtitle = ""  # the title says it all

    def get_object_list(self):
        quiz = self.request.GET.get("quiz", "")  # type: ignore[attr-defined]
        return lessons_without_quiz(besides=int(quiz) if quiz.isdecimal() and len(quiz) < 19 else None)


class ChooseQuizLesson(QuizLessons, EditorialChooseView):
    """The chooser as it opens."""


class ChooseQuizLessonResults(QuizLessons, EditorialChooseResultsView):
    """What a search in it finds."""


class QuizLessonChooserViewSet(EditorialChooser):
    """Chooses the lesson of a quiz; every other form chooses lessons as courses/viewsets.py says."""

    model = Lesson
    icon = "doc-full"
    page_title = _("Choose a quiz lesson")
    register_widget = False
    preserve_url_parameters = ["multiple", "quiz"]
    choose_view_class = ChooseQuizLesson
    choose_results_view_class = ChooseQuizLessonResults
    more_columns = [Column("minutes", label=_("Minutes"))]


class QuestionViewSet(EditorialViewSet):
    """Questions with their options."""

    model = Question
    icon = "help"
    menu_label = _("Questions")
    chooser_viewset_class = QuestionChooserViewSet
    list_display = ["__str__", KIND, "facts_checked_on", STATUS]
    list_filter = ["kind", "live", "review_lesson"]
    edit_handler = ObjectList(Question.panels, base_form_class=QuestionForm)


class QuizViewSet(EditorialViewSet):
    """Quizzes with their questions in order."""

    model = Quiz
    icon = "list-ol"
    menu_label = _("Quizzes")
    chooser_viewset_class = QuizChooserViewSet
    list_display = [
        "title",
        Column("lesson", label=_("Lesson"), accessor="lesson"),
        "pass_mark",
        "attempts_allowed",
        STATUS,
    ]
    list_filter = ["purpose", "live"]
    edit_handler = ObjectList(Quiz.panels, base_form_class=QuizForm)

    def get_queryset(self, request):
        return Quiz.objects.select_related("lesson")


class AssessmentsViewSetGroup(SnippetViewSetGroup):
    """The menu's entry."""

    menu_label = _("Assessments")
    menu_icon = "tick-inverse"
    menu_order = 310
    items = (QuestionViewSet, QuizViewSet)
