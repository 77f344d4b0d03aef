"""The player in Chromium: content finds its API, work is saved whatever happens, and nothing reaches the site."""

import pytest
from playwright.sync_api import expect

from courses.models import Lesson, LessonProgress, ScormItemState
from tests.factories.courses import ModuleFactory
from tests.factories.scorm import scorm_lesson
from tests.scorm_packages import tools


def lesson_of(package) -> Lesson:
    """A lesson that plays the package, with its address."""
    lesson = scorm_lesson(package)
    module = ModuleFactory(lessons=[lesson])
    lesson.address = f"/training/{module.slug}/{lesson.slug}/"
    return lesson


def inner(page, text: str):
    """The frame, however deep, whose page holds the button or the words."""
    for _try in range(100):
        for frame in page.frames:
            try:
                if frame.get_by_text(text).count():
                    return frame
            except Exception:
                continue
        page.wait_for_timeout(100)
    raise AssertionError(f"no frame says {text!r}")


def start(new_context, sign_in, user, lesson, context=None):
    page = (context or new_context()).new_page()
    sign_in(page, user)
    page.goto(lesson.address)
    return page


def test_the_package_fills_the_players_window(new_context, sign_in, alice):
    page = start(new_context, sign_in, alice, lesson_of(tools.plain()))
    content = inner(page, "ab-initio / Slide 1")
    window = page.locator(".player__frame").bounding_box()
    shown = content.frame_element().bounding_box()
    assert (shown["x"], shown["width"], shown["height"]) == (window["x"], window["width"], window["height"])


@pytest.mark.parametrize("name", tools.TOOLS)
def test_content_of_each_tool_finds_its_api_saves_and_resumes_in_a_fresh_context(name, new_context, sign_in, alice):
    lesson = lesson_of(tools.TOOLS[name]())
    first = new_context()
    page = start(new_context, sign_in, alice, lesson, first)
    inner(page, "ab-initio / Slide 1").get_by_role("button", name="Slide 3").click()
    expect(page.locator("[data-saved=saved]")).to_be_visible()
    expect(page.locator("[data-saved=saved]")).to_contain_text("You will come back to slide 3.")
    first.close()
    again = start(new_context, sign_in, alice, lesson)
    inner(again, "resume / Slide 3 / seen Slide 3").get_by_role("button", name="Finish").click()
    expect(again.locator("[data-saved=completed]")).to_be_visible()
    state = ScormItemState.objects.get()
    assert (state.completion, state.success, state.score_percent, state.location) == (
        "completed",
        "passed",
        90,
        "Slide 3",
    )
    assert LessonProgress.objects.get().state == "completed"
    assert list(state.interactions.values_list("identifier", "learner_response", "correct_responses", "result")) == [
        ("question-0", "b", ["b"], "correct")
    ]
