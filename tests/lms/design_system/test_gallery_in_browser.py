"""axe finds nothing on any page of the gallery, at both widths, and no page scrolls sideways."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from lms.design_system.gallery import COMPONENTS

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


@pytest.mark.parametrize("width", [1280, 320])
def test_no_gallery_page_has_an_accessibility_fault(live_server, page, width):
    refusals = []
    page.on("console", lambda message: refusals.append(message.text) if "Content Security" in message.text else None)
    page.set_viewport_size({"width": width, "height": 900})
    for slug in ["", *(f"{component.slug}/" for component in COMPONENTS)]:
        page.goto(f"{live_server.url}/design-system/{slug}")
        faults = [(slug, fault["id"], fault["nodes"][0]["html"]) for fault in Axe().run(page).response["violations"]]
        assert faults == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width, slug
    assert refusals == []


def test_an_error_summary_takes_the_focus_and_leads_to_the_input(live_server, page):
    page.goto(f"{live_server.url}/design-system/form-errors/")
    assert page.evaluate("document.activeElement.className") == "govuk-error-summary"
    page.get_by_role("link", name="Choose how to remind them").click()
    assert page.evaluate("document.activeElement.id") == "id_remind_0"


def test_shift_three_times_leaves_and_the_page_is_not_in_the_history(live_server, page):
    page.route("https://www.bbc.co.uk/**", lambda route: route.fulfill(body="Sunny"))
    page.goto(f"{live_server.url}/design-system/")
    page.goto(f"{live_server.url}/design-system/frame/")
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url("https://www.bbc.co.uk/**")
    page.go_back()
    assert page.url == f"{live_server.url}/design-system/"


def test_the_menu_opens_and_closes_on_a_phone(live_server, page):
    page.set_viewport_size({"width": 320, "height": 900})
    page.goto(f"{live_server.url}/design-system/")
    search = page.get_by_role("searchbox")
    assert not search.is_visible()
    page.get_by_role("button", name="Menu").click()
    assert search.is_visible()
    page.keyboard.press("Escape")
    assert not search.is_visible()
    assert page.evaluate("document.activeElement.textContent") == "Menu"


def test_without_javascript_the_menu_is_open(live_server, browser):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 900})
    page = context.new_page()
    page.goto(f"{live_server.url}/design-system/")
    assert page.get_by_role("searchbox").is_visible()
    assert page.get_by_role("button", name="Menu").count() == 0
    context.close()
