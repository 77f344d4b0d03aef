"""Application settings of lms.uploads: what has become private is told to search at once."""

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_delete, post_save


class UploadsConfig(AppConfig):
    name = "lms.uploads"
    label = "uploads"
    verbose_name = "Uploads"

    def ready(self) -> None:
        from wagtail.models import Collection, CollectionViewRestriction

        for model in (Collection, CollectionViewRestriction):
            for signal in (post_save, post_delete):
                signal.connect(look_again, sender=model, dispatch_uid=f"uploads:privacy:{model.__name__}")


def look_again(**signal: Any) -> None:
    """Have the sweep look for documents that have become private or public."""
    from lms.hurry import hurry
    from lms.uploads.tasks import read_documents

    hurry(read_documents)
