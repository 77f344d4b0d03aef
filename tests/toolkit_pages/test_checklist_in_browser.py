"""The checklist in a browser: answered by anybody, carried into an account, at both widths and without JavaScript."""

import pytest
from playwright.sync_api import expect

from tests.factories.checklist import ChecklistItemFactory, ChecklistPageFactory, ChecklistThemeFactory, helps_with
from tests.factories.courses import ModuleFactory
from tests.factories.toolkit import HomePageFactory, ToolkitPageFactory
from toolkit_pages.models import SavedChecklist

PASSWORD = "a long enough password"


@pytest.fixture
def checklist(site):
    """The section with two themes; the first gap leads to a page and a module."""
    HomePageFactory(intro="Free training and practical tools.")
    page = ToolkitPageFactory(title="Share information well")
    section = ChecklistPageFactory()
    first = ChecklistThemeFactory(title="Information sharing", slug="information-sharing")
    helps = [helps_with(page), helps_with(module=ModuleFactory(title="T2 Responding safely"))]
    ChecklistItemFactory(theme=first, title="An agreement covers every agency", risk=3, helps=helps)
    ChecklistItemFactory(theme=first, title="The lawful basis is written down")
    second = ChecklistThemeFactory(title="Workforce training", slug="training")
    ChecklistItemFactory(theme=second, title="Everyone has done tier 1", risk=1)
    return section


def choose(page, item, level):
    """Choose a level of the item with this title."""
    page.get_by_role("group", name=item).get_by_label(level, exact=True).check()


def answer_both_themes(page):
    """From the start page to the result; evidence is given for the first item."""
    page.goto("/checklist/")
    page.get_by_role("link", name="Start with theme 1").click()
    choose(page, "An agreement covers every agency", "Not started")
    first = page.get_by_role("group", name="An agreement covers every agency")
    first.get_by_text("Add evidence, owner and review date").click()
    first.get_by_label("Evidence").fill("A draft of May")
    first.get_by_label("Review by").fill("14 April 2027")
    choose(page, "The lawful basis is written down", "Mostly in place")
    page.get_by_role("button", name="Save and go to theme 2").click()
    choose(page, "Everyone has done tier 1", "Started")
    page.get_by_role("button", name="Save and see your result").click()


def sign_in_from(page, user):
    """Sign in by the link beside the answers."""
    page.locator("#main").get_by_role("link", name="Sign in").click()
    page.locator("input[name=login]").fill(user.email)
    page.locator("input[name=password]").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()


def expect_result(page):
    """The result of both themes."""
    expect(page.get_by_role("heading", level=1)).to_have_text("Your result")
    expect(page.locator(".lead")).to_contain_text("1 of 3 items is mostly in place or embedded.")
    gaps = page.locator(".gaps h3")
    expect(gaps).to_have_text(["An agreement covers every agency", "Everyone has done tier 1"])
    expect(page.get_by_role("link", name="Training: T2 Responding safely")).to_be_visible()


@pytest.mark.parametrize("width", [1280, 320])
def test_an_anonymous_checklist_is_carried_into_an_account(new_context, checklist, axe, alice, width):
    page = new_context(viewport={"width": width, "height": 800}).new_page()
    page.goto("/checklist/")
    axe(page)
    page.goto("/checklist/themes/information-sharing/")
    page.get_by_text("What each level looks like").first.click()
    axe(page)
    answer_both_themes(page)
    expect_result(page)
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    sign_in_from(page, alice)
    expect(page.get_by_role("heading", level=1)).to_have_text("Keep your answers in your account")
    axe(page)
    page.get_by_role("button", name="Keep 3 answers").click()
    expect_result(page)
    expect(page.locator("#main")).to_contain_text("Your answers are kept in your account; only you see them.")
    axe(page)
    levels = sorted(answer["level"] for answer in SavedChecklist.objects.get().answers.values())
    assert levels == [0, 1, 2]
    page.goto("/checklist/themes/information-sharing/")
    group = page.get_by_role("group", name="An agreement covers every agency")
    expect(group.get_by_label("Review by")).to_have_value("14 April 2027")


def test_the_checklist_works_without_javascript(new_context, checklist, alice):
    page = new_context(java_script_enabled=False).new_page()
    answer_both_themes(page)
    expect_result(page)
    sign_in_from(page, alice)
    page.get_by_role("button", name="Keep 3 answers").click()
    expect_result(page)


def test_a_theme_is_answered_with_the_keyboard_alone(new_context, checklist):
    page = new_context().new_page()
    page.goto("/checklist/themes/training/")
    group = page.get_by_role("group", name="Everyone has done tier 1")
    group.get_by_label("Not started").focus()
    page.keyboard.press("ArrowDown")
    expect(group.get_by_label("Started", exact=True)).to_be_checked()
    page.keyboard.press("Tab")
    expect(group.locator("summary").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(group.get_by_text("Nobody has a draft.")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("Figures of May")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Your result so far")
    page.goto("/checklist/themes/training/")
    expect(group.get_by_label("Evidence")).to_have_value("Figures of May")


@pytest.mark.parametrize("width", [1280, 320])
def test_the_start_page_leads_back_to_where_the_visitor_was(new_context, checklist, axe, width):
    page = new_context(viewport={"width": width, "height": 800}).new_page()
    page.goto("/checklist/themes/information-sharing/")
    choose(page, "The lawful basis is written down", "Started")
    page.get_by_role("button", name="Save and go to theme 2").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Workforce training")
    page.goto("/checklist/")
    expect(page.locator("#main")).to_contain_text("You have answered 1 of 3 items.")
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.get_by_role("link", name="Continue with theme 1").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Information sharing")


@pytest.mark.parametrize("width", [1280, 320])
def test_a_mistake_is_named_and_reached_from_the_summary(new_context, checklist, axe, width):
    page = new_context(viewport={"width": width, "height": 800}).new_page()
    page.goto("/checklist/themes/training/")
    choose(page, "Everyone has done tier 1", "Embedded")
    page.get_by_text("Add evidence, owner and review date").click()
    page.get_by_label("Review by").fill("soon")
    page.get_by_role("button", name="Save and see your result").click()
    summary = page.get_by_role("alert")
    expect(summary).to_contain_text("Item 1: Write the review day like this: 14 April 2027")
    axe(page)
    summary.get_by_role("link").click()
    expect(page.get_by_label("Review by")).to_be_focused()
    expect(page.get_by_label("Review by")).to_have_value("soon")
    expect(page.get_by_label("Embedded")).to_be_checked()
    page.goto("/checklist/clear/")
    axe(page)


def test_two_tabs_on_a_phone_without_javascript_keep_each_others_answers(new_context, checklist):
    context = new_context(java_script_enabled=False, viewport={"width": 320, "height": 800})
    first, second = context.new_page(), context.new_page()
    for tab in (first, second):
        tab.goto("/checklist/themes/information-sharing/")
    choose(first, "An agreement covers every agency", "Embedded")
    first.get_by_role("button", name="Save and go to theme 2").click()
    choose(second, "The lawful basis is written down", "Started")
    second.get_by_role("button", name="Save and go to theme 2").click()
    expect(second.get_by_role("heading", level=1)).to_have_text("Workforce training")
    first.goto("/checklist/themes/information-sharing/")
    group = first.get_by_role("group", name="An agreement covers every agency")
    expect(group.get_by_label("Embedded")).to_be_checked()
    group = first.get_by_role("group", name="The lawful basis is written down")
    expect(group.get_by_label("Started", exact=True)).to_be_checked()


def test_paper_has_every_gap_and_the_table_and_no_buttons(new_context, checklist):
    ChecklistItemFactory.create_batch(10, theme=ChecklistThemeFactory(title="Shared plan", slug="plan"))
    page = new_context().new_page()
    page.goto("/checklist/themes/training/")
    page.emulate_media(media="print")
    expect(page.get_by_text("Nobody has a draft.")).to_be_visible()
    expect(page.get_by_text("Add evidence, owner and review date")).to_be_hidden()
    page.emulate_media(media="screen")
    for slug in ("information-sharing", "plan"):
        page.goto(f"/checklist/themes/{slug}/")
        for radio in page.get_by_label("Not started").all():
            radio.check()
        page.get_by_role("button", name="Save and").first.click()
    page.goto("/checklist/result/")
    gaps = page.locator(".gaps h3")
    expect(gaps).to_have_count(12)
    expect(gaps.last).to_be_hidden()
    page.emulate_media(media="print")
    expect(gaps.last).to_be_visible()
    expect(page.get_by_role("columnheader", name="Not started")).to_be_visible()
    expect(page.get_by_text("Show all 12 gaps")).to_be_hidden()
    expect(page.get_by_role("link", name="Word")).to_be_hidden()
