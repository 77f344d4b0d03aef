"""The day a report is about, typed as day, month and year, or named by a link."""

from collections.abc import Mapping
from datetime import date

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lms.design_system.days import DayField
from lms.reports.domain.filters import EARLIEST

PARTS = ("on_0", "on_1", "on_2")


class DayForm(forms.Form):
    """A day in the past, or nothing for today."""

    on = DayField(
        label=_("As it was on (optional)"),
        help_text=_("For example, 31 3 2026"),
        required=False,
    )

    def clean_on(self) -> date | None:
        day = self.cleaned_data["on"]
        if day is not None and day > timezone.localdate():
            raise forms.ValidationError(_("Enter today or an earlier day"))
        if day is not None and day < EARLIEST:
            raise forms.ValidationError(_("Enter a day of this century"))
        return day


def typed_day(query: Mapping[str, str]) -> dict[str, str]:
    """What an address says of the day as the form's three fields: typed, or as links write it (2026-03-31)."""
    typed = {name: query.get(name, "") for name in PARTS}
    if any(typed.values()) or not query.get("on"):
        return typed
    try:
        day = date.fromisoformat(query["on"])
    except ValueError:
        return {**typed, "on_0": query["on"][:20]}
    return {"on_0": str(day.day), "on_1": str(day.month), "on_2": str(day.year)}
