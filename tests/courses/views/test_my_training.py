"""The page My training."""

import datetime

import pytest
from django.utils import timezone

from courses.domain.enrolling import enrol
from courses.domain.progress import complete_lesson, open_lesson
from courses.models import Certificate, ModuleLesson
from lms.design_system.wording import day
from tests.factories.assigning import EvidenceFactory
from tests.factories.courses import complete, module_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(client):
    def get(user):
        client.force_login(user)
        response = client.get("/my-training/")
        assert response.status_code == 200
        return response.content.decode()

    return get


def test_a_module_whose_last_required_lesson_is_done_leads_to_its_end_and_not_to_what_is_left(page, alice):
    module = module_of(2)
    first, second = module.published_lessons()
    complete_lesson(enrol(alice, module=module), lesson=first.lesson)
    assert f'href="{second.lesson.url_in(module)}"' in page(alice)
    ModuleLesson.objects.filter(pk=second.pk).update(is_required=False)
    module.completion_rule = "required"
    module.save()

    html = page(alice)

    assert "You have done what this module asks." in html
    assert second.lesson.url_in(module) not in html
    assert f'<a class="govuk-button govuk-button--lamp" href="{module.get_absolute_url()}">Continue' in html


def test_it_needs_sign_in(client):
    assert client.get("/my-training/")["Location"] == "/accounts/login/?next=/my-training/"


def test_somebody_new_is_shown_where_to_begin_and_who_their_lead_is(page, alice, bob):
    module_of(1, title="T1 Seeing it", is_suggested=True, minutes=25)

    html = page(alice)

    assert "Nothing to do yet" in html
    assert "Start T1 Seeing it" in html
    assert "T1 Seeing it is for everyone and takes 25 minutes." in html
    assert "Bob Example, Haverley Police." in html


def test_somebody_new_without_lead_or_suggestion_is_shown_the_catalogue(page, charlie):
    html = page(charlie)
    assert "Nothing to do yet" in html
    assert 'href="/training/"' in html
    assert "Your training lead</h2>" not in html


def test_continue_says_where_one_stopped(page, alice):
    module = module_of(3, title="T1 Seeing it")
    lesson = module.published_lessons()[1].lesson
    open_lesson(enrol(alice, module=module), lesson=lesson)

    html = page(alice)

    assert "0 of 3 lessons done." in html
    assert f"You stopped in lesson 2, <b>{lesson.title}</b>, today at" in html
    assert lesson.url_in(module) in html


def test_every_section_is_there_when_it_has_something(page, alice):
    complete(alice, module_of(1))
    Certificate.objects.update(expires_on=timezone.localdate() + datetime.timedelta(days=46))
    enrol(alice, module=module_of(1))
    module_of(1, is_suggested=True)

    html = page(alice)

    for words in ("To do</h2>", "To do again</h2>", "46 days left", "Do it again", "Suggested</h2>", "Done</h2>"):
        assert words in html


@pytest.mark.parametrize(
    ("days", "said"), [(2, "2 days left"), (1, "1 day left"), (0, "Runs out today"), (-1, "Has run out")]
)
def test_the_last_days_of_a_certificate_are_said_in_words(page, alice, days, said):
    complete(alice, module_of(1))
    Certificate.objects.update(expires_on=timezone.localdate() + datetime.timedelta(days=days))
    html = page(alice)
    assert said in html
    assert "0 days left" not in html


def test_it_shows_nothing_of_anybody_else(page, alice, bob, charlie):
    certificate = complete(alice, module_of(1)).certificate
    for other in (bob, charlie):
        assert certificate.number not in page(other)


def test_training_elsewhere_is_done_with_who_accepted_it_and_no_certificate(page, client, alice, bob, haverley):
    module = module_of(1, title="T2 Responding", validity_months=24, is_suggested=True)
    fields = {"user": alice, "organisation": haverley, "accepted_by": bob, "module": module}
    shown = EvidenceFactory(**fields, title="Induction briefing", completed_on=datetime.date(2026, 3, 11))
    gone = EvidenceFactory(**fields, title="Wrong paper", withdrawn_at=timezone.now())

    html = " ".join(page(alice).split())

    assert 'T2 Responding</a><span class="sub">Induction briefing, Example College</span>' in html
    assert "11 March 2026" in html
    assert "11 March 2028" in html
    assert f"Accepted by Bob Example on {day(timezone.localdate())}" in html
    assert "/certificates/" not in html
    assert "Wrong paper" not in html
    assert "Suggested</h2>" not in html
    address = f"/evidence/{shown.public_id}/"
    assert (address in html, str(gone.public_id) in html) == (True, False)
    assert client.get(address).status_code == 200
    assert "Induction briefing" not in page(bob)


@pytest.mark.parametrize("count", [1, 3])
def test_it_takes_as_many_queries_at_three_rows_as_at_one(
    client, alice, bob, haverley, count, django_assert_num_queries
):
    for _ in range(count):
        complete(alice, module_of(1))
        enrol(alice, module=module_of(1))
        begun = module_of(2)
        open_lesson(enrol(alice, module=begun), lesson=begun.published_lessons()[0].lesson)
        module_of(1, is_suggested=True)
        EvidenceFactory(user=alice, organisation=haverley, accepted_by=bob, module=module_of(1))
    Certificate.objects.update(expires_on=timezone.localdate())
    client.force_login(alice)
    client.get("/my-training/")
    with django_assert_num_queries(8):
        client.get("/my-training/")
