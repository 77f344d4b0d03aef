"""Migrates the database, syncs the roles and seeds the starter content when it is empty; skips what is up to date."""

import hashlib
import io
import os
import sys
from pathlib import Path

import environ

ROOT = Path(__file__).resolve().parents[1]
environ.Env.read_env(ROOT / ".env")  # as the settings do
VAR = Path(os.environ.get("VAR_DIR", ROOT / "var"))
STAMP = VAR / "stamps" / "database"
SIGN_INS = VAR / "stamps" / "sign-ins.txt"


def fingerprint() -> str:
    """Changes when a migration, the roles, the installed packages or the database's address change."""
    digest = hashlib.sha256(os.environ.get("DATABASE_URL", "").encode())
    files = [ROOT / "requirements" / "dev.txt", ROOT / "lms" / "people" / "domain" / "roles.py"]
    for app in ("lms", "courses", "assessments", "toolkit_pages"):
        files += sorted((ROOT / app).rglob("migrations/*.py"))
    for file in files:
        digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()


def is_up_to_date(now: str) -> bool:
    """Whether the last run prepared this very database."""
    if not STAMP.exists() or STAMP.read_text() != now or not SIGN_INS.exists():
        return False
    return bool(os.environ.get("DATABASE_URL")) or (VAR / "db.sqlite3").exists()


def prepare() -> str:
    """Run the three commands in one process; answer what seeding says of the demo sign-ins."""
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lms.settings.development")
    import django
    from django.core.management import call_command
    from django.db import transaction

    django.setup()
    call_command("migrate", interactive=False, verbosity=0)
    said = io.StringIO()
    call_command("sync_roles", stdout=io.StringIO())
    with transaction.atomic():  # a seeding that is interrupted leaves an empty database, not half of the content
        call_command("seed_demo", "--if-empty", stdout=io.StringIO())
    call_command("seed_demo", "--show-sign-ins", no_color=True, stdout=said)
    return said.getvalue()


def main() -> None:
    now = fingerprint()
    if is_up_to_date(now):
        return
    sys.stdout.write("Preparing the database...\n")
    sys.stdout.flush()
    said = prepare()
    STAMP.parent.mkdir(parents=True, exist_ok=True)
    SIGN_INS.write_text(said)
    STAMP.write_text(now)


if __name__ == "__main__":
    main()
