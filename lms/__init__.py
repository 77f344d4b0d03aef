"""The project: settings, composition, and the small platform packages the four apps stand on."""

from lms.celery import app as celery_app

__all__ = ["celery_app"]
