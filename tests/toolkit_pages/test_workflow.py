"""A page from draft to public in Chromium: erin writes and hands in, an administrator approves."""

import re

import pytest
from playwright.sync_api import expect
from wagtail.models import Page

from lms.people.domain.roles import ADMINISTRATORS, EDITORS, sync_roles
from tests.factories.people import UserFactory
from tests.factories.toolkit import HomePageFactory, ToolkitIndexPageFactory
from toolkit_pages.models import ToolkitPage


@pytest.fixture
def people(site):
    """An editor and an administrator, made after the live server's tables are filled."""
    groups = sync_roles()
    erin = UserFactory(email="erin@editors.example.org", first_name="Erin", last_name="Example")
    erin.groups.add(groups[EDITORS])
    frances = UserFactory(email="frances@editors.example.org", first_name="Frances", last_name="Example")
    frances.groups.add(groups[ADMINISTRATORS])
    return erin, frances


@pytest.fixture
def section(site):
    HomePageFactory()
    return ToolkitIndexPageFactory(title="Resources", slug="resources")


def preview_at(page, label, width):
    """Choose a preview width and check that the panel shows the draft in a frame that wide."""
    page.get_by_role("radio", name=label).check(force=True)
    frame = page.frame_locator("iframe#w-preview-iframe")
    expect(frame.get_by_role("heading", level=1, name="Run a useful first meeting")).to_be_visible()
    assert page.locator("iframe#w-preview-iframe").evaluate("frame => frame.clientWidth") == width


def test_a_page_goes_from_draft_to_public_through_approval(new_context, sign_in, people, section):
    erin, frances = people
    editor = sign_in(new_context(viewport={"width": 1600, "height": 1000}).new_page(), erin)
    editor.goto(f"/admin/pages/add/toolkit_pages/toolkitpage/{section.pk}/")
    title = editor.locator("#id_title")
    title.click()
    title.press_sequentially("Run a useful first meeting")
    title.press("Tab")
    expect(editor.locator("#id_slug")).to_have_value("run-a-useful-first-meeting")
    editor.locator("#id_intro").fill("A 90-minute plan.")
    editor.get_by_role("button", name="Save draft").click()
    expect(editor.get_by_text(re.compile("Page .* created"))).to_be_visible()
    draft = ToolkitPage.objects.get(title="Run a useful first meeting")
    assert draft.live is False

    editor.get_by_role("button", name="Toggle preview").click()
    preview_at(editor, "Preview at 320 pixels", 320)
    preview_at(editor, "Preview at 1280 pixels", 1280)

    editor.get_by_role("button", name="More actions").first.click()
    expect(editor.get_by_role("button", name="Publish", exact=True)).to_have_count(0)
    editor.get_by_role("button", name="Submit to Moderators approval").click()
    expect(editor.get_by_text(re.compile("has been submitted for moderation"))).to_be_visible()
    assert Page.objects.get(pk=draft.pk).live is False

    visitor = new_context().new_page()
    assert visitor.goto(draft.get_url()).status == 404

    approver = sign_in(new_context(viewport={"width": 1600, "height": 1000}).new_page(), frances)
    approver.goto("/admin/")
    approver.get_by_role("link", name="Run a useful first meeting").first.click()
    approver.get_by_role("button", name="More actions").first.click()
    approver.get_by_role("button", name="Approve and Publish").click()
    expect(approver.get_by_text(re.compile("has been updated")).first).to_be_visible()

    visitor.goto(draft.get_url())
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Run a useful first meeting")
