"""What a module may be, and its outline."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from courses.domain.enrolling import enrol
from courses.domain.progress import complete_lesson, open_lesson
from courses.models import Module, ModuleLesson
from tests.factories.courses import LessonFactory, ModuleFactory, module_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"endorsed_by": "Example Network"}, "endorsed_on"),
        ({"endorsed_on": datetime.date(2026, 1, 1)}, "endorsed_by"),
        ({"endorsement_evidence": "https://example.org/letter"}, "endorsed_by"),
        ({"endorsed_by": "Example Network", "endorsed_on": datetime.date(2026, 1, 1)}, "endorsement_evidence"),
        (
            {
                "endorsed_by": "Example Network",
                "endorsed_on": datetime.date(2026, 1, 1),
                "endorsement_expires_on": datetime.date(2026, 1, 1),
            },
            "endorsement_expires_on",
        ),
    ],
)
def test_an_endorsement_that_does_not_add_up_is_refused_beside_its_field(fields, wrong):
    with pytest.raises(ValidationError) as refused:
        ModuleFactory.build(**fields).clean()
    assert set(refused.value.message_dict) == {wrong}


@pytest.mark.parametrize(
    ("changed", "body"),
    [
        ({}, "Example Network"),
        ({"endorsed_on": None}, ""),
        ({"endorsed_on": datetime.date(2026, 5, 2)}, ""),
        ({"endorsement_evidence": ""}, ""),
        ({"endorsement_expires_on": datetime.date(2026, 5, 1)}, "Example Network"),
        ({"endorsement_expires_on": datetime.date(2026, 4, 30)}, ""),
    ],
)
def test_nothing_is_endorsed_without_a_body_a_day_and_evidence_in_date(changed, body):
    whole = {
        "endorsed_by": "Example Network",
        "endorsed_on": datetime.date(2026, 1, 1),
        "endorsement_evidence": "https://example.org/letter",
    }
    assert Module(**whole | changed).endorsement_in_date(datetime.date(2026, 5, 1)) == body


@pytest.mark.parametrize(("months", "words"), [(None, ""), (1, "1 month"), (12, "1 year"), (18, "18 months")])
def test_validity_is_said_in_years_where_it_can_be(months, words):
    assert Module(validity_months=months).validity_display == words


def test_the_outline_has_published_lessons_in_order_and_knows_the_next(alice):
    first, second, third = LessonFactory.create_batch(3)
    module = ModuleFactory(lessons=[third, first, LessonFactory(live=False), second])
    enrolment = enrol(alice, module=module)
    complete_lesson(enrolment, lesson=third)
    open_lesson(enrolment, lesson=first)

    outline = module.outline(enrolment=enrolment)

    assert [step.lesson for step in outline.steps] == [third, first, second]
    assert (outline.done, outline.total, outline.minutes_left) == (1, 3, 6)
    assert outline.next_step.number == 2
    assert outline.before(outline.steps[0]) is None
    assert outline.after(outline.steps[2]) is None


def test_after_the_last_opened_lesson_is_done_the_next_is_the_first_one_not_done(alice):
    module = module_of(3)
    lessons = [place.lesson for place in module.published_lessons()]
    enrolment = enrol(alice, module=module)
    open_lesson(enrolment, lesson=lessons[2])
    complete_lesson(enrolment, lesson=lessons[2])

    assert module.outline(enrolment=enrolment).next_step.lesson == lessons[0]


def test_nothing_is_next_when_everything_is_done(alice):
    module = module_of(1)
    enrolment = enrol(alice, module=module)
    complete_lesson(enrolment, lesson=module.published_lessons().get().lesson)
    assert module.outline(enrolment=enrolment).next_step is None


def test_a_change_in_a_draft_is_not_seen_before_it_is_published():
    module = module_of(2)
    module.save_revision().publish()
    module.refresh_from_db()
    draft = module.get_latest_revision_as_object()
    draft.module_lessons = [ModuleLesson(lesson=LessonFactory(title="Added"), sort_order=0)]
    revision = draft.save_revision()

    seen = Module.objects.get(pk=module.pk)
    assert seen.outline().total == 2

    revision.publish()
    assert [step.lesson.title for step in Module.objects.get(pk=module.pk).outline().steps] == ["Added"]
