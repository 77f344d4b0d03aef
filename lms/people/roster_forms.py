"""Forms of a roster import: the file, what its columns hold, and how the changes are made."""

from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lms.design_system.days import DayField
from lms.people.domain.access import organisations_led_by
from lms.people.domain.roster_columns import FIELDS, ColumnsError, check_columns, match_columns
from lms.people.domain.roster_files import MOST_BYTES
from lms.people.models import Organisation, RosterImport, User


class RosterUploadForm(forms.Form):
    """The list, and the organisation or unit whose people it holds."""

    organisation = forms.ModelChoiceField(
        label=_("Organisation or unit"),
        queryset=Organisation.objects.none(),
        empty_label=None,
        help_text=_("The list may name people of this organisation or unit and of every unit below it."),
        error_messages={"required": _("Choose an organisation or unit")},
    )
    file = forms.FileField(
        label=_("List of people"),
        help_text=_("CSV or Excel (.xlsx), at most 20 MB and 50,000 rows. The first line names the columns."),
        error_messages={
            "required": _("Choose the file with the list"),
            "empty": _("The file is empty. Its first line has to name the columns."),
        },
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.tsv,.xlsx"}),
    )

    def __init__(self, *args, lead: User, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        led = organisations_led_by(lead)
        self.fields["organisation"].queryset = led.by_name()
        self.fields["organisation"].initial = led.order_by("path").values_list("pk", flat=True).first()

    def clean_file(self):
        if self.cleaned_data["file"].size > MOST_BYTES:
            raise forms.ValidationError(_("The file is bigger than 20 MB. Keep only the list itself in it."))
        return self.cleaned_data["file"]


class ColumnsForm(forms.Form):
    """One choice for each column of the file, and how the changes are made."""

    effective_on = DayField(
        label=_("Day from which moves and leaving count"),
        help_text=_("Today, or a day in the last 12 months. For example, 4 5 2026"),
        missing=_("Enter the day from which moves and leaving count"),
    )
    missing = forms.ChoiceField(
        label=_("People who are not in the file"),
        choices=[
            ("keep", _("Keep them: this list is only a part of our people")),
            ("end", _("End their memberships: this list is everybody. You see each name first.")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what happens to people who are not in the file")},
    )

    def __init__(self, *args, roster_import: RosterImport, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.headers = roster_import.headers
        matched = roster_import.fields_by_header or match_columns(
            roster_import.headers, organisation=roster_import.organisation
        )
        choices = [("", _("Leave out")), *FIELDS.items()]
        for place, header in enumerate(self.headers):
            self.fields[f"column_{place}"] = forms.ChoiceField(
                label=header, choices=choices, required=False, initial=matched.get(header, "")
            )
        self.order_fields(f"column_{place}" for place in range(len(self.headers)))
        self.fields["effective_on"].initial = roster_import.effective_on
        self.fields["missing"].initial = "end" if roster_import.end_missing else "keep"

    @property
    def columns(self) -> list:
        """The bound fields of the columns, in the file's order."""
        return [self[f"column_{place}"] for place in range(len(self.headers))]

    @property
    def others(self) -> list:
        """The bound fields that are no column."""
        return [self["effective_on"], self["missing"]]

    def clean_effective_on(self):
        chosen = self.cleaned_data["effective_on"]
        today = timezone.localdate()
        if not today - timedelta(days=366) <= chosen <= today:
            raise forms.ValidationError(_("Enter today, or a day in the last 12 months"))
        return chosen

    def clean(self):
        said = super().clean()
        said["fields_by_header"] = {
            header: said.get(f"column_{place}", "") for place, header in enumerate(self.headers)
        }
        try:
            check_columns(said["fields_by_header"])
        except ColumnsError as error:
            self.add_error("column_0" if self.headers else None, str(error))
        return said
