"""Choosing documents for a ZIP file in Chromium: with scripts and without, on a phone, and when nothing was ticked."""

import zipfile

import pytest

from tests.browser import PHONE
from tests.factories.library import GovernanceDocumentFactory, GovernanceLibraryFactory


@pytest.mark.parametrize("scripts", [True, False])
def test_ticked_documents_come_as_one_file_and_nothing_ticked_is_explained(site, home, new_context, axe, scripts):
    library = GovernanceLibraryFactory()
    for title, slug in (("Terms of reference", "terms"), ("Exit plan", "exit")):
        GovernanceDocumentFactory(parent=library, title=title, slug=slug)
    page = new_context(viewport=PHONE, java_script_enabled=scripts).new_page()
    page.goto("/governance-library/?sort=title")
    page.get_by_role("button", name="Download the ticked documents as a zip").click()
    page.get_by_text("Tick at least one document in the list, then download.").wait_for()
    if scripts:
        axe(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.go_back()
    page.wait_for_url("**/governance-library/?sort=title")
    for title in ("Terms of reference", "Exit plan"):
        page.get_by_label(f"Choose {title}").check()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download 2 as a zip" if scripts else "Download the ticked").click()
    with zipfile.ZipFile(download.value.path()) as archive:
        assert sorted(name[:4] for name in archive.namelist()) == ["exit", "term"]
