"""The Celery application with one task that leaves a file behind, for the test of a real worker."""

import os
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lms.settings.development")

from lms.celery import app


@app.task
def leave(path: str, word: str) -> None:
    """Add a line to a file."""
    with Path(path).open("a") as file:
        file.write(f"{word}\n")
