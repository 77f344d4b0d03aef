"""Progress: opening a lesson, and completing it, the only road to a completed module and its certificate."""

from datetime import datetime
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from courses.domain.certificates import issue_certificate
from courses.models import Enrolment, Lesson, LessonProgress, Module, ModuleLesson


class ProgressError(Exception):
    """Why progress cannot be written."""


def open_lesson(enrolment: Enrolment, *, lesson: Lesson, at: datetime | None = None) -> LessonProgress:
    """Note that the learner has the lesson open: it and the module are in progress, and "Continue" leads here.

    A completed lesson stays completed. Safe to repeat.
    """
    at = at or timezone.now()
    with transaction.atomic():
        locked = Enrolment.objects.select_for_update().get(pk=enrolment.pk)
        progress, _created = LessonProgress.objects.get_or_create(
            enrolment=locked, lesson=lesson, defaults={"started_at": at, "last_seen_at": at}
        )
        locked.last_lesson = lesson
        locked.last_active_at = at
        locked.started_at = locked.started_at or at
        if locked.state == Enrolment.State.NOT_STARTED:
            locked.state = Enrolment.State.IN_PROGRESS
        locked.save(update_fields=["last_lesson", "last_active_at", "started_at", "state"])
    _copy_state(locked, onto=enrolment)
    return progress


def complete_lesson(
    enrolment: Enrolment,
    *,
    lesson: Lesson,
    at: datetime | None = None,
    score_percent: Decimal | None = None,
    score_text: str = "",
) -> LessonProgress:
    """Complete one lesson of one enrolment; complete the module and issue its certificate when its rule is met.

    The only road to "completed": the reading button, SCORM and quizzes all come here. Safe to repeat and under
    concurrency: a completed lesson keeps its first time, and a better score replaces a worse one.
    `score_percent` runs from 0 to 100; None means there was no score, which is not 0.
    Raises ProgressError when the lesson is not part of the enrolment's module.
    """
    at = at or timezone.now()
    with transaction.atomic():
        locked = Enrolment.objects.select_for_update().select_related("module", "user").get(pk=enrolment.pk)
        if not ModuleLesson.objects.filter(module_id=locked.module_id, lesson=lesson).exists():
            raise ProgressError(f"{lesson} is not a lesson of {locked.module}.")
        progress, _created = LessonProgress.objects.get_or_create(
            enrolment=locked, lesson=lesson, defaults={"started_at": at, "last_seen_at": at}
        )
        progress.last_seen_at = max(progress.last_seen_at, at)
        if progress.completed_at is None:
            progress.state = LessonProgress.State.COMPLETED
            progress.completed_at = at
        if score_percent is not None and (progress.score_percent is None or score_percent > progress.score_percent):
            progress.score_percent = score_percent
            progress.score_text = score_text
        progress.save()
        locked.started_at = locked.started_at or at
        locked.last_active_at = at
        if locked.completed_at is None:
            done = module_is_complete(locked)
            locked.state = Enrolment.State.COMPLETED if done else Enrolment.State.IN_PROGRESS
            locked.completed_at = at if done else None
        locked.save(update_fields=["started_at", "last_active_at", "state", "completed_at"])
        if locked.completed_at is not None:
            issue_certificate(locked)
    _copy_state(locked, onto=enrolment)
    return progress


def module_is_complete(enrolment: Enrolment) -> bool:
    """Whether the module's rule is met: every lesson, or every required lesson, is completed."""
    wanted = ModuleLesson.objects.filter(module_id=enrolment.module_id)
    if enrolment.module.completion_rule == Module.CompletionRule.REQUIRED:
        wanted = wanted.filter(is_required=True)
    done = enrolment.lesson_progress.filter(state=LessonProgress.State.COMPLETED)
    return wanted.exists() and not wanted.exclude(lesson__in=done.values("lesson")).exists()


def _copy_state(source: Enrolment, *, onto: Enrolment) -> None:
    """Let the caller's object say what the database says."""
    for field in ("state", "started_at", "last_active_at", "completed_at", "last_lesson_id"):
        setattr(onto, field, getattr(source, field))
