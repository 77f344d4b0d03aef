"""Step 2 of assigning, its second half: by when, how often, how firmly and why."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.models import Assignment
from lms.design_system.days import DayField

MOST_DAYS = 730
MOST_MONTHS = 120
JOINER_DAYS = 30
YES_NO = {"required": _("Choose yes or no"), "invalid_choice": _("Choose yes or no")}


def number_field(label: Any, *, missing: Any, most: int, **kwargs) -> forms.IntegerField:
    """A short field for a whole number from 1 to `most`; whoever uses it says when it must be there."""
    field = forms.IntegerField(
        label=label,
        min_value=1,
        max_value=most,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-3", "autocomplete": "off"}),
        error_messages={
            "invalid": missing,
            "min_value": missing,
            "max_value": _("Enter %(most)d or less") % {"most": most},
        },
        **kwargs,
    )
    field.missing = missing  # type: ignore[attr-defined]
    return field


class TimingForm(forms.Form):
    """Due date, joiners, repeats, whether it is required, and the reason people see."""

    due = forms.ChoiceField(
        label=_("When is it due?"),
        choices=[
            ("date", _("On a date")),
            ("days", _("A number of days after each person joins")),
            ("none", _("No date")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose when it is due"), "invalid_choice": _("Choose when it is due")},
    )
    due_on = DayField(label=_("Date"), help_text=_("For example, 12 6 2027"), required=False)
    days_each = number_field(
        _("Days after joining"), missing=_("Enter how many days people have, for example 30"), most=MOST_DAYS
    )
    joiners = forms.ChoiceField(
        label=_("Do people get it who join or begin to match later?"),
        choices=[("yes", _("Yes")), ("no", _("No, only those who match today"))],
        widget=forms.RadioSelect,
        initial="yes",
        required=False,
        error_messages=YES_NO,
    )
    joiner_days = number_field(
        _("How many days they have, from the day they join"),
        missing=_("Enter how many days joiners have, for example 30"),
        most=MOST_DAYS,
        initial=JOINER_DAYS,
        help_text=_("Where everybody else has a date. Otherwise they are asked as everybody else is."),
    )
    repeats = forms.ChoiceField(
        label=_("Do people do it again?"),
        choices=[("no", _("No, once is enough")), ("yes", _("Yes, again and again"))],
        widget=forms.RadioSelect,
        initial="no",
        error_messages=YES_NO,
    )
    repeat_months = number_field(
        _("Months between one time and the next"),
        missing=_("Enter how many months lie between, for example 24"),
        most=MOST_MONTHS,
        help_text=_("12 is every year, 24 every other year."),
    )
    window_days = number_field(
        _("Days before the next date on which it may be done again"),
        missing=_("Enter how many days before, for example 90"),
        most=MOST_DAYS,
        initial=90,
    )
    mandatory = forms.ChoiceField(
        label=_("Must people do it?"),
        choices=[
            ("yes", _("Required: it is counted, and people are reminded until it is done")),
            ("no", _("Recommended: it is shown in “My training”, and nobody is late")),
        ],
        widget=forms.RadioSelect,
        initial="yes",
        error_messages=YES_NO,
    )
    reason = forms.CharField(
        label=_("Reason people see (optional)"),
        help_text=_("In your own words, why you ask for it. Do not name anyone."),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": _("The reason has more than 300 characters")},
    )

    def need(self, name: str) -> None:
        """Say that a number is missing, unless something else is wrong with it already."""
        if self.cleaned_data.get(name) is None and not self.has_error(name):
            self.add_error(name, self.fields[name].missing)

    def clean(self) -> dict:
        cleaned = super().clean()
        due = cleaned.get("due")
        self.forget_what_is_folded_away()
        if due == "date" and not self.has_error("due_on"):
            self.check_day(cleaned.get("due_on"))
        if due == "days":
            self.need("days_each")
        if due == "date" and self.has_joiners:
            self.need("joiner_days")
        if cleaned.get("repeats") == "yes":
            self.need("repeat_months")
            self.need("window_days")
        return cleaned

    def forget_what_is_folded_away(self) -> None:
        """Ask nothing of a field whose question was answered otherwise: nobody sees it."""
        cleaned = self.cleaned_data
        in_play = {
            "due_on": cleaned.get("due") == "date",
            "days_each": cleaned.get("due") == "days",
            "joiner_days": self.has_joiners,
            "repeat_months": cleaned.get("repeats") == "yes",
            "window_days": cleaned.get("repeats") == "yes",
        }
        for name, wanted in in_play.items():
            if not wanted:
                self.errors.pop(name, None)
                cleaned[name] = None

    def check_day(self, day) -> None:
        """Refuse no date, and one that is past: nobody can keep it. One that was given out may stay."""
        if day is None:
            self.add_error("due_on", _("Enter the day by which it is due"))
        elif day < timezone.localdate() and (self.initial.get("is_draft") or day != self.initial.get("due_on")):
            self.add_error("due_on", _("The date is past. Enter today or a later day"))

    @property
    def has_joiners(self) -> bool:
        return self.cleaned_data.get("joiners") == "yes"

    def timing(self) -> dict[str, Any]:
        """The answers as the fields of an assignment; only what was asked for is kept."""
        cleaned = self.cleaned_data
        days = {"date": cleaned["joiner_days"], "days": cleaned["days_each"]}.get(cleaned["due"])
        return {
            "due_on": cleaned["due_on"],
            "days_after_joining": days,
            "include_joiners": self.has_joiners,
            "repeat_months": cleaned["repeat_months"],
            "window_days": cleaned["window_days"] or 90,
            "is_mandatory": cleaned["mandatory"] == "yes",
            "reason": cleaned["reason"].strip(),
        }


def timing_of(assignment) -> dict[str, Any]:
    """What an assignment says, as the answers of the form; a draft whose date nobody has chosen yet says none."""
    due = "date" if assignment.due_on else "days" if assignment.days_after_joining else "none"
    if due == "none" and assignment.state == Assignment.State.DRAFT and not assignment.date_is_chosen:
        due = None
    return {
        "is_draft": assignment.state == Assignment.State.DRAFT,
        "due": due,
        "due_on": assignment.due_on,
        "days_each": assignment.days_after_joining if due == "days" else None,
        "joiners": "yes" if assignment.include_joiners else "no",
        "joiner_days": assignment.days_after_joining or JOINER_DAYS,
        "repeats": "yes" if assignment.repeat_months else "no",
        "repeat_months": assignment.repeat_months,
        "window_days": assignment.window_days,
        "mandatory": "yes" if assignment.is_mandatory else "no",
        "reason": assignment.reason,
    }
