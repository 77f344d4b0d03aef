"""The gallery in Chromium: axe finds nothing at both widths, no page scrolls sideways, the scripts do their part."""

import pytest
from django.core.cache import cache
from wagtail.models import Site

from lms.design_system.gallery import COMPONENTS
from lms.design_system.models import SiteSettings


@pytest.mark.parametrize("width", [1280, 320])
def test_no_gallery_page_has_an_accessibility_fault(page, axe, width):
    page.set_viewport_size({"width": width, "height": 900})
    for slug in ["", *(f"{component.slug}/" for component in COMPONENTS)]:
        page.goto(f"/design-system/{slug}")
        axe(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, slug


@pytest.fixture
def elsewhere(site):
    """An address of this server that plays the neutral site of "Exit this page"."""
    settings = SiteSettings.for_site(Site.objects.get(is_default_site=True))
    settings.exit_url = f"{site}/design-system/icons/"
    settings.save()
    cache.clear()
    yield settings.exit_url
    cache.clear()


def test_shift_three_times_leaves_and_the_page_is_not_in_the_history(page, elsewhere, site):
    page.goto("/design-system/")
    page.goto("/design-system/buttons/")
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url(elsewhere)
    page.go_back()
    assert page.url == f"{site}/design-system/"


def test_the_exit_link_replaces_the_page(page, elsewhere, site):
    page.goto("/design-system/")
    page.goto("/design-system/buttons/")
    page.get_by_role("link", name="Exit this page").click()
    page.wait_for_url(elsewhere)
    page.go_back()
    assert page.url == f"{site}/design-system/"


def test_an_error_summary_takes_the_focus_and_leads_to_the_input(page):
    page.goto("/design-system/form-errors/")
    assert page.evaluate("document.activeElement.className") == "govuk-error-summary"
    page.get_by_role("link", name="Choose how to remind them").click()
    assert page.evaluate("document.activeElement.id") == "id_remind_0"


def test_a_password_can_be_shown(page):
    page.goto("/design-system/forms/")
    page.get_by_label("Password", exact=True).fill("secret-words")
    page.get_by_role("button", name="Show password").click()
    assert page.locator("#id_password").get_attribute("type") == "text"


def test_the_menu_opens_and_closes_on_a_phone(phone):
    phone.goto("/design-system/")
    search = phone.get_by_role("searchbox")
    assert not search.is_visible()
    phone.get_by_role("button", name="Menu").click()
    assert search.is_visible()
    phone.keyboard.press("Escape")
    assert not search.is_visible()
    assert phone.evaluate("document.activeElement.textContent") == "Menu"


def test_without_javascript_the_menu_is_open(new_context):
    page = new_context(java_script_enabled=False, viewport={"width": 320, "height": 640}).new_page()
    page.goto("/design-system/")
    assert page.get_by_role("searchbox").is_visible()
    assert page.get_by_role("button", name="Menu").count() == 0


def test_filters_are_folded_on_a_phone_and_open_on_a_desk(page, phone):
    for screen, opened in ((page, True), (phone, False)):
        screen.goto("/design-system/filters/")
        assert screen.get_by_role("checkbox", name="Police").is_visible() is opened
