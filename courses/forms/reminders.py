"""The form of an organisation's timetable of reminders."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from courses.models import ReminderTimetable

MOST_REMINDERS = 5
MOST_DAYS = 365
HOURS = range(7, 18)
WEEKDAYS = [
    (0, gettext_lazy("Monday")),
    (1, gettext_lazy("Tuesday")),
    (2, gettext_lazy("Wednesday")),
    (3, gettext_lazy("Thursday")),
    (4, gettext_lazy("Friday")),
]


class DaysField(forms.CharField):
    """Numbers of days with commas or spaces between them; cleaned to a list, the largest first."""

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(map(str, value)) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[int]:
        words = re.split(r"[\s,;]+|\band\b", super().clean(value).strip())
        numbers = set()
        for word in filter(None, words):
            if not re.fullmatch(r"[0-9]{1,3}", word) or not 1 <= int(word) <= MOST_DAYS:
                raise ValidationError(
                    _("“%(word)s” is not a number of days. Write for example 14, 3.") % {"word": word[:30]}
                )
            numbers.add(int(word))
        if len(numbers) > MOST_REMINDERS:
            raise ValidationError(_("Write %(most)d numbers at most.") % {"most": MOST_REMINDERS})
        return sorted(numbers, reverse=True)


class TimetableForm(forms.ModelForm):
    """When people of an organisation are reminded."""

    days_before = DaysField(
        label=gettext_lazy("Days before the date"),
        required=False,
        max_length=60,
        help_text=gettext_lazy("Numbers with commas between them, for example 14, 3. Leave it empty for none."),
    )
    days_before_expiry = DaysField(
        label=gettext_lazy("Days before a certificate runs out"),
        required=False,
        max_length=60,
        help_text=gettext_lazy("For example 60, 30, 7. Training can be done again in its last 60 days."),
    )
    hour = forms.TypedChoiceField(
        label=gettext_lazy("Not before"),
        coerce=int,
        choices=[(hour, f"{hour:02}:00") for hour in HOURS],
        help_text=gettext_lazy("London time. Nothing goes after 18:00, at weekends or on bank holidays of England."),
    )
    digest_weekday = forms.TypedChoiceField(label=gettext_lazy("Day of the summary"), coerce=int, choices=WEEKDAYS)

    class Meta:
        model = ReminderTimetable
        fields = [
            "is_on",
            "hour",
            "on_assigning",
            "days_before",
            "on_the_day",
            "late_every_days",
            "late_at_most",
            "days_before_expiry",
            "digest_on",
            "digest_weekday",
        ]
        labels = {
            "is_on": gettext_lazy("Remind people by e-mail"),
            "on_assigning": gettext_lazy("Tell people when training is assigned to them"),
            "on_the_day": gettext_lazy("Remind them on the day itself"),
            "late_every_days": gettext_lazy("Days between reminders when late"),
            "late_at_most": gettext_lazy("Reminders when late, at most"),
            "digest_on": gettext_lazy("Send training leads a summary once a week"),
        }
        help_texts = {
            "is_on": gettext_lazy("Without it nobody here is reminded, whatever is said below."),
            "late_every_days": gettext_lazy("The first goes on the first working day after the date."),
            "late_at_most": gettext_lazy("0 for none."),
            "digest_on": gettext_lazy("Only when somebody is late, will be soon, has finished, or cannot be reached."),
        }

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for name, least, most in (("late_every_days", 1, 90), ("late_at_most", 0, 20)):
            between = _("Enter a whole number from %(least)d to %(most)d") % {"least": least, "most": most}
            field = self.fields[name]
            field.error_messages = {"required": between, "invalid": between}
            field.validators = [MinValueValidator(least, between), MaxValueValidator(most, between)]
            field.widget = forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-3"})
        for name in ("days_before", "days_before_expiry"):
            self.fields[name].widget.attrs["class"] = "govuk-input--width-10"
