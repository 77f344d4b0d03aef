"""Production: base.py, which refuses to start without what keeps it safe."""

from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from lms.settings.base import *
from lms.settings.base import ALLOWED_HOSTS, SCORM_CONTENT_ORIGIN, SECRET_KEY, SITE_ORIGIN, env

if not SECRET_KEY:
    raise ImproperlyConfigured("Set SECRET_KEY to a long random text.")
if not env("SITE_ORIGIN", default=""):
    raise ImproperlyConfigured("Set SITE_ORIGIN to the site's address: links in e-mails lead there.")
if not ALLOWED_HOSTS:
    raise ImproperlyConfigured("Set ALLOWED_HOSTS to the site's host and the content origin's host.")
if not SCORM_CONTENT_ORIGIN:
    raise ImproperlyConfigured("Set SCORM_CONTENT_ORIGIN to an origin on another registrable domain than the site's.")
# Cookies know no ports, and reach the hosts below: another port of the site's host, or a host below it, is no wall.
_site, _content = (f".{urlsplit(origin).hostname}" for origin in (SITE_ORIGIN, SCORM_CONTENT_ORIGIN))
if _content.endswith(_site) or _site.endswith(_content):
    raise ImproperlyConfigured(
        "SCORM_CONTENT_ORIGIN must not be the site's own host, nor one above or below it: packages are untrusted code."
    )
