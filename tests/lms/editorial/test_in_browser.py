"""A draft in Chromium: written with a day to go public, read by two named reviewers, published on its day."""

import datetime
import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect
from wagtail.models import Revision

from lms.editorial.domain.approval import name_reviewers
from lms.editorial.tasks import publish_scheduled
from tests.factories.toolkit import HomePageFactory, ToolkitIndexPageFactory, ToolkitPageFactory
from tests.lms.editorial.test_reviewers import let_the_day_come, reviewer
from toolkit_pages.models import ToolkitPage

WIDE = {"width": 1600, "height": 1000}


@pytest.fixture
def people(site):
    """An editor and the two reviewers of her section."""
    return [reviewer(name) for name in ("Erin", "Grace", "Hana")]


@pytest.fixture
def draft(people):
    """A draft in a section whose pages both read."""
    HomePageFactory()
    section = ToolkitIndexPageFactory(title="Support", slug="support")
    name_reviewers(section, name="Two readers", steps=[("subject", people[1]), ("lived-experience", people[2])])
    page = ToolkitPageFactory(parent=section, title="A care plan, read again", slug="care-plan", live=False)
    page.save_revision(user=people[0])
    return page


def open_actions(page):
    """Open the list beside the first button of the editor."""
    page.get_by_role("button", name="More actions").first.click()


def test_a_draft_goes_through_two_reviewers_and_is_published_on_its_day(
    new_context, sign_in, people, draft, axe, phone
):
    erin, grace, hana = people
    edit = f"/admin/pages/{draft.pk}/edit/"
    tomorrow = timezone.localtime() + datetime.timedelta(days=1)

    editor = sign_in(new_context(viewport=WIDE).new_page(), erin)
    editor.goto(edit)
    editor.get_by_role("button", name="Toggle status").click()
    editor.get_by_role("button", name="Set schedule").click()
    editor.locator("#id_go_live_at").fill(tomorrow.strftime("%Y-%m-%d %H:%M"))
    editor.get_by_role("button", name="Save schedule").press("Enter")  # the calendar may open over the button
    editor.wait_for_load_state("networkidle")
    open_actions(editor)
    editor.get_by_role("button", name="Submit to Two readers").click()
    expect(editor.get_by_text(re.compile("has been submitted for moderation"))).to_be_visible()

    for person in (grace, hana):
        reader = sign_in(new_context(viewport=WIDE).new_page(), person)
        reader.goto("/admin/")
        reader.get_by_role("link", name="A care plan, read again").first.click()
        open_actions(reader)
        expect(reader.get_by_role("button", name=re.compile("^Publish"))).to_have_count(0)
        reader.get_by_role("button", name=re.compile("^Approve( and Publish)?$")).click()
        expect(reader.get_by_text(re.compile("has been (updated|scheduled)|approved")).first).to_be_visible()

    assert ToolkitPage.objects.get(pk=draft.pk).live is False
    assert Revision.objects.exclude(approved_go_live_at=None).count() == 1
    assert phone.goto(draft.get_url()).status == 404
    let_the_day_come(draft)
    publish_scheduled()
    for visitor in (phone, new_context(viewport={"width": 1280, "height": 900}).new_page()):
        visitor.goto(draft.get_url())
        expect(visitor.get_by_role("heading", level=1)).to_have_text("A care plan, read again")
        axe(visitor)
