"""Old addresses of what is published go on answering, with the way to the new ones, as Wagtail does for pages."""

from collections.abc import Callable, Collection, Mapping
from typing import Any

from django.db.models import Model
from django.db.models.signals import pre_save
from wagtail.contrib.redirects.models import Redirect

AddressesOf = Callable[[Any, str], list[str]]


def keep_old_addresses(model: type[Model], addresses_of: AddressesOf) -> None:
    """From now on leave redirects behind whenever something published of this model is given another address.

    `addresses_of` names all pages of a thing as they would be if its `slug` were the given one, in the same order.
    """

    def slug_may_change(instance: Any, raw: bool, update_fields: Collection[str] | None, **signal: Any) -> None:
        if instance.pk and instance.live and not raw and (update_fields is None or "slug" in update_fields):
            before = type(instance).objects.filter(pk=instance.pk, live=True).exclude(slug=instance.slug).first()
            if before is not None:
                old, new = addresses_of(before, before.slug), addresses_of(before, instance.slug)
                leave_redirects(dict(zip(old, new, strict=True)))

    pre_save.connect(slug_may_change, sender=model, weak=False, dispatch_uid=f"addresses:{model._meta.label}")


def leave_redirects(moved: Mapping[str, str]) -> None:
    """Have each old path answer with the way to its new one; a redirect that an editor wrote stays as it is."""
    old = {Redirect.normalise_path(path): link for path, link in moved.items()}
    taken = {*old, *(Redirect.normalise_path(link) for link in moved.values())}
    everywhere = Redirect.objects.filter(old_path__in=taken, site=None)
    everywhere.filter(automatically_created=True).delete()
    written = set(everywhere.values_list("old_path", flat=True))
    for path, link in old.items():
        if path not in written:
            Redirect.objects.create(old_path=path, redirect_link=link, automatically_created=True)
