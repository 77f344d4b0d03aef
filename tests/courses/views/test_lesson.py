"""A lesson's page, the button that completes it, and the place kept."""

import datetime

import pytest

from courses.domain.enrolling import enrol
from courses.domain.progress import complete_lesson, open_lesson
from courses.models import Certificate, Enrolment, Lesson, LessonProgress, ModulePrerequisite
from tests.factories.courses import LessonFactory, ModuleFactory, module_of

pytestmark = pytest.mark.django_db


def lesson_urls(module):
    return [place.lesson.url_in(module) for place in module.published_lessons()]


def test_a_lesson_needs_sign_in_and_comes_back_to_itself(client):
    (url,) = lesson_urls(module_of(1))
    assert client.get(url)["Location"] == f"/accounts/login/?next={url}"


def test_opening_a_lesson_enrols(client, alice):
    module = module_of(1)
    client.force_login(alice)

    client.get(lesson_urls(module)[0])

    enrolment = Enrolment.objects.get()
    assert (enrolment.user, enrolment.state) == (alice, Enrolment.State.IN_PROGRESS)


def test_a_lesson_says_where_one_is_and_what_is_beside_it(client, alice):
    module = module_of(3)
    urls = lesson_urls(module)
    client.force_login(alice)

    html = client.get(urls[1]).content.decode()

    assert "<title>Lesson 2 of 3, " in html
    assert "All 3 lessons" in html
    assert 'aria-current="page"' in html
    assert "Back to lesson 1" in html
    assert "I have read this. Next lesson" in html
    assert "Facts last checked" in html


def test_a_lesson_behind_a_prerequisite_leads_back_to_its_module(client, alice):
    first, second = module_of(1), module_of(1)
    ModulePrerequisite.objects.create(module=second, required_module=first, sort_order=0)
    client.force_login(alice)
    (url,) = lesson_urls(second)

    assert client.get(url)["Location"] == second.get_absolute_url()
    assert client.post(f"{url}done/")["Location"] == second.get_absolute_url()
    assert not Enrolment.objects.exists()


@pytest.mark.parametrize("lesson_live", [True, False])
def test_what_is_not_published_is_a_404(client, alice, lesson_live):
    module = ModuleFactory(live=not lesson_live, lessons=[LessonFactory(live=lesson_live)])
    client.force_login(alice)
    url = module.module_lessons.get().lesson.url_in(module)

    assert client.get(url).status_code == 404
    assert client.post(f"{url}done/").status_code == 404
    assert client.post(f"{url}position/", {"anchor": "top"}).status_code == 404


def test_a_lesson_of_another_module_is_a_404(client, alice):
    module, other = module_of(1), module_of(1)
    client.force_login(alice)
    lesson = other.published_lessons().get().lesson
    assert client.get(f"/training/{module.slug}/{lesson.slug}/").status_code == 404


def test_the_button_completes_and_leads_to_the_next_lesson_then_to_the_certificate(client, alice):
    module = module_of(2)
    urls = lesson_urls(module)
    client.force_login(alice)

    assert client.post(f"{urls[0]}done/")["Location"] == urls[1]
    assert "I have read this. Finish the module" in client.get(urls[1]).content.decode()
    response = client.post(f"{urls[1]}done/")

    assert response["Location"] == Certificate.objects.get(user=alice).get_absolute_url()


def test_reading_the_last_lesson_first_leads_back_to_what_is_left(client, alice):
    module = module_of(3)
    urls = lesson_urls(module)
    client.force_login(alice)
    assert client.post(f"{urls[2]}done/")["Location"] == urls[0]


def test_the_button_pressed_twice_changes_nothing(client, alice):
    module = module_of(2)
    urls = lesson_urls(module)
    client.force_login(alice)
    client.post(f"{urls[0]}done/")
    first = LessonProgress.objects.get().completed_at

    client.post(f"{urls[0]}done/")

    assert LessonProgress.objects.get().completed_at == first
    assert "Go on to lesson 2" in client.get(urls[0]).content.decode()


@pytest.mark.parametrize("count", [2, 3])
@pytest.mark.parametrize("go_away", ["unpublished", "taken out"])
def test_a_lesson_that_goes_away_while_it_is_read_can_still_be_marked_as_read(client, alice, charlie, go_away, count):
    module = module_of(count)
    urls = lesson_urls(module)
    first, second = (place.lesson for place in module.published_lessons()[:2])
    client.force_login(alice)
    client.post(f"{urls[0]}done/")
    client.get(urls[1])
    if go_away == "unpublished":
        second.live = False
        second.save()
    else:
        module.module_lessons.filter(lesson=second).delete()
    client.force_login(charlie)
    assert client.post(f"{urls[1]}done/").status_code == 404
    client.force_login(alice)

    response = client.post(f"{urls[1]}done/", follow=True)

    assert "That lesson is not part of the module any more." in response.content.decode()
    assert [row.lesson for row in LessonProgress.objects.exclude(completed_at=None).order_by("pk")] == [first, second]
    end = Certificate.objects.get() if count == 2 else module
    assert response.redirect_chain == [(end.get_absolute_url(), 302)]


@pytest.mark.parametrize("kind", [Lesson.Kind.QUIZ, Lesson.Kind.SCORM])
def test_a_quiz_or_package_is_not_completed_by_the_button(client, alice, kind):
    module = ModuleFactory(lessons=[LessonFactory(kind=kind)])
    client.force_login(alice)
    (url,) = lesson_urls(module)

    assert client.post(f"{url}done/").status_code == 404
    assert not LessonProgress.objects.exists()


def test_a_package_with_a_text_version_can_be_read_instead(client, alice):
    module = ModuleFactory(lessons=[LessonFactory(kind="scorm", text_alternative="<p>The same as text.</p>")])
    client.force_login(alice)
    (url,) = lesson_urls(module)
    html = client.get(url).content.decode()
    assert "The same as text." in html
    assert "I have read it as text" in html

    client.post(f"{url}done/")

    assert Enrolment.objects.get().state == Enrolment.State.COMPLETED


def test_a_quiz_lesson_leads_to_its_questions(client, alice):
    module = ModuleFactory(lessons=[LessonFactory(kind="quiz")])
    client.force_login(alice)
    (url,) = lesson_urls(module)

    html = client.get(url).content.decode()

    assert f'href="{url}quiz/"' in html
    assert "I have read this" not in html


def test_the_place_is_kept_through_the_address_in_the_page(client, alice):
    module = module_of(1)
    (url,) = lesson_urls(module)
    client.force_login(alice)
    assert f'data-reading-position="{url}position/"' in client.get(url).content.decode()

    assert client.post(f"{url}position/", {"anchor": "look-at-the-place"}).status_code == 204

    assert LessonProgress.objects.get().position == "look-at-the-place"
    assert f"{url}#look-at-the-place" in client.get("/my-training/").content.decode()


def test_a_place_that_is_no_heading_is_refused(client, alice):
    (url,) = lesson_urls(module_of(1))
    client.force_login(alice)
    client.get(url)
    assert client.post(f"{url}position/", {"anchor": "<script>"}).status_code == 400
    assert client.post(f"{url}position/").status_code == 400


def test_posts_need_the_csrf_token_sign_in_and_the_post_method(client, alice):
    from django.test import Client

    (url,) = lesson_urls(module_of(1))
    for address in (f"{url}done/", f"{url}position/"):
        assert client.post(address)["Location"] == f"/accounts/login/?next={address}"
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(alice)
    for address in (f"{url}done/", f"{url}position/"):
        assert strict.post(address, {"anchor": "top"}).status_code == 403
        assert strict.get(address).status_code == 405


def test_what_somebody_else_posts_never_touches_my_enrolment(client, alice, charlie):
    module = module_of(2)
    urls = lesson_urls(module)
    mine = enrol(alice, module=module)
    open_lesson(mine, lesson=module.published_lessons()[0].lesson)
    client.force_login(charlie)

    assert client.post(f"{urls[0]}position/", {"anchor": "top", "enrolment": mine.pk}).status_code == 404
    client.post(f"{urls[0]}done/", {"enrolment": mine.pk, "user": alice.pk})

    row = mine.lesson_progress.get()
    assert (row.position, row.completed_at) == ("", None)
    assert charlie.enrolments.get().lesson_progress.get().completed_at is not None


def test_a_finished_round_is_not_changed_by_the_next(client, alice):
    from courses.domain.enrolling import start_again
    from tests.factories.courses import complete

    module = module_of(1)
    old = complete(alice, module, at=datetime.datetime(2025, 1, 1, 9, tzinfo=datetime.UTC))
    new = start_again(old, at=old.completed_at)
    client.force_login(alice)

    client.post(f"{lesson_urls(module)[0]}done/")

    old.refresh_from_db()
    new.refresh_from_db()
    assert old.completed_at.year == 2025
    assert new.completed_at is not None
    assert Certificate.objects.filter(user=alice).count() == 2


def test_headings_of_the_body_have_ids_to_come_back_to(client, alice):
    lesson = LessonFactory(body=[("rich_text", "<h2>Look at the place</h2><p>Words.</p>")])
    module = ModuleFactory(lessons=[lesson])
    client.force_login(alice)
    assert '<h2 id="look-at-the-place">' in client.get(lesson.url_in(module)).content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_a_lesson_takes_as_many_queries_in_a_module_of_three_as_of_one(client, alice, count, django_assert_num_queries):
    module = module_of(count)
    enrolment = enrol(alice, module=module)
    for place in module.published_lessons():
        complete_lesson(enrolment, lesson=place.lesson)
    url = lesson_urls(module)[0]
    client.force_login(alice)
    client.get(url)
    with django_assert_num_queries(11):
        client.get(url)
