"""Published modules are kept between requests, and shown as they are as soon as an editor changes them."""

import pytest

from courses.domain.published import prerequisites_of, published_module, published_modules, suggested_modules
from courses.models import ModulePrerequisite
from tests.factories.courses import ModuleFactory

pytestmark = pytest.mark.django_db


def test_modules_are_read_once_until_one_changes(django_assert_num_queries):
    module = ModuleFactory(slug="seeing", title="Seeing it")
    with django_assert_num_queries(1):
        assert published_module("seeing") == module
        assert list(published_modules().values()) == [module]
        assert published_module("nowhere") is None
    module.title = "Seeing it early"
    module.save()
    assert published_module("seeing").title == "Seeing it early"


def test_a_draft_and_a_module_taken_back_are_not_among_them():
    module = ModuleFactory(slug="seeing")
    ModuleFactory(slug="draft", live=False)
    assert [published_module(slug) for slug in ("seeing", "draft")] == [module, None]
    module.unpublish()
    assert published_modules() == {}


def test_those_suggested_and_those_to_do_first_follow_the_editor():
    first, second = ModuleFactory(is_suggested=True), ModuleFactory()
    assert suggested_modules() == [first]
    assert prerequisites_of(second) == []
    ModulePrerequisite.objects.create(module=second, required_module=first)
    assert prerequisites_of(second) == [first]
    first.unpublish()
    assert (suggested_modules(), prerequisites_of(second)) == ([], [])


def test_a_module_s_page_shows_a_change_at_once(client):
    module = ModuleFactory(slug="seeing", title="Seeing it")
    assert "Seeing it" in client.get("/training/seeing/").content.decode()
    module.title = "Looking again"
    module.save()
    html = client.get("/training/seeing/").content.decode()
    assert "Looking again" in html
    assert "Seeing it" not in html
    module.unpublish()
    assert client.get("/training/seeing/").status_code == 404
