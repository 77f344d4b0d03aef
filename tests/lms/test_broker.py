"""A real worker takes what was sent, over the broker that the environment names: files, or Redis."""

import os
import subprocess
import sys
import time
import uuid
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CELERY = [str(Path(sys.executable).parent / "celery"), "--quiet", "-A", "tests.lms.broker_app"]
SEND = """
import sys
from tests.lms.broker_app import leave
for number in range(20):
    leave.apply_async([sys.argv[1], str(number)], queue=sys.argv[2])
"""


@pytest.fixture
def environment(tmp_path):
    """Settings of a process of its own; the broker is the environment's, or files in a folder of the test."""
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "lms.settings.development",
        "DATABASE_URL": f"sqlite:///{tmp_path}/db.sqlite3",
        "VAR_DIR": str(tmp_path),
    }


def test_a_worker_runs_each_task_that_was_sent_before_it_started_once(environment, tmp_path):
    queue, seen = f"test-{uuid.uuid4().hex}", tmp_path / "seen"
    subprocess.run([sys.executable, "-c", SEND, str(seen), queue], cwd=ROOT, env=environment, check=True)
    quiet = ["--without-gossip", "--without-mingle", "--without-heartbeat"]
    worker = subprocess.Popen(
        [*CELERY, "worker", "-Q", queue, "-P", "threads", "-c", "2", *quiet], cwd=ROOT, env=environment
    )
    try:
        until = time.monotonic() + 60
        while time.monotonic() < until and (not seen.exists() or len(seen.read_text().split()) < 20):
            time.sleep(0.1)
    finally:
        worker.terminate()
        worker.wait(30)
    assert sorted(seen.read_text().split(), key=int) == [str(number) for number in range(20)]
