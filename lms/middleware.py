"""Middleware of the whole site: the content origin's wall, methods, second factor by role, and the security headers."""

from collections.abc import Callable
from dataclasses import asdict
from urllib.parse import urlsplit

from csp.constants import HEADER
from csp.middleware import CSPMiddleware
from csp.utils import build_policy
from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseNotAllowed,
    HttpResponseNotFound,
)
from django.shortcuts import redirect, render
from django.urls import Resolver404, resolve

# How django-csp's decorators mark an answer that needs a policy of its own.
POLICY_MARKS = frozenset({"_csp_exempt", "_csp_config", "_csp_update", "_csp_replace"})
GetResponse = Callable[[HttpRequest], HttpResponseBase]

ALLOWED_BEFORE_SECOND_FACTOR = {
    "account_logout",
    "account_reauthenticate",
    "account_email",
    "account_email_verification_sent",
    "account_confirm_email",
}


def is_content_host(host: str) -> bool:
    """Whether a Host header names the content origin; `{package}` in the setting stands for one label."""
    prefix, placeholder, suffix = urlsplit(settings.SCORM_CONTENT_ORIGIN).netloc.lower().partition("{package}")
    name, colon, port = host.lower().partition(":")
    host = name.removesuffix(".") + colon + port  # the same host to whoever resolves it
    if not placeholder:
        return host == prefix
    label = host[len(prefix) : len(host) - len(suffix)]
    return host.startswith(prefix) and host.endswith(suffix) and label.isalnum()


class ContentOrigin:
    """Answer the content origin's host from courses.content_urls alone: no session, no cookie, no site page there.

    Packages are untrusted code, so the host that serves them must know nothing else (docs/scorm.md). The view is called
    directly: none of the later middleware runs on that host.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        try:
            host = request.get_host()
        except DisallowedHost:
            return self.get_response(request)
        if not is_content_host(host):
            return self.get_response(request)
        try:
            match = resolve(request.path_info, "courses.content_urls")
            request.resolver_match = match
            response = match.func(request, *match.args, **match.kwargs)
        except (Resolver404, Http404):
            response = HttpResponseNotFound("Not found", content_type="text/plain")
        response.headers.setdefault("X-Content-Type-Options", "nosniff")
        response.headers.setdefault("Referrer-Policy", "no-referrer")
        response.headers.setdefault("Cross-Origin-Resource-Policy", "cross-origin")
        return response


class KnownMethods:
    """Answer 405 to every method that no page of the site takes; the Wagtail admin's scripts use others."""

    METHODS = ("GET", "HEAD", "POST")

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.method in self.METHODS or request.path_info.startswith("/admin/"):
            return self.get_response(request)
        return HttpResponseNotAllowed(self.METHODS)


class ButtonsOnly:
    """Say in words that an address only takes a button: people get there when they had to sign in after pressing it."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        reads = request.method == "GET" and "text/html" in request.headers.get("Accept", "")
        if response.status_code != HttpResponseNotAllowed.status_code or not reads:
            return response
        page = render(request, "405.html", status=response.status_code)
        page["Allow"] = response["Allow"]
        return page


class PlainAddresses:
    """Leave NUL bytes, which no database takes, out of what an address asks for; a path that has one leads nowhere."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if "\x00" in request.path_info:
            return HttpResponseNotFound("Not found", content_type="text/plain")
        while "%00" in request.META.get("QUERY_STRING", ""):  # what is left when one goes may be another
            request.META["QUERY_STRING"] = request.META["QUERY_STRING"].replace("%00", "")
        return self.get_response(request)


class PersonalPages:
    """Keep what a signed-in person was shown out of every cache: on a shared computer Back shows nothing of it later.

    A view that says how long its answer may be kept has its way.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        seen = getattr(request, "_cached_user", None)  # not the lazy user: a page that asks for nobody costs no query
        if seen is not None and seen.is_authenticated:
            response.headers.setdefault("Cache-Control", "private, no-store")
        return response


class RequireSecondFactor:
    """Send leads, coordinators, editors and administrators without a second factor to the page that adds one."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request, view_func, view_args, view_kwargs) -> HttpResponse | None:
        if not settings.REQUIRE_MFA or not request.user.is_authenticated or not request.user.needs_second_factor:
            return None
        name = request.resolver_match.url_name or ""
        if name.startswith("mfa_") or name in ALLOWED_BEFORE_SECOND_FACTOR:
            return None
        return None if request.user.has_second_factor else redirect("mfa_index")


class AdminForEditors:
    """Answer 404 in the admins to a signed-in person who may not enter.

    Wagtail and Django would send them to sign in, which sends a signed-in person straight back, for ever.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request, view_func, view_args, view_kwargs) -> None:
        if not request.path_info.startswith(("/admin/", "/django-admin/")) or not request.user.is_authenticated:
            return
        if request.path_info in ("/admin/login/", "/django-admin/login/"):
            return
        wagtail = request.path_info.startswith("/admin/")
        if not (request.user.has_perm("wagtailadmin.access_admin") if wagtail else request.user.is_staff):
            raise Http404


class ContentSecurityPolicy(CSPMiddleware):
    """A strict policy on the site; its own on the Wagtail admin, which needs inline scripts, and on previews.

    The site's is the same on every page, and written once for each content origin.
    """

    def __init__(self, get_response: GetResponse) -> None:
        super().__init__(get_response)
        self.of_site: dict[str, str] = {}

    def process_response(self, request, response):
        if self.has_its_own(request, response):
            return super().process_response(request, response)
        origin = settings.SCORM_CONTENT_ORIGIN
        if origin not in self.of_site:
            self.of_site[origin] = build_policy(**asdict(self.get_policy_parts(request, response)))
        response.headers.setdefault(HEADER, self.of_site[origin])
        return response

    @staticmethod
    def has_its_own(request, response) -> bool:
        """Whether this answer needs another policy than the site's."""
        return (
            settings.DEBUG
            or request.path_info.startswith(("/admin/", "/django-admin/"))
            or getattr(request, "is_preview", False)
            or "_csp_nonce" in vars(request)
            or not POLICY_MARKS.isdisjoint(vars(response))
        )

    def get_policy_parts(self, request, response, report_only=False):
        parts = super().get_policy_parts(request, response, report_only)
        if report_only:
            return parts
        if request.path_info.startswith(("/admin/", "/django-admin/")):
            parts.replace = settings.WAGTAIL_ADMIN_CSP
            return parts
        content = settings.SCORM_CONTENT_ORIGIN.replace("{package}", "*")
        parts.replace = {**(parts.replace or {}), "frame-src": ["'self'", content]}
        if getattr(request, "is_preview", False):
            parts.replace["frame-ancestors"] = ["'self'"]
        return parts


class PermissionsPolicy:
    """Switch off the browser's devices on the site; leave `unload` to packages that save when they are left."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        response.headers.setdefault(
            "Permissions-Policy",
            "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
        )
        return response
