"""Whole answers that are the same for everybody, given again to visitors without a session until something changes.

A view says that its answer is one of these (`public`); nothing else is ever kept. Only a visitor without a session,
message or language of their own is answered so: one person's page never reaches another (docs/performance.md).
"""

from collections.abc import Callable, Hashable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.http.request import split_domain_port
from django.utils.translation import get_language_from_request

from lms.kept import keep

GetResponse = Callable[[HttpRequest], HttpResponseBase]
OF_SOMEBODY = {settings.SESSION_COOKIE_NAME, settings.LANGUAGE_COOKIE_NAME, "messages"}
MARK = "is_public_page"
SITE_KEY = "_site_key"


class NotPublic(Exception):
    """The answer is not for everybody; it goes to this visitor alone."""

    def __init__(self, response: HttpResponseBase) -> None:
        super().__init__()
        self.response = response


def public(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Say of a view that everybody without a session gets the same answer from it."""

    @wraps(view)
    def marked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        setattr(response, MARK, True)
        return response

    return marked


class PublicPages:
    """Middleware: answers from what is kept before anything else is looked at."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not may_be_shared(request):
            return self.get_response(request)

        def make() -> tuple[bytes, list[tuple[str, str]]]:
            response = self.get_response(request)
            if not is_shared(response):
                raise NotPublic(response)
            return response.content, list(response.items())

        key = ("public_page", site_key(request), request.path, get_language_from_request(request))
        try:
            content, headers = keep(key, make)
        except NotPublic as answer:
            return answer.response
        return HttpResponse(content, headers=dict(headers))


def may_be_shared(request: HttpRequest) -> bool:
    """Whether the visitor is nobody in particular: no session, no message, no language, no name, no question."""
    return (
        request.method == "GET"
        and not request.META.get("QUERY_STRING")
        and OF_SOMEBODY.isdisjoint(request.COOKIES)
        and "HTTP_AUTHORIZATION" not in request.META
    )


def is_shared(response: HttpResponseBase) -> bool:
    """Whether an answer may go to others: marked, whole, and without a cookie for anybody."""
    return (
        getattr(response, MARK, False)
        and isinstance(response, HttpResponse)
        and response.status_code == 200
        and not response.cookies
        and "private" not in response.get("Cache-Control", "")
        and "no-store" not in response.get("Cache-Control", "")
    )


def site_key(request: HttpRequest) -> Hashable:
    """What tells the site a request asks for from the others, however its Host header is written.

    Hosts with other ports or capitals are the same site (as wagtail.models.Site.find_for_request finds it): with a key
    for each of them a visitor could fill the memory with copies. Raises DisallowedHost.
    """
    known = request.__dict__.get(SITE_KEY)
    if known is None:
        host, _port = split_domain_port(request.get_host())
        address = (host, int(request.get_port()))
        sites = keep("lms.sites", read_sites)
        known = address if address in sites else host if any(host == name for name, _number in sites) else ""
        setattr(request, SITE_KEY, known)
    return known


def read_sites() -> set[tuple[str, int]]:
    """Hosts and ports of the sites. One query."""
    from wagtail.models import Site

    return set(Site.objects.values_list("hostname", "port"))
