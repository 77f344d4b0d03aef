"""The catalogue, a module's page, and starting a module."""

import datetime

import pytest
from django.utils import timezone

from courses.domain.enrolling import enrol
from courses.domain.progress import complete_lesson, open_lesson
from courses.models import Certificate, Enrolment, ModuleLesson, ModulePrerequisite
from tests.factories.courses import LessonFactory, ModuleFactory, complete, module_of

pytestmark = pytest.mark.django_db
MOST_QUERIES = 15


def page(client, url, status=200):
    response = client.get(url)
    assert response.status_code == status
    return response.content.decode()


def test_the_catalogue_lists_published_modules_to_anyone(client):
    ModuleFactory(title="T1 Seeing it")
    ModuleFactory(title="Not yet", live=False)

    html = page(client, "/training/")

    assert "T1 Seeing it" in html
    assert "Not yet" not in html
    assert "Not endorsed" in html
    assert "Facts checked 28 April 2026" in html


def test_an_endorsement_is_shown_while_it_is_in_date(client):
    today = timezone.localdate()
    in_date = {"endorsed_on": datetime.date(2026, 4, 1), "endorsement_expires_on": today}
    run_out = {"endorsed_on": datetime.date(2024, 1, 1), "endorsement_expires_on": datetime.date(2025, 1, 1)}
    evidence = "https://example.org/letter"
    ModuleFactory(endorsed_by="Network A", endorsement_evidence=evidence, **in_date)
    ModuleFactory(endorsed_by="Network B", endorsement_evidence=evidence, **run_out)
    ModuleFactory(endorsed_by="Network C", **in_date)

    html = page(client, "/training/")

    assert "Endorsed by Network A on 1 April 2026, until" in html
    assert "Network B" not in html
    assert "Network C" not in html


def test_filters_narrow_the_list_and_chips_take_them_off(client):
    ModuleFactory(title="For health", tier=2, sectors=["health"])
    ModuleFactory(title="For police", tier=2, sectors=["police"])

    html = page(client, "/training/?sector=health&tier=2&page=1")

    assert "For health" in html
    assert "For police" not in html
    assert 'href="/training/?sector=health"' in html
    assert 'href="/training/?tier=2"' in html


def test_filters_that_match_nothing_say_so_and_lead_back(client):
    ModuleFactory(tier=1)
    html = page(client, "/training/?tier=3")
    assert "No module matches all of these" in html
    assert "Show all modules" in html


def test_a_page_number_out_of_range_shows_the_last_page(client):
    ModuleFactory.create_batch(21)
    assert "21 to 21 of 21" in page(client, "/training/?page=99")
    assert "1 to 20 of 21" in page(client, "/training/?page=nonsense")


def test_the_catalogue_shows_the_signed_in_persons_own_state(client, alice, charlie):
    done, waiting = module_of(1), module_of(1, title="T2 Responding safely")
    ModulePrerequisite.objects.create(module=waiting, required_module=module_of(1, title="T1 Seeing it"), sort_order=0)
    complete(alice, done)
    client.force_login(alice)
    html = page(client, "/training/")
    assert html.count("Completed") == 1
    assert "Do T1 Seeing it first" in html

    client.force_login(charlie)
    assert "Completed" not in page(client, "/training/")


@pytest.mark.parametrize("count", [1, 3])
def test_the_catalogue_takes_as_many_queries_at_three_rows_as_at_one(client, alice, count, django_assert_num_queries):
    for _ in range(count):
        complete(alice, module_of(2))
    client.force_login(alice)
    page(client, "/training/")
    with django_assert_num_queries(6):
        page(client, "/training/")


def test_a_module_page_is_open_to_anyone_and_asks_to_sign_in_to_start(client):
    module = module_of(2, title="T1 Seeing it", outcomes=[("outcome", "name signs")], content_note="No pictures.")

    html = page(client, module.get_absolute_url())

    assert "Sign in to start" in html
    assert f"/accounts/login/?next={module.get_absolute_url()}" in html
    assert "name signs" in html
    assert "No pictures." in html
    assert "Do all 2 lessons" in html
    assert module.published_lessons()[0].lesson.url_in(module) not in html, "lessons are for those who have signed in"


def test_a_module_page_says_whom_and_what_the_module_is_about_once_an_editor_has_said_so(client):
    module = ModuleFactory(about=["children", "adults"], exploitation=["organs", "labour"])
    html = page(client, module.get_absolute_url())
    assert "<dt>About</dt><dd>Adults, Children</dd>" in html
    assert "<dt>Kinds of exploitation</dt><dd>Labour, Organ removal</dd>" in html
    html = page(client, ModuleFactory().get_absolute_url())
    assert "<dt>About</dt>" not in html
    assert "<dt>Kinds of exploitation</dt>" not in html


def test_a_module_that_is_not_published_is_a_404(client):
    page(client, ModuleFactory(live=False).get_absolute_url(), status=404)


def test_the_title_is_neutral_and_the_heading_is_the_real_one(client):
    module = ModuleFactory(title="Modern slavery in full", neutral_title="Module one")
    html = page(client, module.get_absolute_url())
    assert "<title>Module one – Toolkit and Training</title>" in html
    assert "<h1>Modern slavery in full</h1>" in html


def test_sample_content_says_so(client):
    assert "Sample content." in page(client, ModuleFactory(is_sample=True).get_absolute_url())
    assert "Sample content." not in page(client, ModuleFactory().get_absolute_url())


def test_starting_enrols_and_leads_to_the_first_lesson(client, alice):
    module = module_of(2)
    client.force_login(alice)
    assert "Start</button>" in page(client, module.get_absolute_url())

    response = client.post(f"{module.get_absolute_url()}start/")

    assert response["Location"] == module.published_lessons()[0].lesson.url_in(module)
    assert Enrolment.objects.get().user == alice


def test_starting_needs_sign_in_and_a_post(client, alice):
    url = f"{module_of(1).get_absolute_url()}start/"
    assert client.post(url)["Location"] == f"/accounts/login/?next={url}"
    client.force_login(alice)
    assert client.get(url).status_code == 405
    assert not Enrolment.objects.exists()


def test_continue_leads_to_the_place_in_the_lesson_opened_last(client, alice):
    module = module_of(3)
    lesson = module.published_lessons()[1].lesson
    enrolment = enrol(alice, module=module)
    open_lesson(enrolment, lesson=lesson)
    enrolment.lesson_progress.update(position="look-at-the-place")
    client.force_login(alice)

    html = page(client, module.get_absolute_url())

    assert "Continue with lesson 2" in html
    assert f"{lesson.url_in(module)}#look-at-the-place" in html


def test_a_module_with_a_prerequisite_says_what_to_do_first(client, alice):
    first, second = module_of(1, title="T1 Seeing it"), module_of(1)
    ModulePrerequisite.objects.create(module=second, required_module=first, sort_order=0)
    client.force_login(alice)

    html = page(client, second.get_absolute_url())
    assert "Do this first" in html
    assert "Start</button>" not in html

    response = client.post(f"{second.get_absolute_url()}start/", follow=True)
    assert "Do this first: T1 Seeing it." in response.content.decode()
    assert not Enrolment.objects.exists()


def test_a_completed_module_shows_its_certificate(client, alice):
    module = module_of(1, validity_months=24)
    certificate = complete(alice, module).certificate
    client.force_login(alice)

    html = page(client, module.get_absolute_url())

    assert "You completed this on" in html
    assert certificate.get_absolute_url() in html
    assert "Do it again" not in html


def test_a_module_whose_certificate_has_run_out_can_be_done_again(client, alice):
    module = module_of(1)
    old = complete(alice, module)
    Certificate.objects.update(expires_on=timezone.localdate() - datetime.timedelta(days=1))
    client.force_login(alice)
    html = page(client, module.get_absolute_url())
    assert "Certificate has run out" in html
    assert "Do it again" in html

    response = client.post(f"{module.get_absolute_url()}again/")

    assert response["Location"] == module.published_lessons()[0].lesson.url_in(module)
    old.refresh_from_db()
    assert not old.is_current
    assert Enrolment.objects.current().get().round == 2


def test_doing_it_again_too_early_says_when(client, alice):
    module = module_of(1, validity_months=24)
    complete(alice, module)
    client.force_login(alice)

    response = client.post(f"{module.get_absolute_url()}again/", follow=True)

    assert "You can do this again from" in response.content.decode()
    assert Enrolment.objects.count() == 1


def test_nobody_starts_somebody_elses_module_again(client, alice, charlie):
    module = module_of(1)
    complete(alice, module)
    Certificate.objects.update(expires_on=timezone.localdate())
    client.force_login(charlie)

    assert client.post(f"{module.get_absolute_url()}again/").status_code == 404
    assert Enrolment.objects.count() == 1


def test_a_lesson_added_since_is_offered_without_taking_the_certificate(client, alice):
    module = module_of(1)
    complete(alice, module)
    ModuleLesson.objects.create(module=module, lesson=LessonFactory(title="New law"), sort_order=9)
    client.force_login(alice)

    html = page(client, module.get_absolute_url())

    assert "A lesson has been added since" in html
    assert "You completed this on" in html


def test_a_module_whose_last_open_lesson_was_unpublished_is_finished_from_its_page(client, alice):
    module = module_of(2)
    first, second = (place.lesson for place in module.published_lessons())
    enrolment = enrol(alice, module=module)
    complete_lesson(enrolment, lesson=first)
    second.live = False
    second.save()
    client.force_login(alice)
    assert client.get(f"{module.get_absolute_url()}continue/")["Location"] == module.get_absolute_url()
    html = page(client, module.get_absolute_url())
    assert "Finish the module</button>" in html
    assert "About 0 min left" not in html
    assert not Certificate.objects.exists()

    response = client.post(f"{module.get_absolute_url()}start/")

    assert response["Location"] == Certificate.objects.get().get_absolute_url()
    assert "You completed this on" in page(client, module.get_absolute_url())


@pytest.mark.parametrize("count", [1, 3])
def test_a_module_page_takes_as_many_queries_at_three_lessons_as_at_one(
    client, alice, count, django_assert_num_queries
):
    module = module_of(count)
    enrolment = enrol(alice, module=module)
    for place in module.published_lessons():
        open_lesson(enrolment, lesson=place.lesson)
    client.force_login(alice)
    page(client, module.get_absolute_url())
    with django_assert_num_queries(7):
        page(client, module.get_absolute_url())


def test_pages_keep_within_their_queries(client, alice, django_assert_max_num_queries):
    module = module_of(9)
    complete(alice, module)
    client.force_login(alice)
    for url in ("/training/", module.get_absolute_url(), "/my-training/", "/certificates/"):
        with django_assert_max_num_queries(MOST_QUERIES):
            page(client, url)
