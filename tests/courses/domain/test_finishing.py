"""Modules that are complete because what was left of them went away: the sweep finishes them, and nothing else."""

import datetime

import pytest

from courses.domain.enrolling import enrol
from courses.domain.progress import complete_lesson, finish_all_complete, finish_if_complete, open_lesson
from courses.models import Certificate, Enrolment, Module, ModuleLesson, Requirement
from tests.factories.assigning import ask
from tests.factories.courses import module_of

pytestmark = pytest.mark.django_db
NINE = datetime.datetime(2026, 5, 5, 9, 0, tzinfo=datetime.UTC)


def after(minutes: float) -> datetime.datetime:
    return NINE + datetime.timedelta(minutes=minutes)


def lessons_of(module):
    return [place.lesson for place in module.published_lessons()]


def unpublish(place):
    place.lesson.live = False
    place.lesson.save()


def take_out(place):
    place.delete()


def ask_no_longer(place):
    Module.objects.filter(pk=place.module_id).update(completion_rule="required")
    ModuleLesson.objects.filter(pk=place.pk).update(is_required=False)


@pytest.mark.parametrize("go_away", [unpublish, take_out, ask_no_longer])
def test_the_sweep_completes_a_module_whose_last_open_lesson_goes_away(alice, bob, haverley, go_away):
    module = module_of(2)
    row = ask(alice, haverley, lead=bob, module=module)
    enrolment = enrol(alice, module=module)
    complete_lesson(enrolment, lesson=lessons_of(module)[0], at=NINE)
    assert finish_all_complete() == 0
    go_away(module.published_lessons()[1])

    assert finish_all_complete(after(60)) == 1
    assert finish_all_complete(after(120)) == 0

    enrolment.refresh_from_db()
    row.refresh_from_db()
    assert (enrolment.state, enrolment.completed_at) == (Enrolment.State.COMPLETED, after(60))
    assert enrolment.last_active_at == NINE
    assert Certificate.objects.get().enrolment == enrolment
    assert (row.state, row.completed_on) == (Requirement.State.DONE, NINE.date())


def test_the_sweep_leaves_what_is_not_begun_not_published_or_without_lessons(alice, charlie):
    module, hidden = module_of(2), module_of(2)
    first, second = module.published_lessons()
    enrol(alice, module=module)
    draft = enrol(alice, module=hidden)
    complete_lesson(draft, lesson=lessons_of(hidden)[0])
    unpublish(hidden.published_lessons()[1])
    Module.objects.filter(pk=hidden.pk).update(live=False)
    open_lesson(enrol(charlie, module=module), lesson=first.lesson)
    unpublish(second)
    assert finish_all_complete() == 0

    unpublish(first)

    assert finish_all_complete() == 0
    assert not Certificate.objects.exists()


def test_finishing_what_is_not_complete_changes_nothing(alice):
    module = module_of(2)
    fresh = enrol(alice, module=module)
    assert finish_if_complete(fresh) is False
    assert fresh.state == Enrolment.State.NOT_STARTED
    complete_lesson(fresh, lesson=lessons_of(module)[0], at=NINE)

    assert finish_if_complete(fresh, at=after(5)) is False

    fresh.refresh_from_db()
    assert (fresh.state, fresh.completed_at) == (Enrolment.State.IN_PROGRESS, None)


@pytest.mark.parametrize("count", [1, 3])
def test_looking_for_what_is_complete_takes_one_query(alice, count, django_assert_num_queries):
    for _ in range(count):
        module = module_of(2)
        complete_lesson(enrol(alice, module=module), lesson=lessons_of(module)[0])
    with django_assert_num_queries(1):
        finish_all_complete()
