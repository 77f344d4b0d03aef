"""The player in Chromium when a page goes or grows old: nothing is lost, and the learner hears what to do."""

import pytest
from playwright.sync_api import expect

from courses.models import ScormItemState
from tests.courses.scorm.test_player import inner, lesson_of, start
from tests.scorm_packages import Package, authoring_tools, sco_page


@pytest.mark.parametrize("how", ["reload", "Full window"])
def test_a_page_that_makes_way_for_the_next_one_keeps_what_content_says_on_leaving(how, new_context, sign_in, alice):
    lesson = lesson_of(authoring_tools.storyline_like())
    page = start(new_context, sign_in, alice, lesson)
    frame = inner(page, "ab-initio")
    frame.evaluate("API.LMSSetValue('cmi.core.lesson_location', 'Slide 7')")
    frame.evaluate("addEventListener('unload', () => API.LMSSetValue('cmi.suspend_data', 'said in the end'))")
    frame.evaluate("leave = () => {}")
    frame.evaluate(
        "addEventListener('unload', () => { API.LMSSetValue('cmi.core.exit', 'suspend'); API.LMSFinish('') })"
    )
    if how == "reload":
        page.reload()
    else:
        page.get_by_role("link", name=how).click()
    inner(page, "resume / Slide 7 / said in the end")
    assert ScormItemState.objects.get().current_launch.superseded_by is None


def test_a_laptop_that_slept_for_a_night_is_told_to_load_the_page_again(new_context, sign_in, alice):
    lesson = lesson_of(authoring_tools.storyline_like())
    context = new_context()
    context.clock.install()
    page = start(new_context, sign_in, alice, lesson, context)
    inner(page, "ab-initio").evaluate("API.LMSSetValue('cmi.core.lesson_location', 'Slide 7')")
    page.clock.fast_forward("13:00:00")
    expect(page.locator("[data-saved=expired]")).to_be_visible()
    inner(page, "Reload it to carry on.")
    page.get_by_role("button", name="Reload it to carry on").click()
    inner(page, "resume / Slide 7")


PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n%%EOF"
OPENERS = """<a href="guide.pdf" target="_blank">In a tab</a>
<button onclick="frames.here.location = 'guide.pdf'">In a frame</button><iframe name="here" title="Guide"></iframe>"""


@pytest.mark.parametrize("how", ["In a tab", "In a frame"])
def test_a_pdf_of_a_package_is_downloaded_since_chromium_shows_none_in_a_sandbox(how, new_context, sign_in, alice):
    package = Package({"index.html": sco_page(body=OPENERS), "guide.pdf": PDF})
    page = start(new_context, sign_in, alice, lesson_of(package))
    button = inner(page, how).get_by_text(how)
    with page.expect_event("download") as found:
        button.click()
    assert found.value.suggested_filename == "guide.pdf"
