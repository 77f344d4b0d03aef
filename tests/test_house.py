"""The house stands: the settings load and the models agree with the migrations."""

import pytest
from django.core.management import call_command

from courses.domain.enrolling import enrol
from courses.domain.progress import complete_lesson
from courses.models import Certificate
from tests.factories.courses import LessonFactory, ModuleFactory


@pytest.mark.django_db
def test_migrations_agree_with_the_models():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_the_last_lesson_completes_the_module_and_issues_one_certificate(alice):
    lessons = [LessonFactory(), LessonFactory()]
    enrolment = enrol(alice, module=ModuleFactory(lessons=lessons))
    complete_lesson(enrolment, lesson=lessons[0])
    assert enrolment.state == "in_progress"
    complete_lesson(enrolment, lesson=lessons[1])
    complete_lesson(enrolment, lesson=lessons[1])
    assert enrolment.state == "completed"
    assert Certificate.objects.get().holder_name == "Alice Example"
