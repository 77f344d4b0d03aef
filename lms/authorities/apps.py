"""Application settings of lms.authorities."""

from django.apps import AppConfig


class AuthoritiesConfig(AppConfig):
    name = "lms.authorities"
    label = "authorities"
    verbose_name = "Authorities"
