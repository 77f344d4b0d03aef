"""A document's new version in Chromium: it supersedes the old one, everybody sees both, and its owner is reminded."""

import datetime
import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from lms.freshness.domain.reminding import remind_of_reviews
from lms.outbox.models import OutgoingEmail
from tests.browser import PHONE
from tests.factories.library import GovernanceDocumentFactory, GovernanceLibraryFactory, read_everything, word_file
from tests.factories.toolkit import DocumentFactory

DESK = {"width": 1280, "height": 900}
ADDRESS = "/governance-library/agreement/"


@pytest.fixture
def document(site, home, erin):
    library = GovernanceLibraryFactory()
    page = GovernanceDocumentFactory(
        parent=library,
        title="Information sharing agreement",
        slug="agreement",
        document_type="information-sharing-agreement",
        review_on=timezone.localdate(),
        content_owner=erin,
        versions=[("1", datetime.date(2025, 4, 1), "Ferries only.")],
    )
    GovernanceDocumentFactory(parent=library, slug="terms")
    read_everything()
    return page


def test_a_new_version_takes_the_place_of_the_old(new_context, sign_in, axe, document, erin, frances):
    DocumentFactory(title="Agreement 2", name="agreement-v2.docx", content=word_file("Housing providers sign first."))
    editor = sign_in(new_context(viewport={"width": 1600, "height": 1000}).new_page(), frances)
    editor.goto(f"/admin/pages/{document.pk}/edit/")
    editor.get_by_role("button", name="Add version").click()
    editor.locator("#id_versions-1-number").fill("2")
    editor.locator("#id_versions-1-approved_on").fill("2026-05-05")
    editor.locator("#id_versions-1-what_changed").fill("Housing providers added.")
    editor.locator("#id_versions-1-word-chooser").get_by_role("button", name="Choose a document").click()
    editor.get_by_role("link", name="Agreement 2").click()
    expect(editor.locator("#id_versions-1-word-chooser")).to_contain_text("Agreement 2")
    editor.get_by_role("button", name="More actions").first.click()
    editor.get_by_role("button", name="Publish", exact=True).click()
    expect(editor.get_by_text(re.compile("has been (updated|published)")).first).to_be_visible()
    read_everything()

    for options in ({"viewport": DESK}, {"viewport": PHONE}, {"viewport": DESK, "java_script_enabled": False}):
        visitor = new_context(**options).new_page()
        visitor.goto("/")
        if options["viewport"] is PHONE:
            visitor.get_by_role("button", name="Menu").click()
        visitor.get_by_role("link", name="Governance library").first.click()
        visitor.get_by_role("link", name="Information sharing agreement").click()
        rows = visitor.get_by_role("row")
        expect(rows.nth(1)).to_contain_text(re.compile(r"2\s+Current"))
        expect(rows.nth(2)).to_contain_text("Replaced by version 2.")
        expect(rows.nth(2).get_by_role("link")).to_have_attribute("href", re.compile(r"agreement-v1\w*\.docx"))
        visitor.goto("/governance-library/?q=housing")
        expect(visitor.locator("mark").first).to_have_text("Housing")
        if options.get("java_script_enabled", True):
            for address in ("/governance-library/", "/governance-library/?q=ferries&status=adopted", ADDRESS):
                visitor.goto(address)
                axe(visitor)
                wide = visitor.evaluate("document.documentElement.scrollWidth")
                assert wide <= options["viewport"]["width"]
        visitor.goto("/governance-library/")
        visitor.get_by_label("Choose Information sharing agreement").check()
        with visitor.expect_download() as download:
            visitor.locator("[data-choose-button]").click()
        assert download.value.suggested_filename == "documents.zip"

    assert remind_of_reviews() == 1
    letter = OutgoingEmail.objects.get(to=erin.email)
    assert "Information sharing agreement" in letter.text
