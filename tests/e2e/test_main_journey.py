"""The main job, from signing in to a certificate that others can check, and what outsiders get instead."""

import re

import pytest
from playwright.sync_api import FrameLocator, expect

from courses.models import Certificate
from tests.browser import PHONE, sign_in_context
from tests.e2e.learner import Learner

DESKTOP = {"width": 1280, "height": 900}
CAR_WASH = "/training/t1-seeing-it/a-morning-at-the-car-wash/"


def scenario(page) -> FrameLocator:
    """The package inside the player inside the lesson's page."""
    return page.frame_locator("iframe.player__frame").frame_locator("iframe")


def play_scene(learner: Learner, number: int) -> None:
    """Choose the last answer of one scene and go on."""
    package = scenario(learner.page)
    expect(package.get_by_text(f"Scene {number} of 5")).to_be_visible()
    learner.use(package.locator(".choices button").last)
    learner.use(package.get_by_role("button", name="Go on"))


def saved(page, state: str = "saved") -> None:
    """Wait until the line above the package says that everything is saved, or "completed"."""
    line = page.locator(f"[data-saved={state}]")
    expect(line).to_be_visible(timeout=20_000)
    expect(line).to_contain_text(re.compile(r"aved at \d\d:\d\d"))


@pytest.mark.parametrize(
    ("viewport", "by_keyboard"),
    [(DESKTOP, False), (PHONE, False), (DESKTOP, True)],
    ids=["1280", "320", "keyboard"],
)
def test_a_learner_completes_the_module_and_earns_a_certificate(
    new_context, training, alice, bob, charlie, axe, viewport, by_keyboard
):
    first = new_context(viewport=viewport).new_page()
    learner = Learner(first, by_keyboard=by_keyboard, at_each_page=axe)
    learner.sign_in(alice.email)
    learner.start_module()
    learner.read(lessons=6)

    # The SCORM lesson, left half way by closing the tab.
    expect(first.get_by_role("heading", level=1)).to_have_text("A morning at the car wash")
    learner.use(scenario(first).get_by_role("button", name="Start"))
    play_scene(learner, 1)
    play_scene(learner, 2)
    expect(scenario(first).get_by_text("Scene 3 of 5")).to_be_visible()
    saved(first)
    first.close()

    # A fresh browser: "Continue" leads to the same lesson, and the package to the same scene.
    page = new_context(viewport=viewport).new_page()
    learner = Learner(page, by_keyboard=by_keyboard, at_each_page=axe)
    learner.sign_in(alice.email)
    learner.follow(re.compile("^Continue"))
    for number in (3, 4, 5):
        play_scene(learner, number)
    expect(scenario(page).get_by_text("What to take with you")).to_be_visible()
    learner.use(scenario(page).get_by_role("button", name="Finish"))
    saved(page, "completed")
    learner.follow("Go on to lesson 8")
    learner.read(lessons=1)

    # The quiz: failed, explained without the key, then passed.
    learner.follow("Go to the questions")
    learner.press("Start")
    learner.fail_or_pass_quiz(right=6)
    expect(page.get_by_role("heading", level=1)).to_have_text("6 of 10. You need 8 to pass.")
    expect(page.get_by_text("keep the right one back while you have attempts left")).to_be_visible()
    learner.press("Try again now")
    learner.fail_or_pass_quiz(right=9)
    learner.follow("See your certificate")
    certificate = Certificate.objects.get(user=alice)
    expect(page.get_by_text(certificate.number).first).to_be_visible()

    # The PDF, and the check anyone can make signed out.
    with page.expect_download() as download:
        learner.use(page.get_by_role("link", name=re.compile("Download PDF")))
    assert download.value.suggested_filename == f"{certificate.number}.pdf"
    visitor = Learner(new_context(viewport=viewport).new_page(), by_keyboard=by_keyboard, at_each_page=axe)
    visitor.page.goto("/c/")
    visitor.write("Number of the certificate", certificate.number)
    visitor.press(re.compile("^Check$"))
    expect(visitor.page.get_by_text("Alice Example")).to_be_visible()

    # Her lead sees it; the lead of another organisation finds nothing.
    lead = new_context(viewport=viewport)
    sign_in_context(lead, bob)
    lead_page = lead.new_page()
    lead_page.goto("/people/")
    axe(lead_page)
    lead_page.get_by_role("link", name=re.compile("Example, Alice|Alice Example")).click()
    expect(lead_page.get_by_role("link", name=certificate.number)).to_be_visible()
    axe(lead_page)
    outsider = new_context(viewport=viewport)
    sign_in_context(outsider, charlie)
    attempt = certificate.enrolment.quiz_attempts.last()
    for address in (
        f"/people/{alice.public_id}/",
        f"/attempts/{attempt.pk}/",
        f"/certificates/{certificate.number}/",
        f"/certificates/{certificate.number}.pdf",
    ):
        assert outsider.request.get(address).status == 404, address


def test_package_files_answer_nobody_without_a_valid_launch_token(new_context, training, alice, site):
    context = new_context(viewport=DESKTOP)
    sign_in_context(context, alice)
    page = context.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(CAR_WASH)
    expect(scenario(page).get_by_role("button", name="Start")).to_be_visible()
    content = site.replace("localhost", "127.0.0.1")
    index = next(url for url in asked if url.startswith(content) and url.endswith("/index.html"))
    assert context.request.get(index).status == 200
    longest = max(index.split("/"), key=len)
    spoiled = index.replace(longest, longest[:-4] + ("AAAA" if not longest.endswith("AAAA") else "BBBB"))
    assert context.request.get(spoiled).status in {403, 404}
    assert context.request.get(index.replace(f"/{longest}", "")).status == 404
    assert context.request.get(index.replace(content, site)).status == 404


def test_without_javascript_everything_works_up_to_the_package(new_context, training, alice):
    page = new_context(viewport=PHONE, java_script_enabled=False).new_page()
    learner = Learner(page)
    learner.sign_in(alice.email)
    learner.start_module()
    learner.read(lessons=6)
    expect(page.get_by_role("heading", level=1)).to_have_text("A morning at the car wash")
    page.get_by_role("link", name="Read it as text instead").first.click()
    learner.press(re.compile("I have read it as text"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Looking after yourself")
