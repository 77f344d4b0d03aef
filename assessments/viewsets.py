"""Admin views of questions and quizzes: lists, choosers, and forms that hold publishing to its rules."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import ObjectList
from wagtail.admin.ui.tables import Column, LiveStatusTagColumn
from wagtail.snippets.views.chooser import SnippetChooserViewSet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from assessments.editing_forms import QuestionForm, QuizForm
from assessments.models import Question, Quiz
from lms.editorial.viewsets import EditorialViewSet


class QuestionChooserViewSet(SnippetChooserViewSet):
    """Chooses a question for a quiz."""

    per_page = 20


class QuizChooserViewSet(SnippetChooserViewSet):
    """Chooses a quiz."""

    per_page = 20


class QuestionViewSet(EditorialViewSet):
    """Questions with their options."""

    model = Question
    icon = "help"
    menu_label = _("Questions")
    chooser_viewset_class = QuestionChooserViewSet
    list_display = ["__str__", "get_kind_display", "facts_checked_on", LiveStatusTagColumn()]
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
        LiveStatusTagColumn(),
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
