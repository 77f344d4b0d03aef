"""Waits until the web server answers, then says where the site is and who can sign in."""

import os
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import environ

ROOT = Path(__file__).resolve().parents[1]
environ.Env.read_env(ROOT / ".env")  # as the settings do
SIGN_INS = Path(os.environ.get("VAR_DIR", ROOT / "var")) / "stamps" / "sign-ins.txt"
PATIENCE = 60  # seconds


def answers(address: str) -> bool:
    """Whether anything at all answers there, be it an error page."""
    try:
        urllib.request.urlopen(address, timeout=5)  # noqa: S310
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False
    return True


def main(address: str) -> None:
    began = time.monotonic()
    server = os.getppid()
    while time.monotonic() - began < PATIENCE and os.getppid() == server:
        if answers(f"{address}/accounts/login/"):
            break
        time.sleep(0.2)
    else:
        return
    signs = SIGN_INS.read_text().rstrip() if SIGN_INS.exists() else ""
    sys.stdout.write(f"\nReady after {time.monotonic() - began:.0f} s\n")
    sys.stdout.write(f"  The site            {address}/\n  The Wagtail admin   {address}/admin/\n")
    sys.stdout.write(f"  The design system   {address}/design-system/\n\n{signs}\n\nCtrl-C stops everything.\n\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1])
