"""Addresses of pages, known by their first part: a page need not be compared with every other address of the site."""

from collections.abc import Iterable, Iterator
from functools import cache

from django.core.exceptions import ImproperlyConfigured
from django.urls import URLPattern, URLResolver, get_resolver

PAGE = r"(?:[\w\-]+/)+"  # as wagtail.urls.serve_pattern, but for the home page
OPEN = frozenset("<([\\?*+|")


class PageAddress:
    """Path converter: an address that begins as no other address of the site does, so it can only be a page's."""

    regex = PAGE

    def to_python(self, value: str) -> str:
        if value.partition("/")[0] in taken():
            raise ValueError("Other addresses begin so; they come first.")
        return value

    def to_url(self, value: str) -> str:
        return value


@cache
def taken() -> frozenset[str]:
    """How the site's other addresses begin."""
    return frozenset(first_parts(get_resolver().url_patterns))


def first_parts(patterns: Iterable[URLPattern | URLResolver]) -> Iterator[str]:
    """The first part of each address, up to the slash; "" for one that is all of it a page's.

    Raises ImproperlyConfigured for an address that may begin with anything: it would never be reached.
    """
    for pattern in patterns:
        written = str(pattern.pattern).removeprefix("^")
        if is_of_pages(pattern) or written in ("", "$"):
            yield from first_parts(pattern.url_patterns) if isinstance(pattern, URLResolver) else ()
            continue
        first = written.partition("/")[0].removesuffix("$")
        if not OPEN.isdisjoint(first):
            raise ImproperlyConfigured(f"{written} may begin as the address of a page does: begin it with a word.")
        yield first


def is_of_pages(pattern: URLPattern | URLResolver) -> bool:
    """Whether it is how pages are served."""
    converters = getattr(pattern.pattern, "converters", {}).values()
    return any(isinstance(one, PageAddress) for one in converters) or getattr(pattern, "name", "") == "wagtail_serve"
