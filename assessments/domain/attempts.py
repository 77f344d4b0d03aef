"""Attempts: starting or resuming one, saving each answer, handing in once."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from assessments.domain.marking import check_choice, mark, percent
from assessments.domain.paper import PaperQuestion, build_paper
from assessments.models import Answer, AttemptGrant, Quiz, QuizAttempt
from courses.domain.progress import complete_lesson
from courses.models import Enrolment
from lms.audit.domain.recording import record
from lms.people.domain.access import memberships_visible_to
from lms.people.models import User


class AttemptError(Exception):
    """Why an attempt cannot be begun or changed; the message can be shown."""


class QuizNotReady(AttemptError):
    """The quiz is not published, or has no question that can be asked."""


class NoAttemptsLeft(AttemptError):
    """All attempts have been used."""


class AlreadyPassed(AttemptError):
    """The quiz is passed in this round, and its right answers have been shown."""


class RoundIsOver(AttemptError):
    """A later round of the module is open."""


class AlreadyHandedIn(AttemptError):
    """The attempt is handed in: its answers are final."""


class UnknownQuestion(AttemptError):
    """A question that the paper does not have."""


class NotTheirLead(AttemptError):
    """Someone who does not lead this person."""


@dataclass(frozen=True)
class Standing:
    """Where one person stands in one quiz, in one round of its module."""

    attempts: list[QuizAttempt]
    allowed: int | None

    @property
    def open_attempt(self) -> QuizAttempt | None:
        return next((attempt for attempt in self.attempts if attempt.is_open), None)

    @property
    def handed_in(self) -> list[QuizAttempt]:
        return [attempt for attempt in self.attempts if not attempt.is_open]

    @property
    def passed(self) -> bool:
        return any(attempt.passed for attempt in self.attempts)

    @property
    def left(self) -> int | None:
        """Attempts that can still be begun; None when there is no limit."""
        if self.passed:
            return 0
        return None if self.allowed is None else max(0, self.allowed - len(self.attempts))

    @property
    def may_go_on(self) -> bool:
        """Whether an attempt is open or another can be begun."""
        return not self.passed and (self.open_attempt is not None or self.left != 0)

    @property
    def is_used_up(self) -> bool:
        """Whether every attempt was handed in without passing."""
        return bool(self.attempts) and not self.passed and not self.may_go_on

    @property
    def shows_key(self) -> bool:
        """Whether results tell the right answers: only once there is nothing left to answer."""
        return bool(self.attempts) and not self.may_go_on


def standing(enrolment: Enrolment, *, quiz: Quiz) -> Standing:
    """Where the enrolment's person stands in the quiz. Two queries, one when attempts have no limit."""
    attempts = list(QuizAttempt.objects.filter(enrolment=enrolment, quiz=quiz).order_by("number"))
    return Standing(attempts=attempts, allowed=attempts_allowed(enrolment.pk, quiz=quiz))


def attempts_allowed(enrolment_id: int, *, quiz: Quiz) -> int | None:
    """The quiz's attempts and those a lead has added; None when there is no limit. At most one query."""
    if quiz.attempts_allowed is None:
        return None
    added = AttemptGrant.objects.filter(enrolment=enrolment_id, quiz=quiz).values_list("attempts", flat=True)
    return quiz.attempts_allowed + sum(added)


def start_or_resume_attempt(enrolment: Enrolment, *, quiz: Quiz, at: datetime | None = None) -> QuizAttempt:
    """The open attempt of this enrolment on the quiz, begun with a paper of its own if there is none.

    Safe to repeat and under concurrency: there is never more than one open attempt. An attempt under way can be
    resumed when the quiz has been unpublished since.
    Raises AlreadyPassed, NoAttemptsLeft, QuizNotReady or RoundIsOver.
    """
    with transaction.atomic():
        locked = Enrolment.objects.select_for_update().get(pk=enrolment.pk)
        now = standing(locked, quiz=quiz)
        if now.open_attempt:
            return now.open_attempt
        if not locked.is_current:
            raise RoundIsOver(_("You have begun this module again since. Answer the questions of the new round."))
        if now.passed:
            raise AlreadyPassed(_("You have passed already."))
        if now.left == 0:
            raise NoAttemptsLeft(_("You have no attempts left."))
        paper = build_paper(quiz)
        if not quiz.live or not paper["questions"]:
            raise QuizNotReady(_("These questions are not published yet."))
        return QuizAttempt.objects.create(
            enrolment=locked,
            quiz=quiz,
            number=max((attempt.number for attempt in now.attempts), default=0) + 1,
            paper=paper,
            pass_mark=min(quiz.pass_mark, len(paper["questions"])),
            started_at=at or timezone.now(),
        )


def chosen_in(attempt: QuizAttempt) -> dict[str, Answer]:
    """The attempt's saved answers by question id; a skipped question has none. One query."""
    return {answer.question_key: answer for answer in attempt.answers.all()}


def first_unanswered(attempt: QuizAttempt, answers: Collection[str]) -> int | None:
    """The number, from 1, of the first question without an answer; None when all have one."""
    for number, question in enumerate(attempt.paper["questions"], start=1):
        if question["id"] not in answers:
            return number
    return None


def find_question(attempt: QuizAttempt, question_key: str) -> PaperQuestion:
    """The question of the paper with that id. Raises UnknownQuestion."""
    for question in attempt.paper["questions"]:
        if question["id"] == question_key:
            return question
    raise UnknownQuestion(_("This question is not part of your attempt."))


def save_answer(
    attempt: QuizAttempt, *, question_key: str, chosen: Collection[str], at: datetime | None = None
) -> Answer:
    """Save what was chosen for one question, in place of what was chosen before.

    `chosen` holds option ids of the paper. Raises AlreadyHandedIn, UnknownQuestion, or one of marking's ChoiceRefused;
    then nothing has changed.
    """
    question = find_question(attempt, question_key)
    checked = check_choice(question, chosen)
    with transaction.atomic():
        locked = QuizAttempt.objects.select_for_update().only("submitted_at").get(pk=attempt.pk)
        if locked.submitted_at is not None:
            raise AlreadyHandedIn(_("These answers were handed in already and cannot change."))
        answer, _created = Answer.objects.update_or_create(
            attempt=locked,
            question_key=question["id"],
            defaults={"chosen": checked, "saved_at": at or timezone.now()},
        )
    return answer


def submit_attempt(attempt: QuizAttempt, *, at: datetime | None = None) -> QuizAttempt:
    """Hand in and mark the attempt, once; a second call, also at the same moment, answers the first one's result.

    A passed attempt completes the lesson through courses.domain.progress.complete_lesson; practice completes it
    whatever the score. Raises ProgressError when the lesson has left the module; then nothing has changed.
    """
    at = at or timezone.now()
    with transaction.atomic():
        # Enrolment first, then attempt: complete_lesson takes the enrolment's lock too, and one order cannot deadlock.
        enrolment = Enrolment.objects.select_for_update().get(pk=attempt.enrolment_id)
        locked = QuizAttempt.objects.select_for_update(of=("self",)).select_related("quiz__lesson").get(pk=attempt.pk)
        if locked.submitted_at is None:
            _mark_answers(locked, at=at)
            _complete(locked, enrolment, at=at)
    for field in ("submitted_at", "right_count", "passed"):
        setattr(attempt, field, getattr(locked, field))
    return attempt


def _mark_answers(attempt: QuizAttempt, *, at: datetime) -> None:
    answers = list(attempt.answers.all())
    marks = mark(attempt.paper, {answer.question_key: answer.chosen for answer in answers})
    for answer in answers:
        answer.is_right = marks.by_question.get(answer.question_key, False)
    Answer.objects.bulk_update(answers, ["is_right"])
    attempt.submitted_at = at
    attempt.right_count = marks.right_count
    attempt.passed = marks.right_count >= attempt.pass_mark
    attempt.save(update_fields=["submitted_at", "right_count", "passed"])


def _complete(attempt: QuizAttempt, enrolment: Enrolment, *, at: datetime) -> None:
    lesson = attempt.quiz.lesson
    if attempt.quiz.is_practice:
        complete_lesson(enrolment, lesson=lesson, at=at)
    elif attempt.passed:
        complete_lesson(
            enrolment,
            lesson=lesson,
            at=at,
            score_percent=percent(attempt.right_count or 0, of=attempt.question_count),
            score_text=score_text(attempt),
        )


def score_text(attempt: QuizAttempt) -> str:
    """How the lesson was assessed, in the words of the certificate: "10 questions (9 right)"."""
    words = ngettext(
        "%(total)d question (%(right)d right)", "%(total)d questions (%(right)d right)", attempt.question_count
    )
    return words % {"total": attempt.question_count, "right": attempt.right_count}


@transaction.atomic
def allow_more_attempts(
    enrolment: Enrolment, *, quiz: Quiz, by: User, attempts: int = 1, at: datetime | None = None
) -> AttemptGrant:
    """Let one person try a quiz again although their attempts are used; recorded in the audit trail.

    Raises NotTheirLead when `by` does not lead this person, and AttemptError when an attempt is left or none is needed.
    """
    seen = memberships_visible_to(by).filter(user=enrolment.user_id).select_related("organisation").first()
    if by.pk == enrolment.user_id or seen is None:
        raise NotTheirLead(_("Only this person’s training lead can allow more attempts."))
    locked = Enrolment.objects.select_for_update().get(pk=enrolment.pk)
    if not standing(locked, quiz=quiz).is_used_up:
        raise AttemptError(_("No more attempts are needed: one is left, or the questions are passed."))
    grant = AttemptGrant.objects.create(
        enrolment=locked, quiz=quiz, attempts=attempts, granted_by=by, granted_at=at or timezone.now()
    )
    record(
        by,
        action="allowed more attempts",
        subject=locked,
        organisation=seen.organisation,
        quiz=quiz.pk,
        attempts=attempts,
    )
    return grant
