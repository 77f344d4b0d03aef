"""Production: base.py, which refuses to start without what keeps it safe."""

from django.core.exceptions import ImproperlyConfigured

from lms.settings.base import *
from lms.settings.base import ALLOWED_HOSTS, SCORM_CONTENT_ORIGIN, SECRET_KEY, SITE_ORIGIN, host_of

if not SECRET_KEY:
    raise ImproperlyConfigured("Set SECRET_KEY to a long random text.")
if not ALLOWED_HOSTS:
    raise ImproperlyConfigured("Set ALLOWED_HOSTS to the site's host and the content origin's host.")
if not SCORM_CONTENT_ORIGIN:
    raise ImproperlyConfigured("Set SCORM_CONTENT_ORIGIN to an origin on another registrable domain than the site's.")
if host_of(SCORM_CONTENT_ORIGIN) == host_of(SITE_ORIGIN):
    raise ImproperlyConfigured("SCORM_CONTENT_ORIGIN must not be the site's own origin: packages are untrusted code.")
