"""A package's files as answers: found inside their folder only, with the right type, ranges, and compression."""

import gzip
import mimetypes
import unicodedata
from functools import partial
from itertools import chain
from pathlib import Path

from django.conf import settings
from django.core.files.storage import storages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import http_date

from courses.scorm.names import MAX_NAME_BYTES
from courses.scorm.pages import LOOKED_THROUGH, with_first_script
from lms.uploads.ranges import pieces
from lms.uploads.serving import handed_over, sent

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
PDF = "application/pdf"
SHOWN_IN = {"document", "iframe", "frame"}  # not what scripts ask for, which show PDFs themselves
PAGES = {"text/html", "application/xhtml+xml"}
COMPRESS_FROM, COMPRESS_TO = 1024, 4 * 1024 * 1024
KEPT = "private, max-age=43200, immutable"  # the address holds the token, and a package's files never change


def content_type(name: str) -> str:
    """The type of a file by its ending; no charset for pages and scripts, which name their own."""
    ending = name.rsplit(".", 1)[-1].lower() if "." in name else ""
    return TYPES.get(ending) or mimetypes.guess_type(name)[0] or "application/octet-stream"


def find(folder: Path, path: str) -> Path:
    """The file of that path in the folder, whatever its capitals. Raises Http404: nothing outside can be named.

    Slashes that follow each other are one, as on other servers; names are looked for as they were unpacked.
    """
    name = unicodedata.normalize("NFC", path.replace("\\", "/"))
    parts = [part for part in name.split("/") if part]
    if "\x00" in name or name.endswith("/") or any(is_no_name(part) for part in parts):
        raise Http404
    found = folder.joinpath(*parts)
    if not found.is_file():
        found = _whatever_capitals(folder, parts)
    if not found.resolve().is_relative_to(folder.resolve()):
        raise Http404
    return found


def is_no_name(part: str) -> bool:
    """Whether no file of a package can be called so: a step elsewhere, or longer than any name that is unpacked."""
    return part in (".", "..") or len(part.encode(errors="replace")) > MAX_NAME_BYTES


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
    """The file, a part of it, or word that it has not changed; a page begins with `first_script` when there is one.

    A PDF that is to be shown is downloaded instead: Chromium shows none within a sandbox, which holds for every window
    and frame that a package opens.
    """
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
        response = _with_script(request, file, kind, first_script, status.st_size)
    elif settings.PRIVATE_FILES_HEADER:
        root = Path(storages["private"].path(""))
        response = handed_over(file.relative_to(root).as_posix(), content_type=kind)
    elif is_compressed(kind, status.st_size) and "Range" not in request.headers:
        response = _compressed(request, file.read_bytes(), kind)
    else:
        opening = partial(file.open, "rb")
        response = sent(request, open_file=opening, size=status.st_size, content_type=kind, etag=etag)
    response["ETag"] = etag
    response["Last-Modified"] = http_date(status.st_mtime)
    response["Cache-Control"] = KEPT
    if kind == PDF:
        patch_vary_headers(response, ["Sec-Fetch-Dest"])
        if request.headers.get("Sec-Fetch-Dest") in SHOWN_IN:
            response["Content-Disposition"] = "attachment"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def is_compressed(kind: str, size: int) -> bool:
    """Whether a file of this type and size is worth compressing for each browser that asks."""
    return kind.startswith(COMPRESSED) and COMPRESS_FROM <= size <= COMPRESS_TO


def _with_script(request: HttpRequest, file: Path, kind: str, first_script: str, size: int) -> HttpResponseBase:
    """The page with the script; a page with all its pictures in it may be long, and is sent in pieces."""
    if size <= COMPRESS_TO:
        return _compressed(request, with_first_script(file.read_bytes(), first_script), kind)
    opened = file.open("rb")
    begin = opened.read(LOOKED_THROUGH)
    changed = with_first_script(begin, first_script)
    rest = pieces(opened, start=len(begin), end=size - 1)
    response = StreamingHttpResponse(chain([changed], rest), content_type=kind)
    response["Content-Length"] = str(size - len(begin) + len(changed))
    return response


def _compressed(request: HttpRequest, body: bytes, kind: str) -> HttpResponse:
    accepts = "gzip" in request.headers.get("Accept-Encoding", "")
    response = HttpResponse(gzip.compress(body, 5, mtime=0) if accepts else body, content_type=kind)
    if accepts:
        response["Content-Encoding"] = "gzip"
    patch_vary_headers(response, ["Accept-Encoding"])
    response["Content-Length"] = str(len(response.content))
    return response
