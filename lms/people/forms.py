"""Forms about people: one's name, join codes, invitations, memberships and approved domains."""

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from lms.people.domain.access import organisations_led_by
from lms.people.models import Membership, Organisation, Team, User
from lms.people.sign_in_forms import EMAIL_INVALID, PASSWORD_HINT

FIRST_NAME = _("Enter a first name")
LAST_NAME = _("Enter a last name")


class NameForm(forms.ModelForm):
    """A person's own name."""

    class Meta:
        model = User
        fields = ["first_name", "last_name"]
        widgets = {
            "first_name": forms.TextInput(attrs={"autocomplete": "given-name"}),
            "last_name": forms.TextInput(attrs={"autocomplete": "family-name"}),
        }
        help_texts = {"last_name": _("New certificates carry your name as you write it here. Old ones keep theirs.")}

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for name, message in (("first_name", FIRST_NAME), ("last_name", LAST_NAME)):
            self.fields[name].required = True
            self.fields[name].error_messages["required"] = message


class JoinForm(forms.Form):
    """A join code."""

    code = forms.CharField(
        label=_("Join code"),
        max_length=30,
        help_text=_("Letters and figures, for example MARCH 7K4M. Capitals and spaces do not matter."),
        error_messages={"required": _("Enter the join code")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false", "autocapitalize": "characters"}),
    )


class NewAccountForm(forms.Form):
    """The account an invitation makes; the address is the invited one."""

    first_name = forms.CharField(
        label=_("First name"),
        max_length=80,
        error_messages={"required": FIRST_NAME},
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
    )
    last_name = forms.CharField(
        label=_("Last name"),
        max_length=80,
        help_text=_("Your certificates carry your name as you write it here."),
        error_messages={"required": LAST_NAME},
        widget=forms.TextInput(attrs={"autocomplete": "family-name"}),
    )
    password = forms.CharField(
        label=_("Password"),
        help_text=PASSWORD_HINT,
        strip=False,
        error_messages={"required": _("Enter a password")},
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args, email: str, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.email = email

    def clean_password(self) -> str:
        named = {name: self.cleaned_data.get(name, "") for name in ("first_name", "last_name")}
        validate_password(self.cleaned_data["password"], User(email=self.email, **named))
        return self.cleaned_data["password"]


class InviteForm(forms.Form):
    """Whom a lead invites, and as what."""

    email = forms.EmailField(
        label=_("E-mail"),
        error_messages={"required": _("Enter the person’s e-mail"), "invalid": EMAIL_INVALID},
        widget=forms.EmailInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    first_name = forms.CharField(label=_("First name (optional)"), max_length=80, required=False)
    last_name = forms.CharField(label=_("Last name (optional)"), max_length=80, required=False)
    organisation = forms.ModelChoiceField(
        label=_("Organisation or unit"),
        queryset=Organisation.objects.none(),
        empty_label=None,
        error_messages={"required": _("Choose an organisation or unit")},
    )
    job_role = forms.CharField(
        label=_("Job role (optional)"), max_length=100, required=False, help_text=_("For example, call handler.")
    )
    roles = forms.MultipleChoiceField(
        label=_("What else they do"),
        required=False,
        choices=[
            ("is_lead", _("Training lead: sees everybody’s training in the organisation or unit, and invites people")),
            ("is_coordinator", _("Partnership coordinator")),
        ],
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args, lead: User, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = organisations_led_by(lead).by_name()
        leading = [membership for membership in lead.current_memberships if membership.is_lead]
        self.fields["organisation"].initial = leading[0].organisation_id if leading else None


class AddressForm(forms.Form):
    """The right address of somebody who has never opened their account."""

    email = forms.EmailField(
        label=_("E-mail"),
        error_messages={"required": _("Enter the person’s e-mail"), "invalid": EMAIL_INVALID},
        widget=forms.EmailInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )


class MembershipForm(forms.ModelForm):
    """Job role, team, facts and roles of one membership."""

    class Meta:
        model = Membership
        fields = [
            "job_role",
            "team",
            "nation",
            "is_first_responder",
            "is_child_facing",
            "is_lead",
            "is_coordinator",
        ]
        labels = {"is_lead": _("Training lead"), "is_coordinator": _("Partnership coordinator"), "team": _("Team")}

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["team"].queryset = Team.objects.filter(organisation=self.instance.organisation)
        self.fields["team"].empty_label = _("No team")
        self.fields["nation"].choices = [("", _("As the organisation")), *self.fields["nation"].choices[1:]]
        self.fields["nation"].help_text = ""


class DomainForm(forms.Form):
    """A domain whose owners may join."""

    domain = forms.CharField(
        label=_("E-mail domain"),
        max_length=150,
        help_text=_("The part after the @ of your own address, for example police.example.org."),
        error_messages={"required": _("Enter the part after the @")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
