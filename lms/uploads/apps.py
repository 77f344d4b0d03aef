"""Application settings of lms.uploads."""

from django.apps import AppConfig


class UploadsConfig(AppConfig):
    name = "lms.uploads"
    label = "uploads"
    verbose_name = "Uploads"
