"""Training in Chromium: axe at both widths, the place kept on another device, by keyboard, and without JavaScript."""

import re

import pytest
from playwright.sync_api import expect

from courses.domain.enrolling import enrol
from courses.models import Certificate, LessonProgress, ModulePrerequisite
from tests.factories.courses import LessonFactory, ModuleFactory, complete

PARAGRAPHS = "<p>Words to read, and some more of them, so that the lesson is long.</p>" * 30


@pytest.fixture
def module(site):
    long_lesson = LessonFactory(
        title="Signs, and what they cannot tell you",
        body=[("rich_text", f"<h2>Look at the person</h2>{PARAGRAPHS}<h2>Look at the place</h2>{PARAGRAPHS}")],
    )
    text_lesson = LessonFactory(kind="scorm", title="A morning at the car wash", text_alternative="<h2>Scene 1</h2>")
    return ModuleFactory(
        title="T1 Seeing it",
        is_suggested=True,
        is_sample=True,
        validity_months=24,
        content_note="No pictures of it.",
        outcomes=[("outcome", "name signs you could meet in your own job")],
        lessons=[long_lesson, LessonFactory(title="Acting safely"), text_lesson],
    )


@pytest.mark.parametrize("width", [1280, 320])
def test_no_page_has_an_accessibility_fault_or_scrolls_sideways(page, axe, sign_in, alice, bob, module, width):
    page.set_viewport_size({"width": width, "height": 900})
    after = ModuleFactory(title="T2 Responding safely", lessons=[LessonFactory()], sectors=["health"])
    ModulePrerequisite.objects.create(module=after, required_module=module, sort_order=0)

    def check(url):
        response = page.goto(url)
        assert response.status in (200, 404), url
        axe(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, url

    for url in ("/training/", "/training/?tier=1&sector=health&sort=shortest", module.get_absolute_url(), "/c/"):
        check(url)
    sign_in(page, alice)
    for url in ("/my-training/", "/certificates/", module.get_absolute_url(), after.get_absolute_url()):
        check(url)
    for step in module.outline().steps:
        check(step.url)
    for url in ("/training/", "/my-training/", module.get_absolute_url()):
        check(url)
    certificate = complete(alice, module).certificate
    Certificate.objects.update(expires_on=certificate.completed_on, holder_name="Tomasz Wiśniewski-Brzęczyszczykiewicz")
    for url in (
        "/my-training/",
        "/certificates/",
        module.get_absolute_url(),
        certificate.get_absolute_url(),
        f"/c/{certificate.number}/",
        "/c/TT-0000-0000/",
    ):
        check(url)


def test_the_place_in_a_lesson_is_found_again_on_another_device(page, new_context, sign_in, alice, module):
    sign_in(page, alice)
    step = module.outline().steps[0]
    page.goto(step.url)
    with page.expect_response(re.compile("/position/$")) as kept:
        page.locator("#look-at-the-place").scroll_into_view_if_needed()
        page.mouse.wheel(0, 400)
    assert kept.value.status == 204
    page.context.close()

    other = new_context(viewport={"width": 320, "height": 640}).new_page()
    sign_in(other, alice)
    other.goto("/my-training/")
    other.get_by_role("link", name="Continue").click()

    expect(other).to_have_url(re.compile(f"{re.escape(step.url)}#look-at-the-p"))
    assert LessonProgress.objects.get().position.startswith("look-at-the-p")


def test_a_module_is_read_to_its_certificate_without_javascript(new_context, sign_in, alice, module):
    page = new_context(java_script_enabled=False).new_page()
    sign_in(page, alice)
    page.goto("/my-training/")
    page.get_by_role("link", name="Start T1 Seeing it").click()
    page.get_by_role("button", name="Start", exact=True).click()
    page.get_by_role("button", name="I have read this. Next lesson").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Acting safely")
    page.get_by_role("button", name="I have read this. Next lesson").click()
    page.get_by_role("button", name="I have read it as text. Next lesson").click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("Well done, Alice. T1 Seeing it is finished.")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download PDF").click()
    assert download.value.suggested_filename == f"{Certificate.objects.get().number}.pdf"


def test_filters_work_by_keyboard_and_without_javascript(new_context, site, module):
    ModuleFactory(title="For Scotland", nations=["scotland"])
    page = new_context(java_script_enabled=False).new_page()
    page.goto("/training/")
    page.get_by_label("Scotland").focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Apply filters").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="1 module")).to_be_visible()
    page.get_by_role("link", name="Scotland remove").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="2 modules")).to_be_visible()


def test_a_lesson_is_done_by_keyboard_alone(page, sign_in, alice, module):
    enrol(alice, module=module)
    sign_in(page, alice)
    page.goto(module.outline().steps[1].url)
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent").startswith("I have read this"):
            break
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("A morning at the car wash")
