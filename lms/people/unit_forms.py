"""Forms about units, teams and moving a person between units."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lms.design_system.days import DayField
from lms.editorial.models import Nation
from lms.people.domain.access import organisations_led_by
from lms.people.models import Membership, Organisation, User


def led_choice(label: str, empty: str | None = None) -> forms.ModelChoiceField:
    """A choice among organisations, filled once it is known who leads them."""
    return forms.ModelChoiceField(
        label=label,
        queryset=Organisation.objects.none(),
        empty_label=empty,
        error_messages={
            "required": _("Choose an organisation or unit"),
            "invalid_choice": _("Choose an organisation or unit from the list"),
        },
    )


class TeamForm(forms.Form):
    """A new team."""

    organisation = led_choice(_("Organisation or unit"))
    name = forms.CharField(
        label=_("Name of the team"), max_length=150, error_messages={"required": _("Enter the name of the team")}
    )

    def __init__(self, *args, lead: User, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = organisations_led_by(lead).by_name()


class TeamNameForm(forms.Form):
    """Another name for a team."""

    name = forms.CharField(
        label=_("Name of the team"), max_length=150, error_messages={"required": _("Enter the name of the team")}
    )


class UnitForm(forms.Form):
    """What a unit is called and what it is."""

    name = forms.CharField(
        label=_("Name"), max_length=150, error_messages={"required": _("Enter the name of the unit")}
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=Organisation.Kind.choices)
    nation = forms.ChoiceField(
        label=_("Nation"), choices=[("", _("As the organisation above")), *Nation.choices], required=False
    )


class NewUnitForm(UnitForm):
    """A new unit below one that the lead leads."""

    parent = led_choice(_("Below"))
    field_order = ["parent", "name", "kind", "nation"]

    def __init__(self, *args, lead: User, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        led = organisations_led_by(lead)
        self.fields["parent"].queryset = led.by_name()
        first = led.order_by("path").first()
        if first is not None:
            self.fields["parent"].initial, self.fields["kind"].initial = first.pk, first.kind


class MoveForm(forms.Form):
    """Where a person goes, and from which day."""

    to = led_choice(_("New unit"), empty=_("Choose a unit"))
    on = DayField(
        label=_("First day there"),
        help_text=_("For example, 4 5 2026"),
        missing=_("Enter the first day there"),
    )

    def __init__(self, *args, lead: User, membership: Membership, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.membership = membership
        self.fields["to"].queryset = organisations_led_by(lead).exclude(pk=membership.organisation_id).by_name()
        self.fields["on"].initial = timezone.localdate()

    def clean_on(self):
        if self.cleaned_data["on"] > timezone.localdate():
            raise forms.ValidationError(_("Enter today or an earlier day"))
        if self.cleaned_data["on"] < self.membership.started_on:
            raise forms.ValidationError(_("Enter the day on which they joined, or a later one"))
        return self.cleaned_data["on"]
