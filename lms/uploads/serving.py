"""Sends a file that lies in a private place: whole, in part, or by the web server in front."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.core.files.storage import storages
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse

from lms.uploads.ranges import OutsideFile, asked_range, pieces


def handed_over(name: str, *, content_type: str) -> HttpResponse:
    """An answer that has the web server in front send the file of this name in the private storage.

    nginx wants an internal location in its header, X-Sendfile a path.
    """
    header = settings.PRIVATE_FILES_HEADER
    is_location = header.lower() == "x-accel-redirect"
    response = HttpResponse(content_type=content_type)
    response[header] = (
        settings.PRIVATE_FILES_LOCATION + quote(name) if is_location else str(Path(storages["private"].path(name)))
    )
    return response


def sent(
    request: HttpRequest, *, open_file: Callable[[], Any], size: int, content_type: str, etag: str | None
) -> HttpResponseBase:
    """The file, or the part a Range header asks for: a video begins to play before all of it has come.

    A part of another version of the file than the one the browser has (If-Range) is all of it.
    """
    header = request.headers.get("Range", "")
    if request.headers.get("If-Range", etag) != etag:
        header = ""
    try:
        wanted = asked_range(header, size=size)
    except OutsideFile:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    start, end = wanted or (0, size - 1)
    response = StreamingHttpResponse(
        pieces(open_file(), start=start, end=end), status=206 if wanted else 200, content_type=content_type
    )
    if wanted:
        response["Content-Range"] = f"bytes {start}-{end}/{size}"
    response["Content-Length"] = str(end - start + 1)
    response["Accept-Ranges"] = "bytes"
    return response
