"""Every address the resolvers know: its name, its route and the names of its arguments."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, get_resolver


@dataclass(frozen=True)
class Address:
    """One URL pattern; `name` has its namespaces, or is the route in brackets where the pattern has no name."""

    name: str
    route: str
    arguments: tuple[str, ...]

    @property
    def is_admin(self) -> bool:
        """Whether it belongs to the Wagtail admin or Django's."""
        return self.route.startswith(("admin/", "django-admin/"))

    def path(self, given: dict[str, Any]) -> str:
        """The path with these arguments; ways that Django offers to write the same address are left out."""
        path = re.sub(r"(?<!\?P)<(?:\w+:)?(\w+)>", lambda found: str(given[found[1]]), self.route)
        path = re.sub(r"\(\?P<(\w+)>(?:[^()]|\([^()]*\))*\)", lambda found: str(given[found[1]]), path)
        path = re.sub(r"\(\(\?:.*\)\*\)", "", path)
        return "/" + path.replace("^", "").replace("$", "").replace("\\.", ".").replace("\\Z", "")


def addresses(urlconf: str | None = None) -> list[Address]:
    """The addresses of a URLconf, the site's own by default, in the order in which they are tried."""
    return list(_walk(get_resolver(urlconf).url_patterns, "", ()))


def _walk(patterns: list, prefix: str, namespaces: tuple[str, ...]) -> Iterator[Address]:
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            name = ":".join([*namespaces, pattern.name]) if pattern.name else f"({route})"
            yield Address(name=name, route=route, arguments=_arguments(route))
        else:
            inner = (*namespaces, pattern.namespace) if pattern.namespace else namespaces
            yield from _walk(pattern.url_patterns, route, inner)


def _arguments(route: str) -> tuple[str, ...]:
    return tuple(re.findall(r"<(?:\w+:)?(\w+)>", route))
