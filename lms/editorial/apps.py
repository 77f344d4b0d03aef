"""Application settings of lms.editorial: every change of published content lets processes make anew what they kept."""

from django.apps import AppConfig, apps
from django.db.models.signals import post_delete, post_save


class EditorialConfig(AppConfig):
    name = "lms.editorial"
    label = "editorial"
    verbose_name = "Editorial"

    def ready(self) -> None:
        from wagtail.signals import post_page_move

        from lms.kept import content_changed

        for model in content_models():
            for signal in (post_save, post_delete):
                signal.connect(content_changed, sender=model, dispatch_uid=f"kept:{model._meta.label}")
        post_page_move.connect(content_changed, dispatch_uid="kept:move")


def content_models() -> list[type]:
    """The models whose rows are published content, or decide who may see it and under which address."""
    from wagtail.contrib.redirects.models import Redirect
    from wagtail.contrib.settings.models import BaseGenericSetting, BaseSiteSetting
    from wagtail.documents.models import AbstractDocument
    from wagtail.images.models import AbstractImage, AbstractRendition
    from wagtail.models import (
        Collection,
        CollectionViewRestriction,
        Orderable,
        Page,
        PageViewRestriction,
        RevisionMixin,
        Site,
    )

    kinds = (
        Page,
        RevisionMixin,
        Orderable,
        BaseSiteSetting,
        BaseGenericSetting,
        AbstractImage,
        AbstractRendition,
        AbstractDocument,
        Site,
        PageViewRestriction,
        Collection,
        CollectionViewRestriction,
        Redirect,
    )
    return [model for model in apps.get_models() if issubclass(model, kinds)]
