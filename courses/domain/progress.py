"""Progress: opening a lesson, keeping the place in it and completing it, and the module with the last of them."""

from datetime import datetime, timedelta
from decimal import Decimal

from django.db import transaction
from django.db.models import BigIntegerField, Exists, OuterRef, Q
from django.utils import timezone

from courses.domain.certificates import issue_certificate
from courses.domain.requirements import note_completed, note_started
from courses.models import Enrolment, Lesson, LessonProgress, Module, ModuleLesson
from courses.models.progress import ANCHOR
from lms.prepared import Prepared, Slot

LONGEST_READING = timedelta(minutes=30)  # a longer silence means that nobody was reading

LOCKED = Prepared(
    lambda: (
        Enrolment.objects.select_for_update()
        .filter(pk=Slot("enrolment", BigIntegerField()))
        .prefetch_related("lesson_progress")
    )
)


class ProgressError(Exception):
    """Why progress cannot be written."""


def open_lesson(enrolment: Enrolment, *, lesson: Lesson, at: datetime | None = None) -> LessonProgress:
    """Note that the learner has the lesson open: it and the module are in progress, and "Continue" leads here.

    The lesson that was open before gets the time since it was last seen, unless that is more than LONGEST_READING.
    A completed lesson stays completed. Safe to repeat. The enrolment of the answer has all its progress read already.
    """
    at = at or timezone.now()
    with transaction.atomic():
        locked = LOCKED(enrolment=enrolment.pk)[0]
        rows = {row.lesson_id: row for row in locked.lesson_progress.all()}
        before = rows.get(locked.last_lesson_id) if locked.last_lesson_id else None
        if before is not None and before.lesson_id != lesson.pk and at - before.last_seen_at <= LONGEST_READING:
            _add_reading_time(before, at=at)
            before.save(update_fields=["seconds", "last_seen_at"])
        progress = rows.get(lesson.pk)
        if progress is None:
            progress = locked.lesson_progress.create(lesson=lesson, started_at=at, last_seen_at=at)
        else:
            if at - progress.last_seen_at <= LONGEST_READING:
                _add_reading_time(progress, at=at)
            progress.last_seen_at = max(progress.last_seen_at, at)
            progress.save(update_fields=["seconds", "last_seen_at"])
        locked.last_lesson = lesson
        _touch(locked, at=at)
        is_new = locked.state == Enrolment.State.NOT_STARTED
        if is_new:
            locked.state = Enrolment.State.IN_PROGRESS
        locked.save(update_fields=["last_lesson", "last_active_at", "started_at", "state"])
        if is_new:
            note_started(locked)
    _copy_state(locked, onto=enrolment)
    return progress


def save_position(
    enrolment: Enrolment, *, lesson: Lesson, anchor: str, at: datetime | None = None
) -> LessonProgress | None:
    """Keep the id of the heading the learner has read down to, so that "Continue" leads there on any device.

    Answers None, and writes nothing, for a lesson the learner has not opened in this round.
    Raises ProgressError when `anchor` is not the id of a heading.
    """
    at = at or timezone.now()
    if not ANCHOR.fullmatch(anchor):
        raise ProgressError("This is not the id of a heading.")
    with transaction.atomic():
        locked = Enrolment.objects.select_for_update().get(pk=enrolment.pk)
        progress = LessonProgress.objects.filter(enrolment=locked, lesson=lesson).first()
        if progress is None:
            return None
        _add_reading_time(progress, at=at)
        progress.position = anchor
        progress.save(update_fields=["position", "seconds", "last_seen_at"])
        _touch(locked, at=at)
        locked.save(update_fields=["last_active_at", "started_at"])
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

    The only road to a completed lesson: the reading button, SCORM and quizzes all come here. Safe to repeat and under
    concurrency: a completed lesson keeps its first time, and a better score replaces a worse one.
    `score_percent` runs from 0 to 100; None means there was no score, which is not 0.
    Raises ProgressError when the lesson is not part of the enrolment's module; a lesson that was taken out of the
    module after the learner opened it can still be completed, so that no work is refused.
    """
    at = at or timezone.now()
    with transaction.atomic():
        rounds = Enrolment.objects.select_for_update(of=("self",), no_key=True).select_related("module", "user")
        locked = rounds.get(pk=enrolment.pk)
        progress = LessonProgress.objects.filter(enrolment=locked, lesson=lesson).first()
        if progress is None:
            if not ModuleLesson.objects.filter(module_id=locked.module_id, lesson=lesson).exists():
                raise ProgressError(f"{lesson} is not a lesson of {locked.module}.")
            progress = LessonProgress(enrolment=locked, lesson=lesson, started_at=at, last_seen_at=at)
        _add_reading_time(progress, at=at)
        if progress.completed_at is None:
            progress.state = LessonProgress.State.COMPLETED
            progress.completed_at = at
        if score_percent is not None and (progress.score_percent is None or score_percent > progress.score_percent):
            progress.score_percent = score_percent
            progress.score_text = score_text
        progress.save()
        _touch(locked, at=at)
        _conclude(locked, at=at)
    _copy_state(locked, onto=enrolment)
    return progress


def finish_if_complete(enrolment: Enrolment, *, at: datetime | None = None) -> bool:
    """Complete a module whose last open lesson went away: unpublished, taken out, or no longer required.

    Answers whether the round is completed. What was not begun stays so. Safe to repeat and under concurrency.
    """
    at = at or timezone.now()
    with transaction.atomic():
        rounds = Enrolment.objects.select_for_update(of=("self",), no_key=True).select_related("module", "user")
        locked = rounds.get(pk=enrolment.pk)
        if locked.state == Enrolment.State.IN_PROGRESS:
            _conclude(locked, at=at)
    _copy_state(locked, onto=enrolment)
    return locked.completed_at is not None


def finish_all_complete(at: datetime | None = None) -> int:
    """Complete every published module that nobody has to do a lesson of any more; answers how many rounds that were.

    One query finds them, and each is completed in a transaction of its own. Safe to kill, to repeat and to run
    twice at once.
    """
    wanted = ModuleLesson.objects.filter(module=OuterRef("module"), lesson__live=True)
    wanted = wanted.filter(Q(is_required=True) | ~Q(module__completion_rule=Module.CompletionRule.REQUIRED))
    done = LessonProgress.objects.filter(enrolment=OuterRef(OuterRef("pk")), lesson=OuterRef("lesson"))
    open_ones = wanted.exclude(Exists(done.filter(state=LessonProgress.State.COMPLETED)))
    begun = Enrolment.objects.current().filter(state=Enrolment.State.IN_PROGRESS, module__live=True)
    met = begun.filter(Exists(wanted), ~Exists(open_ones)).order_by("pk")
    return sum(finish_if_complete(enrolment, at=at) for enrolment in met.only("pk"))


def module_is_complete(enrolment: Enrolment) -> bool:
    """Whether the module's rule is met: every published lesson, or every required one, is completed."""
    wanted = ModuleLesson.objects.filter(module_id=enrolment.module_id, lesson__live=True)
    if enrolment.module.completion_rule == Module.CompletionRule.REQUIRED:
        wanted = wanted.filter(is_required=True)
    done = enrolment.lesson_progress.filter(state=LessonProgress.State.COMPLETED)
    return wanted.exists() and not wanted.exclude(lesson__in=done.values("lesson")).exists()


def _conclude(locked: Enrolment, *, at: datetime) -> None:
    """Put the round, whose row is locked, where its lessons are; a completed module gets its certificate."""
    was = locked.state
    if locked.completed_at is None:
        done = module_is_complete(locked)
        locked.state = Enrolment.State.COMPLETED if done else Enrolment.State.IN_PROGRESS
        locked.completed_at = at if done else None
    locked.save(update_fields=["started_at", "last_active_at", "state", "completed_at"])
    if locked.completed_at is not None:
        issue_certificate(locked)
    if locked.state != was:
        note = note_completed if locked.completed_at is not None else note_started
        note(locked)


def _add_reading_time(progress: LessonProgress, *, at: datetime) -> None:
    """Count the time since the lesson was last seen, LONGEST_READING at most."""
    passed = min(max(at - progress.last_seen_at, timedelta()), LONGEST_READING)
    progress.seconds += round(passed.total_seconds())
    progress.last_seen_at = max(progress.last_seen_at, at)


def _touch(enrolment: Enrolment, *, at: datetime) -> None:
    """Note that the learner was active."""
    enrolment.started_at = enrolment.started_at or at
    enrolment.last_active_at = max(enrolment.last_active_at or at, at)


def _copy_state(source: Enrolment, *, onto: Enrolment) -> None:
    """Let the caller's object say what the database says."""
    for field in ("state", "started_at", "last_active_at", "completed_at", "last_lesson_id"):
        setattr(onto, field, getattr(source, field))
