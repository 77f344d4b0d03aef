"""Photographs the pages that the documents show, on a site of its own with the starter content."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
VAR = ROOT / "var" / "screenshots"
OUT = ROOT / "docs" / "images"
PAGES = {"home": "/"}
EDITING = {
    "editing-home": "/admin/",
    "editing-authority": "/admin/authorities/{authority}/",
    "editing-review": "/admin/freshness/reviews/{review}/",
    "editing-freshness": "/admin/freshness/?state=all",
}
EXAMPLE = "--example"
SIZE = {"width": 1280, "height": 900}
PATIENCE = 120_000  # milliseconds for one page: the machine may be busy, and the first pages are drawn anew


def free_port() -> int:
    """A loopback port nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def make_example() -> dict[str, str]:
    """Note a made-up change of an authority as the demo editor; answers its keys and the editor's session."""
    sys.path.insert(0, str(ROOT))
    import django

    django.setup()
    from django.conf import settings
    from django.test import Client
    from django.utils import timezone

    from lms.authorities.domain.changes import Wording, note_change, wording_of
    from lms.authorities.domain.citing import citing
    from lms.authorities.models import Authority
    from lms.demo.people import EDITOR
    from lms.people.models import User

    editor = User.objects.get(email=EDITOR.email)
    cited = {authority: len(citing(authority)) for authority in Authority.objects.order_by("pk")}
    authority = min((one for one in cited if cited[one] > 4), key=lambda one: cited[one])
    wording = Wording(**{**vars(wording_of(authority)), "version": "Example, for this picture"})
    _version, reviews = note_change(
        authority,
        by=editor,
        wording=wording,
        what_changed="Nothing in truth: this is an example for the picture in the editors’ guide.",
        due_on=timezone.localdate() + timedelta(days=14),
    )
    client = Client()
    client.force_login(editor, backend="django.contrib.auth.backends.ModelBackend")
    return {
        "authority": str(authority.pk),
        "review": str(reviews[0].pk),
        "cookie": settings.SESSION_COOKIE_NAME,
        "session": client.cookies[settings.SESSION_COOKIE_NAME].value,
    }


@contextmanager
def site():
    """A freshly seeded site; answers its address and the example made on it."""
    shutil.rmtree(VAR, ignore_errors=True)
    port = free_port()
    environment = {
        **os.environ,
        "VAR_DIR": str(VAR),
        "WEB_PORT": str(port),
        "DJANGO_SETTINGS_MODULE": "lms.settings.development",
    }
    environment.pop("DATABASE_URL", None)
    subprocess.run([sys.executable, "scripts/prepare_database.py"], cwd=ROOT, env=environment, check=True)
    asked = [sys.executable, "scripts/screenshots.py", EXAMPLE]
    told = subprocess.run(asked, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True).stdout
    granian = [f"{Path(sys.executable).parent}/granian", "--interface", "wsgi", "--port", str(port), "--no-ws"]
    server = subprocess.Popen([*granian, "--log-level", "warning", "lms.wsgi:application"], cwd=ROOT, env=environment)
    try:
        until = time.monotonic() + 60
        while time.monotonic() < until and server.poll() is None:
            with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
                break
            time.sleep(0.2)
        yield f"http://localhost:{port}", json.loads(told.splitlines()[-1])
    finally:
        server.terminate()
        server.wait(20)


def photograph(address: str, example: dict[str, str]) -> None:
    """Take every picture: as a visitor, and as the demo editor."""
    OUT.mkdir(parents=True, exist_ok=True)
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        visiting, editing = (browser.new_context(viewport=SIZE) for _context in range(2))
        editing.add_cookies([{"name": example["cookie"], "value": example["session"], "url": address}])
        for context, pages in ((visiting, PAGES), (editing, EDITING)):
            context.set_default_timeout(PATIENCE)
            page = context.new_page()
            for name, path in pages.items():
                page.goto(address + path.format(**example), wait_until="load")
                page.evaluate("() => document.fonts.ready.then(() => true)")
                page.screenshot(path=OUT / f"{name}.png", animations="disabled")
                sys.stdout.write(f"docs/images/{name}.png\n")
        browser.close()


def main() -> None:
    if EXAMPLE in sys.argv:
        sys.stdout.write(json.dumps(make_example()) + "\n")
        return
    with site() as (address, example):
        photograph(address, example)


if __name__ == "__main__":
    main()
