"""The Celery application of the drill: the site's own sweeps under a clock that the drill moves.

The clock is a file with a moment in it, which goes on from when it was written. `DRILL_DIES` makes the worker kill
itself once, in the middle of a sweep's transaction.
"""

import os
import signal
import time
from datetime import datetime, timedelta
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lms.settings.development")

from celery.signals import worker_init

from lms.celery import app

CLOCK = Path(os.environ.get("DRILL_CLOCK", "clock"))
DIES = Path(os.environ.get("DRILL_DIES", "dies"))

app.conf.beat_schedule = {
    "remind": {"task": "tests.drills.app.sweep_reminders", "schedule": 0.5},
    "send": {"task": "tests.drills.app.sweep_outbox", "schedule": 0.5},
}
app.conf.beat_max_loop_interval = 0.5


def now() -> datetime:
    """The drill's time."""
    return datetime.fromisoformat(CLOCK.read_text()) + timedelta(seconds=time.time() - CLOCK.stat().st_mtime)


@app.task(expires=20)
def sweep_reminders() -> None:
    from courses.domain.reminders import remind

    remind(at=now())


@app.task(expires=20)
def sweep_outbox() -> None:
    from lms.outbox.domain.sending import send_due

    send_due(at=now())


@worker_init.connect
def arm(**_kwargs) -> None:
    """When a file asks for it, have this worker die once, after e-mails are written and before their dates move."""
    from courses.domain import reminders

    if not DIES.exists():
        return

    def die(*_args) -> None:
        DIES.unlink(missing_ok=True)
        os.kill(os.getpid(), signal.SIGKILL)

    reminders._move = die
