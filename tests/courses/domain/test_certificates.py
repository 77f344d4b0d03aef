"""Numbers, words of the day, validity and withdrawal."""

import datetime

import pytest
from django.utils import timezone

from courses.domain.certificate_pdf import details_of
from courses.domain.certificates import (
    ALPHABET,
    find_certificate,
    issue_certificate,
    new_number,
    normalise_number,
    withdraw_certificate,
)
from courses.domain.enrolling import enrol
from courses.domain.progress import complete_lesson
from courses.models import Certificate
from lms.audit.models import AuditEvent
from lms.people.domain.errors import NotAllowed
from tests.factories.assigning import ask
from tests.factories.courses import LessonFactory, ModuleFactory, complete, module_of
from tests.factories.people import MembershipFactory

MAY = datetime.datetime(2026, 5, 5, 23, 30, tzinfo=datetime.UTC)


@pytest.mark.parametrize(
    "typed",
    [
        "TT-7K4M-19QD",
        "tt-7k4m-19qd",
        " TT 7K4M 19QD ",
        "7K4M19QD",
        "TT–7K4M–19QD",
        "TT-7K4M-I9QD",
        "tt-7k4m-l9qd",
        "ＴＴ-7K4M-19QD",
    ],
)
def test_a_number_typed_another_way_is_understood(typed):
    assert normalise_number(typed) == "TT-7K4M-19QD"


def test_the_letter_o_is_nought():
    assert normalise_number("TT-OOOO-0000") == "TT-0000-0000"


def test_a_number_without_its_prefix_may_begin_with_two_ts():
    assert normalise_number("TT4M19QD") == "TT-TT4M-19QD"


@pytest.mark.parametrize("typed", ["", "TT", "TT-7K4M-19Q", "TT-7K4M-19QDX", "TT-7K4M-19QU", "x" * 5000, "’;--"])
def test_what_cannot_be_a_number_is_none(typed):
    assert normalise_number(typed) == ""


def test_numbers_are_of_one_shape_and_differ():
    numbers = {new_number() for _ in range(200)}
    assert len(numbers) == 200
    assert all(normalise_number(number) == number for number in numbers)
    assert set("".join(number[3:] for number in numbers)) - {"-"} <= set(ALPHABET)


@pytest.mark.django_db
def test_a_certificate_keeps_the_words_of_the_day_it_was_issued(alice, haverley):
    module = module_of(1, title="T1 Seeing it", tier=1, minutes=25, validity_months=24)
    enrolment = enrol(alice, module=module)
    lesson = module.published_lessons().get().lesson
    complete_lesson(enrolment, lesson=lesson, at=MAY, score_percent=90, score_text="10 questions (9 right)")
    module.title, alice.last_name, haverley.name = "T1 Renamed", "Married", "Merged Police"
    for changed in (module, alice, haverley):
        changed.save()

    certificate = Certificate.objects.get()

    assert certificate.holder_name == "Alice Example"
    assert certificate.module_title == "T1 Seeing it"
    assert certificate.organisation_name == "Haverley Police"
    assert certificate.assessed_by == "10 questions (9 right)"
    assert certificate.completed_on == datetime.date(2026, 5, 6), "half past midnight in the reader's time zone"
    assert certificate.expires_on == datetime.date(2028, 5, 6)
    assert certificate.endorsed_by == ""


@pytest.mark.django_db
def test_the_certificate_tells_of_the_quiz_though_a_practice_package_was_played_last(alice):
    quiz, practice = LessonFactory(kind="quiz"), LessonFactory(kind="scorm")
    module = ModuleFactory(lessons=[practice, quiz])
    enrolment = enrol(alice, module=module)
    complete_lesson(enrolment, lesson=quiz, at=MAY, score_percent=90, score_text="10 questions (9 right)")
    later = MAY + datetime.timedelta(minutes=5)
    complete_lesson(enrolment, lesson=practice, at=later, score_percent=60, score_text="60%")
    assert Certificate.objects.get().assessed_by == "10 questions (9 right)"


@pytest.mark.django_db
def test_a_package_assesses_a_module_without_a_quiz(alice):
    package = LessonFactory(kind="scorm")
    enrolment = enrol(alice, module=ModuleFactory(lessons=[package]))
    complete_lesson(enrolment, lesson=package, at=MAY, score_percent=60, score_text="60%")
    certificate = Certificate.objects.get()
    assert certificate.assessed_by == "a score of 60%"
    assert details_of(certificate).endswith(", assessed by a score of 60%")
    assert enrolment.lesson_progress.get().score_text == "60%"


@pytest.mark.django_db
def test_issuing_twice_answers_the_same_certificate(alice):
    enrolment = complete(alice, module_of(1))
    assert issue_certificate(enrolment) == issue_certificate(enrolment) == enrolment.certificate


@pytest.mark.django_db
def test_only_an_endorsement_in_date_is_on_the_certificate(alice, charlie):
    module = module_of(
        1,
        endorsed_by="Example Network",
        endorsed_on=datetime.date(2025, 1, 1),
        endorsement_expires_on=datetime.date(2026, 12, 31),
        endorsement_evidence="https://example.org/letter",
    )

    inside = complete(alice, module, at=MAY)
    outside = complete(charlie, module, at=MAY + datetime.timedelta(days=300))

    assert inside.certificate.endorsed_by == "Example Network"
    assert outside.certificate.endorsed_by == ""


@pytest.mark.django_db
def test_somebody_without_a_name_or_organisation_still_gets_a_certificate(db):
    from tests.factories.people import UserFactory

    user = UserFactory(first_name="", last_name="", email=f"{'long' * 15}@{'a' * 60}.{'b' * 60}.example.org")

    certificate = complete(user, module_of(1)).certificate

    assert certificate.holder_name == user.email[:170]
    assert certificate.organisation_name == ""


@pytest.mark.django_db
def test_a_certificate_is_valid_on_its_last_day_and_not_after(alice):
    certificate = complete(alice, module_of(1)).certificate
    certificate.expires_on = datetime.date(2028, 5, 5)

    assert certificate.is_valid(datetime.date(2028, 5, 5))
    assert not certificate.is_valid(datetime.date(2028, 5, 6))


@pytest.mark.django_db
def test_withdrawing_is_recorded_once_and_keeps_the_certificate(alice, bob):
    certificate = complete(alice, module_of(1)).certificate

    withdraw_certificate(certificate, by=bob, reason="Done by somebody else", at=MAY)
    withdrawn = withdraw_certificate(certificate, by=bob, reason="Again", at=timezone.now())

    assert (withdrawn.withdrawn_at, withdrawn.withdrawn_reason) == (MAY, "Done by somebody else")
    assert not withdrawn.is_valid()
    event = AuditEvent.objects.get()
    assert (event.action, event.organisation.name) == ("withdrew", alice.main_membership.organisation.name)


@pytest.mark.django_db
def test_only_a_lead_of_the_holders_organisation_may_withdraw_one_and_nobody_their_own(alice, bob, charlie, dana, erin):
    certificate, own = complete(alice, module_of(1)).certificate, complete(bob, module_of(1)).certificate
    MembershipFactory(user=alice, organisation=charlie.main_membership.organisation)  # she belongs there second

    for user in (charlie, dana, erin, alice):
        with pytest.raises(NotAllowed):
            withdraw_certificate(certificate, by=user, reason="Not valid here")
    with pytest.raises(NotAllowed):
        withdraw_certificate(own, by=bob, reason="Done for a test")
    assert not Certificate.objects.exclude(withdrawn_at=None).exists()


@pytest.mark.django_db
def test_withdrawing_one_asks_again_for_what_it_closed(alice, bob, haverley):
    module = module_of(1)
    asked = ask(alice, haverley, lead=bob, module=module)
    certificate = complete(alice, module).certificate
    asked.refresh_from_db()
    assert asked.state == "done"

    withdraw_certificate(certificate, by=bob, reason="Done by somebody else")
    asked.refresh_from_db()
    assert (asked.state, asked.completed_on) == ("to_do", None)


@pytest.mark.django_db
def test_finding_takes_one_query_whether_it_exists_or_not(alice, django_assert_num_queries):
    number = complete(alice, module_of(1)).certificate.number
    for typed, found in ((number, True), ("TT-0000-0000", False), ("nonsense", False)):
        with django_assert_num_queries(1):
            assert bool(find_certificate(typed)) is found
