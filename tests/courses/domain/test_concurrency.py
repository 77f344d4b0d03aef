"""Two requests at once: one enrolment, one completion, one certificate."""

import time
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

import pytest
from django.db import connection, transaction

from courses.domain.assigning import withdraw
from courses.domain.enrolling import enrol, start_again
from courses.domain.progress import complete_lesson, finish_if_complete, open_lesson
from courses.domain.settling import settle
from courses.models import Certificate, Enrolment, LessonProgress, Requirement
from tests.factories.assigning import ask
from tests.factories.courses import complete, module_of

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
THREADS = 4


def at_once(step):
    """Run `step` in several threads that start together; answers and errors go to the caller."""
    barrier = Barrier(THREADS)

    def run(number):
        try:
            barrier.wait(timeout=10)
            return step(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(run, range(THREADS)))


def test_enrolling_at_once_gives_one_enrolment(alice):
    module = module_of(1)

    answers = at_once(lambda _number: enrol(alice, module=module).pk)

    assert set(answers) == {Enrolment.objects.get().pk}


def test_completing_the_last_lesson_at_once_gives_one_completion_and_one_certificate(alice):
    module = module_of(1)
    lesson = module.published_lessons().get().lesson
    enrolment = enrol(alice, module=module)

    times = at_once(lambda _number: complete_lesson(Enrolment.objects.get(pk=enrolment.pk), lesson=lesson).completed_at)

    assert len(set(times)) == 1
    assert LessonProgress.objects.count() == 1
    assert Certificate.objects.get().enrolment == enrolment


def test_completing_the_last_two_lessons_at_once_completes_the_module(alice):
    module = module_of(THREADS)
    lessons = [place.lesson for place in module.published_lessons()]
    enrolment = enrol(alice, module=module)

    at_once(lambda number: complete_lesson(Enrolment.objects.get(pk=enrolment.pk), lesson=lessons[number]).pk)

    enrolment.refresh_from_db()
    assert enrolment.state == Enrolment.State.COMPLETED
    assert Certificate.objects.count() == 1


def test_finishing_and_completing_at_once_gives_one_completion_and_one_certificate(alice):
    module = module_of(2)
    first, second = (place.lesson for place in module.published_lessons())
    enrolment = enrol(alice, module=module)
    for lesson in (first, second):
        open_lesson(enrolment, lesson=lesson)
    complete_lesson(enrolment, lesson=first)
    second.live = False
    second.save()

    def finish(number):
        mine = Enrolment.objects.get(pk=enrolment.pk)
        if number % 2:
            complete_lesson(mine, lesson=second)
        else:
            finish_if_complete(mine)
        return mine.completed_at

    times = at_once(finish)

    assert set(times) == {Enrolment.objects.get().completed_at}
    assert Certificate.objects.get().enrolment == enrolment


def test_opening_a_lesson_at_once_gives_one_row_of_progress(alice):
    module = module_of(1)
    lesson = module.published_lessons().get().lesson
    enrolment = enrol(alice, module=module)

    at_once(lambda _number: open_lesson(Enrolment.objects.get(pk=enrolment.pk), lesson=lesson).pk)

    assert LessonProgress.objects.count() == 1


def test_starting_again_at_once_opens_one_round(alice):
    enrolment = complete(alice, module_of(1))

    rounds = at_once(lambda _number: start_again(enrolment, at=enrolment.completed_at).round)

    assert set(rounds) == {2}
    assert Enrolment.objects.count() == 2


def test_a_completion_stands_when_a_sweep_lets_go_of_the_requirement_meanwhile(alice, bob, haverley):
    module = module_of(1)
    kept, gone = (ask(alice, haverley, lead=bob, module=module) for _ in range(2))
    enrolment = enrol(alice, module=module)
    withdraw(bob, assignment=gone.assignment)
    written = Event()

    def let_go():
        try:
            with transaction.atomic():
                settle(gone.assignment, [alice.pk])
                written.set()
                time.sleep(0.5)  # the rest of the batch
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        sweeping = pool.submit(let_go)
        assert written.wait(10)
        complete_lesson(enrolment, lesson=module.published_lessons().get().lesson)
        sweeping.result()

    assert enrolment.state == Enrolment.State.COMPLETED
    assert dict(Requirement.objects.values_list("pk", "state")) == {kept.pk: "done", gone.pk: "stopped"}
