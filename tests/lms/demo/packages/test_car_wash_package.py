"""The car wash package: always the same zip, taken by our importer, played and resumed in Chromium, by keyboard too."""

import zipfile
from io import BytesIO

import pytest
from playwright.sync_api import expect

from courses.models import LessonProgress, ScormItemState
from lms.demo.content.car_wash import SCENARIO
from lms.demo.packages import seed_car_wash_package
from lms.demo.packages.building import car_wash_zip
from tests.factories.courses import LessonFactory, ModuleFactory

FINISH = "[data-saved=completed]"


def test_the_zip_is_the_same_every_time_and_holds_what_its_manifest_lists():
    data = car_wash_zip()
    assert data == car_wash_zip()
    with zipfile.ZipFile(BytesIO(data)) as archive:
        manifest = archive.read("imsmanifest.xml").decode()
        for name in set(archive.namelist()) - {"imsmanifest.xml"}:
            assert f'href="{name}"' in manifest


@pytest.mark.django_db
def test_seeding_twice_gives_one_package_that_is_ready():
    package = seed_car_wash_package()
    assert seed_car_wash_package() == package
    version = package.versions.get()
    assert (version.state, version.warnings, package.current_version) == ("ready", [], version)


@pytest.fixture
def play(site, new_context, sign_in, alice):
    """Open the lesson in a context of its own; answers the page and the package's frame."""
    lesson = LessonFactory(kind="scorm", scorm_package=seed_car_wash_package(), title=SCENARIO["title"])
    module = ModuleFactory(lessons=[lesson])

    def go(**options):
        page = new_context(**options).new_page()
        sign_in(page, alice)
        page.goto(f"/training/{module.slug}/{lesson.slug}/")
        return page, page.frame_locator(".player__frame").frame_locator("#sco")

    return go


def test_it_resumes_at_the_same_scene_in_a_fresh_context_and_completes_with_score_and_answers(play):
    page, sco = play()
    sco.get_by_role("button", name="Start").click()
    for scene in SCENARIO["scenes"][:2]:
        best = max(scene["choices"], key=lambda choice: choice["score"])
        sco.get_by_role("button", name=best["label"]).click()
        expect(sco.locator("#follows")).to_be_focused()
        sco.get_by_role("button", name="Go on").click()
    expect(sco.get_by_role("heading", name=SCENARIO["scenes"][2]["title"])).to_be_focused()
    expect(page.locator("[data-saved=saved]")).to_contain_text("You will come back to scene 3 of 5.")
    page.close()
    page, sco = play()
    expect(page.locator(".player__saved")).to_contain_text("You come back to scene 3 of 5.")
    for scene in SCENARIO["scenes"][2:]:
        expect(sco.get_by_role("heading", name=scene["title"], level=1)).to_be_visible()
        worst = min(scene["choices"], key=lambda choice: choice["score"])
        sco.get_by_role("button", name=worst["label"]).click()
        sco.get_by_role("button", name="Go on").click()
    expect(page.locator(FINISH)).to_be_visible()
    sco.get_by_role("button", name="Finish").click()
    expect(sco.get_by_role("heading", name="You have finished")).to_be_visible()
    expect(page.locator(FINISH)).to_be_visible()
    state = ScormItemState.objects.get()
    points = 4 + sum(min(choice["score"] for choice in scene["choices"]) for scene in SCENARIO["scenes"][2:])
    assert (state.completion, state.score_percent, state.interactions.count()) == ("completed", points * 10, 5)
    assert LessonProgress.objects.get().state == "completed"


def test_it_can_be_played_by_keyboard_at_320_pixels(play, axe):
    page, sco = play(viewport={"width": 320, "height": 640})
    sco.get_by_role("button", name="Start").press("Enter")
    for _scene in SCENARIO["scenes"]:
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
    expect(sco.get_by_role("button", name="Finish")).to_be_visible()
    inner = next(frame for frame in page.frames if frame.url.endswith("/index.html"))
    assert inner.evaluate("document.documentElement.scrollWidth") <= 320
    axe(page)
