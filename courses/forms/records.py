"""What a lead writes into one person's record: an exemption, evidence of training elsewhere, and their end."""

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.domain.evidence import EvidenceError, check_file
from courses.models import Module
from lms.design_system.days import DayField
from lms.people.models import Organisation

NO_ORGANISATION = {"required": _("Choose an organisation"), "invalid_choice": _("Choose an organisation")}


class AboutPersonForm(forms.Form):
    """Which of the person's organisations it is for: asked only when the lead leads several of them."""

    organisation = forms.ModelChoiceField(
        label=_("For which organisation?"),
        queryset=Organisation.objects.none(),
        empty_label=None,
        error_messages=NO_ORGANISATION,
    )

    def __init__(self, *args, organisations: list[Organisation], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if len(organisations) > 1:
            self.fields["organisation"].queryset = Organisation.objects.filter(
                pk__in=[organisation.pk for organisation in organisations]
            )
        else:
            del self.fields["organisation"]
        self.organisations = organisations

    def clean(self) -> dict:
        cleaned = super().clean()
        if len(self.organisations) == 1:
            cleaned["organisation"] = self.organisations[0]
        return cleaned


class ExemptionForm(AboutPersonForm):
    """From what the person is exempt, why, and for how long."""

    module = forms.ModelChoiceField(
        label=_("From what?"), queryset=Module.objects.none(), required=False, empty_label=_("All training")
    )
    reason = forms.CharField(
        label=_("Why?"),
        help_text=_("The person and their training leads see this. Do not write a diagnosis: “on leave” is enough."),
        max_length=300,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": _("Say why the person is exempt"),
            "max_length": _("The reason has more than 300 characters"),
        },
    )
    begins_on = DayField(
        label=_("From"), help_text=_("For example, 1 6 2026"), missing=_("Enter the first day of the exemption")
    )
    ends_on = DayField(
        label=_("Until (optional)"),
        help_text=_("The last day. Without one it lasts until you end it."),
        required=False,
    )
    field_order = ["organisation", "module", "reason", "begins_on", "ends_on"]

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["module"].queryset = Module.objects.listed()
        self.fields["begins_on"].initial = timezone.localdate()

    def clean(self) -> dict:
        cleaned = super().clean()
        begins, ends = cleaned.get("begins_on"), cleaned.get("ends_on")
        if ends and ends < timezone.localdate():
            self.add_error("ends_on", _("The last day is past. Enter today or a later day"))
        elif begins and ends and ends < begins:
            self.add_error("ends_on", _("The last day comes before the first. Enter a later day"))
        return cleaned


class EvidenceForm(AboutPersonForm):
    """Training done elsewhere, which counts in place of one of our modules."""

    module = forms.ModelChoiceField(
        label=_("In place of which module?"),
        queryset=Module.objects.none(),
        empty_label=_("Choose a module"),
        error_messages={"required": _("Choose the module it stands for")},
    )
    title = forms.CharField(
        label=_("Name of the training"),
        max_length=150,
        error_messages={"required": _("Enter the name of the training")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    provider = forms.CharField(
        label=_("Who provided it"),
        max_length=150,
        error_messages={"required": _("Enter who provided the training")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    completed_on = DayField(
        label=_("Completed on"),
        help_text=_("For example, 20 6 2026"),
        missing=_("Enter the day on which it was completed"),
    )
    valid_until = DayField(
        label=_("Valid until (optional)"),
        help_text=_("The last day on which it counts. Without one it counts as long as our own module."),
        required=False,
    )
    file = forms.FileField(
        label=_("Certificate or record"),
        help_text=_("A PDF, Word or OpenDocument file, or a PNG or JPEG picture, of at most 20 MB."),
        error_messages={
            "required": _("Choose the file that shows it"),
            "empty": _("The file is empty. Choose another"),
        },
    )
    field_order = ["organisation", "module", "title", "provider", "completed_on", "valid_until", "file"]

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["module"].queryset = Module.objects.listed()

    def clean_completed_on(self):
        day = self.cleaned_data["completed_on"]
        if day and day > timezone.localdate():
            raise forms.ValidationError(_("The day is still to come. Enter the day on which it was completed"))
        return day

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > settings.DOCUMENT_MAX_BYTES:
            raise forms.ValidationError(_("The file is larger than 20 MB. Choose a smaller one"))
        try:
            check_file(file, name=file.name)
        except EvidenceError as error:
            raise forms.ValidationError(str(error)) from error
        return file

    def clean(self) -> dict:
        cleaned = super().clean()
        done, until = cleaned.get("completed_on"), cleaned.get("valid_until")
        if done and until and until < done:
            self.add_error("valid_until", _("It runs out before it was completed. Enter a later day"))
        return cleaned


class WithdrawForm(forms.Form):
    """Why a certificate or evidence no longer counts."""

    reason = forms.CharField(
        label=_("Why does it no longer count?"),
        max_length=250,
        error_messages={
            "required": _("Say why it no longer counts"),
            "max_length": _("The reason has more than 250 characters"),
        },
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
