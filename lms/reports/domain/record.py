"""One person's training record: each round of each module, and what happened, newest first."""

from dataclasses import dataclass
from datetime import datetime
from itertools import chain

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext as _

from assessments.models import QuizAttempt
from courses.models import Certificate, Enrolment, LessonProgress
from lms.design_system.wording import minutes
from lms.people.models import User

EVENTS_SHOWN = 50


@dataclass(frozen=True)
class Event:
    """Something that happened at a time; `detail` is said below it."""

    at: datetime
    text: str
    detail: str = ""


def rounds_of(person: User) -> QuerySet[Enrolment]:
    """The person's enrolments with module, certificate, lesson counts and best score; what moved last comes first."""
    scored = LessonProgress.objects.filter(enrolment=OuterRef("pk")).exclude(score_text="")
    attempts = QuizAttempt.objects.handed_in().filter(enrolment=OuterRef("pk")).order_by().values("enrolment")
    return (
        Enrolment.objects.of(person)
        .select_related("module", "certificate")
        .annotate(
            lessons_done=Count(
                "lesson_progress", filter=Q(lesson_progress__state=LessonProgress.State.COMPLETED), distinct=True
            ),
            lesson_count=Count("module__module_lessons", distinct=True),
            score_text=Subquery(scored.order_by("-score_percent").values("score_text")[:1]),
            attempt_count=Subquery(attempts.annotate(n=Count("pk")).values("n")),
        )
        .order_by("-is_current", "-last_active_at", "-created_at", "-pk")
    )


def events_of(person: User, *, most: int = EVENTS_SHOWN) -> list[Event]:
    """What happened in the person's training, newest first, at most `most` events."""
    progress = LessonProgress.objects.filter(enrolment__user=person).select_related("lesson", "enrolment__module")
    enrolments = Enrolment.objects.of(person).select_related("module").order_by("-created_at")[:most]
    attempts = QuizAttempt.objects.handed_in().of(person).select_related("quiz__lesson")
    certificates = Certificate.objects.filter(user=person).order_by("-issued_at")[:most]
    events = chain(
        (_completed(row) for row in progress.exclude(completed_at=None).order_by("-completed_at")[:most]),
        (_begun(row) for row in progress.filter(completed_at=None).order_by("-started_at")[:most]),
        (_handed_in(row) for row in attempts.order_by("-submitted_at")[:most]),
        (Event(row.created_at, _("Enrolled on %(module)s") % {"module": row.module}) for row in enrolments),
        (_issued(row) for row in certificates),
    )
    return sorted(events, key=lambda event: event.at, reverse=True)[:most]


def _completed(row: LessonProgress) -> Event:
    spent = minutes(max(1, round(row.seconds / 60))) if row.seconds else ""
    detail = " · ".join(part for part in (str(row.enrolment.module), spent) if part)
    assert row.completed_at is not None
    return Event(row.completed_at, _("Lesson completed: %(lesson)s") % {"lesson": row.lesson}, detail)


def _begun(row: LessonProgress) -> Event:
    return Event(row.started_at, _("Lesson begun: %(lesson)s") % {"lesson": row.lesson}, str(row.enrolment.module))


def _handed_in(row: QuizAttempt) -> Event:
    words = {"right": row.right_count, "total": row.question_count, "number": row.number}
    text = _("Quiz passed: %(right)d of %(total)d") if row.passed else _("Quiz not passed: %(right)d of %(total)d")
    assert row.submitted_at is not None
    return Event(row.submitted_at, text % words, _("Attempt %(number)d") % words)


def _issued(row: Certificate) -> Event:
    return Event(row.issued_at, _("Certificate %(number)s issued") % {"number": row.number}, row.module_title)
