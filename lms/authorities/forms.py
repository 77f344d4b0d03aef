"""Forms of the admin: noting a check of an authority, and noting that it changed."""

from datetime import timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.widgets import AdminDateInput

from lms.authorities.domain.changes import WORDING, Wording, newest_version, wording_from
from lms.authorities.models import Authority

DAYS_TO_REVIEW = 14
# What only a noted check or change sets.
NOTED = (*WORDING, "checked_on", "changed_on")


class AuthorityForm(WagtailAdminModelForm):
    """An authority; what its source says is written once here, and later changes are noted on a page of their own.

    The form may be opened with an older version of the authority, which Wagtail offers to go back to: what is noted
    stays as it is now even then.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        instance = kwargs.get("instance")
        if instance is not None and instance.pk:
            now = Authority.objects.filter(pk=instance.pk).values(*NOTED).first() or {}
            for name, value in now.items():
                setattr(instance, name, value)
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            for name in set(NOTED) & self.fields.keys():
                self.fields[name].disabled = True


class CheckForm(forms.Form):
    """The day somebody looked at the source."""

    on = forms.DateField(label=_("Day of the check"), widget=AdminDateInput, initial=timezone.localdate)
    note = forms.CharField(
        label=_("Note"), max_length=250, required=False, help_text=_("For example which edition you read.")
    )


class ChangeForm(forms.ModelForm):
    """What the source says now, in what it differs, and by when all that rests on it is looked at."""

    url = forms.URLField(label=_("Address"), required=False, assume_scheme="https")
    what_changed = forms.CharField(
        label=_("What changed"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Whoever reviews the places that rest on it reads this."),
        error_messages={"required": _("Say what changed")},
    )
    reviews = forms.ChoiceField(
        label=_("Does anything need a review?"),
        choices=[
            ("all", _("Yes, everything that rests on it")),
            ("none", _("No, only our own words about it were put right")),
        ],
        initial="all",
        widget=forms.RadioSelect,
    )
    due_on = forms.DateField(label=_("Reviews are due"), required=False, widget=AdminDateInput)
    read = forms.IntegerField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Authority
        fields = list(WORDING)
        widgets = {
            "summary": forms.Textarea(attrs={"rows": 4}),
            "value": forms.Textarea(attrs={"rows": 3}),
            "in_force_from": AdminDateInput,
            "in_force_until": AdminDateInput,
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["due_on"].initial = timezone.localdate() + timedelta(days=DAYS_TO_REVIEW)
        self.fields["read"].initial = newest_version(self.instance)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("reviews") == "all" and not cleaned.get("due_on") and "due_on" not in self.errors:
            raise ValidationError({"due_on": _("Enter the day by which the reviews are due.")})
        return cleaned

    def wording(self) -> Wording:
        """What the source says now."""
        return wording_from(self.cleaned_data)

    def read_anew(self) -> None:
        """Keep what was typed, and note that the newest version was read: the person was told of it."""
        self.data = self.data.copy()
        self.data["read"] = newest_version(self.instance)
