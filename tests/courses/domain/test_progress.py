"""Opening a lesson, keeping the place, and the only road to "completed"."""

import datetime
from decimal import Decimal

import pytest
from django.utils import timezone

from courses.domain.enrolling import enrol
from courses.domain.progress import (
    ProgressError,
    complete_lesson,
    open_lesson,
    save_position,
)
from courses.models import Certificate, Enrolment, LessonProgress, ModuleLesson
from tests.factories.courses import LessonFactory, complete, module_of

pytestmark = pytest.mark.django_db
NINE = datetime.datetime(2026, 5, 5, 9, 0, tzinfo=datetime.UTC)


def after(minutes: float) -> datetime.datetime:
    return NINE + datetime.timedelta(minutes=minutes)


def lessons_of(module):
    return [place.lesson for place in module.published_lessons()]


def test_opening_a_lesson_puts_it_and_the_module_in_progress(alice):
    module = module_of(2)
    first, _second = lessons_of(module)
    enrolment = enrol(alice, module=module)

    open_lesson(enrolment, lesson=first, at=NINE)

    enrolment.refresh_from_db()
    assert enrolment.state == Enrolment.State.IN_PROGRESS
    assert enrolment.last_lesson == first
    assert enrolment.started_at == enrolment.last_active_at == NINE
    assert enrolment.lesson_progress.get().state == LessonProgress.State.IN_PROGRESS


def test_the_lesson_before_gets_the_time_until_the_next_is_opened(alice):
    module = module_of(2)
    first, second = lessons_of(module)
    enrolment = enrol(alice, module=module)
    open_lesson(enrolment, lesson=first, at=NINE)

    open_lesson(enrolment, lesson=second, at=after(4))

    assert enrolment.lesson_progress.get(lesson=first).seconds == 240
    assert enrolment.lesson_progress.get(lesson=second).seconds == 0


def test_a_night_between_two_openings_is_not_reading_time(alice):
    module = module_of(2)
    first, second = lessons_of(module)
    enrolment = enrol(alice, module=module)
    open_lesson(enrolment, lesson=first, at=NINE)

    open_lesson(enrolment, lesson=first, at=after(600))
    open_lesson(enrolment, lesson=second, at=after(1200))

    assert enrolment.lesson_progress.get(lesson=first).seconds == 0


def test_a_long_visit_that_ends_with_the_button_counts_half_an_hour(alice):
    module = module_of(1)
    (lesson,) = lessons_of(module)
    enrolment = enrol(alice, module=module)
    open_lesson(enrolment, lesson=lesson, at=NINE)

    progress = complete_lesson(enrolment, lesson=lesson, at=after(90))

    assert progress.seconds == 1800


def test_the_place_is_kept_and_continue_leads_there(alice):
    module = module_of(2)
    first, _second = lessons_of(module)
    enrolment = enrol(alice, module=module)
    open_lesson(enrolment, lesson=first, at=NINE)

    save_position(enrolment, lesson=first, anchor="look-at-the-place", at=after(2))

    step = module.outline(enrolment=Enrolment.objects.get(pk=enrolment.pk)).next_step
    assert step.resume_url == f"{first.url_in(module)}#look-at-the-place"
    assert step.progress.seconds == 120


@pytest.mark.parametrize("anchor", ["", "Look at", "a" * 200, "javascript:alert(1)", '"><script>', "-x"])
def test_a_place_that_is_no_heading_is_refused(alice, anchor):
    module = module_of(1)
    (lesson,) = lessons_of(module)
    enrolment = enrol(alice, module=module)
    open_lesson(enrolment, lesson=lesson)

    with pytest.raises(ProgressError):
        save_position(enrolment, lesson=lesson, anchor=anchor)

    assert enrolment.lesson_progress.get().position == ""


def test_a_place_in_a_lesson_never_opened_is_not_kept(alice):
    module = module_of(1)
    (lesson,) = lessons_of(module)

    assert save_position(enrol(alice, module=module), lesson=lesson, anchor="top") is None
    assert not LessonProgress.objects.exists()


def test_a_position_in_a_packages_own_words_is_not_put_into_an_address(alice):
    module = module_of(1)
    (lesson,) = lessons_of(module)
    enrolment = enrol(alice, module=module)
    open_lesson(enrolment, lesson=lesson)
    enrolment.lesson_progress.update(position="Scene 3 of 5")

    assert module.outline(enrolment=enrolment).next_step.resume_url == lesson.url_in(module)


def test_the_last_lesson_completes_the_module_and_issues_one_certificate(alice):
    module = module_of(2)
    first, second = lessons_of(module)
    enrolment = enrol(alice, module=module)

    complete_lesson(enrolment, lesson=first, at=NINE)
    assert enrolment.completed_at is None
    complete_lesson(enrolment, lesson=second, at=after(5))
    complete_lesson(enrolment, lesson=second, at=after(9))

    enrolment.refresh_from_db()
    assert (enrolment.state, enrolment.completed_at) == (Enrolment.State.COMPLETED, after(5))
    assert Certificate.objects.filter(enrolment=enrolment).count() == 1


def test_lessons_may_be_done_in_any_order(alice):
    module = module_of(3)
    enrolment = enrol(alice, module=module)

    for lesson in reversed(lessons_of(module)):
        complete_lesson(enrolment, lesson=lesson)

    assert enrolment.state == Enrolment.State.COMPLETED


def test_a_completed_lesson_keeps_its_first_time_and_its_best_score(alice):
    module = module_of(1)
    (lesson,) = lessons_of(module)
    enrolment = enrol(alice, module=module)

    complete_lesson(enrolment, lesson=lesson, at=NINE, score_percent=Decimal(80), score_text="8 of 10")
    complete_lesson(enrolment, lesson=lesson, at=after(1), score_percent=Decimal(60), score_text="6 of 10")
    progress = complete_lesson(enrolment, lesson=lesson, at=after(2), score_percent=Decimal(90), score_text="9 of 10")

    assert (progress.completed_at, progress.score_percent, progress.score_text) == (NINE, Decimal(90), "9 of 10")


def test_no_score_is_not_a_score_of_nought(alice):
    module = module_of(1)
    (lesson,) = lessons_of(module)
    assert complete_lesson(enrol(alice, module=module), lesson=lesson).score_percent is None


def test_only_required_lessons_count_when_the_rule_says_so(alice):
    module = module_of(2, completion_rule="required")
    first, second = lessons_of(module)
    ModuleLesson.objects.filter(lesson=second).update(is_required=False)
    enrolment = enrol(alice, module=module)

    complete_lesson(enrolment, lesson=first)

    assert enrolment.state == Enrolment.State.COMPLETED


def test_a_lesson_that_is_not_published_is_not_waited_for(alice):
    draft = LessonFactory(live=False)
    module = module_of(1)
    ModuleLesson.objects.create(module=module, lesson=draft, sort_order=5)
    enrolment = enrol(alice, module=module)

    complete_lesson(enrolment, lesson=lessons_of(module)[0])

    assert enrolment.state == Enrolment.State.COMPLETED


def test_a_lesson_added_later_does_not_take_the_completion_away(alice):
    module = module_of(1)
    enrolment = complete(alice, module, at=NINE)
    added = LessonFactory()
    ModuleLesson.objects.create(module=module, lesson=added, sort_order=9)

    open_lesson(enrolment, lesson=added, at=after(10))

    enrolment.refresh_from_db()
    assert (enrolment.state, enrolment.completed_at) == (Enrolment.State.COMPLETED, NINE)
    complete_lesson(enrolment, lesson=added, at=after(20))
    assert enrolment.completed_at == NINE
    assert Certificate.objects.count() == 1


def test_a_lesson_of_another_module_is_refused(alice):
    enrolment = enrol(alice, module=module_of(1))

    with pytest.raises(ProgressError):
        complete_lesson(enrolment, lesson=LessonFactory())

    assert not LessonProgress.objects.exists()


def test_a_lesson_taken_out_while_it_is_open_can_still_be_completed(alice):
    module = module_of(2)
    first, _second = lessons_of(module)
    enrolment = enrol(alice, module=module)
    open_lesson(enrolment, lesson=first)
    ModuleLesson.objects.filter(lesson=first).delete()

    assert complete_lesson(enrolment, lesson=first).completed_at is not None


def test_a_module_without_lessons_is_never_complete(alice):
    module = module_of(1)
    (lesson,) = lessons_of(module)
    enrolment = enrol(alice, module=module)
    open_lesson(enrolment, lesson=lesson, at=timezone.now())
    ModuleLesson.objects.all().delete()

    complete_lesson(enrolment, lesson=lesson)

    assert enrolment.state == Enrolment.State.IN_PROGRESS
