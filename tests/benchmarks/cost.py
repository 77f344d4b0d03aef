"""What the main pages cost in one process: queries, processor time and calls; comparable on a machine that is busy."""

import cProfile
import io
import os
import pstats
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

from tests.benchmarks import preparing

TIMES = int(os.environ.get("BENCH_TIMES", "200"))
ROOT = Path(__file__).resolve().parents[2]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lms.settings.development")
os.environ.setdefault("VAR_DIR", str(ROOT / "var" / "bench"))
os.environ.setdefault("LOG_LEVEL", "ERROR")


def environ(address: str, *, cookie: str = "", body: bytes = b"") -> dict:
    """A WSGI request: a GET, or a POST when there is a body."""
    parts = urlsplit(address)
    found = {
        "REQUEST_METHOD": "POST" if body else "GET",
        "PATH_INFO": parts.path,
        "QUERY_STRING": "",
        "SERVER_NAME": parts.hostname,
        "SERVER_PORT": str(parts.port),
        "HTTP_HOST": parts.netloc,
        "REMOTE_ADDR": "127.0.0.1",
        "CONTENT_TYPE": "application/json",
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.input": io.BytesIO(body),
        "wsgi.url_scheme": "http",
        "wsgi.errors": sys.stderr,
    }
    return {**found, "HTTP_COOKIE": cookie} if cookie else found


def ask(application, request: dict) -> None:
    """Have one request answered. Raises AssertionError unless it went well."""
    said: list[str] = []
    answer = application(request, lambda status, headers, error=None: said.append(status))
    b"".join(answer)
    answer.close()
    assert said[0].startswith("200"), f"{request['PATH_INFO']}: {said[0]}"


def measure(name: str, application, make) -> None:
    """Print one line: `make` writes the n-th request."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    for number in range(5):  # fills what is kept
        ask(application, make(number))
    with CaptureQueriesContext(connection) as seen:
        ask(application, make(5))
        queries = len(seen.captured_queries)
    requests = [make(6 + number) for number in range(TIMES)]
    began = time.process_time()
    for request in requests:
        ask(application, request)
    milliseconds = 1000 * (time.process_time() - began) / TIMES
    profile = cProfile.Profile()
    requests = [make(6 + TIMES + number) for number in range(10)]
    profile.enable()
    for request in requests:
        ask(application, request)
    profile.disable()
    calls = pstats.Stats(profile).total_calls // 10
    sys.stdout.write(f"{name:20}{queries:8}{milliseconds:10.2f}{calls:10}\n")
    sys.stdout.flush()


def main() -> None:
    prepared = preparing.prepared()
    from django.conf import settings

    from lms.wsgi import application
    from tests.benchmarks.pages import commit_body

    site, content = settings.SITE_ORIGIN, settings.SCORM_CONTENT_ORIGIN
    cookie = f"{settings.SESSION_COOKIE_NAME}={prepared['session']}"
    commit = f"{content}{prepared['commits'][0]}"
    pages = {
        "home": lambda number: environ(f"{site}/"),
        "toolkit page": lambda number: environ(f"{site}{prepared['toolkit']}"),
        "module": lambda number: environ(f"{site}{prepared['module']}"),
        "module, signed in": lambda number: environ(f"{site}{prepared['module']}", cookie=cookie),
        "lesson, signed in": lambda number: environ(f"{site}{prepared['lesson']}", cookie=cookie),
        "my training": lambda number: environ(f"{site}/my-training/", cookie=cookie),
        "commit": lambda number: environ(commit, body=commit_body(number)),
    }
    sys.stdout.write(f"{'':20}{'queries':>8}{'ms':>10}{'calls':>10}\n")
    for name, make in pages.items():
        measure(name, application, make)


if __name__ == "__main__":
    main()
