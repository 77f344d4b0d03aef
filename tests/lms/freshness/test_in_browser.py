"""A change of law in Chromium: what rests on it gets reviews, and an editor finishes one; our admin pages with axe."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from lms.authorities.models import ReviewTask
from lms.people.domain.roles import EDITORS, sync_roles
from tests.browser import AXE
from tests.factories.assessments import QuestionFactory
from tests.factories.courses import LessonFactory
from tests.factories.people import UserFactory
from tests.factories.toolkit import AuthorityFactory, HomePageFactory, ToolkitPageFactory

WIDTHS = [1280, 320]


@pytest.fixture
def editor(site):
    """An editor, made after the live server's tables are filled."""
    user = UserFactory(email="erin@editors.example.org", first_name="Erin", last_name="Example")
    user.groups.add(sync_roles()[EDITORS])
    return user


@pytest.fixture
def law(site, editor):
    """An authority with a page that shows its value, a lesson and a question that rest on it."""
    HomePageFactory()
    authority = AuthorityFactory(title="Time to a first decision", value="45 days", url="https://law.example.org/")
    text = f'<p>It takes <embed embedtype="authority-value" id="{authority.pk}"/>.</p>'
    ToolkitPageFactory(title="The law in brief", slug="law", body=[("rich_text", text)], content_owner=editor)
    LessonFactory(title="Referring an adult", rests_on=[("authority", authority)], content_owner=editor)
    QuestionFactory(text="How long does it take?", rests_on=[("authority", authority)], content_owner=editor)
    return authority


def axe_inside(page):
    """What axe finds in our part of a page of the admin; the frame around it is Wagtail's."""
    found = Axe.from_file(AXE).run(page, context=".nice-padding").response["violations"]
    return [f"{rule['id']} at {node['target']}" for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize("width", WIDTHS)
def test_a_change_of_law_reaches_the_page_the_lesson_and_the_question(new_context, sign_in, editor, law, axe, width):
    page = sign_in(new_context(viewport={"width": width, "height": 900}).new_page(), editor)
    visitor = new_context(viewport={"width": width, "height": 900}).new_page()
    visitor.goto("/law/")
    expect(visitor.get_by_text("It takes 45 days.")).to_be_visible()

    page.goto(f"/admin/authorities/{law.pk}/")
    expect(page.get_by_role("heading", name="3 places rest on it")).to_be_visible()
    assert axe_inside(page) == []
    page.get_by_role("link", name="Note a change").click()
    page.get_by_role("textbox", name="Number or list").fill("30 days")
    page.get_by_role("textbox", name="What changed").fill("The least time is 30 days now.")
    assert axe_inside(page) == []
    page.get_by_role("button", name="Save and ask for reviews").click()
    expect(page.get_by_text("3 reviews are asked for")).to_be_visible()

    visitor.reload()
    expect(visitor.get_by_text("It takes 30 days.")).to_be_visible()
    axe(visitor)

    page.goto("/admin/")
    panel = page.locator("section", has=page.get_by_role("heading", name="Your reviews"))
    for title in ("The law in brief", "Referring an adult", "How long does it take?"):
        expect(panel.get_by_role("link", name=title)).to_be_visible()
    panel.get_by_role("link", name="Referring an adult").click()
    expect(page.get_by_text("The least time is 30 days now.")).to_be_visible()
    assert axe_inside(page) == []
    page.get_by_role("button", name="Finish the review").click()
    expect(page.get_by_text("Choose what you found")).to_be_visible()
    page.get_by_label("Still right: nothing had to change").check()
    page.get_by_role("button", name="Finish the review").click()
    expect(page.get_by_text(re.compile("The review of .* is done"))).to_be_visible()
    assert axe_inside(page) == []
    assert ReviewTask.objects.open().count() == 2


@pytest.mark.parametrize("width", WIDTHS)
def test_what_is_overdue_is_confirmed_at_once(new_context, sign_in, editor, law, width):
    for number in range(2):
        LessonFactory(title=f"Old lesson {number}", review_on="2026-01-01", content_owner=editor)
    page = sign_in(new_context(viewport={"width": width, "height": 900}).new_page(), editor)
    page.goto("/admin/freshness/")
    assert axe_inside(page) == []
    for box in page.get_by_role("checkbox", name=re.compile("Confirm “Old lesson")).all():
        box.check()
    page.get_by_role("button", name="Confirm", exact=True).click()
    expect(page.get_by_text("2 are confirmed.")).to_be_visible()
    expect(page.get_by_text("Nothing here.")).to_be_visible()
    for path in ("links/", "images/", "reviews/"):
        page.goto(f"/admin/freshness/{path}")
        assert axe_inside(page) == []


def test_a_number_kept_once_is_put_into_a_text_with_the_editor(new_context, sign_in, editor, law):
    page = sign_in(new_context(viewport={"width": 1600, "height": 1000}).new_page(), editor)
    lesson = LessonFactory(title="To be written", body=[("rich_text", "<p>Decisions take </p>")])
    page.goto(f"/admin/snippets/courses/lesson/edit/{lesson.pk}/")
    text = page.locator("[data-contentpath=body] [contenteditable=true]").first
    text.click()
    page.keyboard.press("End")
    page.keyboard.type(" /Number")
    page.get_by_role("option", name="Number kept once").click()
    page.get_by_role("link", name="Time to a first decision").click()
    expect(text).to_contain_text("45 days")
    # The editor writes what it holds into the form's field a quarter of a second after the last key.
    written = page.locator('input[name="body-0-value"]')
    expect(written).to_have_value(re.compile('"type": ?"AUTHORITY-VALUE"'))
    page.get_by_role("button", name="Save draft").click()
    expect(page.get_by_text(re.compile("Lesson .* updated")).first).to_be_visible()
    lesson.refresh_from_db()
    saved = str(lesson.get_latest_revision_as_object().body.raw_data[0]["value"])
    assert f'<embed embedtype="authority-value" id="{law.pk}"/>' in saved
    assert "45 days" not in saved
