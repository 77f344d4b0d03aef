"""What the starter learners have done so far, written through the same domain functions the site uses."""

from datetime import datetime, timedelta

from dateutil.relativedelta import relativedelta
from django.utils import timezone

from assessments.domain.attempts import save_answer, start_or_resume_attempt, submit_attempt
from assessments.models import Quiz
from courses.domain.enrolling import enrol
from courses.domain.progress import complete_lesson, open_lesson
from courses.models import Enrolment, Lesson, Module
from lms.demo.people import PEOPLE
from lms.people.models import User


def seed_histories(users: dict[str, User], *, module: Module) -> None:
    """Bring each learner to their stage; a learner who has begun already is left alone."""
    now = timezone.now()
    for person in PEOPLE:
        user = users[person.email]
        if person.roles or Enrolment.objects.filter(user=user).exists():
            continue
        begin = now - timedelta(days=20)
        if person.stage == "expiring":
            begin = now - relativedelta(months=module.validity_months) + timedelta(days=40)
        walk(enrol(user, module=module), stage=person.stage, begin=begin)


def walk(enrolment: Enrolment, *, stage: str, begin: datetime) -> None:
    """Take one learner through the lessons up to their stage, a few minutes each."""
    Enrolment.objects.filter(pk=enrolment.pk).update(created_at=begin)
    if stage == "not_started":
        return
    places = enrolment.module.module_lessons.select_related("lesson")
    lessons = [place.lesson for place in places]
    reading = [lesson for lesson in lessons if lesson.kind != Lesson.Kind.QUIZ]
    at = begin
    for lesson in reading[:2] if stage == "in_progress" else reading:
        at += timedelta(minutes=3)
        open_lesson(enrolment, lesson=lesson, at=at)
        at += timedelta(minutes=lesson.minutes)
        complete_lesson(enrolment, lesson=lesson, at=at)
    if stage == "in_progress":
        open_lesson(enrolment, lesson=reading[2], at=at + timedelta(minutes=1))
        return
    quiz = Quiz.objects.get(lesson=next(lesson for lesson in lessons if lesson.kind == Lesson.Kind.QUIZ))
    answer_quiz(enrolment, quiz, right=6 if stage == "failed_once" else 9, at=at + timedelta(minutes=2))


def answer_quiz(enrolment: Enrolment, quiz: Quiz, *, right: int, at: datetime) -> None:
    """Answer the first `right` questions of the paper rightly and the rest wrongly, and hand in."""
    open_lesson(enrolment, lesson=quiz.lesson, at=at)
    attempt = start_or_resume_attempt(enrolment, quiz=quiz, at=at)
    for number, question in enumerate(attempt.paper["questions"]):
        key = set(question["key"])
        options = [option["id"] for option in question["options"]]
        chosen = [o for o in options if o in key] if number < right else [o for o in options if o not in key][:1]
        save_answer(attempt, question_key=question["id"], chosen=chosen, at=at + timedelta(seconds=20 * number))
    submit_attempt(attempt, at=at + timedelta(minutes=4))
