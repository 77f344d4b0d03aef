"""Application settings of lms.outbox: what Wagtail writes to editors goes through the outbox too."""

from django.apps import AppConfig


class OutboxConfig(AppConfig):
    name = "lms.outbox"
    label = "outbox"
    verbose_name = "E-mail outbox"

    def ready(self) -> None:
        from wagtail.admin import mail

        from lms.outbox.backend import mail_of_drafts

        # Wagtail sends inside the request and has no setting for it. Its notifiers and the notes on comments all ask
        # this name for a connection; tests/lms/outbox/test_backend.py fails when they no longer do.
        mail.get_connection = mail_of_drafts
