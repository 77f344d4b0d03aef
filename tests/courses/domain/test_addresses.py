"""A published module or lesson that gets another address goes on answering under the old one."""

import pytest
from wagtail.contrib.redirects.models import Redirect

from courses.models import Lesson
from tests.factories.courses import LessonFactory, ModuleFactory


@pytest.fixture
def module(db):
    """Two lessons, the second of which is a quiz."""
    lessons = [LessonFactory(slug="signs"), LessonFactory(slug="what-you-know", kind=Lesson.Kind.QUIZ)]
    return ModuleFactory(slug="seeing-it", lessons=lessons)


def rename(thing, slug):
    """Publish the thing under another address."""
    thing.slug = slug
    thing.save_revision().publish()


def redirects():
    return dict(Redirect.objects.values_list("old_path", "redirect_link"))


def leads(client, address):
    """The status of an address, and where it leads."""
    response = client.get(address)
    return response.status_code, response.get("Location")


def test_every_page_of_a_module_leads_to_its_new_address(client, module):
    rename(module, "the-signs")
    assert redirects() == {
        "/training/seeing-it": "/training/the-signs/",
        "/training/seeing-it/continue": "/training/the-signs/continue/",
        "/training/seeing-it/signs": "/training/the-signs/signs/",
        "/training/seeing-it/what-you-know": "/training/the-signs/what-you-know/",
        "/training/seeing-it/what-you-know/quiz": "/training/the-signs/what-you-know/quiz/",
    }
    assert leads(client, "/training/seeing-it/") == (301, "/training/the-signs/")
    assert leads(client, "/training/the-signs/") == (200, None)


def test_the_link_of_a_reminder_still_leads_to_the_training(client, alice, module):
    rename(module, "the-signs")
    client.force_login(alice)
    assert leads(client, "/training/seeing-it/continue/") == (301, "/training/the-signs/continue/")


def test_a_lesson_leads_to_its_new_address_in_every_module(client, module):
    lesson = module.module_lessons.get(lesson__slug="signs").lesson
    ModuleFactory(slug="responding", lessons=[lesson])
    rename(lesson, "what-to-see")
    assert redirects() == {
        "/training/seeing-it/signs": "/training/seeing-it/what-to-see/",
        "/training/responding/signs": "/training/responding/what-to-see/",
    }


def test_a_module_that_goes_back_to_its_first_address_goes_round_in_no_circle(client, module):
    rename(module, "the-signs")
    rename(module, "seeing-it")
    assert redirects()["/training/the-signs"] == "/training/seeing-it/"
    assert not {path for path in redirects() if path.startswith("/training/seeing-it")}
    assert leads(client, "/training/seeing-it/") == (200, None)


def test_what_an_editor_wrote_of_an_old_address_stays(client, module):
    Redirect.add_redirect("/training/seeing-it/", redirect_to="/resources/")
    rename(module, "the-signs")
    assert leads(client, "/training/seeing-it/") == (301, "/resources/")


def test_a_draft_leaves_nothing_behind(db):
    draft = ModuleFactory(slug="seeing-it", live=False)
    draft.slug = "the-signs"
    draft.save()
    published = ModuleFactory(slug="responding")
    published.slug = "answering"
    published.save_revision()
    assert redirects() == {}
