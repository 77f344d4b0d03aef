"""allauth's forms with this site's words: labels, hints and errors in plain English, no placeholders."""

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.utils.translation import gettext_lazy as _

from lms.people.domain.claiming import set_first_password

EMAIL_INVALID = _("Enter an e-mail address with an @, for example name@police.example.org")
PASSWORD_HINT = _("At least 10 characters. Three random words are easy to remember.")

EMAIL = {
    "label": _("E-mail"),
    "errors": {"required": _("Enter your e-mail"), "invalid": EMAIL_INVALID},
    "attrs": {"spellcheck": "false"},
}
PASSWORD = {"label": _("Password"), "hint": "", "errors": {"required": _("Enter your password")}}
NEW_PASSWORD = {
    "label": _("New password"),
    "hint": PASSWORD_HINT,
    "errors": {"required": _("Enter a new password")},
}
CODE = {
    "label": _("Code"),
    "errors": {"required": _("Enter the code")},
    "attrs": {
        "class": "govuk-input--width-10",
        "inputmode": "numeric",
        "spellcheck": "false",
        "autocomplete": "one-time-code",
    },
}


class InOurWords:
    """Gives the fields named in `words` their label, hint, errors and attributes; takes those in `without` away."""

    words: dict[str, dict[str, Any]] = {}
    without: tuple[str, ...] = ()

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for name in self.without:
            self.fields.pop(name, None)
        for name, field in self.fields.items():
            said = self.words.get(name, {})
            field.label = said.get("label", field.label)
            field.help_text = said.get("hint", field.help_text)
            field.error_messages.update(said.get("errors", {}))
            for validator in field.validators:
                if "invalid" in said.get("errors", {}) and getattr(validator, "code", "") == "invalid":
                    validator.message = said["errors"]["invalid"]
            field.widget.attrs.pop("placeholder", None)
            field.widget.attrs.update(said.get("attrs", {}))


class LoginForm(InOurWords, account.LoginForm):
    """Sign in."""

    words = {
        "login": {**EMAIL, "attrs": {"spellcheck": "false", "autocomplete": "username"}},
        "password": PASSWORD,
    }


class SignupForm(InOurWords, account.SignupForm):
    """Make an account; the name is what certificates will say."""

    first_name = forms.CharField(max_length=80, widget=forms.TextInput(attrs={"autocomplete": "given-name"}))
    last_name = forms.CharField(max_length=80, widget=forms.TextInput(attrs={"autocomplete": "family-name"}))
    field_order = ["first_name", "last_name", "email", "password1"]
    words = {
        "first_name": {"label": _("First name"), "errors": {"required": _("Enter your first name")}},
        "last_name": {
            "label": _("Last name"),
            "hint": _("Your certificates carry your name as you write it here."),
            "errors": {"required": _("Enter your last name")},
        },
        "email": {**EMAIL, "label": _("Work e-mail"), "hint": _("We send a link to it, to check that it is yours.")},
        "password1": {"label": _("Password"), "hint": PASSWORD_HINT, "errors": {"required": _("Enter a password")}},
    }


class AddEmailForm(InOurWords, account.AddEmailForm):
    """One more address."""

    words = {"email": {**EMAIL, "label": _("New address")}}


class ChangePasswordForm(InOurWords, account.ChangePasswordForm):
    """Change the password; it can be shown, so it is typed once."""

    without = ("password2",)
    words = {
        "oldpassword": {
            "label": _("Current password"),
            "hint": "",
            "errors": {"required": _("Enter your current password")},
        },
        "password1": NEW_PASSWORD,
    }


class SetPasswordForm(InOurWords, account.SetPasswordForm):
    """Set a first password, for someone who came through their organisation's account."""

    without = ("password2",)
    words = {"password1": NEW_PASSWORD}


class ResetPasswordForm(InOurWords, account.ResetPasswordForm):
    """Ask for a link that sets a new password."""

    words = {"email": EMAIL}


class ResetPasswordKeyForm(InOurWords, account.ResetPasswordKeyForm):
    """Set a new password with the link."""

    without = ("password2",)
    words = {"password1": NEW_PASSWORD}

    def save(self) -> None:
        set_first_password(self.user, password=self.cleaned_data["password1"])


class ReauthenticateForm(InOurWords, account.ReauthenticateForm):
    """Say again who one is, before a change that matters."""

    words = {"password": PASSWORD}


class AuthenticateForm(InOurWords, mfa.AuthenticateForm):
    """The second factor at sign-in; a recovery code may hold letters, so the keyboard is not only numeric."""

    words = {
        "code": {
            **CODE,
            "label": _("Code from your app, or a recovery code"),
            "attrs": {"class": "govuk-input--width-10", "spellcheck": "false", "autocomplete": "one-time-code"},
        }
    }


class MFAReauthenticateForm(InOurWords, mfa.ReauthenticateForm):
    """The second factor, asked again."""

    words = AuthenticateForm.words


class ActivateTOTPForm(InOurWords, totp.ActivateTOTPForm):
    """The first code of an authenticator app."""

    words = {"code": {**CODE, "label": _("6-digit code from the app")}}


class AddWebAuthnForm(InOurWords, webauthn.AddWebAuthnForm):
    """A new passkey or security key."""

    words = {
        "name": {
            "label": _("Name of the key"),
            "hint": _("So that you can tell it from others, for example “Work phone”."),
        },
        "passwordless": {
            "label": _("Sign in with this key alone, without a password"),
            "hint": _("The device then asks for your fingerprint, face or PIN."),
        },
    }


class EditWebAuthnForm(InOurWords, webauthn.EditWebAuthnForm):
    """Rename a key."""

    words = {"name": {"label": _("Name of the key"), "errors": {"required": _("Enter a name")}}}
