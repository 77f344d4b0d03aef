"""The Celery application of the drill: the site's own sweeps under a clock that the drill moves.

The clock is a file with a moment in it, which goes on from when it was written. While the file that
`DRILL_DIES` names is there, the next worker in the middle of a sweep's transaction kills itself.
"""

import os
import signal
import time
from datetime import datetime, timedelta
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lms.settings.development")

from celery.signals import worker_init, worker_ready

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
    """When a file asks for it, one worker dies, after e-mails are written and before their dates move."""
    from courses.domain import reminders

    move = reminders._move

    def move_or_die(*args) -> None:
        try:
            DIES.rename(DIES.with_suffix(".done"))
        except FileNotFoundError:
            move(*args)
        else:
            os.kill(os.getpid(), signal.SIGKILL)

    reminders._move = move_or_die


@worker_ready.connect
def tell(sender=None, **_kwargs) -> None:
    """Leave a file that says that this worker takes messages."""
    CLOCK.with_name(f"{sender.hostname.partition('@')[0]}.ready").touch()
