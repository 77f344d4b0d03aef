"""How allauth fits this site: e-mail goes through the outbox, words are ours, confirmed work addresses join."""

import time
import uuid
from urllib.parse import urlsplit

from allauth.account import app_settings as account_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lms.design_system.wording import day
from lms.hurry import hurry
from lms.outbox.domain.sending import queue_email
from lms.outbox.tasks import send_due_email
from lms.people.domain.giving_way import give_way
from lms.people.domain.joining import join_by_domain


def on_this_site(address: str) -> str:
    """The same page on the site's own origin: a link in an e-mail leads nowhere else, whatever host a request named."""
    parts = urlsplit(address)
    return settings.SITE_ORIGIN + parts.path + (f"?{parts.query}" if parts.query else "")


class AccountAdapter(DefaultAccountAdapter):
    """The adapter named by ACCOUNT_ADAPTER."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": _("This account is closed. Ask us to open it again."),
        "cannot_remove_primary_email": _("Make another address the main one before you remove this one."),
        "duplicate_email": _("This address is on your account already."),
        "email_password_mismatch": _("The e-mail and the password do not match. Check both, or set a new password."),
        "email_taken": _("Enter another address."),
        "enter_current_password": _("Enter your current password"),
        "incorrect_code": _("The code is not right. Codes change every 30 seconds: enter the newest one."),
        "incorrect_password": _("The password is not right"),
        "invalid_login": _("The e-mail and the password do not match. Check both, or set a new password."),
        "max_email_addresses": _("You can have at most %d addresses."),
        "too_many_login_attempts": _("Too many wrong tries. Wait five minutes, or set a new password."),
        "unverified_primary_email": _("Confirm this address before you make it the main one."),
        "same_as_current": _("This is what you have now. Enter something else."),
        "rate_limited": _("Too many tries in a short time. Wait a few minutes."),
    }

    def send_mail(self, template_prefix, email, context):
        """Queue the e-mail in the request's transaction and hurry the sweep; a broker that is down is no error."""
        message = self.render_mail(template_prefix, email, {"email": email, **context})
        html = next((body for body, kind in getattr(message, "alternatives", []) if kind == "text/html"), "")
        queue_email(
            key=f"account:{uuid.uuid4()}",
            kind=template_prefix.rsplit("/", 1)[-1],
            to=email,
            subject=message.subject,
            text=message.body,
            html=html,
        )
        hurry(send_due_email)

    def is_reauthentication_required(self, *, app, **kwargs):
        """Whether to ask again who it is: not within minutes of signing in, which allauth does not count by itself."""
        if self.request is not None and self.request.user.is_authenticated:
            oldest = time.time() - account_settings.REAUTHENTICATION_TIMEOUT
            if any(made["at"] > oldest for made in get_authentication_records(self.request, self.request.user)):
                return False
        return super().is_reauthentication_required(app=app, **kwargs)

    def get_reauthentication_methods(self, user):
        """The ways to say again who one is, named as on the other pages of the second factor."""
        names = {
            "reauthenticate": _("Use your password"),
            "mfa_reauthenticate": _("Use a code"),
            "mfa_reauthenticate:webauthn": _("Use a passkey or security key"),
        }
        methods = super().get_reauthentication_methods(user)
        return [{**method, "description": str(names.get(method["id"], method["description"]))} for method in methods]

    def get_login_redirect_url(self, request):
        """Back to the join code that a visitor entered before making an account, which is joined with by a button."""
        if request.session.get("join_code"):
            return reverse("people:join")
        return super().get_login_redirect_url(request)

    def get_reset_password_from_key_url(self, key):
        return on_this_site(super().get_reset_password_from_key_url(key))

    def get_email_confirmation_url(self, request, emailconfirmation):
        return on_this_site(super().get_email_confirmation_url(request, emailconfirmation))

    def confirm_email(self, request, email_address):
        """Confirm the address: an account that a list made for it gives way; if its domain is approved, they join."""
        confirmed = super().confirm_email(request, email_address)
        if confirmed:
            give_way(email_address.user, email=email_address.email)
            join_by_domain(email_address.user)
        return confirmed

    def post_login(self, request, user, **kwargs):
        """Join where a confirmed address allows it, also when the domain was approved after the address."""
        join_by_domain(user)
        return super().post_login(request, user, **kwargs)


class SocialAccountAdapter(DefaultSocialAccountAdapter):
    """The adapter named by SOCIALACCOUNT_ADAPTER: an organisation's own sign-in."""

    error_messages = {
        **DefaultSocialAccountAdapter.error_messages,
        "email_taken": _("You have an account already. Sign in with your password, then connect the two."),
    }


class MFAAdapter(DefaultMFAAdapter):
    """The adapter named by MFA_ADAPTER: names that say which site a code is for."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("The code is not right. Codes change every 30 seconds: enter the newest one."),
        "unverified_email": _("Confirm your e-mail address before you add a second factor."),
        "add_email_blocked": _("You cannot add an address while a second factor is on."),
    }

    def generate_authenticator_name(self, user, type):
        """What a new key is called until its owner gives it a name."""
        return gettext("Key added on %(day)s") % {"day": day(timezone.now())}

    def get_totp_issuer(self) -> str:
        return settings.MFA_TOTP_ISSUER
