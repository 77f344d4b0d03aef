"""The libraries, the directory and the glossary in Chromium: filters, definitions with and without scripts, axe."""

import pytest
from django.utils import timezone
from wagtail.rich_text import RichText

from tests.factories.courses import ModuleFactory
from tests.factories.libraries import (
    GlossaryTermFactory,
    LawItemFactory,
    LawLibraryFactory,
    PartnershipFactory,
    TrainingEntryFactory,
    TrainingLibraryFactory,
)
from toolkit_pages.models import LawEvent

WIDTHS = [1280, 320]


@pytest.fixture
def open_at(new_context):
    """A page as wide as asked for, with or without scripts."""

    def make(width, **options):
        return new_context(viewport={"width": width, "height": 800}, **options).new_page()

    return make


@pytest.mark.parametrize("width", WIDTHS)
def test_law_is_narrowed_shown_as_a_timeline_and_read(site, home, open_at, axe, width):
    library = LawLibraryFactory(intro="What the law says.")
    term = GlossaryTermFactory(term="NRM", slug="nrm", definition="The system for identifying people.")
    text = f'<p>Ask about the <a linktype="glossary-term" id="{term.pk}">NRM</a> first.</p>'
    act = LawItemFactory(parent=library, title="The Act", slug="the-act", body=[("rich_text", RichText(text))])
    LawEvent.objects.create(page=act, on="2022-04-28", text="A later Act changed it")
    LawItemFactory(parent=library, title="A Scottish report", nations=["scotland"], kind="report")
    page = open_at(width)
    page.goto("/law-and-reports/")
    axe(page)
    if width == 320:
        page.get_by_text("Filter 2 items").click()
    page.get_by_label("England", exact=False).first.check()
    page.get_by_role("button", name="Apply filters").click()
    page.get_by_role("heading", name="1 item").wait_for()
    page.get_by_role("link", name="Show as a timeline").click()
    page.get_by_role("heading", name="2022").wait_for()
    axe(page)
    page.get_by_role("link", name="The Act").first.click()
    page.get_by_role("heading", name="What happened when").wait_for()
    axe(page)
    word = page.get_by_role("button", name="NRM")
    word.press("Enter")
    page.get_by_text("The system for identifying people.").wait_for()
    assert word.get_attribute("aria-expanded") == "true"
    axe(page)
    page.keyboard.press("Escape")
    page.get_by_text("The system for identifying people.").wait_for(state="hidden")
    assert word.get_attribute("aria-expanded") == "false"


def test_without_scripts_a_word_leads_to_its_place_in_the_glossary(site, home, open_at):
    library = LawLibraryFactory()
    term = GlossaryTermFactory(term="NRM", slug="nrm", definition="The system for identifying people.")
    text = f'<p>The <a linktype="glossary-term" id="{term.pk}">NRM</a>.</p>'
    LawItemFactory(parent=library, slug="the-act", body=[("rich_text", RichText(text))])
    page = open_at(320, java_script_enabled=False)
    page.goto("/law-and-reports/the-act/")
    page.get_by_role("link", name="NRM").click()
    page.wait_for_url("**/glossary/#nrm")
    assert page.get_by_text("The system for identifying people.").is_visible()


@pytest.mark.parametrize("width", WIDTHS)
def test_ours_and_others_training_is_found_in_one_list(site, home, open_at, axe, width):
    library = TrainingLibraryFactory(intro="Free training.")
    ModuleFactory(title="T1 Seeing it", slug="t1")
    TrainingEntryFactory(parent=library, title="Noticing", slug="noticing")
    page = open_at(width)
    page.goto("/training-library/")
    page.get_by_role("heading", name="2 courses").wait_for()
    axe(page)
    page.goto("/training-library/?place=elsewhere")
    page.get_by_role("link", name="Noticing").click()
    page.get_by_text("Not endorsed").wait_for()
    axe(page)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_partnership_is_found_in_the_directory(site, home, open_at, axe, width):
    PartnershipFactory(name="Marchshire", slug="marchshire", confirmed_on=timezone.localdate(), is_sample=True)
    PartnershipFactory(name="Glens", nations=["scotland"], confirmed_on=None)
    page = open_at(width)
    page.goto("/partnerships/")
    axe(page)
    page.goto("/partnerships/?nation=england")
    page.get_by_role("link", name="Marchshire").click()
    page.get_by_role("heading", name="Help for a person").wait_for()
    axe(page)


@pytest.mark.parametrize("width", WIDTHS)
def test_the_glossary_is_searched_and_changes_are_read(site, home, open_at, axe, width):
    GlossaryTermFactory(term="NRM", slug="nrm", stands_for="National Referral Mechanism")
    GlossaryTermFactory(term="Guardian").save_revision().publish()
    page = open_at(width)
    page.goto("/glossary/")
    axe(page)
    page.get_by_label("Search the glossary").first.fill("national")
    page.get_by_role("button", name="Search the glossary").click()
    page.get_by_text("1 term has “national”.").wait_for()
    axe(page)
    page.goto("/changes/")
    page.get_by_role("link", name="Guardian").wait_for()
    axe(page)
