"""What keeps content from being deleted, and how many records of it."""

import pytest

from courses.domain.enrolling import enrol
from courses.domain.progress import open_lesson
from courses.models import Certificate, Enrolment, LessonProgress, ModuleLesson
from lms.editorial.domain.dependents import explanation, records_kept_by
from tests.factories.courses import complete, module_of

pytestmark = pytest.mark.django_db


def test_a_module_nobody_is_on_has_no_records():
    assert records_kept_by([module_of(2)]) == {}


def test_a_modules_enrolments_and_certificates_are_counted(alice, bob):
    module = module_of(1)
    complete(alice, module)
    enrol(bob, module=module)

    assert records_kept_by([module]) == {Enrolment: 2, Certificate: 1}


def test_a_lessons_place_in_a_module_counts_only_when_asked(alice):
    module = module_of(1)
    lesson = module.published_lessons().get().lesson
    assert records_kept_by([lesson]) == {}
    assert records_kept_by([lesson], with_content=True) == {ModuleLesson: 1}

    open_lesson(enrol(alice, module=module), lesson=lesson)

    assert records_kept_by([lesson]) == {Enrolment: 1, LessonProgress: 1}


def test_several_at_once_are_counted_together(alice):
    modules = [module_of(1), module_of(1)]
    for module in modules:
        enrol(alice, module=module)
    assert records_kept_by(modules) == {Enrolment: 2}


def test_the_explanation_names_it_counts_and_says_what_to_do():
    module = module_of(1, title="T1 Seeing it")
    words = explanation([module], {Enrolment: 1, Certificate: 1200})
    assert "“T1 Seeing it” cannot be deleted: 1,200 certificates, 1 enrolment" in words
    assert "Unpublish it instead" in words
    assert explanation([module, module], {Enrolment: 2}).startswith("What you ticked cannot be deleted: 2 enrolments")


@pytest.mark.parametrize("count", [1, 3])
def test_counting_three_records_takes_as_many_queries_as_one(alice, bob, charlie, count, django_assert_num_queries):
    module = module_of(1)
    for user in (alice, bob, charlie)[:count]:
        complete(user, module)
    with django_assert_num_queries(6):
        records_kept_by([module])
