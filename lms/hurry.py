"""Hurries a sweep along after a change; a broker that is down costs time, never an error."""

from functools import partial

import structlog
from celery import Task
from django.db import transaction

log = structlog.get_logger(__name__)


def hurry(task: Task, *args: object) -> None:
    """Ask a worker to run `task` as soon as the open transaction commits.

    The row that says what is due is already written, and the timetable sweeps it anyway: so a message that cannot be
    sent is logged and forgotten. For views; domain functions write rows and know no tasks.
    """
    transaction.on_commit(partial(_send, task, args), robust=True)


def _send(task: Task, args: tuple[object, ...]) -> None:
    try:
        task.apply_async(args=args, retry=False)
    except Exception as error:
        log.warning("sweep_not_hurried", task=task.name, error=type(error).__name__)
