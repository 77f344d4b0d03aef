"""The home page: sections, help, training in three tiers, what changed, and its queries."""

from datetime import date, timedelta

import pytest
from django.utils.functional import Promise
from wagtail.models import PageViewRestriction, Site

from lms.design_system.models import SiteSettings
from tests.factories.courses import ModuleFactory
from tests.factories.libraries import (
    GlossaryTermFactory,
    LawItemFactory,
    LawLibraryFactory,
    TrainingEntryFactory,
    TrainingLibraryFactory,
)
from tests.factories.toolkit import ToolkitIndexPageFactory, ToolkitPageFactory
from toolkit_pages.domain.changes import changed_lately
from toolkit_pages.models import HomePage
from toolkit_pages.models.tiers import training_tiers

HOME_QUERIES = 13


def lately(home):
    """What changed, as any visitor sees it."""
    return changed_lately(home)


def publish(thing, day):
    """Give something the day it was published on."""
    at = f"{day}T12:00:00Z"
    type(thing).objects.filter(pk=thing.pk).update(first_published_at=at, last_published_at=at)


def test_the_words_a_new_home_page_begins_with_can_be_translated():
    names = ("headline", "worried_title", "keeping_right_title")
    assert all(isinstance(HomePage._meta.get_field(name).default, Promise) for name in names)
    assert HomePage().headline.splitlines()[0] == "Know the signs."


def test_home_lists_the_sections_in_the_menu_only(client, home):
    ToolkitIndexPageFactory(title="Partnership working")
    ToolkitIndexPageFactory(title="About this site", show_in_menus=False)
    response = client.get("/")
    assert [section.title for section in response.context["page"].sections()] == ["Partnership working"]


def test_home_gives_each_line_of_the_headline_its_own_line(client, home):
    home.headline = "Know the signs.\nAct & ask."
    home.save()
    assert "<span>Know the signs.</span> <span>Act &amp; ask.</span>" in client.get("/").content.decode()


def test_home_shows_the_emergency_number_and_every_helpline(client, home):

    settings = SiteSettings.for_site(Site.objects.get(is_default_site=True))
    settings.helplines = [
        ("helpline", {"name": "Example Helpline", "number": "08000 000 000", "note": "for anyone", "nations": []}),
        ("helpline", {"name": "Police", "number": "101", "note": "", "nations": []}),
    ]
    settings.save()
    html = client.get("/").content.decode()
    assert '<b><a href="tel:999">999</a></b> when someone is in danger' in html
    assert '<b><a href="tel:08000000000">08000 000 000</a></b> Example Helpline: for anyone' in html
    assert '<b><a href="tel:101">101</a></b> Police</li>' in html


def test_a_tier_without_published_modules_is_not_mentioned(client, home):
    ModuleFactory(tier=1, title="T1 Seeing it")
    ModuleFactory(tier=2, live=False)
    tiers = training_tiers()
    assert [[module.title for module in tier.modules] for tier in tiers] == [["T1 Seeing it"]]
    assert "Tier 2" not in client.get("/").content.decode()


def test_a_tier_says_how_long_its_modules_take(home):
    ModuleFactory(tier=1, minutes=25)
    ModuleFactory(tier=3, minutes=60)
    ModuleFactory(tier=3, minutes=40)
    assert [tier.length for tier in training_tiers()] == ["25 minutes", "40 to 60 minutes"]


def test_what_changed_is_four_pages_and_modules_newest_first(home):
    section = ToolkitIndexPageFactory()
    for day in (1, 2, 3, 5):
        ToolkitPageFactory(parent=section, title=f"Page of day {day}", published_on=date(2026, 5, day))
    publish(ModuleFactory(title="Module of day 4"), "2026-05-04")
    publish(ModuleFactory(title="Module in draft", live=False), "2026-05-06")
    titles = [change.title for change in lately(home)]
    assert titles == ["Page of day 5", "Module of day 4", "Page of day 3", "Page of day 2"]


def test_law_and_what_else_is_published_in_the_libraries_is_told_of_too_and_terms_are_not(client, home):
    publish(LawItemFactory(parent=LawLibraryFactory(), title="An Act", slug="an-act"), "2026-05-03")
    publish(TrainingEntryFactory(parent=TrainingLibraryFactory(), title="Noticing"), "2026-05-04")
    publish(GlossaryTermFactory(term="NRM"), "2026-05-05")
    assert [change.title for change in lately(home)] == ["Noticing", "An Act"]
    assert '<a href="/law-and-reports/an-act/">An Act</a>' in client.get("/").content.decode()


def test_a_library_filled_at_one_go_leaves_room_for_what_was_published_before_it(home):
    ToolkitPageFactory(parent=ToolkitIndexPageFactory(), title="Run a meeting", published_on=date(2026, 5, 1))
    publish(ModuleFactory(title="T1"), "2026-05-02")
    library = TrainingLibraryFactory()
    for number in range(3, 8):
        publish(TrainingEntryFactory(parent=library, title=f"Entry {number}"), f"2026-05-0{number}")
    assert [change.title for change in lately(home)] == ["Entry 7", "Entry 6", "T1", "Run a meeting"]


def test_a_page_changed_after_its_first_day_is_not_new(home):
    page = ToolkitPageFactory(parent=ToolkitIndexPageFactory(), published_on=date(2026, 5, 1))
    assert [change.is_new for change in lately(home)] == [True]
    page.refresh_from_db()
    page.last_published_at += timedelta(days=1)
    page.save()
    assert [change.is_new for change in lately(home)] == [False]


def test_what_only_some_may_read_is_not_on_the_home_page(client, home):
    section = ToolkitIndexPageFactory()
    ToolkitPageFactory(parent=section, published_on=date(2026, 5, 1))
    PageViewRestriction.objects.create(page=section, restriction_type="login")
    assert lately(home) == []
    assert list(client.get("/").context["page"].sections()) == []


@pytest.mark.parametrize("rows", [1, 3])
def test_home_takes_the_same_few_queries_for_one_row_and_for_three(client, home, rows, django_assert_num_queries):
    for _row in range(rows):
        section = ToolkitIndexPageFactory()
        ToolkitPageFactory(parent=section, published_on=date(2026, 5, 1))
        publish(ModuleFactory(), "2026-05-04")
    with django_assert_num_queries(HOME_QUERIES):
        client.get("/")


def test_home_takes_at_most_16_queries_for_a_lead_who_is_signed_in(client, home, bob, django_assert_max_num_queries):
    client.force_login(bob, backend="lms.people.backends.SignedInBackend")
    ToolkitPageFactory(parent=ToolkitIndexPageFactory(), published_on=date(2026, 5, 1))
    with django_assert_max_num_queries(16):
        client.get("/")
