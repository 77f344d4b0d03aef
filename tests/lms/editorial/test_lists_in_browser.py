"""The admin's lists on a phone: words stay whole, and what has no room is reached by moving the list."""

import pytest
from playwright.sync_api import expect

from tests.factories.courses import ModuleFactory
from tests.lms.editorial.test_reviewers import reviewer

TITLE = "Responding safely to somebody who tells you"


@pytest.mark.parametrize("dialog", [False, True])
def test_the_words_of_a_title_stay_whole(new_context, sign_in, site, dialog):
    ModuleFactory(title=TITLE)
    page = sign_in(new_context(viewport={"width": 320, "height": 800}).new_page(), reviewer("Erin"))
    if dialog:
        page.goto("/admin/snippets/courses/course/add/")
        page.locator("#id_course_modules-ADD").click()
        page.get_by_role("button", name="Choose module").last.click()
    else:
        page.goto("/admin/snippets/courses/module/")
    cell = page.locator("table.listing td.title")
    expect(cell).to_be_visible()
    expect(cell).to_contain_text(TITLE)
    assert cell.bounding_box()["width"] >= 170
    assert cell.locator("a").first.evaluate("link => getComputedStyle(link).wordBreak") == "normal"
    frame = page.locator(":has(> table.listing)")
    last = page.locator("table.listing thead th").last
    last.evaluate("heading => heading.scrollIntoView({inline: 'end'})")
    edge = frame.bounding_box()
    assert last.bounding_box()["x"] + last.bounding_box()["width"] <= edge["x"] + edge["width"] + 1
    assert page.evaluate("document.documentElement.scrollWidth") == 320
