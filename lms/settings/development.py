"""Development and `make run`: base.py loosened for one machine over plain HTTP."""

import os

os.environ.setdefault("LOG_FORMAT", "logfmt")
os.environ.setdefault("LOG_LEVEL", "WARNING")

from lms.settings.base import *
from lms.settings.base import ALLOWED_HOSTS as _hosts
from lms.settings.base import SCORM_CONTENT_ORIGIN as _content_origin
from lms.settings.base import SITE_ORIGIN as _site_origin
from lms.settings.base import env, urlsplit

SITE_ORIGIN = _site_origin if "SITE_ORIGIN" in os.environ else f"http://localhost:{os.environ.get('WEB_PORT', 8000)}"
WAGTAILADMIN_BASE_URL = SITE_ORIGIN
DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env("SECRET_KEY", default="development-only-key-that-protects-nothing-and-is-long-enough-to-be-accepted")
SCORM_CONTENT_ORIGIN = _content_origin or f"http://127.0.0.1:{urlsplit(SITE_ORIGIN).port or 8000}"
ALLOWED_HOSTS = _hosts or ["localhost", "127.0.0.1"]
REQUIRE_MFA = env.bool("REQUIRE_MFA", default=False)
SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 0
SESSION_COOKIE_SECURE = False
CSRF_COOKIE_SECURE = False
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
WHITENOISE_AUTOREFRESH = DEBUG
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
SERVE_MEDIA = True
DEMO_PEOPLE_ALLOWED = True
