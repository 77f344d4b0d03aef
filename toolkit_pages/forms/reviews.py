"""Forms of a review: opening it, its settings, asking people, settling an item, opening it again."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.validators import validate_email
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from lms.design_system.days import DayField
from lms.people.models import User
from toolkit_pages.domain.review_access import organisations_coordinated_by, partnerships_led_by
from toolkit_pages.forms.checklist import AnswerForm
from toolkit_pages.models import ChecklistReview, ChecklistTheme

MOST_ADDRESSES = 50  # more would keep whoever asks waiting
MOST_RADIOS = 12


class SettingsForm(forms.Form):
    """The name of a review, who sees each agency's answers, and by when they are wanted."""

    title = forms.CharField(
        label=_("Name"),
        max_length=120,
        help_text=_("For example, Autumn review 2026."),
        error_messages={"required": _("Enter a name, for example Autumn review 2026")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    sharing = forms.ChoiceField(
        label=_("Who sees what each agency answered?"),
        choices=ChecklistReview.Sharing.choices,
        initial=ChecklistReview.Sharing.COORDINATORS,
        widget=forms.RadioSelect,
        help_text=_(
            "The settled result is for everybody who is asked and for the members’ coordinators. Once an agency has "
            "answered, no more people can be let in."
        ),
    )
    due_on = DayField(
        label=_("Answers wanted by (optional)"),
        required=False,
        help_text=_(
            "People who have not finished are reminded a week before, on the day and once after it. Answers are still "
            "taken after this day, until you stop them."
        ),
    )


class OpenReviewForm(SettingsForm):
    """Of which partnership or organisation, and whether it begins with one's own answers."""

    body = forms.ChoiceField(
        label=_("Of what?"),
        error_messages={"required": _("Choose what is reviewed"), "invalid_choice": _("Choose what is reviewed")},
        widget=forms.RadioSelect,
    )
    start_from_own = forms.BooleanField(
        label=_("Begin with the answers in my account"),
        required=False,
        help_text=_("They become the first answers of your agency. You can change them."),
    )
    field_order = ["body", "title", "sharing", "due_on", "start_from_own"]

    def __init__(self, *args: Any, coordinator: User, has_own: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.bodies: dict[str, dict[str, Any]] = {}
        choices = []
        for partnership in partnerships_led_by(coordinator).order_by("name"):
            self.bodies[f"p{partnership.pk}"] = {"partnership": partnership}
            choices.append((f"p{partnership.pk}", partnership.name))
        for organisation in organisations_coordinated_by(coordinator):
            self.bodies[f"o{organisation.pk}"] = {"organisation": organisation}
            choices.append((f"o{organisation.pk}", organisation.tree_name))
        if len(choices) > MOST_RADIOS:
            self.fields["body"].widget = forms.Select()
        self.fields["body"].choices = choices
        self.fields["body"].initial = choices[0][0] if choices else None
        if not has_own:
            del self.fields["start_from_own"]

    def clean_due_on(self):
        day = self.cleaned_data["due_on"]
        if day and day < timezone.localdate():
            raise forms.ValidationError(_now("This day is past. Enter today or a later day"))
        return day

    def opening(self) -> dict[str, Any]:
        """The arguments of open_review."""
        found = dict(self.cleaned_data)
        return {**self.bodies[found.pop("body")], **found}


class AskForm(forms.Form):
    """Addresses of people to ask, one on each line, and the themes they answer."""

    addresses = forms.CharField(
        label=_("E-mail addresses"),
        help_text=_("One on each line. People of member agencies who have an account here."),
        widget=forms.Textarea(attrs={"rows": 4, "spellcheck": "false"}),
        error_messages={"required": _("Enter at least one e-mail address")},
    )
    themes = forms.ModelMultipleChoiceField(
        label=_("Themes they answer"),
        queryset=ChecklistTheme.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one theme")},
    )

    def __init__(self, *args: Any, themes: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["themes"].queryset = themes
        self.fields["themes"].initial = [theme.pk for theme in themes]

    def clean_addresses(self) -> list[tuple[int, str]]:
        lines = [(number, line.strip()) for number, line in enumerate(self.cleaned_data["addresses"].splitlines(), 1)]
        found = [(number, line.strip(",;<> ")) for number, line in lines if line.strip(",;<> ")]
        if len(found) > MOST_ADDRESSES:
            raise forms.ValidationError(_now("Enter at most %(most)d addresses at once") % {"most": MOST_ADDRESSES})
        for number, address in found:
            try:
                validate_email(address)
            except forms.ValidationError as error:
                words = {"line": number, "address": address}
                raise forms.ValidationError(_now("Line %(line)d is no e-mail address: %(address)s") % words) from error
        return found

    def keep(self, unknown: Iterable[tuple[int, str]]) -> list[tuple[int, str]]:
        """Leave only the addresses that nobody was found for, to be mended; each with the line it stands on then."""
        kept = [address for _number, address in unknown]
        self.data = self.data.copy()
        self.data["addresses"] = "\n".join(kept)
        return list(enumerate(kept, start=1))


class SettleForm(AnswerForm):
    """The level on which the agencies settle, how they came to it, and if wanted evidence, owner and review day."""

    note = forms.CharField(
        label=_("How it was settled"),
        required=False,
        max_length=2000,
        help_text=_("What you agreed, and when. Everybody who sees the result reads it."),
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": _("The note has more than 2,000 characters")},
    )
    evidence = forms.CharField(
        label=_("Evidence (optional)"),
        required=False,
        max_length=500,
        help_text=_("What shows it, and where it is kept. Never write about a person or a case."),
        error_messages={"max_length": _("The evidence has more than 500 characters")},
    )
    owner = forms.CharField(
        label=_("Owner (optional)"),
        required=False,
        max_length=150,
        help_text=_("Who keeps it up: a name or a role."),
        error_messages={"max_length": _("The owner has more than 150 characters")},
    )
    review_by = DayField(
        label=_("Review by (optional)"),
        required=False,
        help_text=_("The day to look at it again. For example, 14 4 2027"),
    )
    field_order = ["level", "note", "evidence", "owner", "review_by"]

    def __init__(self, *args: Any, note_wanted: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.note_wanted = note_wanted
        if not note_wanted:
            self.fields["note"].label = _("How it was settled (optional)")

    def level_missing(self, found: dict[str, Any]) -> str:
        return _now("Choose the level on which you settle")

    def clean(self) -> dict[str, Any]:
        found = super().clean()
        if self.note_wanted and not found.get("note") and "note" not in self.errors:
            self.add_error("note", _now("Say how the difference was settled"))
        return found


class ReopenForm(forms.Form):
    """Why answers are taken again."""

    reason = forms.CharField(
        label=_("Why is it opened again?"),
        max_length=250,
        help_text=_("It is kept in the record of what was done."),
        error_messages={"required": _("Say why it is opened again")},
    )
