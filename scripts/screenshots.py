"""Photographs the pages that the documents show, on a site of its own with the starter content."""

import os
import shutil
import socket
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
VAR = ROOT / "var" / "screenshots"
OUT = ROOT / "docs" / "images"
PAGES = {"home": "/"}
SIZE = {"width": 1280, "height": 900}


def free_port() -> int:
    """A loopback port nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def site():
    """A freshly seeded site; answers its address."""
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
    granian = [f"{Path(sys.executable).parent}/granian", "--interface", "wsgi", "--port", str(port), "--no-ws"]
    server = subprocess.Popen([*granian, "--log-level", "warning", "lms.wsgi:application"], cwd=ROOT, env=environment)
    try:
        until = time.monotonic() + 60
        while time.monotonic() < until and server.poll() is None:
            with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
                break
            time.sleep(0.2)
        yield f"http://localhost:{port}"
    finally:
        server.terminate()
        server.wait(20)


def main() -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with site() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport=SIZE)
        for name, path in PAGES.items():
            page.goto(address + path)
            page.wait_for_load_state("networkidle")
            page.screenshot(path=OUT / f"{name}.png")
            sys.stdout.write(f"docs/images/{name}.png\n")
        browser.close()


if __name__ == "__main__":
    main()
