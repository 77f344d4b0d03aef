"""Production: base.py, which refuses to start without what keeps it safe."""

from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from lms.settings.base import *
from lms.settings.base import ALLOWED_HOSTS, SCORM_CONTENT_ORIGIN, SECRET_KEY, SITE_ORIGIN

if not SECRET_KEY:
    raise ImproperlyConfigured("Set SECRET_KEY to a long random text.")
if not ALLOWED_HOSTS:
    raise ImproperlyConfigured("Set ALLOWED_HOSTS to the site's host and the content origin's host.")
if not SCORM_CONTENT_ORIGIN:
    raise ImproperlyConfigured("Set SCORM_CONTENT_ORIGIN to an origin on another registrable domain than the site's.")
# Cookies know no ports: another port of the site's host is no wall.
if urlsplit(SCORM_CONTENT_ORIGIN).hostname == urlsplit(SITE_ORIGIN).hostname:
    raise ImproperlyConfigured("SCORM_CONTENT_ORIGIN must not be the site's own host: packages are untrusted code.")
