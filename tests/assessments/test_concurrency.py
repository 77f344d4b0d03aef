"""Two requests at the same moment: one attempt, one result."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from assessments.domain.attempts import start_or_resume_attempt, submit_attempt
from assessments.models import QuizAttempt
from courses.domain.enrolling import enrol
from courses.models import Certificate, LessonProgress
from tests.factories.assessments import QuestionFactory, answer, begin, module_with_quiz

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def at_once(work):
    """What two threads with connections of their own return when they do the work at the same moment."""
    barrier = Barrier(2)

    def run(_number):
        try:
            barrier.wait(timeout=10)
            return work()
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as threads:
        return list(threads.map(run, range(2)))


def test_two_hand_ins_at_the_same_moment_answer_one_result(alice):
    module = module_with_quiz(QuestionFactory(), QuestionFactory(), pass_mark=2)
    attempt = answer(begin(alice, module), right=2)
    first, second = at_once(lambda: submit_attempt(QuizAttempt.objects.get(pk=attempt.pk)))
    assert (first.right_count, first.passed, first.submitted_at) == (2, True, second.submitted_at)
    assert (second.right_count, second.passed) == (2, True)
    assert Certificate.objects.count() == 1
    assert LessonProgress.objects.count() == 1


def test_two_starts_at_the_same_moment_begin_one_attempt(alice):
    module = module_with_quiz(QuestionFactory())
    enrolment = enrol(alice, module=module)
    first, second = at_once(lambda: start_or_resume_attempt(enrolment, quiz=module.quiz))
    assert first == second
    assert QuizAttempt.objects.count() == 1
