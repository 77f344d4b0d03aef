"""Application settings of lms.editorial."""

from django.apps import AppConfig


class EditorialConfig(AppConfig):
    name = "lms.editorial"
    label = "editorial"
    verbose_name = "Editorial"
