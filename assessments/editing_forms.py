"""Forms of the editors: what a question and a quiz need before they can be published."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.snippets.widgets import AdminSnippetChooser

from assessments.models import Question
from courses.models import Lesson

QUIZ_LESSONS = "assessments_lessons"  # the chooser's URL namespace


class CompleteToPublishForm(WagtailAdminModelForm):
    """A form whose drafts may be unfinished: `check_complete` runs for publishing and moderation only."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.is_deferred_validation:
            for error in self.check_complete(cleaned):
                self.add_error(None, error)
        return cleaned

    def check_complete(self, cleaned: dict[str, Any]) -> list[str]:
        """What is missing, in words for the editor."""
        raise NotImplementedError

    def rows(self, formset_name: str) -> list[dict[str, Any]]:
        """The rows of a child formset that stay, as far as they are valid."""
        formset = self.formsets[formset_name]
        formset.is_valid()
        rows = [getattr(form, "cleaned_data", {}) for form in formset.forms]
        return [row for row in rows if row and not row.get("DELETE")]


class QuestionForm(CompleteToPublishForm):
    """A question can be published when it can be marked."""

    def check_complete(self, cleaned: dict[str, Any]) -> list[str]:
        options = [row for row in self.rows("options") if row.get("text", "").strip()]
        right = sum(bool(row.get("is_correct")) for row in options)
        errors = []
        if len(options) < 2:
            errors.append(_("Give at least two options."))
        if cleaned.get("kind") == Question.Kind.SINGLE and right != 1:
            errors.append(_("A question with one answer needs exactly one right option. This one has %d.") % right)
        if cleaned.get("kind") == Question.Kind.MULTIPLE:
            if right == 0:
                errors.append(_("A question with several answers needs at least one right option."))
            elif right == len(options):
                errors.append(_("A question with several answers needs at least one option that is not right."))
        seen: set[str] = set()
        for row in options:
            text = " ".join(row["text"].casefold().split())
            if text in seen:
                errors.append(_("Two options say the same: “%s”.") % row["text"])
            seen.add(text)
        return errors


class QuizLessonWidget(AdminSnippetChooser):
    """Opens the chooser of lessons that have no quiz; the quiz's own lesson is among them."""

    quiz: int | None = None

    def get_chooser_modal_url(self) -> str:
        address = reverse(f"{QUIZ_LESSONS}:choose")
        return f"{address}?quiz={self.quiz}" if self.quiz else address


class QuizForm(CompleteToPublishForm):
    """A quiz can be published when its questions are published and enough of them can be right."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        widget = QuizLessonWidget(model=Lesson)
        widget.quiz = self.instance.pk
        self.fields["lesson"].widget = widget
        self.fields["lesson"].error_messages["unique"] = _(
            "This lesson has a quiz already. Choose a lesson that has none."
        )

    def check_complete(self, cleaned: dict[str, Any]) -> list[str]:
        questions = [row["question"] for row in self.rows("quiz_questions") if row.get("question")]
        pass_mark = cleaned.get("pass_mark") or 0
        errors = []
        if pass_mark > len(questions):
            errors.append(
                ngettext(
                    "%(needed)d right answers are needed, but there is %(count)d question.",
                    "%(needed)d right answers are needed, but there are %(count)d questions.",
                    len(questions),
                )
                % {"needed": pass_mark, "count": len(questions)}
            )
        if len({question.pk for question in questions}) < len(questions):
            errors.append(_("A question is in this quiz twice."))
        for question in questions:
            if not question.live:
                errors.append(_("Publish this question first: “%s”.") % question)
            elif not question.is_answerable:
                errors.append(_("This question cannot be marked yet: “%s”.") % question)
        return errors
