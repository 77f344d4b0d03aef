"""AnswerForm: the options of one question of a paper."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from assessments.domain.paper import PaperQuestion


class AnswerForm(forms.Form):
    """One question; `cleaned_data["answer"]` is the list of chosen option ids."""

    answer = forms.Field()
    use_required_attribute = False

    def __init__(self, *args: Any, question: PaperQuestion, chosen: list[str] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(option["id"], option["text"]) for option in question["options"]]
        unknown = _("That answer is not one of the options. Choose from those shown here.")
        if question["kind"] == "multiple":
            self.fields["answer"] = forms.MultipleChoiceField(
                choices=choices,
                widget=forms.CheckboxSelectMultiple,
                label=question["text"],
                help_text=_("Choose all that apply."),
                initial=chosen,
                error_messages={
                    "required": _("Choose one or more answers, or skip this question"),
                    "invalid_choice": unknown,
                },
            )
        else:
            self.fields["answer"] = forms.ChoiceField(
                choices=choices,
                widget=forms.RadioSelect,
                label=question["text"],
                initial=chosen[0] if chosen else None,
                error_messages={
                    "required": _("Choose one answer, or skip this question"),
                    "invalid_choice": unknown,
                },
            )

    def clean_answer(self) -> list[str]:
        """The chosen ids as a list, whatever the kind of question."""
        chosen = self.cleaned_data["answer"]
        return chosen if isinstance(chosen, list) else [chosen]
