"""My training: what is to do, begun, running out and done."""

import datetime

import pytest
from django.utils import timezone

from courses.domain.enrolling import enrol, start_again
from courses.domain.my_training import leads_of, my_training, what_next
from courses.domain.progress import open_lesson
from courses.models import Certificate, Course, CourseModule, ModulePrerequisite
from tests.factories.courses import complete, module_of

pytestmark = pytest.mark.django_db


def mine(user):
    return my_training(user, today=timezone.localdate())


def test_nothing_has_begun_for_somebody_new_but_suggestions_are_there(alice):
    suggested = module_of(1, is_suggested=True)
    module_of(1)

    training = mine(alice)

    assert not training.has_begun
    assert training.suggested == [suggested]


def test_continue_leads_to_the_module_opened_last_and_the_others_are_to_do(alice):
    old, new, assigned = module_of(2), module_of(2), module_of(1)
    for hours, module in ((9, old), (1, new)):
        lesson = module.published_lessons().first().lesson
        at = timezone.now() - datetime.timedelta(hours=hours)
        open_lesson(enrol(alice, module=module), lesson=lesson, at=at)
    enrol(alice, module=assigned)

    training = mine(alice)

    assert training.resume.module == new
    assert [enrolment.module for enrolment in training.to_do] == [old, assigned]


def test_an_enrolled_module_is_no_longer_suggested(alice):
    enrol(alice, module=module_of(1, is_suggested=True))
    assert mine(alice).suggested == []


def test_a_module_that_is_no_longer_published_is_not_to_do_but_stays_done(alice):
    module = module_of(1)
    complete(alice, module)
    begun = module_of(1)
    enrol(alice, module=begun)
    for taken_down in (module, begun):
        taken_down.live = False
        taken_down.save()

    training = mine(alice)

    assert training.to_do == []
    assert [certificate.module for certificate in training.done] == [module]


@pytest.mark.parametrize(("days", "rows"), [(61, 0), (60, 1), (0, 1), (-400, 1)])
def test_a_certificate_runs_out_soon_from_sixty_days_before(alice, days, rows):
    complete(alice, module_of(1))
    Certificate.objects.update(expires_on=timezone.localdate() + datetime.timedelta(days=days))

    training = mine(alice)

    assert [row.days_left for row in training.runs_out] == [days] * rows


def test_a_certificate_that_was_withdrawn_does_not_run_out(alice):
    complete(alice, module_of(1))
    Certificate.objects.update(
        expires_on=timezone.localdate() + datetime.timedelta(days=30), withdrawn_at=timezone.now()
    )

    training = mine(alice)

    assert (training.runs_out, len(training.done)) == ([], 1)


def test_once_it_is_being_done_again_it_is_to_do_and_the_old_certificate_stays(alice):
    enrolment = complete(alice, module_of(1))
    Certificate.objects.update(expires_on=timezone.localdate() + datetime.timedelta(days=30))
    again = start_again(enrolment, at=timezone.now())

    training = mine(alice)

    assert (training.runs_out, [row.enrolment for row in training.to_do]) == ([], [again])
    assert training.done == [enrolment.certificate]
    assert training.done[0].is_valid()


def test_nothing_of_anybody_else_is_in_it(alice, charlie):
    complete(charlie, module_of(1))
    enrol(charlie, module=module_of(1))

    training = mine(alice)

    assert not training.has_begun


def test_what_next_is_what_this_module_opens_then_the_rest_of_its_course(alice):
    first, opened, beside, done, elsewhere = (module_of(1) for _ in range(5))
    ModulePrerequisite.objects.create(module=opened, required_module=first, sort_order=0)
    course = Course.objects.create(title="Training", slug="training")
    for order, module in enumerate([first, done, beside]):
        CourseModule.objects.create(course=course, module=module, sort_order=order)
    complete(alice, done)

    assert what_next(alice, after=first) == [opened, beside]
    assert elsewhere not in what_next(alice, after=first)


def test_only_leads_of_the_persons_own_organisations_are_named(alice, bob, charlie):
    assert [membership.user for membership in leads_of(alice)] == [bob]
    assert leads_of(charlie) == []
