"""Serves the toolkit's public pages without looking them up each time; Wagtail serves everything else."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import BigIntegerField, SlugField, TextField
from django.http import HttpRequest, HttpResponseBase
from wagtail import views
from wagtail.models import Page, Site
from wagtail.query import PageQuerySet
from wagtail.url_routing import RouteResult

from lms.kept import keep
from lms.prepared import Prepared, Slot
from lms.public_pages import public as same_for_everybody
from lms.public_pages import site_key
from toolkit_pages.models import ToolkitPage
from toolkit_pages.models.base import ToolkitBasePage, is_private


def live(model: type[Page]) -> PageQuerySet:
    """The live page of this type at an address. Addresses have no index, their last parts have."""
    return model.objects.live().filter(url_path=Slot("url_path", TextField()), slug=Slot("slug", SlugField()))


GUIDANCE = Prepared(lambda: live(ToolkitPage))  # what most pages are: found at once, without asking for their type
KIND: Prepared[Any] = Prepared(lambda: live(Page).values_list("pk", "content_type"))


@cache
def whole(model: type[ToolkitBasePage]) -> Prepared[ToolkitBasePage]:
    """A page of this type by its primary key."""
    return Prepared(lambda: model.objects.filter(pk=Slot("pk", BigIntegerField())))


def of_another_kind(at: dict[str, str]) -> ToolkitBasePage | None:
    """The page of the toolkit at an address, of whatever type."""
    found = KIND.first(**at)
    model = ContentType.objects.get_for_id(found[1]).model_class() if found else None
    return whole(model).first(pk=found[0]) if model and issubclass(model, ToolkitBasePage) else None


class NotOpen(Exception):
    """No page of the toolkit that anybody may read is at this address."""


@dataclass(frozen=True)
class Open:
    """A live page that anybody may read, and the site it belongs to."""

    site: Site
    page: ToolkitBasePage


def open_page(request: HttpRequest, path: str) -> Open:
    """The page at this address, if anybody may read it. Raises NotOpen; what is not there is not kept either."""

    def find() -> Open:
        site = keep(("toolkit_pages.site", site_key(request)), lambda: Site.find_for_request(request))
        if site is None:
            raise NotOpen
        url_path = site.root_page.url_path + path
        at = {"url_path": url_path, "slug": url_path.strip("/").rpartition("/")[2]}
        page = (GUIDANCE.first(**at) if path else None) or of_another_kind(at)
        if page is None or is_private(page.path):
            raise NotOpen
        return Open(site, page)

    return keep(("toolkit_pages.open", site_key(request), path), find)


def serve(request: HttpRequest, path: str) -> HttpResponseBase:
    """Serve a page of the toolkit."""
    if request.method not in ("GET", "HEAD"):
        return views.serve(request, path)
    try:
        found = open_page(request, path)
    except NotOpen:
        return views.serve(request, path)
    # What Wagtail's tags would look up again for this request.
    request._wagtail_site = found.site
    request._wagtail_route_for_request = RouteResult(found.page)
    return same_for_everybody(found.page.serve)(request)
