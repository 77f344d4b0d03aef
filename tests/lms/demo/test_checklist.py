"""The starter checklist is whole, neutral where it must be, and linked to what is there, also later."""

import pytest

from lms.demo.checklist import seed_checklist
from lms.demo.content.checklist import THEMES
from lms.demo.publishing import seed_authorities
from tests.factories.courses import ModuleFactory
from tests.factories.toolkit import HomePageFactory, ToolkitPageFactory
from toolkit_pages.domain.checklists import dependants, published_themes
from toolkit_pages.domain.helping import helps_for
from toolkit_pages.models import ChecklistItem, ChecklistPage, ChecklistTheme
from toolkit_pages.models.base import is_neutral

ITEMS = [item for theme in THEMES for item in theme["items"]]


@pytest.fixture
def home(db):
    return HomePageFactory()


def seed():
    seed_checklist(seed_authorities())


def test_there_are_eleven_themes_with_at_least_five_items_each():
    assert len(THEMES) == 11
    assert min(len(theme["items"]) for theme in THEMES) == 5
    assert len(ITEMS) == 61
    assert len({item["key"] for item in ITEMS}) == 61


def test_every_item_says_what_it_means_and_what_each_level_looks_like():
    for item in ITEMS:
        assert item["hint"] and item["guidance"].startswith("<p>"), item["key"]
        assert len(set(filter(None, item["looks"]))) == 4, item["key"]
        assert item["risk"] in (1, 2, 3), item["key"]
        assert item.get("pages") or item.get("documents") or item.get("modules"), item["key"]


def test_items_depend_only_on_items_and_on_none_of_themselves():
    keys = {item["key"] for item in ITEMS}
    for item in ITEMS:
        assert set(item.get("after", [])) <= keys - {item["key"]}, item["key"]


def test_addresses_of_themes_tell_nothing():
    assert [theme["slug"] for theme in THEMES if not is_neutral(theme["slug"])] == []


def test_everything_is_published_dated_and_marked_as_a_sample(home):
    seed()
    assert ChecklistPage.objects.live().in_menu().get().get_url() == "/checklist/"
    assert [len(theme.items) for theme in published_themes()] == [len(theme["items"]) for theme in THEMES]
    assert not ChecklistTheme.objects.filter(is_sample=False).exists()
    assert not ChecklistItem.objects.filter(facts_checked_on=None).exists()
    assert not ChecklistItem.objects.filter(review_on=None).exists()
    assert all(item.rests_on for item in ChecklistItem.objects.all())


def test_the_home_page_leads_to_it_unless_an_editor_has_chosen_otherwise(home, client):
    seed()
    home.refresh_from_db()
    assert (home.second_action_text, home.second_action_page.url) == (
        "Check how your partnership is doing",
        "/checklist/",
    )
    home.second_action_text, home.second_action_page = "Read about us", None
    home.save()
    seed()
    home.refresh_from_db()
    assert home.second_action_text == "Read about us"


def test_some_items_come_before_others(home):
    seed()
    agreement = ChecklistItem.objects.get(title__startswith="A signed information sharing agreement")
    assert dependants()[agreement.pk] > 5


def test_a_second_seed_links_what_was_missing_and_makes_nothing_new(home):
    seed()
    item = ChecklistItem.objects.get(title="Everyone has done tier 1")
    assert helps_for(item.pk, 0) == []
    ModuleFactory(slug="t1-seeing-it", title="T1 Seeing it")
    seed()
    assert [[help.title for help in helps_for(item.pk, level)] for level in (0, 2, 3)] == [
        ["T1 Seeing it"],
        ["T1 Seeing it"],
        [],
    ]
    assert ChecklistItem.objects.count() == 61


def test_a_second_seed_leaves_what_somebody_has_edited(home, erin):
    seed()
    item = ChecklistItem.objects.get(title="Everyone has done tier 1")
    item.hint = "As the editor wants it."
    item.save_revision(user=erin).publish()
    ModuleFactory(slug="t1-seeing-it")
    seed()
    item.refresh_from_db()
    assert (item.hint, len(item.helps)) == ("As the editor wants it.", 0)


def test_pages_are_found_by_their_address_and_only_where_they_are_published(home):
    ToolkitPageFactory(slug="sharing-information", title="Share information well")
    ToolkitPageFactory(slug="terms-of-reference", live=False)
    seed()
    agreement = ChecklistItem.objects.get(title__startswith="A signed information sharing agreement")
    assert [help.title for help in helps_for(agreement.pk, 1)] == ["Share information well"]
    terms = ChecklistItem.objects.get(title__startswith="Terms of reference were agreed")
    assert helps_for(terms.pk, 1) == []
