"""Application settings of lms.outbox."""

from django.apps import AppConfig


class OutboxConfig(AppConfig):
    name = "lms.outbox"
    label = "outbox"
    verbose_name = "E-mail outbox"
