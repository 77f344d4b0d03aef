"""Forms of an action: what will be done, by whom and by when; and how far it is, with evidence."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from courses.domain.evidence import EvidenceError, check_file
from lms.design_system.days import DayField
from lms.people.models import Organisation
from toolkit_pages.models import Action


class ActionForm(forms.Form):
    """What is planned."""

    title = forms.CharField(
        label=_("What will be done?"),
        max_length=250,
        help_text=_("One step that somebody can finish. Never write about a person or a case."),
        error_messages={"required": _("Say what will be done")},
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    owner_email = forms.EmailField(
        label=_("Owner’s e-mail"),
        required=False,
        help_text=_("Somebody of a member agency who has an account here: they get reminders and say how far it is."),
        error_messages={"invalid": _("Enter an address like name@example.org")},
        widget=forms.EmailInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    owner_name = forms.CharField(
        label=_("Or the owner’s name, if they have no account"),
        required=False,
        max_length=150,
        help_text=_("Then the coordinators get the reminders."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    organisation = forms.ModelChoiceField(
        label=_("Agency"),
        queryset=Organisation.objects.none(),
        required=False,
        empty_label=_("The owner’s agency"),
    )
    due_on = DayField(label=_("Due"), help_text=_("For example, 30 6 2027"), missing=_("Enter the day it is due"))

    def __init__(self, *args: Any, agencies: list[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keys = [agency.pk for agency in agencies]
        self.fields["organisation"].queryset = Organisation.objects.filter(pk__in=keys)
        if self.initial.get("organisation"):
            self.fields["organisation"].help_text = _(
                "With another owner it becomes theirs, unless you change it here."
            )

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        if not found.get("owner_email") and not found.get("owner_name") and "owner_email" not in self.errors:
            self.add_error("owner_email", _now("Enter the owner’s e-mail, or their name below"))
        return found


class ProgressForm(forms.Form):
    """How far an action is."""

    status = forms.ChoiceField(
        label=_("How far is it?"), choices=Action.Status.choices, widget=forms.RadioSelect, required=True
    )
    evidence = forms.CharField(
        label=_("Evidence (optional)"),
        required=False,
        max_length=2000,
        help_text=_("What shows that it is done, and where it is kept. Never write about a person or a case."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    file = forms.FileField(
        label=_("A file as evidence (optional)"),
        required=False,
        help_text=_("A PDF, Word or OpenDocument file, or a PNG or JPEG picture, of at most 20 MB."),
        error_messages={"empty": _("The file is empty. Choose another")},
    )
    remove_file = forms.BooleanField(label=_("Take the file away that is there"), required=False)
    text = forms.CharField(
        label=_("Note (optional)"),
        required=False,
        max_length=2000,
        help_text=_("It is kept in the history below."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, has_file: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not has_file:
            del self.fields["remove_file"]

    def clean_file(self):
        file = self.cleaned_data["file"]
        if not file:
            return None
        if file.size > settings.DOCUMENT_MAX_BYTES:
            raise forms.ValidationError(_now("The file is larger than 20 MB. Choose a smaller one"))
        try:
            check_file(file, name=file.name)
        except EvidenceError as error:
            raise forms.ValidationError(str(error)) from error
        return file
