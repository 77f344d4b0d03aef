"""Chromium for the tests: the site's address, signing in, a phone, axe, and faults that fail a test by themselves."""

import re
import shutil
import threading
import time
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings as django_settings
from django.test import Client

ROOT = Path(__file__).resolve().parents[1]
BUILD = ROOT / "lms" / "static" / "build"
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
PHONE = {"width": 320, "height": 640}
OWN_HOSTS = {"localhost", "127.0.0.1", ""}
FLAGS = [
    "--no-sandbox",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
]


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """The Chromium on PATH, which asks nobody anything; Playwright's own when there is none."""
    found = next(filter(None, map(shutil.which, ["chromium", "chromium-browser", "google-chrome"])), None)
    launch = {**browser_type_launch_args, "args": FLAGS}
    return {**launch, "executable_path": found} if found else launch


@pytest.fixture
def site(live_server, transactional_db, django_db_serialized_rollback, settings):
    """The site's address on localhost; the content origin is the same server as 127.0.0.1.

    The live server empties every table after a test: the serialised rollback puts back what migrations wrote.
    """
    if not (BUILD / "main.css").exists():
        pytest.fail(f"{BUILD.relative_to(ROOT)} is empty: run `make assets` first.")
    port = urlsplit(live_server.url).port
    settings.SITE_ORIGIN = settings.WAGTAILADMIN_BASE_URL = f"http://localhost:{port}"
    settings.SCORM_CONTENT_ORIGIN = f"http://127.0.0.1:{port}"
    yield settings.SITE_ORIGIN
    wait_for_answers()


def wait_for_answers(longest: float = 3.0) -> None:
    """Let requests that are still answered come to their end: PostgreSQL cannot empty a table that somebody reads."""
    until = time.monotonic() + longest
    while time.monotonic() < until:
        if not any("process_request_thread" in thread.name for thread in threading.enumerate()):
            return
        time.sleep(0.02)


@pytest.fixture
def browser_context_args(browser_context_args, site):
    """British English, London time, and addresses relative to the site."""
    return {**browser_context_args, "base_url": site, "locale": "en-GB", "timezone_id": "Europe/London"}


@pytest.fixture
def faults():
    """What went wrong in the browser so far; a test that expects a fault empties the list."""
    return []


def watch(context, faults: list[str]) -> None:
    """Note every refusal of the content security policy, script error and request to a third party."""

    def hear(message) -> None:
        if re.search(r"content.security.policy|refused to", message.text, re.IGNORECASE):
            faults.append(f"console: {message.text}")

    def see(request) -> None:
        address = urlsplit(request.url)
        if address.scheme in {"http", "https"} and address.hostname not in OWN_HOSTS:
            faults.append(f"third party: {request.url}")

    context.on("console", hear)
    context.on("weberror", lambda error: faults.append(f"script: {error.error}"))
    context.on("request", see)


@pytest.fixture
def new_context(new_context, faults):
    """Playwright's factory of contexts, watched: faults left at the end fail the test."""

    def make(**options):
        context = new_context(**options)
        watch(context, faults)
        return context

    yield make
    assert faults == []


@pytest.fixture
def phone(new_context):
    """A page of the narrowest phone we serve."""
    return new_context(viewport=PHONE).new_page()


def sign_in_context(context, user) -> None:
    """Give a browser context a session of the user."""
    client = Client()
    client.force_login(user, backend="lms.people.backends.SignedInBackend")
    session = client.cookies[django_settings.SESSION_COOKIE_NAME].value
    context.add_cookies(
        [{"name": django_settings.SESSION_COOKIE_NAME, "value": session, "url": django_settings.SITE_ORIGIN}]
    )


@pytest.fixture
def sign_in(site):
    """Sign a user in on a page without the form: `sign_in(page, alice)`."""

    def sign(page, user):
        sign_in_context(page.context, user)
        return page

    return sign


def violations(page) -> list[str]:
    """What axe finds on the page, one line for each rule and place."""
    found = (Axe.from_file(AXE) if AXE.exists() else Axe()).run(page).response["violations"]
    return [f"{rule['id']} at {node['target']}: {rule['help']}" for rule in found for node in rule["nodes"]]


@pytest.fixture
def axe():
    """Assert that axe finds nothing on the page: `axe(page)`."""

    def check(page):
        found = violations(page)
        assert found == [], (page.url, found)

    return check
