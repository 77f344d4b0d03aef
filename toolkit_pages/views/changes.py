"""What changed: a page for people, and the same as Atom and RSS, whose titles tell nothing over a shoulder."""

from typing import Any
from urllib.parse import urlencode

from django.contrib.syndication.views import Feed
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed
from django.utils.translation import gettext
from django.views.decorators.http import require_safe
from wagtail.models import Site

from lms.cells import printable
from lms.design_system.context_processors import kept
from lms.public_pages import public
from toolkit_pages.domain.changes import Change, Kind, by_month, changes_of, kinds_in, of_kind
from toolkit_pages.models.base import is_neutral

ON_A_PAGE = 30
IN_A_FEED = 50


@require_safe
@public
def changes(request: HttpRequest) -> HttpResponse:
    """Show what changed, all of it or of one kind."""
    found = changes_of(Site.find_for_request(request))
    kind = request.GET.get("kind", "")
    kind = kind if kind in Kind.values else ""
    page_obj = Paginator(of_kind(found, kind), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "kind": kind,
        "kinds": [(one.value, one.label) for one in kinds_in(found)],
        "page_obj": page_obj,
        "months": by_month(page_obj.object_list),
        "atom": feed_address("changes_atom", kind),
        "rss": feed_address("changes_rss", kind),
    }
    return render(request, "toolkit_pages/changes.html", context)


def feed_address(name: str, kind: str) -> str:
    """Where the feed of these changes is."""
    return reverse(f"toolkit_pages:{name}") + (f"?{urlencode({'kind': kind})}" if kind else "")


class ChangesFeed(Feed):
    """The changes, all of them or of one kind, for a feed reader: neutral titles, and no text that tells more."""

    feed_type: type[Any] = Atom1Feed

    def get_object(self, request: HttpRequest) -> dict[str, Any]:
        kind = request.GET.get("kind", "")
        found = of_kind(changes_of(Site.find_for_request(request)), kind)
        return {"name": kept(request).neutral_name, "changes": found[:IN_A_FEED]}

    def title(self, obj: dict[str, Any]) -> str:
        return gettext("What changed – %(site)s") % {"site": obj["name"]}

    def link(self, obj: dict[str, Any]) -> str:
        return reverse("toolkit_pages:changes")

    def items(self, obj: dict[str, Any]) -> list[Change]:
        return obj["changes"]

    def item_title(self, item: Change) -> str:
        return printable(f"{item.kind.label}: {item.safe_title}")

    def item_description(self, item: Change) -> str:
        return printable(item.text) if is_neutral(item.text) else ""

    def item_link(self, item: Change) -> str:
        return item.url or reverse("toolkit_pages:changes")

    def item_guid(self, item: Change) -> str:
        return f"{item.key}-{item.at:%Y%m%d%H%M%S}"

    item_guid_is_permalink = False

    def item_pubdate(self, item: Change):
        return item.at

    def item_updateddate(self, item: Change):
        return item.at


class RssFeed(ChangesFeed):
    """The same as RSS."""

    feed_type = Rss201rev2Feed

    def description(self, obj: dict[str, Any]) -> str:
        return self.title(obj)


atom = require_safe(ChangesFeed())
rss = require_safe(RssFeed())
