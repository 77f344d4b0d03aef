"""Filters of the list of people."""

from django import forms
from django.utils.translation import gettext_lazy as _

from lms.people.domain.access import organisations_led_by
from lms.people.models import Organisation, User
from lms.reports.domain.completion import STATES


class PeopleFilter(forms.Form):
    """Name or e-mail, unit and state of training; a value that is not offered is ignored."""

    q = forms.CharField(label=_("Name or e-mail"), required=False, max_length=100)
    unit = forms.ModelChoiceField(
        label=_("Unit"), queryset=Organisation.objects.none(), required=False, empty_label=_("All units")
    )
    state = forms.ChoiceField(label=_("Training"), choices=[("", _("Any state")), *STATES.items()], required=False)

    def __init__(self, *args, lead: User, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["q"].widget = forms.TextInput(attrs={"type": "search", "autocomplete": "off"})
        self.fields["unit"].queryset = organisations_led_by(lead).by_name()
