"""Review tasks: whose they are, and how one is done."""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from lms.authorities.models import Authority, ReviewTask
from lms.freshness.domain.confirming import confirm
from lms.freshness.domain.errors import DoneAlready, StillPublished, WaitsInDraft

Outcome = ReviewTask.Outcome


def tasks_for(
    *, owner: Any | None = None, authority: Authority | None = None, done: bool = False, unowned: bool = False
) -> QuerySet:
    """Review tasks, the first due first; done ones the newest first."""
    tasks = ReviewTask.objects.select_related("version__authority", "owner", "done_by", "content_type")
    tasks = tasks.exclude(done_at=None).order_by("-done_at", "-pk") if done else tasks.open().order_by("due_on", "pk")
    if owner is not None:
        tasks = tasks.filter(owner=owner)
    if unowned:
        tasks = tasks.filter(Q(owner=None) | Q(owner__is_active=False))
    if authority is not None:
        tasks = tasks.filter(version__authority=authority)
    return tasks


@transaction.atomic
def finish_review(task: ReviewTask, *, by: Any, outcome: str, note: str = "") -> None:
    """Close the task with what was found; "still right" and "changed" make today the day the facts were checked.

    Older open tasks of the same content about the same authority are closed with it: they asked the same.
    Raises DoneAlready, WaitsInDraft when the change is not public yet, StillPublished when it was to be taken down.
    """
    task = ReviewTask.objects.select_for_update().get(pk=task.pk)
    if task.done_at is not None:
        raise DoneAlready
    content = task.content
    if content is not None:
        check_outcome(content, outcome)
        if outcome != Outcome.TAKEN_DOWN:
            confirm([content], by=by, review_on=None, note=note[:250])
    same = ReviewTask.objects.open().filter(
        content_type=task.content_type,
        object_id=task.object_id,
        version__authority=task.version.authority,
        version_id__lte=task.version_id,
    )
    same.update(outcome=outcome, note=note, done_by=by, done_at=timezone.now(), next_reminder_on=None)


def check_outcome(content: Any, outcome: str) -> None:
    """Hold what is said against what visitors see."""
    if outcome == Outcome.MENDED and getattr(content, "has_unpublished_changes", False):
        raise WaitsInDraft
    if outcome == Outcome.TAKEN_DOWN and getattr(content, "live", False):
        raise StillPublished


@transaction.atomic
def give_review(task: ReviewTask, *, to: Any, due_on: date) -> None:
    """Make `to` the owner of an open task, due on a day; they are told by the next sweep. Raises DoneAlready."""
    today = timezone.localdate()
    changed = ReviewTask.objects.open().filter(pk=task.pk).update(owner=to, due_on=due_on, next_reminder_on=today)
    if not changed:
        raise DoneAlready
