"""Forms of the admin: confirming what was ticked, finishing a review, giving it to somebody else."""

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from lms.authorities.models import ReviewTask
from lms.editorial.models import people_who_edit

MONTHS_TO_NEXT = 182


def next_review() -> Any:
    """Half a year from today, which a form suggests."""
    return timezone.localdate() + timedelta(days=MONTHS_TO_NEXT)


def editors() -> Any:
    """The people who may look after content."""
    people = get_user_model()._default_manager
    return people.filter(pk__in=people.filter(people_who_edit()).values("pk"))


class ConfirmForm(forms.Form):
    """The next review of everything that was ticked."""

    review_on = forms.DateField(
        label=_("Next review"),
        widget=AdminDateInput,
        initial=next_review,
        error_messages={"required": _("Enter a day")},
    )
    note = forms.CharField(label=_("Note"), max_length=250, required=False)


class FinishForm(forms.Form):
    """What the review found."""

    outcome = forms.ChoiceField(
        label=_("What did you find?"),
        choices=[
            (ReviewTask.Outcome.UNCHANGED, _("Still right: nothing had to change")),
            (ReviewTask.Outcome.MENDED, _("Changed: the new text is published")),
            (ReviewTask.Outcome.TAKEN_DOWN, _("Taken down: visitors no longer see it")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what you found")},
    )
    note = forms.CharField(label=_("Note"), required=False, widget=forms.Textarea(attrs={"rows": 3}))


class GiveForm(forms.Form):
    """Who does the review, and by when."""

    to = forms.ModelChoiceField(
        label=_("Who reviews it"), queryset=None, empty_label=_("Choose an editor"), blank=False
    )
    due_on = forms.DateField(label=_("Due"), widget=AdminDateInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = editors()
