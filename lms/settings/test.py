"""Tests: development with fast passwords, mail in memory and tasks run at once."""

import os
import tempfile

os.environ.setdefault("LOG_LEVEL", "ERROR")
os.environ.setdefault("VAR_DIR", os.path.join(tempfile.gettempdir(), f"toolkit-tests-{os.getpid()}"))

from lms.settings.development import *
from lms.settings.development import DATABASES, STATIC_ROOT, STORAGES, VAR_DIR

DEBUG = False
SITE_ORIGIN = "http://testserver"
SCORM_CONTENT_ORIGIN = "http://content.testserver"
ALLOWED_HOSTS = ["*"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
CELERY_TASK_ALWAYS_EAGER = True
CELERY_TASK_EAGER_PROPAGATES = True
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
SESSION_ENGINE = "django.contrib.sessions.backends.db"  # so that a page takes the same queries with Redis and without
MEDIA_ROOT = VAR_DIR / "media"
# Each process of a run has its own: tests look at all that lies there, and clear what nobody knows.
PRIVATE_ROOT = VAR_DIR / os.environ.get("PYTEST_XDIST_WORKER", "alone") / "private"
STORAGES["private"]["OPTIONS"]["location"] = str(PRIVATE_ROOT)
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {"NAME": str(VAR_DIR / "test.sqlite3")}
    DATABASES["default"]["OPTIONS"] = {
        **DATABASES["default"]["OPTIONS"],
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; PRAGMA foreign_keys=ON;",
    }
