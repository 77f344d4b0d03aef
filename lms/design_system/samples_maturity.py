"""Plainly fictional answers to a checklist for the gallery: themes, gaps and items."""

from types import SimpleNamespace
from typing import Any

from django import forms
from django.utils.translation import gettext as _

LEVELS = {-1: "Not applicable", 0: "Not started", 1: "Started", 2: "Mostly in place", 3: "Embedded"}


def theme(title: str, levels: list[int | None], move: str = "") -> SimpleNamespace:
    """A theme with items at these levels, strongest first."""
    counts = [(level, levels.count(level)) for level in (3, 2, 1, 0, -1)]
    return SimpleNamespace(
        title=title,
        url="#theme",
        levels=levels,
        counts=counts,
        words=", ".join(f"{number} {LEVELS[level].lower()}" for level, number in counts if number),
        move=SimpleNamespace(in_words=move) if move else None,
    )


def themes() -> dict[str, Any]:
    return {
        "themes": [
            theme("Leadership and governance", [3, 3, 3, 3, 2, 2], "+2 levels"),
            theme("Children and transition to adulthood", [1, 1, 1, 0, 0], "no change"),
            theme("Prevention, disruption and supply chains", [2, 1, 1, 0, -1, None]),
        ]
    }


def gaps() -> dict[str, Any]:
    helps = [
        SimpleNamespace(kind=_("Page"), title="The year before 18", url="#page"),
        SimpleNamespace(kind=_("Document"), title="Transition protocol", url="#document"),
        SimpleNamespace(kind=_("Training"), title="T2 Responding safely", url="#module"),
    ]
    first = SimpleNamespace(
        theme_title="Children and transition to adulthood",
        title="There is a planned hand-over before a child’s 18th birthday",
        level=0,
        level_label=_("Not started"),
    )
    second = SimpleNamespace(
        theme_title="Workforce training", title="Everyone has done tier 1", level=1, level_label=_("Started")
    )
    return {"gaps": [(first, helps), (second, [])]}


class SampleAnswer(forms.Form):
    """A level with its notes."""

    level = forms.ChoiceField(
        label=_("How far are you?"),
        choices=[(level, LEVELS[level]) for level in (0, 1, 2, 3, -1)],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how far you are")},
    )
    evidence = forms.CharField(label=_("Evidence"), required=False)
    owner = forms.CharField(label=_("Owner"), required=False)
    review_by = forms.DateField(
        label=_("Review by"),
        required=False,
        help_text=_("Like 14 April 2027"),
        error_messages={"invalid": _("Write the review day like this: 14 April 2027")},
    )

    use_required_attribute = False


def question(number: int, form: SampleAnswer, *, noted: bool) -> SimpleNamespace:
    return SimpleNamespace(
        number=number,
        title="Staff know how to share urgently, out of hours",
        hint=_("A named route that answers at night and at weekends."),
        guidance="<p>Ring the number yourself once a year.</p>",
        looks=[(level, LEVELS[level], _("What people would see.")) for level in range(4)],
        form=form,
        notes=[form["evidence"], form["owner"], form["review_by"]],
        is_noted=noted,
    )


def items() -> dict[str, Any]:
    filled = {
        "level": 3,
        "evidence": "Agreement, signed by 9 of 9",
        "owner": "A named lead",
        "review_by": "14 April 2027",
    }
    wrong = {"wrong-review_by": "soon"}
    return {
        "questions": [
            (_("Not answered"), question(1, SampleAnswer(prefix="open"), noted=False)),
            (_("Answered, with notes"), question(2, SampleAnswer(prefix="done", initial=filled), noted=True)),
            (_("With errors"), question(3, SampleAnswer(wrong, prefix="wrong"), noted=True)),
        ]
    }
