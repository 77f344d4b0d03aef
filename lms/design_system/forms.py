"""A form with one field of every kind, for the gallery."""

from crispy_forms_gds.choices import Choice
from crispy_forms_gds.fields import DateInputField
from crispy_forms_gds.helper import FormHelper
from crispy_forms_gds.layout import Button, Field, Layout
from django import forms
from django.utils.translation import gettext_lazy as _


class SampleForm(forms.Form):
    """Nothing is ever saved from it."""

    email = forms.EmailField(
        label=_("Work e-mail"), error_messages={"invalid": _("The e-mail is missing its @: gwen.police.example.org")}
    )
    password = forms.CharField(
        label=_("Password"), widget=forms.PasswordInput, error_messages={"required": _("Enter a password")}
    )
    unit = forms.ChoiceField(
        label=_("Unit"),
        choices=[
            ("", _("Choose a unit")),
            ("west", _("Neighbourhood and Response West")),
            ("control", _("Control Room")),
        ],
        error_messages={"required": _("Choose a unit")},
    )
    reason = forms.CharField(
        label=_("Why the date changes"),
        help_text=_("The person will read this. Do not name anyone else."),
        widget=forms.Textarea,
        error_messages={"required": _("Say why the date changes")},
    )
    start = DateInputField(
        label=_("First day"), help_text=_("For example, 12 6 2026"), require_all_fields=False, required=True
    )
    remind = forms.ChoiceField(
        label=_("How to remind them"),
        choices=[
            Choice("email", _("By e-mail"), hint=_("On a weekday morning")),
            Choice("calendar", _("In their calendar"), divider=_("or")),
            Choice("none", _("Not at all")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how to remind them")},
    )
    nations = forms.MultipleChoiceField(
        label=_("Where they work"),
        choices=[("england", _("England")), ("wales", _("Wales")), ("scotland", _("Scotland"))],
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Choose all that apply."),
        error_messages={"required": _("Choose at least one nation")},
    )
    evidence = forms.FileField(
        label=_("Evidence"), help_text=_("A PDF of at most 10 MB."), error_messages={"required": _("Choose a file")}
    )
    agree = forms.BooleanField(
        label=_("I have checked the dates"),
        error_messages={"required": _("Tick the box when you have checked the dates")},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper(self)
        self.helper.form_action = "#form"
        self.helper.disable_csrf = True
        self.helper.layout = Layout(
            "email",
            "password",
            "unit",
            Field.textarea("reason", rows=4, max_characters=200),
            "start",
            "remind",
            "nations",
            "evidence",
            "agree",
            Button.primary("save", _("Save the date")),
        )
