"""The content origin: the player shell, package files behind a launch token, commits. No cookie, no session."""

import hashlib
import json
from datetime import timedelta
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote, urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from courses.models import Launch, ScormItemState
from courses.scorm import files, runtime
from courses.scorm.launches import content_origin, first_item
from courses.scorm.packages import content_root
from courses.scorm.starting import entry_of, starting_cmi, version_of
from courses.scorm.tokens import LaunchToken, read_token

URLS = "courses.content_urls"
ASSETS = {
    "shell.css": "text/css",
    "shell.js": "text/javascript",
    "storage.js": "text/javascript",
    "scorm-12.js": "text/javascript",
    "scorm-2004.js": "text/javascript",
}
SHELL_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors {site}"
)
# Packages are old and use what they like, from their own files only.
PACKAGE_POLICY = (
    "default-src 'self' data: blob: 'unsafe-inline' 'unsafe-eval'; form-action 'self'; base-uri 'self'; "
    "frame-ancestors 'self' {site}"
)
DEVICES = "unload=(self), fullscreen=(self), autoplay=(self), camera=(), geolocation=(), microphone=(), payment=()"


def named_by(request: HttpRequest, token: str, *, for_commit: bool = False) -> LaunchToken:
    """What a token names, on the host of its own package. Raises Http404."""
    named = read_token(token, for_commit=for_commit)
    if named is None or request.get_host() != urlsplit(content_origin(named.content_key)).netloc:
        raise Http404
    return named


@require_safe
def shell(request: HttpRequest, token: str) -> HttpResponse:
    """The page that holds the API and the package's frame."""
    named = read_token(token)
    launch = None
    if named is not None and request.get_host() == urlsplit(content_origin(named.content_key)).netloc:
        launch = Launch.objects.select_related("user", "version__package").filter(pk=named.launch).first()
    context: dict = {name.replace("-", "_").replace(".", "_"): address for name, address in addresses().items()}
    if launch is not None and named is not None:
        context |= {"data": as_script_data(launch_data(launch, named, token)), "launch": launch}
    page = render_to_string("courses/scorm/shell.html", context)  # no request: context processors read the session
    response = HttpResponse(page, status=200 if launch else 404)
    response["Content-Security-Policy"] = SHELL_POLICY.format(site=settings.SITE_ORIGIN)
    response["Permissions-Policy"] = DEVICES
    response["Cache-Control"] = "no-store"
    return response


def launch_data(launch: Launch, named: LaunchToken, token: str) -> dict:
    """What the shell's script starts with: the saved state, addresses, and how far commits have come."""
    state = None
    if launch.attempt_id:
        states = ScormItemState.objects.filter(attempt=launch.attempt_id, item_identifier=launch.item_identifier)
        state = states.first()
    item = first_item(launch.version)
    normal = launch.mode == Launch.Mode.NORMAL
    earlier = state.total_seconds - launch.base_total_seconds if state is not None and normal else 0
    return {
        "version": version_of(launch),
        "mode": launch.mode,
        "title": item["title"],
        "superseded": normal and (state is None or state.current_launch_id != launch.pk),
        "launch": launch.pk,
        "token": token,
        "sequence": state.last_sequence if state is not None and normal else 0,
        "earlierSeconds": float(max(0, earlier)),
        "entry": entry_of(launch, state),
        "cmi": starting_cmi(launch, state, item),
        "page": reverse("content", urlconf=URLS, args=[token, item["path"]]) + query_of(item),
        "pageWithStorage": reverse("content_with_storage", urlconf=URLS, args=[token, item["path"]]) + query_of(item),
        "commitUrl": reverse("commit", urlconf=URLS, args=[token]),
        "replayUrl": reverse("replay", urlconf=URLS, args=[token]),
        "siteOrigin": settings.SITE_ORIGIN,
        "filesLast": files_last(launch).total_seconds(),
    }


def files_last(launch: Launch) -> timedelta:
    """How long the launch's token still opens the package's files; commits are taken for longer."""
    return max(timedelta(), launch.started_at + timedelta(hours=settings.SCORM_LAUNCH_TOKEN_HOURS) - timezone.now())


def query_of(item: dict) -> str:
    """The item's query and fragment, made safe for an address and otherwise as the manifest has them."""
    return quote(item["query"], safe="?#&=;:@/+,!$'()*~%-._[]")


@require_safe
def content(request: HttpRequest, token: str, path: str, first_script: str = "") -> HttpResponseBase:
    """One file of the package that the token names; no query is made."""
    named = named_by(request, token)
    response = files.answer(request, folder=content_root() / named.content_key, path=path, first_script=first_script)
    response["Content-Security-Policy"] = PACKAGE_POLICY.format(site=settings.SITE_ORIGIN)
    response["Permissions-Policy"] = DEVICES
    return response


@require_safe
def content_with_storage(request: HttpRequest, token: str, path: str) -> HttpResponseBase:
    """The same for a browser that refuses web storage in another site's frames: pages begin with what stands in."""
    return content(request, token, path, first_script=addresses()["storage.js"])


@csrf_exempt
@require_POST
def commit(request: HttpRequest, token: str) -> HttpResponse:
    """What the SCO reports: the token stands for the learner, so neither cookie nor CSRF token is needed."""
    named = named_by(request, token, for_commit=True)
    body = body_of(request)
    if body is None:
        return JsonResponse({"outcome": "too large"}, status=413)
    answer = runtime.commit(named, body=body, at=timezone.now())
    return JsonResponse({"outcome": answer.outcome, "completed": answer.completed}, status=answer.status)


@csrf_exempt
@require_POST
def replay(request: HttpRequest, token: str) -> HttpResponse:
    """What the launch before could not send; answers the state that the SCO now begins with."""
    named = named_by(request, token)
    body = body_of(request)
    if body is None:
        return JsonResponse({"outcome": "too large"}, status=413)
    answer = runtime.replay(named, body=body, at=timezone.now())
    launch = get_object_or_404(Launch.objects.select_related("user", "version"), pk=named.launch)
    found = {"outcome": answer.outcome, "completed": answer.completed, "launch": launch_data(launch, named, token)}
    return JsonResponse(found, status=answer.status)


def body_of(request: HttpRequest) -> bytes | None:
    """The body, or None when it is larger than a commit may be."""
    try:
        announced = int(request.headers.get("Content-Length") or 0)
        if announced > settings.SCORM_MAX_COMMIT_BYTES:
            return None
        body = request.body
    except (RequestDataTooBig, ValueError):
        return None
    return body if len(body) <= settings.SCORM_MAX_COMMIT_BYTES else None


@require_safe
def asset(request: HttpRequest, name: str) -> HttpResponse:
    """The player's own scripts and style, of which there are five; kept by the browser under their digest."""
    path = asset_path(name) if name in ASSETS else None
    if path is None:
        raise Http404
    response = HttpResponse(path.read_bytes(), content_type=f"{ASSETS[name]}; charset=utf-8")
    if request.GET.get("v") == digest_of(str(path), path.stat().st_mtime_ns):
        response["Cache-Control"] = "public, max-age=31536000, immutable"
    return response


def asset_path(name: str) -> Path | None:
    """Where the build put one of the player's files."""
    found = finders.find(f"build/{name}") or settings.STATIC_ROOT / "build" / name
    return Path(found) if Path(found).is_file() else None


def addresses() -> dict[str, str]:
    """The addresses of the player's files, with their digests so that they may be kept for good."""
    found = {}
    for name in ASSETS:
        path = asset_path(name)
        digest = digest_of(str(path), path.stat().st_mtime_ns) if path else "missing"
        found[name] = f"{reverse('asset', urlconf=URLS, args=[name])}?v={digest}"
    return found


@lru_cache(maxsize=16)
def digest_of(path: str, _changed_at: int) -> str:
    """A short digest of a file's content, worked out once for each change."""
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()[:16]


def as_script_data(data: dict) -> str:
    """JSON that may stand inside a script element."""
    return json.dumps(data).replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
