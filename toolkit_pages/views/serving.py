"""Serves the toolkit's public pages without looking them up each time; Wagtail serves everything else."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import BigIntegerField, SlugField, TextField
from django.http import HttpRequest, HttpResponseBase
from wagtail import views
from wagtail.models import Page, Site
from wagtail.url_routing import RouteResult

from lms.kept import keep
from lms.prepared import Prepared, Slot
from lms.public_pages import public as same_for_everybody
from lms.public_pages import site_key
from toolkit_pages.models.base import ToolkitBasePage, is_private

# Primary key, place in the tree and type. Addresses have no index, their last parts have.
LIVE: Prepared[Any] = Prepared(
    lambda: (
        Page.objects.live()
        .filter(url_path=Slot("url_path", TextField()), slug=Slot("slug", SlugField()))
        .values_list("pk", "path", "content_type")
    )
)


@cache
def whole(model: type[ToolkitBasePage]) -> Prepared[ToolkitBasePage]:
    """A page of this type by its primary key."""
    return Prepared(lambda: model.objects.filter(pk=Slot("pk", BigIntegerField())))


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
        found = LIVE.first(url_path=url_path, slug=url_path.strip("/").rpartition("/")[2])
        if found is None:
            raise NotOpen
        pk, path_in_tree, kind = found
        model = ContentType.objects.get_for_id(kind).model_class()
        if model is None or not issubclass(model, ToolkitBasePage) or is_private(path_in_tree):
            raise NotOpen
        page = whole(model).first(pk=pk)
        if page is None:
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
