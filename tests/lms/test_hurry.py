"""A change may hurry a sweep: it runs after the commit, and a broker that is down is no error."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from celery import shared_task
from django.db import transaction

from lms.hurry import hurry

ROOT = Path(__file__).resolve().parents[2]
seen: list[str] = []


@shared_task
def note(word: str) -> None:
    """Write down that the task ran."""
    seen.append(word)


@shared_task
def fail() -> None:
    """Fail as a task may when it runs at once."""
    raise RuntimeError("no")


@pytest.fixture(autouse=True)
def _forget():
    seen.clear()


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_hurried_task_runs_after_the_commit_and_not_before():
    with transaction.atomic():
        hurry(note, "now")
        assert seen == []
    assert seen == ["now"]


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_change_that_is_rolled_back_hurries_nothing():
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        hurry(note, "never")
        1 / 0  # noqa: B018
    assert seen == []


def test_a_failing_task_is_no_error_of_the_change(django_capture_on_commit_callbacks, db):
    with django_capture_on_commit_callbacks(execute=True):
        hurry(fail)


def test_a_broker_that_is_down_costs_seconds_and_no_error(tmp_path):
    program = (
        "import time, django, redis; django.setup()\n"
        "from lms.hurry import hurry\n"
        "from lms.outbox.tasks import send_due_email\n"
        "began = time.monotonic(); hurry(send_due_email); print(time.monotonic() - began)\n"
    )
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "lms.settings.development",
        "CELERY_BROKER_URL": "redis://127.0.0.1:1/0",
        "DATABASE_URL": f"sqlite:///{tmp_path}/db.sqlite3",
        "VAR_DIR": str(tmp_path),
        "LOG_LEVEL": "WARNING",
    }
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment, cwd=ROOT, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    assert "sweep_not_hurried" in done.stderr
    assert float(done.stdout) < 10
