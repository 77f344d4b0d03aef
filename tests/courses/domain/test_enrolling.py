"""Enrolling, prerequisites, and doing a module again."""

import datetime

import pytest
from django.utils import timezone

from courses.domain.enrolling import (
    EnrolmentError,
    PrerequisitesMissing,
    enrol,
    missing_prerequisites,
    renew,
    start,
    start_again,
)
from courses.domain.evidence import withdraw_evidence
from courses.domain.progress import open_lesson
from courses.models import Certificate, Enrolment, ModulePrerequisite
from tests.factories.assigning import EvidenceFactory
from tests.factories.courses import complete, module_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def first(db):
    return module_of(1, title="T1 Seeing it")


@pytest.fixture
def second(first):
    module = module_of(1, title="T2 Responding safely")
    ModulePrerequisite.objects.create(module=module, required_module=first, sort_order=0)
    return module


def test_enrolling_twice_answers_the_same_enrolment(alice, first):
    assert enrol(alice, module=first) == enrol(alice, module=first)


def test_starting_is_refused_with_the_reason_until_the_first_module_is_completed(alice, first, second):
    with pytest.raises(PrerequisitesMissing, match="Do this first: T1 Seeing it."):
        start(alice, module=second)
    assert not Enrolment.objects.exists()

    complete(alice, first)

    assert start(alice, module=second).module == second


def test_an_assigned_module_waits_for_its_prerequisite_too(alice, second):
    enrol(alice, module=second)

    with pytest.raises(PrerequisitesMissing):
        start(alice, module=second)


def test_a_prerequisite_that_is_not_published_is_not_asked_for(alice, first, second):
    first.live = False
    first.save()

    assert missing_prerequisites(alice, module=second) == []


def test_a_prerequisite_added_later_does_not_stop_those_who_have_begun(alice, first):
    module = module_of(1)
    enrolment = enrol(alice, module=module)
    open_lesson(enrolment, lesson=module.published_lessons().get().lesson)
    ModulePrerequisite.objects.create(module=module, required_module=first, sort_order=0)

    assert start(alice, module=module) == enrolment


def test_the_completion_of_somebody_else_does_not_count(alice, charlie, first, second):
    complete(charlie, first)

    assert missing_prerequisites(alice, module=second) == [first]


def test_accepted_training_elsewhere_counts_until_it_is_withdrawn(alice, bob, charlie, haverley, first, second):
    accepted = {"module": first, "organisation": haverley, "accepted_by": bob}
    EvidenceFactory(user=charlie, **accepted)
    assert missing_prerequisites(alice, module=second) == [first]

    evidence = EvidenceFactory(user=alice, **accepted)

    assert start(alice, module=second).module == second
    withdraw_evidence(bob, evidence=evidence, reason="Not hers")
    assert missing_prerequisites(alice, module=second) == [first]


def test_a_completion_whose_certificate_was_withdrawn_does_not_count(alice, first, second):
    enrolment = complete(alice, first)
    assert missing_prerequisites(alice, module=second) == []
    Certificate.objects.filter(enrolment=enrolment).update(withdrawn_at=timezone.now())
    assert missing_prerequisites(alice, module=second) == [first]
    Certificate.objects.all().delete()
    assert missing_prerequisites(alice, module=second) == []


def test_starting_again_opens_the_next_round_and_keeps_the_old_one_with_its_certificate(alice, first):
    old = complete(alice, first)

    new = start_again(old, at=timezone.now())

    old.refresh_from_db()
    assert (new.round, new.is_current, new.state) == (2, True, Enrolment.State.NOT_STARTED)
    assert (old.is_current, old.state) == (False, Enrolment.State.COMPLETED)
    assert old.certificate.is_valid()
    assert start_again(old, at=timezone.now()) == new


def test_a_round_that_is_not_completed_cannot_be_started_again(alice, first):
    with pytest.raises(EnrolmentError):
        start_again(enrol(alice, module=first), at=timezone.now())


def test_a_module_is_renewed_only_in_the_last_sixty_days_of_its_certificate(alice, first):
    enrolment = complete(alice, first)
    today = timezone.localdate()
    Certificate.objects.update(expires_on=today + datetime.timedelta(days=61))
    with pytest.raises(EnrolmentError, match="You can do this again from"):
        renew(enrolment)

    Certificate.objects.update(expires_on=today + datetime.timedelta(days=60))

    assert renew(enrolment).round == 2


def test_a_module_whose_certificate_does_not_run_out_is_not_renewed(alice, first):
    with pytest.raises(EnrolmentError, match="does not run out"):
        renew(complete(alice, first))


def test_a_module_whose_certificate_was_withdrawn_can_be_done_again(alice, first):
    enrolment = complete(alice, first)
    Certificate.objects.update(withdrawn_at=timezone.now())

    assert renew(enrolment).round == 2
