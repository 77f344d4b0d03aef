"""The form of a checklist item's answer: its level, and if wanted its evidence, owner and review day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lms.design_system import wording
from lms.design_system.templatetags.fields import form_errors
from toolkit_pages.domain.checklists import Answer, Answers, PublishedTheme, key_of, mark_of
from toolkit_pages.models.checklist import MATURITY, ChecklistItem, Level

NOTES = ("evidence", "owner", "review_by")
DAY_FORMATS = ["%d %B %Y", "%d %b %Y", "%d/%m/%Y", "%d %m %Y", "%d.%m.%Y", "%Y-%m-%d"]


class DayInWords(forms.DateField):
    """A day typed in one line, in words or in figures, and shown in words."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(input_formats=DAY_FORMATS, widget=forms.TextInput, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return wording.day(value) if isinstance(value, date) else value


class AnswerForm(forms.Form):
    """One item's answer; empty means not answered."""

    level = forms.TypedChoiceField(
        label=_("How far are you?"),
        choices=[(int(level), level.label) for level in [*MATURITY, Level.NOT_APPLICABLE]],
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
    evidence = forms.CharField(label=_("Evidence"), max_length=500, required=False)
    owner = forms.CharField(label=_("Owner"), max_length=150, required=False)
    review_by = DayInWords(
        label=_("Review by"),
        required=False,
        help_text=_("Like 14 April 2027"),
        error_messages={"invalid": _("Write the review day like this: 14 April 2027")},
    )

    use_required_attribute = False

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        if found.get("level") is None and "level" not in self.errors and (error := self.level_missing(found)):
            self.add_error("level", error)
        return found

    def level_missing(self, found: dict[str, Any]) -> str | Promise:
        """What to say where no level is chosen; "" where that is no error."""
        noted = any(found.get(name) for name in NOTES)
        return _("Choose how far you are, or empty evidence, owner and review day") if noted else ""

    def answer(self) -> Answer | None:
        """What was answered, as it is kept; None where nothing was."""
        found = self.cleaned_data
        if found["level"] is None:
            return None
        day = found["review_by"]
        return Answer(
            level=found["level"],
            evidence=found["evidence"],
            owner=found["owner"],
            review_by=day.isoformat() if day else "",
        )


@dataclass(frozen=True)
class Question:
    """An item as it is asked on a page: its words, what each level looks like, and the form of its answer.

    `guidance` is rich text as editors keep it; components/checklist_item.html draws all of it. `seen` is the mark of
    the answer that the page showed at first.
    """

    number: int
    title: str
    hint: str
    guidance: str
    looks: list[tuple[int, str, str]]
    form: AnswerForm
    seen: str = ""

    @property
    def notes(self) -> list[BoundField]:
        """Evidence, owner and review day."""
        return [self.form[name] for name in NOTES]

    @property
    def is_noted(self) -> bool:
        """Whether any of them says something, or is wrong."""
        return any(field.value() or field.errors for field in self.notes)

    @property
    def errors(self) -> list[tuple[str, str]]:
        """What is wrong, with the item's number, and the id of the input to go to."""
        if not self.form.is_bound:
            return []
        words = _("Item %(number)s: %(error)s")
        return [
            (str(words % {"number": self.number, "error": error}), target) for error, target in form_errors(self.form)
        ]


def question(item: ChecklistItem, *, number: int, form: AnswerForm, seen: str = "") -> Question:
    """A published item as it is asked."""
    looks = [(level.value, str(level.label), item.looks(level)) for level in MATURITY if item.looks(level)]
    return Question(number, item.title, item.hint, item.guidance, looks, form, seen)


def initial_of(answer: Answer | None) -> dict[str, Any]:
    """A kept answer as a form's initial values."""
    if answer is None:
        return {}
    day = answer["review_by"]
    return {**answer, "review_by": date.fromisoformat(day) if day else None}


def theme_questions(theme: PublishedTheme, *, answers: Answers, data: Any = None) -> list[Question]:
    """Every item of a theme as it is asked; bound to what was sent, if anything was."""
    asked = []
    for number, item in enumerate(theme.items, start=1):
        answer = answers.get(key_of(item))
        form = AnswerForm(data, prefix=f"item-{item.pk}", initial=initial_of(answer))
        seen = mark_of(answer) if data is None else data.get(seen_name(item), "")
        asked.append(question(item, number=number, form=form, seen=seen))
    return asked


def seen_name(item: ChecklistItem) -> str:
    """The name of the hidden input that holds the mark of the answer shown."""
    return f"item-{item.pk}-seen"


def changed_keys(theme: PublishedTheme, given: Answers, *, sent: Mapping[str, str]) -> list[str]:
    """The keys of the items whose answer is another than the page showed.

    What a second tab or another device saved meanwhile stays wherever this page changed nothing.
    """
    shown = {key_of(item): sent.get(seen_name(item)) for item in theme.items}
    return [key for key, mark in shown.items() if mark != mark_of(given.get(key))]


def given_answers(theme: PublishedTheme, questions: Iterable[Question]) -> Answers | None:
    """What was answered in a theme, by key; None where something is wrong."""
    forms_sent = [question.form for question in questions]
    if sum(form.is_valid() for form in forms_sent) < len(forms_sent):  # every form says what is wrong in it
        return None
    answers = zip(theme.keys, [form.answer() for form in forms_sent], strict=True)
    return {key: answer for key, answer in answers if answer is not None}
