"""What a lesson may be."""

import pytest
from django.core.exceptions import ValidationError

from courses.models import ScormPackage
from tests.factories.courses import LessonFactory

pytestmark = pytest.mark.django_db


def wrong_fields(**fields):
    with pytest.raises(ValidationError) as refused:
        LessonFactory.build(**fields).clean()
    return set(refused.value.message_dict)


def test_a_scorm_lesson_needs_a_package_and_only_it_has_one():
    package = ScormPackage.objects.create(title="A morning at the car wash")

    assert wrong_fields(kind="scorm") == {"scorm_package"}
    assert wrong_fields(kind="content", scorm_package=package) == {"scorm_package"}
    LessonFactory.build(kind="scorm", scorm_package=package).clean()


def test_a_lesson_cannot_take_an_address_of_its_module():
    assert wrong_fields(slug="start") == {"slug"}
    assert wrong_fields(slug="again") == {"slug"}


def test_a_package_that_can_be_read_as_text_can_be_completed_by_reading():
    assert LessonFactory.build(kind="content").is_completed_by_reading
    assert LessonFactory.build(kind="scorm", text_alternative="<p>The same as text.</p>").is_completed_by_reading
    assert not LessonFactory.build(kind="scorm").is_completed_by_reading
    assert not LessonFactory.build(kind="quiz", text_alternative="<p>x</p>").is_completed_by_reading
