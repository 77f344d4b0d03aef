"""One person's training record: each round of each module, and what happened, newest first."""

from dataclasses import dataclass
from datetime import datetime
from itertools import chain

from django.db.models import Count, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _

from assessments.models import QuizAttempt
from courses.domain.reminder_lists import reminders_to
from courses.models import Certificate, Enrolment, Evidence, Exemption, LessonProgress, ModuleLesson, Requirement
from lms.design_system.wording import day, in_days, minutes
from lms.outbox.models import OutgoingEmail
from lms.people.domain.access import memberships_visible_to, organisations_led_by
from lms.people.models import User

EVENTS_SHOWN = 50


@dataclass(frozen=True)
class Event:
    """Something that happened at a time; `detail` is said below it."""

    at: datetime
    text: str
    detail: str = ""


@dataclass(frozen=True)
class Required:
    """One thing asked of the person: the requirement, and its state as the status component says it."""

    requirement: Requirement
    kind: str
    text: str
    about: str


def required_of(person: User, lead: User) -> list[Required]:
    """What is or was asked of the person in the lead's organisations, late first, then by date."""
    seen = memberships_visible_to(lead).filter(user=person)
    rows = (
        Requirement.objects.of(person)
        .filter(membership__in=seen.values("pk"))
        .select_related("module", "assignment__created_by", "evidence")
        .order_by(F("completed_on").desc(nulls_first=True), F("due_on").asc(nulls_last=True), "pk")
    )
    said = [_required(row) for row in rows]
    order = {"late": 0, "doing": 1, "todo": 2, "done": 3, "none": 4}
    return sorted(said, key=lambda row: order[row.kind])


def _required(row: Requirement) -> Required:
    today, State = timezone.localdate(), Requirement.State
    if row.state == State.DONE:
        assert row.completed_on is not None
        until = _("Until %(day)s") % {"day": day(row.valid_until)} if row.valid_until else ""
        return Required(row, "done", _("Completed %(day)s") % {"day": day(row.completed_on)}, until)
    if row.state == State.STOPPED:
        assert row.stopped_on is not None
        return Required(row, "none", _("Stopped %(day)s") % {"day": day(row.stopped_on)}, row.get_stop_reason_display())
    if row.state == State.EXEMPT:
        return Required(row, "none", _("Exempt"), "")
    if row.due_on is not None and row.is_late(today):
        return Required(row, "late", in_days(row.due_on), "")
    ahead = in_days(row.due_on) if row.due_on and row.due_on >= today else ""
    kind, text = ("doing", _("In progress")) if row.state == State.DOING else ("todo", _("Not started"))
    return Required(row, kind, text, ahead)


def lessons_of(person: User) -> QuerySet[LessonProgress]:
    """The time evidence: each lesson of the person with when and how long, newest round first."""
    rows = LessonProgress.objects.timed().filter(enrolment__user=person).select_related("lesson", "enrolment__module")
    return rows.order_by("enrolment__module__title", "-enrolment__round", "started_at", "pk")


def evidence_of(person: User, lead: User) -> QuerySet[Evidence]:
    """Training elsewhere that was accepted in the lead's organisations."""
    rows = Evidence.objects.filter(user=person, organisation__in=organisations_led_by(lead))
    return rows.select_related("module", "accepted_by")


def exemptions_of(person: User, lead: User) -> QuerySet[Exemption]:
    """What is or was not asked of the person, and why, in the lead's organisations."""
    rows = Exemption.objects.filter(user=person, organisation__in=organisations_led_by(lead))
    return rows.select_related("module", "created_by")


def rounds_of(person: User) -> QuerySet[Enrolment]:
    """The person's enrolments with module, certificate, lesson counts and best score; what moved last comes first.

    Lessons are the published ones of the module as it is now, as its page counts them for the person.
    """
    steps = ModuleLesson.objects.filter(module=OuterRef("module"), lesson__live=True)
    done = LessonProgress.State.COMPLETED
    taken = steps.filter(lesson__progress__enrolment=OuterRef("pk"), lesson__progress__state=done)
    scored = LessonProgress.objects.scores().filter(enrolment=OuterRef("pk")).exclude(score_text="")
    attempts = QuizAttempt.objects.handed_in().filter(enrolment=OuterRef("pk")).order_by().values("enrolment")
    return (
        Enrolment.objects.of(person)
        .select_related("module", "certificate")
        .annotate(
            lessons_done=Coalesce(how_many(taken), 0),
            lesson_count=Coalesce(how_many(steps), 0),
            score_text=Subquery(scored.order_by("-score_percent").values("score_text")[:1]),
            attempt_count=Subquery(attempts.annotate(n=Count("pk")).values("n")),
        )
        .order_by("-is_current", "-last_active_at", "-created_at", "-pk")
    )


def how_many(steps: QuerySet[ModuleLesson]) -> Subquery:
    """The number of some steps of a module, within another query."""
    return Subquery(steps.order_by().values("module").annotate(n=Count("pk")).values("n"))


def events_of(person: User, lead: User, *, most: int = EVENTS_SHOWN) -> list[Event]:
    """What happened in the person's training, newest first, at most `most` events.

    Of reminders only those of the lead's organisations.
    """
    progress = LessonProgress.objects.timed().filter(enrolment__user=person)
    progress = progress.select_related("lesson", "enrolment__module")
    enrolments = Enrolment.objects.of(person).select_related("module").order_by("-created_at")[:most]
    attempts = QuizAttempt.objects.handed_in().of(person).select_related("quiz__lesson")
    certificates = Certificate.objects.filter(user=person).order_by("-issued_at")[:most]
    events = chain(
        (_completed(row) for row in progress.exclude(completed_at=None).order_by("-completed_at")[:most]),
        (_begun(row) for row in progress.filter(completed_at=None).order_by("-started_at")[:most]),
        (_handed_in(row) for row in attempts.order_by("-submitted_at")[:most]),
        (Event(row.created_at, _("Enrolled on %(module)s") % {"module": row.module}) for row in enrolments),
        (_issued(row) for row in certificates),
        (_reminded(row) for row in reminders_to(person, organisations=organisations_led_by(lead))[:most]),
    )
    return sorted(events, key=lambda event: event.at, reverse=True)[:most]


def _completed(row: LessonProgress) -> Event:
    spent = minutes(max(1, round(row.spent_seconds / 60))) if row.spent_seconds else ""
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


def _reminded(row: OutgoingEmail) -> Event:
    words = {"subject": row.subject}
    if row.bounced_at is not None:
        about = _("%(subject)s. The mail server did not take it.") % words
        return Event(row.bounced_at, _("Reminder came back"), about)
    if row.sent_at is not None:
        return Event(row.sent_at, _("Reminder sent"), row.subject)
    if row.state == OutgoingEmail.State.FAILED:
        return Event(row.created_at, _("Reminder could not be sent"), row.subject)
    return Event(row.created_at, _("Reminder on its way"), row.subject)
