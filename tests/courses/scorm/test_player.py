"""The player in Chromium: content finds its API, work is saved whatever happens, and nothing reaches the site."""

import re
import time

import pytest
from playwright.sync_api import expect

from courses.models import Lesson, LessonProgress, ScormItemState
from tests.factories.courses import ModuleFactory
from tests.factories.scorm import scorm_lesson
from tests.scorm_packages import authoring_tools

# A browser that drops what a closing page still sends, as many do.
NO_LAST_WORDS = """
navigator.sendBeacon = () => false;
const send = window.fetch;
window.fetch = (to, options) => (options?.keepalive ? Promise.reject(new TypeError("gone")) : send(to, options));
"""


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
    page = start(new_context, sign_in, alice, lesson_of(authoring_tools.plain()))
    content = inner(page, "ab-initio / Slide 1")
    window = page.locator(".player__frame").bounding_box()
    shown = content.frame_element().bounding_box()
    assert (shown["x"], shown["width"], shown["height"]) == (window["x"], window["width"], window["height"])


@pytest.mark.parametrize("name", authoring_tools.TOOLS)
def test_content_of_each_tool_finds_its_api_saves_and_resumes_in_a_fresh_context(name, new_context, sign_in, alice):
    lesson = lesson_of(authoring_tools.TOOLS[name]())
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


def test_a_tab_closed_half_way_keeps_what_was_set_without_a_commit(new_context, sign_in, alice):
    lesson = lesson_of(authoring_tools.storyline_like())
    page = start(new_context, sign_in, alice, lesson)
    frame = inner(page, "ab-initio")
    frame.get_by_role("button", name="Slide 2").click()
    expect(page.locator("[data-saved=saved]")).to_be_visible()
    frame.evaluate("API.LMSSetValue('cmi.core.lesson_location', 'Slide 7')")
    page.close(run_before_unload=False)
    wait_for(lambda: ScormItemState.objects.get().location == "Slide 7")
    inner(start(new_context, sign_in, alice, lesson), "resume / Slide 7")


def test_content_that_never_commits_is_saved_every_ten_seconds(new_context, sign_in, alice):
    lesson = lesson_of(authoring_tools.plain())
    page = start(new_context, sign_in, alice, lesson)
    frame = inner(page, "ab-initio")
    for _time in range(3):
        frame.evaluate("API.LMSSetValue('cmi.suspend_data', 'busy ' + Date.now())")
        page.wait_for_timeout(4_000)
    assert ScormItemState.objects.get().cmi["suspend_data"].startswith("busy")


def test_a_server_that_fails_for_a_while_loses_nothing_and_says_so(new_context, sign_in, alice, faults):
    lesson = lesson_of(authoring_tools.plain())
    context = new_context()
    page = start(new_context, sign_in, alice, lesson, context)
    frame = inner(page, "ab-initio")
    context.route("**/commit/**", lambda route: route.fulfill(status=503, body="busy"))
    frame.get_by_role("button", name="Slide 2").click()
    expect(page.locator("[data-saved=unsaved]")).to_be_visible()
    expect(page.locator("[data-saved-live]")).to_contain_text("Not saved since")
    frame.get_by_role("button", name="Slide 3").click()
    assert ScormItemState.objects.get().location == ""
    context.unroute("**/commit/**")
    expect(page.locator("[data-saved=saved]")).to_be_visible(timeout=15_000)
    assert ScormItemState.objects.get().location == "Slide 3"


def test_work_that_could_not_be_sent_is_replayed_at_the_next_launch_of_the_same_browser(new_context, sign_in, alice):
    lesson = lesson_of(authoring_tools.plain())
    context = new_context()
    context.add_init_script(NO_LAST_WORDS)
    page = start(new_context, sign_in, alice, lesson, context)
    frame = inner(page, "ab-initio")
    context.route("**/commit/**", lambda route: route.abort())
    frame.get_by_role("button", name="Slide 3").click()
    expect(page.locator("[data-saved=unsaved]")).to_be_visible()
    page.close()
    context.unroute("**/commit/**")
    assert ScormItemState.objects.get().location == ""
    inner(start(new_context, sign_in, alice, lesson, context), "resume / Slide 3 / seen Slide 3")
    assert ScormItemState.objects.get().location == "Slide 3"


def test_a_session_that_ends_in_mid_lesson_loses_nothing(new_context, sign_in, alice):
    lesson = lesson_of(authoring_tools.plain())
    context = new_context()
    page = start(new_context, sign_in, alice, lesson, context)
    frame = inner(page, "ab-initio")
    context.clear_cookies()
    frame.get_by_role("button", name="Slide 3").click()
    expect(page.locator("[data-saved=saved]")).to_be_visible()
    assert ScormItemState.objects.get().location == "Slide 3"


def test_a_second_tab_supersedes_the_first_visibly_and_can_be_taken_back(new_context, sign_in, alice):
    lesson = lesson_of(authoring_tools.plain())
    context = new_context()
    first = start(new_context, sign_in, alice, lesson, context)
    frame = inner(first, "ab-initio")
    frame.get_by_role("button", name="Slide 2").click()
    expect(first.locator("[data-saved=saved]")).to_be_visible()
    second = start(new_context, sign_in, alice, lesson, context)
    inner(second, "resume / Slide 2").get_by_role("button", name="Slide 3").click()
    expect(second.locator("[data-saved=saved]")).to_be_visible()
    frame.get_by_role("button", name="Finish").click()
    expect(first.locator("[data-saved=superseded]")).to_be_visible()
    assert (ScormItemState.objects.get().location, ScormItemState.objects.get().success) == ("Slide 3", "unknown")
    first.get_by_role("button", name="Carry on here instead").click()
    inner(first, "resume / Slide 3")


def test_a_package_reaches_neither_the_site_nor_a_cookie(new_context, sign_in, alice, site):
    lesson = lesson_of(authoring_tools.plain())
    context = new_context()
    seen = []
    context.on("request", lambda request: seen.append(request))
    page = start(new_context, sign_in, alice, lesson, context)
    frame = inner(page, "ab-initio")
    assert (
        frame.evaluate("(() => { try { return top.document.title } catch (e) { return e.name } })()") == "SecurityError"
    )
    assert frame.evaluate("document.cookie") == ""
    assert frame.evaluate("window.origin") != site
    content = [request for request in seen if "127.0.0.1" in request.url]
    assert len(content) > 3
    assert [request.url for request in content if "cookie" in request.all_headers()] == []


def test_content_of_several_pages_that_each_initialise_keeps_its_state(new_context, sign_in, alice):
    lesson = lesson_of(authoring_tools.exelearning_like())
    page = start(new_context, sign_in, alice, lesson)
    inner(page, "one 0").get_by_role("link", name="Next").click()
    inner(page, "two 0 one;").get_by_role("link", name="Back").click()
    inner(page, "one 0 one;two;")
    wait_for(lambda: ScormItemState.objects.get().cmi.get("suspend_data", "").startswith("one;two;"))


def test_a_course_in_a_window_of_its_own_finds_the_api_through_its_opener(new_context, sign_in, alice):
    lesson = lesson_of(authoring_tools.lectora_like())
    context = new_context()
    page = start(new_context, sign_in, alice, lesson, context)
    with context.expect_page() as opened:
        inner(page, "Open the course").get_by_role("button").click()
    opened.value.get_by_role("button", name="Finish").click()
    expect(page.locator("[data-saved=completed]")).to_be_visible()
    assert ScormItemState.objects.get().success == "passed"


def test_a_finished_lesson_is_shown_for_review_and_nothing_is_recorded(new_context, sign_in, alice):
    lesson = lesson_of(authoring_tools.plain())
    page = start(new_context, sign_in, alice, lesson)
    inner(page, "ab-initio").get_by_role("button", name="Finish").click()
    expect(page.locator("[data-saved=completed]")).to_be_visible()
    before = ScormItemState.objects.values().get()
    again = start(new_context, sign_in, alice, lesson)
    expect(again.get_by_text("You have finished this lesson.")).to_be_visible()
    inner(again, "Slide 1").get_by_role("button", name="Slide 2").click()
    again.wait_for_timeout(1_500)
    assert ScormItemState.objects.values().get() == before


def test_the_page_around_the_player_says_in_place_that_the_lesson_is_done(new_context, sign_in, alice):
    lesson = lesson_of(authoring_tools.plain())
    page = start(new_context, sign_in, alice, lesson)
    row = page.get_by_role("navigation", name="Lessons in this module").get_by_role("listitem")
    expect(row).to_have_text(re.compile("In progress$"), use_inner_text=True)
    expect(page.get_by_text("This lesson marks itself as done when you reach its end.")).to_be_visible()
    inner(page, "ab-initio").get_by_role("button", name="Finish").click()
    expect(row).to_have_text(re.compile("Done$"), use_inner_text=True)
    expect(page.get_by_text("Lesson 1 is done.")).to_be_visible()
    expect(page.get_by_text("This lesson marks itself as done when you reach its end.")).to_be_hidden()
    expect(page.locator(".lessonbar .steps rect")).to_have_class("on")
    expect(page.locator("[data-saved-live]")).to_have_text(re.compile("^Done, saved at"))
    page.reload()
    expect(row).to_have_text(re.compile("Done$"), use_inner_text=True)


def test_without_javascript_the_lesson_says_so(new_context, sign_in, alice):
    lesson = lesson_of(authoring_tools.plain())
    page = start(new_context, sign_in, alice, lesson, new_context(java_script_enabled=False))
    expect(page.locator(".player__noscript")).to_be_visible()


@pytest.mark.parametrize("width", [320, 1280])
def test_the_player_has_no_axe_violation_and_fits(new_context, sign_in, alice, axe, width):
    lesson = lesson_of(authoring_tools.plain())
    page = start(new_context, sign_in, alice, lesson, new_context(viewport={"width": width, "height": 800}))
    inner(page, "ab-initio").get_by_role("button", name="Slide 2").click()
    expect(page.locator("[data-saved=saved]")).to_be_visible()
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.get_by_role("link", name="Full window").click()
    inner(page, "resume / Slide 2")
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.get_by_role("link", name="Back to the lesson").click()
    inner(page, "resume / Slide 2")


@pytest.mark.parametrize(
    "answer", [lambda route: route.fulfill(status=404), lambda route: route.abort()], ids=["missing", "unreachable"]
)
def test_a_package_that_cannot_be_fetched_is_said_beside_its_window(new_context, sign_in, alice, axe, answer):
    context = new_context()
    files = re.compile("/content(-with-storage)?/")
    context.route(files, answer)
    page = start(new_context, sign_in, alice, lesson_of(authoring_tools.plain()), context)
    expect(page.locator("[data-saved=unopened]")).to_be_visible()
    expect(page.locator("[data-saved-live]")).to_contain_text("The lesson does not open.")
    axe(page)
    context.unroute(files)
    page.get_by_role("button", name="Reload this page").click()
    inner(page, "ab-initio")
    expect(page.locator("[data-saved=opening]")).to_be_visible()


def test_by_keyboard_one_can_skip_past_the_window_of_the_lesson(new_context, sign_in, alice):
    lesson = lesson_of(authoring_tools.plain())
    page = start(new_context, sign_in, alice, lesson)
    inner(page, "ab-initio")
    page.locator(".player__skip").focus()
    expect(page.locator(".player__skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_text("Something not working?")).to_be_focused()


def wait_for(condition, seconds: float = 5) -> None:
    """Wait until the server has it."""
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until, "the server never had it"
        time.sleep(0.1)
