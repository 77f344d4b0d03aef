"""A package's files as answers: found inside their folder only, with the right type, ranges, and compression."""

import gzip
import mimetypes
from pathlib import Path
from urllib.parse import quote

from django.conf import settings
from django.core.files.storage import storages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import http_date

from courses.scorm.pages import with_first_script
from lms.uploads.ranges import OutsideFile, asked_range, pieces

# Authoring tools write these; the system's own table differs from one server to the next.
TYPES = {
    "html": "text/html",
    "htm": "text/html",
    "xhtml": "application/xhtml+xml",
    "js": "text/javascript",
    "mjs": "text/javascript",
    "css": "text/css",
    "json": "application/json",
    "xml": "text/xml",
    "xsd": "text/xml",
    "dtd": "application/xml-dtd",
    "txt": "text/plain; charset=utf-8",
    "vtt": "text/vtt; charset=utf-8",
    "srt": "text/plain; charset=utf-8",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "avif": "image/avif",
    "ico": "image/x-icon",
    "bmp": "image/bmp",
    "mp3": "audio/mpeg",
    "m4a": "audio/mp4",
    "ogg": "audio/ogg",
    "wav": "audio/wav",
    "mp4": "video/mp4",
    "m4v": "video/mp4",
    "webm": "video/webm",
    "ogv": "video/ogg",
    "woff": "font/woff",
    "woff2": "font/woff2",
    "ttf": "font/ttf",
    "otf": "font/otf",
    "eot": "application/vnd.ms-fontobject",
    "wasm": "application/wasm",
    "pdf": "application/pdf",
    "swf": "application/x-shockwave-flash",
}
COMPRESSED = ("text/", "application/json", "image/svg+xml", "application/wasm", "font/ttf", "font/otf")
PAGES = {"text/html", "application/xhtml+xml"}
COMPRESS_FROM, COMPRESS_TO = 1024, 4 * 1024 * 1024
KEPT = "private, max-age=43200, immutable"  # the address holds the token, and a package's files never change


def content_type(name: str) -> str:
    """The type of a file by its ending; no charset for pages and scripts, which name their own."""
    ending = name.rsplit(".", 1)[-1].lower() if "." in name else ""
    return TYPES.get(ending) or mimetypes.guess_type(name)[0] or "application/octet-stream"


def find(folder: Path, path: str) -> Path:
    """The file of that path in the folder, whatever its capitals. Raises Http404: nothing outside can be named."""
    parts = path.replace("\\", "/").split("/")
    if "\x00" in path or any(part in ("", ".", "..") for part in parts):
        raise Http404
    found = folder.joinpath(*parts)
    if not found.is_file():
        found = _whatever_capitals(folder, parts)
    if not found.resolve().is_relative_to(folder.resolve()):
        raise Http404
    return found


def _whatever_capitals(folder: Path, parts: list[str]) -> Path:
    """Packages made on Windows name their files carelessly; on a Windows server nobody would have noticed."""
    here = folder
    for part in parts:
        wanted = part.casefold()
        names = [entry for entry in here.iterdir() if entry.name.casefold() == wanted] if here.is_dir() else []
        if not names:
            raise Http404
        here = names[0]
    if not here.is_file():
        raise Http404
    return here


def answer(request: HttpRequest, *, folder: Path, path: str, first_script: str = "") -> HttpResponseBase:
    """The file, a part of it, or word that it has not changed; a page begins with `first_script` when there is one."""
    file = find(folder, path)
    status = file.stat()
    kind = content_type(file.name)
    changed = bool(first_script) and kind in PAGES
    etag = f'"{folder.name[:12]}-{status.st_size:x}-{status.st_mtime_ns:x}{"-s" if changed else ""}"'
    unchanged = get_conditional_response(request, etag=etag)
    if unchanged is not None and unchanged.status_code == 304:
        return unchanged
    response: HttpResponseBase
    if changed:
        response = _compressed(request, with_first_script(file.read_bytes(), first_script), kind)
    elif settings.PRIVATE_FILES_HEADER:
        response = HttpResponse(content_type=kind)
        response[settings.PRIVATE_FILES_HEADER] = _address_for_server(file)
    else:
        response = _sent(request, file, kind, etag, status.st_size)
    response["ETag"] = etag
    response["Last-Modified"] = http_date(status.st_mtime)
    response["Cache-Control"] = KEPT
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _address_for_server(file: Path) -> str:
    """What the header holds: nginx wants an internal location, X-Sendfile a path."""
    if settings.PRIVATE_FILES_HEADER.lower() != "x-accel-redirect":
        return str(file)
    root = Path(storages["private"].path(""))
    return settings.PRIVATE_FILES_LOCATION + quote(file.relative_to(root).as_posix())


def _sent(request: HttpRequest, file: Path, kind: str, etag: str, size: int) -> HttpResponseBase:
    header = request.headers.get("Range", "")
    if request.headers.get("If-Range", etag) != etag:
        header = ""
    try:
        wanted = asked_range(header, size=size)
    except OutsideFile:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    if wanted is None and kind.startswith(COMPRESSED) and COMPRESS_FROM <= size <= COMPRESS_TO:
        return _compressed(request, file.read_bytes(), kind)
    start, end = wanted or (0, size - 1)
    response = StreamingHttpResponse(
        pieces(file.open("rb"), start=start, end=end), status=206 if wanted else 200, content_type=kind
    )
    if wanted:
        response["Content-Range"] = f"bytes {start}-{end}/{size}"
    response["Content-Length"] = str(end - start + 1)
    response["Accept-Ranges"] = "bytes"
    return response


def _compressed(request: HttpRequest, body: bytes, kind: str) -> HttpResponse:
    accepts = "gzip" in request.headers.get("Accept-Encoding", "")
    response = HttpResponse(gzip.compress(body, 5, mtime=0) if accepts else body, content_type=kind)
    if accepts:
        response["Content-Encoding"] = "gzip"
    patch_vary_headers(response, ["Accept-Encoding"])
    response["Content-Length"] = str(len(response.content))
    return response
