"""A migrated SQLite database kept under var/, so that a test run copies it instead of migrating for long."""

import hashlib
import shutil
import sqlite3
from pathlib import Path

import django
import wagtail

ROOT = Path(__file__).resolve().parents[1]


def template_path() -> Path:
    """Where the template for today's migrations lies; another migration means another file."""
    digest = hashlib.sha256(f"{django.__version__} {wagtail.__version__}".encode())
    for app in ("lms", "courses", "assessments", "toolkit_pages"):
        for file in sorted((ROOT / app).rglob("migrations/*.py")):
            digest.update(file.name.encode() + file.read_bytes())
    return ROOT / "var" / "test-templates" / f"{digest.hexdigest()[:16]}.sqlite3"


def copy_template(target: str) -> bool:
    """Copy the template to `target`; False when there is none yet."""
    template = template_path()
    if not template.exists():
        return False
    Path(target).parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(template, target)
    return True


def keep_template(source: str, worker: str) -> None:
    """Keep a copy of a freshly migrated database as the template, whole or not at all."""
    template = template_path()
    template.parent.mkdir(parents=True, exist_ok=True)
    draft = template.with_suffix(f".{worker}")
    draft.unlink(missing_ok=True)
    with sqlite3.connect(source) as connection:
        connection.execute("VACUUM INTO ?", [str(draft)])
    draft.rename(template)
