"""Checked file serving: documents, each request on its own, and the public images with headers that keep SVG tame."""

import posixpath
import re
from functools import partial

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe
from django.views.static import serve
from wagtail import hooks
from wagtail.documents.models import document_served

from lms.uploads.domain.documents import CONTENT_TYPES, SHOWN_IN_PAGE, extension_of
from lms.uploads.domain.downloads import count_downloads
from lms.uploads.models import Document
from lms.uploads.serving import handed_over, sent

# A document on its own may show itself and nothing else: no script, no frame, no request.
DOCUMENT_POLICY = "default-src 'none'; media-src 'self'; object-src 'self'; style-src 'unsafe-inline'"
# A drawing opened by its own address: its own styles, no script, and no origin to act for.
DRAWING_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"
UNFINISHED = "wagtail_uploads/"


@require_safe
def document(request: HttpRequest, document_id: int, document_filename: str) -> HttpResponseBase:
    """Send a document to somebody who may have it: Wagtail's hook checks the privacy of its collection."""
    found = get_object_or_404(Document, pk=document_id)
    if found.filename != document_filename:
        raise Http404
    for check in hooks.get_hooks("before_serve_document"):
        answer = check(found, request)
        if isinstance(answer, HttpResponse):
            return answer
    try:
        etag = f'"{found.get_file_hash()}"'
    except FileNotFoundError as error:
        raise Http404 from error
    document_served.send(sender=Document, instance=found, request=request)
    unchanged = get_conditional_response(request, etag=etag)
    if unchanged is not None and unchanged.status_code != 200:
        return unchanged
    response = private_file(request, found.file, name=found.filename, etag=etag)
    response["Cache-Control"] = "private, no-cache"
    if is_first_part(request, response):
        count_downloads([found])
    return response


def is_first_part(request: HttpRequest, response: HttpResponseBase) -> bool:
    """Whether this answer begins a download: not a question about one, and not a later part of one."""
    is_start = re.match(r"bytes=(?!0-)", request.headers.get("Range", "")) is None
    return request.method == "GET" and response.status_code in (200, 206) and is_start


def private_file(request: HttpRequest, file, *, name: str, etag: str | None = None) -> HttpResponseBase:
    """A private file as an answer: by the web server in front when PRIVATE_FILES_HEADER names one, else by us."""
    extension = extension_of(name)
    content_type = CONTENT_TYPES.get(extension, "application/octet-stream")
    if settings.PRIVATE_FILES_HEADER:
        response: HttpResponseBase = handed_over(file.name, content_type=content_type)
    else:
        try:
            opening = partial(file.storage.open, file.name, "rb")
            response = sent(request, open_file=opening, size=file.size, content_type=content_type, etag=etag)
        except FileNotFoundError as error:
            raise Http404 from error
    disposition = content_disposition_header(extension not in SHOWN_IN_PAGE, name)
    response["Content-Disposition"] = disposition or "attachment"
    response["Content-Security-Policy"] = DOCUMENT_POLICY
    response["X-Content-Type-Options"] = "nosniff"
    if etag:
        response["ETag"] = etag
    return response


@require_safe
def media(request: HttpRequest, path: str) -> HttpResponseBase:
    """A public image, where no web server in front sends it; never an upload whose form is not finished."""
    if posixpath.normpath(f"/{path}").lstrip("/").startswith(UNFINISHED):
        raise Http404
    response = serve(request, path, document_root=settings.MEDIA_ROOT)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = DRAWING_POLICY
    response["Cache-Control"] = "public, max-age=86400"
    return response
