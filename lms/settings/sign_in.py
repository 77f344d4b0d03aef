"""Settings of signing in: by e-mail with allauth, second factors, limits counted per account."""

AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = [
    "lms.people.backends.SignedInBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/my-training/"
ACCOUNT_ADAPTER = "lms.people.adapters.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_FORMS = {
    "login": "lms.people.sign_in_forms.LoginForm",
    "signup": "lms.people.sign_in_forms.SignupForm",
    "add_email": "lms.people.sign_in_forms.AddEmailForm",
    "change_password": "lms.people.sign_in_forms.ChangePasswordForm",
    "set_password": "lms.people.sign_in_forms.SetPasswordForm",
    "reset_password": "lms.people.sign_in_forms.ResetPasswordForm",
    "reset_password_from_key": "lms.people.sign_in_forms.ResetPasswordKeyForm",
    "reauthenticate": "lms.people.sign_in_forms.ReauthenticateForm",
}
ACCOUNT_RATE_LIMITS = {
    "login": "1000/m/ip",
    "login_failed": "1000/m/ip,5/5m/key",
    "signup": "300/m/ip",
    "reset_password": "300/m/ip,5/m/key",
    "reset_password_from_key": "300/m/ip",
    "confirm_email": "1/3m/key",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_RATE_LIMITS = {"webauthn_login": "300/m/ip"}
MFA_TOTP_ISSUER = "Toolkit and Training"
MFA_ADAPTER = "lms.people.adapters.MFAAdapter"
MFA_FORMS = {
    "authenticate": "lms.people.sign_in_forms.AuthenticateForm",
    "reauthenticate": "lms.people.sign_in_forms.MFAReauthenticateForm",
    "activate_totp": "lms.people.sign_in_forms.ActivateTOTPForm",
    "add_webauthn": "lms.people.sign_in_forms.AddWebAuthnForm",
    "edit_webauthn": "lms.people.sign_in_forms.EditWebAuthnForm",
}
SOCIALACCOUNT_ADAPTER = "lms.people.adapters.SocialAccountAdapter"


def openid_connect(*, server_url: str, name: str, client_id: str, secret: str) -> dict:
    """The setting that offers one organisation's own sign-in (OpenID Connect)."""
    app = {
        "provider_id": "organisation",
        "name": name,
        "client_id": client_id,
        "secret": secret,
        "settings": {"server_url": server_url},
    }
    return {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}}
