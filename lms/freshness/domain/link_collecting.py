"""Finding the links to other sites in published content: in texts, blocks and address fields, children included."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any
from urllib.parse import urlsplit

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.utils import timezone
from modelcluster.models import get_all_child_relations
from wagtail.fields import RichTextField, StreamField
from wagtail.models import DraftStateMixin, Page

from lms.authorities.models import Authority
from lms.design_system.models import SiteSettings
from lms.freshness.domain.inventory import kinds, looked_after
from lms.freshness.models import Link, LinkUse

HREF = re.compile(r"""href=(?:"(https?://[^"]+)"|'(https?://[^']+)')""", re.IGNORECASE)
ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
LONGEST = 2000
AT_ONCE = 500


def sources() -> list[type[Any]]:
    """The models whose published rows may hold links; the settings hold the address that people leave by."""
    others = [model for model in apps.get_models() if issubclass(model, DraftStateMixin) and model is not Page]
    return list(dict.fromkeys([*kinds(), *others, Authority, SiteSettings]))


def links_in(content: Any) -> set[str]:
    """The addresses of other sites that a row and its children lead to."""
    found = set(links_of_fields(content))
    for relation in get_all_child_relations(type(content)):
        for child in getattr(content, relation.get_accessor_name()).all():
            found |= set(links_of_fields(child))
    return {url for url in found if is_elsewhere(url)}


def links_of_fields(row: models.Model) -> Iterator[str]:
    """The addresses in one row's own fields."""
    for field in row._meta.get_fields():
        if isinstance(field, models.URLField):
            yield from links_of_value(getattr(row, field.name))
        elif isinstance(field, RichTextField):
            yield from links_of_html(getattr(row, field.name) or "")
        elif isinstance(field, StreamField):
            yield from links_of_value(getattr(row, field.name).get_prep_value())


def links_of_value(value: Any) -> Iterator[str]:
    """The addresses in a value as it is stored, however deep: a text that is one, or the links of rich text."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from links_of_value(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from links_of_value(inner)
    elif isinstance(value, str) and ADDRESS.fullmatch(value):
        yield value
    elif isinstance(value, str):
        yield from links_of_html(value)


def links_of_html(html: str) -> Iterator[str]:
    """The addresses that links in rich text lead to."""
    return (unescape(double or single) for double, single in HREF.findall(html))


def is_elsewhere(url: str) -> bool:
    """Whether an address is on another site, and no longer than an address should be."""
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return False
    return bool(host) and len(url) <= LONGEST and host != urlsplit(settings.SITE_ORIGIN).hostname


def collect_links() -> int:
    """Bring the table of links up to date with what is published; returns how many links there are. Safe to repeat."""
    now = timezone.now()
    for model in sources():
        content_type = ContentType.objects.get_for_model(model)
        wanted: dict[str, set[str]] = {}
        for row in looked_after(model).iterator(chunk_size=AT_ONCE):
            if links := links_in(row):
                wanted[str(row.pk)] = links
        keep_uses(content_type, wanted, now=now)
    Link.objects.filter(uses=None).delete()
    return Link.objects.count()


@transaction.atomic
def keep_uses(content_type: ContentType, wanted: dict[str, set[str]], *, now: Any) -> None:
    """Make the uses of one kind of content exactly these."""
    links = known_links({url for urls in wanted.values() for url in urls}, now=now)
    pairs = {(links[url], key) for key, urls in wanted.items() for url in urls}
    uses = LinkUse.objects.filter(content_type=content_type)
    there = {(link, key): pk for pk, link, key in uses.values_list("pk", "link_id", "object_id")}
    gone = [pk for pair, pk in there.items() if pair not in pairs]
    for start in range(0, len(gone), AT_ONCE):
        LinkUse.objects.filter(pk__in=gone[start : start + AT_ONCE]).delete()
    new = [LinkUse(link_id=link, content_type=content_type, object_id=key) for link, key in sorted(pairs - set(there))]
    LinkUse.objects.bulk_create(new, batch_size=AT_ONCE, ignore_conflicts=True)


def known_links(urls: set[str], *, now: Any) -> dict[str, int]:
    """The key of each address, new ones added, due at once."""
    rows = [Link(url=url, url_hash=hash_of(url), next_check_at=now) for url in sorted(urls)]
    Link.objects.bulk_create(rows, batch_size=AT_ONCE, ignore_conflicts=True)
    found: dict[str, int] = {}
    hashes = [row.url_hash for row in rows]
    for start in range(0, len(hashes), AT_ONCE):
        known = Link.objects.filter(url_hash__in=hashes[start : start + AT_ONCE])
        found.update(known.values_list("url", "pk"))
    return found


def hash_of(url: str) -> str:
    """By which an address is found, however long it is."""
    return hashlib.sha256(url.encode()).hexdigest()


def contents_of(links: Iterable[Link], *, most: int = 10) -> dict[int, list[Any]]:
    """The content that holds each of these links, at most so many of each; one query for each kind of content."""
    found: dict[int, list[tuple[int, str]]] = {}
    uses = LinkUse.objects.filter(link__in=list(links)).order_by("content_type_id", "object_id")
    for link_id, content_type_id, object_id in uses.values_list("link_id", "content_type_id", "object_id"):
        of_link = found.setdefault(link_id, [])
        if len(of_link) < most:
            of_link.append((content_type_id, object_id))
    wanted = {pair for pairs in found.values() for pair in pairs}
    rows: dict[tuple[int, str], Any] = {}
    for content_type_id in {content_type_id for content_type_id, _object_id in wanted}:
        model = ContentType.objects.get_for_id(content_type_id).model_class()
        if model is not None:
            keys = [object_id for of, object_id in wanted if of == content_type_id]
            rows |= {(content_type_id, str(key)): row for key, row in model._default_manager.in_bulk(keys).items()}
    return {link_id: [rows[pair] for pair in pairs if pair in rows] for link_id, pairs in found.items()}
