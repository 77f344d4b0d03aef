"""`make bench-pages`: public pages, a learner's pages, SCORM commits; beside a bare view and a raw upsert."""

import asyncio
import json
import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from tests.benchmarks import load

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent
VAR = ROOT / "var" / "bench"
CONNECTIONS = (1, 8, 32)
SECONDS = float(os.environ.get("BENCH_SECONDS", "4"))
WORKERS = os.environ.get("WEB_WORKERS", "2")
THREADS = os.environ.get("WEB_THREADS", "2")
HEADINGS = f"{'':18}{'at once':>8}{'requests/s':>12}{'p50 ms':>9}{'p95 ms':>9}{'failed':>8}{'asking':>8}   ratio\n"


def commit_body(number: int) -> bytes:
    """A commit as the car wash scenario sends one."""
    cmi = {
        "core": {"lesson_status": "incomplete", "lesson_location": str(number % 9), "session_time": "00:01:00"},
        "suspend_data": json.dumps({"scene": number % 9, "choices": list(range(40)), "score": 3}),
    }
    return json.dumps({"sequence": number + 1, "full": False, "cmi": cmi}).encode()


def free_port() -> int:
    """A loopback port nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def server(application: str, port: int, environment: dict[str, str]):
    """The production server, as many processes and threads as docs/deploying.md says; the bare view's is the same."""
    command = [f"{BIN}/granian", "--interface", "wsgi", "--port", str(port), "--workers", WORKERS]
    command += ["--blocking-threads", THREADS, "--no-ws", "--log-level", "warning", application]
    process = subprocess.Popen(command, cwd=ROOT, env=environment)
    try:
        until = time.monotonic() + 60
        while time.monotonic() < until and process.poll() is None:
            with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
                break
            time.sleep(0.2)
        else:
            sys.exit(f"{application} did not start.")
        yield
    finally:
        process.terminate()
        process.wait(20)


def report(name: str, connections: int, result: load.Result, base: load.Result | None, against: str) -> None:
    """Print one line."""
    ratio = f"{result.per_second / base.per_second:6.3f} of {against}" if base else ""
    numbers = (
        f"{result.per_second:12.0f}{result.percentile(0.5):9.1f}{result.percentile(0.95):9.1f}{result.failures:8}"
        f"{result.asking:8.0%}"
    )
    sys.stdout.write(f"{name:18}{connections:8}{numbers}   {ratio}\n")
    sys.stdout.flush()


async def measure(prepared: dict, *, site: int, bare: int, database: str) -> int:
    """Measure everything at every concurrency; answers how many requests failed."""
    cookie = f"sessionid={prepared['session']}"
    host = f"localhost:{site}"
    pages = {
        "home": load.get("/", host=host),
        "toolkit page": load.get(prepared["toolkit"], host=host),
        "module": load.get(prepared["module"], host=host),
        "module, signed in": load.get(prepared["module"], host=host, cookie=cookie),
        "lesson, signed in": load.get(prepared["lesson"], host=host, cookie=cookie),
        "my training": load.get("/my-training/", host=host, cookie=cookie),
    }
    said = 0
    failures = 0

    def body(number: int) -> bytes:
        return commit_body(said + number)

    commits = load.post(lambda index: prepared["commits"][index], body, host=f"127.0.0.1:{site}")
    for request in pages.values():  # the first answers of each process fill its caches of templates and settings
        await load.ask_pages(site, request, connections=max(CONNECTIONS), seconds=1)
    sys.stdout.write(HEADINGS)
    for connections in CONNECTIONS:
        least = await load.ask_pages(bare, load.get("/", host="x"), connections=connections, seconds=SECONDS)
        report("bare view", connections, least, None, "")
        for name, request in pages.items():
            result = await load.ask_pages(site, request, connections=connections, seconds=SECONDS)
            report(name, connections, result, least, "bare view")
            failures += result.failures
        text = commit_body(1).decode()
        raw = await load.upsert(database, text, connections=connections, seconds=SECONDS)
        report("raw upsert", connections, raw, None, "")
        result = await load.ask_pages(site, commits, connections=connections, seconds=SECONDS)
        said += 1_000_000  # later commits must be newer than all of these
        report("commit", connections, result, raw, "raw upsert")
        failures += result.failures
    return failures


def main() -> int:
    database = os.environ.get("DATABASE_URL", "")
    if not database.startswith("postgres"):
        sys.exit("DATABASE_URL must name a PostgreSQL database: `make bench-pages` starts one.")
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
    prepare = [f"{BIN}/python", "-m", "tests.benchmarks.preparing"]
    said = subprocess.run(prepare, cwd=ROOT, env=loose, check=True, stdout=subprocess.PIPE, text=True).stdout
    prepared = json.loads(said.splitlines()[-1])
    collect = [f"{BIN}/python", "manage.py", "collectstatic", "--noinput", "-v0"]
    subprocess.run(collect, cwd=ROOT, env=strict, check=True)
    with ExitStack() as stack:
        stack.enter_context(server("lms.wsgi:application", site, strict))
        plain = {**os.environ, "DJANGO_SETTINGS_MODULE": "tests.benchmarks.bare_settings"}
        stack.enter_context(server("lms.wsgi:application", bare, plain))
        failures = asyncio.run(measure(prepared, site=site, bare=bare, database=database))
    if failures:
        sys.stdout.write(f"{failures} requests failed.\n")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
