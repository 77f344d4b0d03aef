"""`make bench-toolkit`: public pages fresh and kept, search over 20,000 pages, a list of 5,000 documents."""

import asyncio
import json
import os
import secrets
import shutil
import subprocess
import sys
from contextlib import ExitStack
from urllib.parse import quote_plus

from tests.benchmarks import load
from tests.benchmarks.pages import BIN, HEADINGS, ROOT, SECONDS, free_port, report, server

VAR = ROOT / "var" / "bench-toolkit"
AT_ONCE = 32
APART = 300  # pages that each connection has for itself


def each(paths: list[str], *, host: str) -> load.Request:
    """A GET of a page that nobody asked for before."""
    requests = [load.get(path, host=host) for path in paths]
    return lambda connection, number: requests[(connection * APART + number) % len(requests)](0, 0)


def searches(words: list[str], *, host: str) -> load.Request:
    """One word, then two, common ones and rare ones in turn."""
    queries = [*words, *(f"{one} {other}" for one, other in zip(words, words[1:], strict=False))]
    requests = [load.get(f"/search/?q={quote_plus(query)}", host=host) for query in queries]
    return lambda connection, number: requests[(connection + number) % len(requests)](0, 0)


async def measure(prepared: dict, *, site: int, bare: int) -> int:
    """Measure each kind of page; answers how many requests failed."""
    host = f"localhost:{site}"
    kept, library = load.get(prepared["page"], host=host), prepared["library"]
    for path in (prepared["page"], library, "/search/?q=sample"):  # templates and settings, in every process
        await load.ask_pages(site, load.get(path, host=host), connections=AT_ONCE, seconds=3)
    sys.stdout.write(HEADINGS)
    least = await load.ask_pages(bare, load.get("/", host="x"), connections=AT_ONCE, seconds=SECONDS)
    report("bare view", AT_ONCE, least, None, "")
    failures = 0
    for name, request, connections in (
        ("page, fresh", each(prepared["each"], host=host), AT_ONCE),
        ("page, kept", kept, AT_ONCE),
        ("search", searches(prepared["words"], host=host), 1),
        ("search", searches(prepared["words"], host=host), 8),
        ("5,000 documents", load.get(f"{library}?nation=wales&sort=title", host=host), 8),
    ):
        result = await load.ask_pages(site, request, connections=connections, seconds=SECONDS)
        report(name, connections, result, least, "bare view")
        failures += result.failures
    return failures


def main() -> int:
    if not os.environ.get("DATABASE_URL", "").startswith("postgres"):
        sys.exit("DATABASE_URL must name a PostgreSQL database: `make bench-toolkit` starts one.")
    shutil.rmtree(VAR, ignore_errors=True)
    VAR.mkdir(parents=True)
    site, bare = free_port(), free_port()
    environment = {
        **os.environ,
        "VAR_DIR": str(VAR),
        "SECRET_KEY": secrets.token_urlsafe(50),
        "SITE_ORIGIN": f"http://localhost:{site}",
        "SCORM_CONTENT_ORIGIN": f"http://127.0.0.1:{site}",
        "ALLOWED_HOSTS": "localhost,127.0.0.1",
        "SECURE_SSL_REDIRECT": "false",
        "LOG_LEVEL": "ERROR",
    }
    environment.pop("STATIC_ROOT", None)
    loose = {**environment, "DJANGO_SETTINGS_MODULE": "lms.settings.development"}
    strict = {**environment, "DJANGO_SETTINGS_MODULE": "lms.settings.production"}
    sys.stdout.write("Filling the database...\n")
    sys.stdout.flush()
    fill = [f"{BIN}/python", "-m", "tests.benchmarks.filling_toolkit"]
    said = subprocess.run(fill, cwd=ROOT, env=loose, check=True, stdout=subprocess.PIPE, text=True).stdout
    prepared = json.loads(said.splitlines()[-1])
    collect = [f"{BIN}/python", "manage.py", "collectstatic", "--noinput", "-v0"]
    subprocess.run(collect, cwd=ROOT, env=strict, check=True)
    with ExitStack() as stack:
        stack.enter_context(server("lms.wsgi:application", site, strict))
        plain = {**os.environ, "DJANGO_SETTINGS_MODULE": "tests.benchmarks.bare_settings"}
        stack.enter_context(server("lms.wsgi:application", bare, plain))
        failures = asyncio.run(measure(prepared, site=site, bare=bare))
    if failures:
        sys.stdout.write(f"{failures} requests failed.\n")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
