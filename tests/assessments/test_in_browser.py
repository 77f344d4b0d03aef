"""The quiz in Chromium: axe at both widths, by keyboard alone, and without JavaScript."""

import pytest

from tests.factories.assessments import QuestionFactory, answer, begin, hand_in, module_with_quiz
from tests.factories.courses import LessonFactory

LONG = "An option that goes on for a while, so that it has to break over several lines on the narrowest of telephones"


@pytest.fixture
def module(site):
    several = QuestionFactory(
        kind="multiple", options=[("Wages", True, "Yes."), ("Papers", True, ""), (LONG, False, "")]
    )
    again = LessonFactory(title="Acting safely")
    module = module_with_quiz(QuestionFactory(review_lesson=again), several, pass_mark=2, attempts_allowed=2)
    module.address = f"/training/{module.slug}/{module.quiz.lesson.slug}/quiz/"
    return module


@pytest.mark.parametrize("width", [1280, 320])
def test_no_page_has_an_accessibility_fault_or_scrolls_sideways(page, axe, sign_in, alice, bob, module, width):
    page.set_viewport_size({"width": width, "height": 900})

    def check():
        axe(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, page.url

    sign_in(page, alice)
    page.goto(module.address)
    check()
    page.click("main button")
    check()
    page.click("text=Save and go on")
    check()
    page.goto(f"{module.address}2/")
    check()
    page.goto(f"{module.address}check/")
    check()
    for right in (0, 1):
        attempt = hand_in(alice, module, right=right)
        page.goto(f"/attempts/{attempt.pk}/")
        check()
    sign_in(page, bob)
    page.goto(f"/attempts/{attempt.pk}/summary/")
    check()


def test_an_error_takes_the_focus_and_leads_to_the_first_option(page, sign_in, alice, module):
    begin(alice, module)
    sign_in(page, alice)
    page.goto(f"{module.address}1/")
    page.click("text=Save and go on")
    assert page.evaluate("document.activeElement.className") == "govuk-error-summary"
    page.click(".govuk-error-summary a")
    assert page.evaluate("document.activeElement.id") == "id_answer_0"


def test_a_quiz_can_be_passed_by_keyboard_alone(page, sign_in, alice, module):
    key = [question["key"] for question in begin(alice, module).paper["questions"]]
    sign_in(page, alice)
    page.goto(f"{module.address}1/")
    for chosen in key:
        for option in chosen:
            reach(page, f'input[value="{option}"]')
            page.keyboard.press("Space")
        reach(page, ".actions .govuk-button")
        page.keyboard.press("Enter")
        page.wait_for_load_state()
    reach(page, "form .govuk-button")
    page.keyboard.press("Enter")
    page.wait_for_url("**/attempts/*/")
    assert "2 of 2. You have passed." in page.inner_text("h1")


def reach(page, selector):
    """Press Tab, and arrows inside a group of radio buttons, until the element has the focus."""
    target = page.locator(selector).first
    for _ in range(60):
        if target.evaluate("element => element === document.activeElement"):
            return
        in_radios = page.evaluate("document.activeElement.type === 'radio'")
        wanted = target.evaluate("element => element.type === 'radio'")
        page.keyboard.press("ArrowDown" if in_radios and wanted else "Tab")
    raise AssertionError(f"{selector} cannot be reached by keyboard")


def test_a_quiz_can_be_failed_and_tried_again_without_javascript(new_context, sign_in, alice, module):
    page = new_context(java_script_enabled=False).new_page()
    sign_in(page, alice)
    page.goto(module.address)
    page.click("main button")
    page.click("text=Skip for now")
    page.check("label:has-text('Papers')")
    page.click("text=Save and go on")
    page.click("text=Hand in with 1 unanswered")
    assert "0 of 2. You need 2 to pass." in page.inner_text("h1")
    page.click("text=Try again now")
    assert page.url.endswith("/quiz/1/")


def test_answers_wait_on_another_device(new_context, sign_in, alice, module):
    answer(begin(alice, module), right=2).answers.last().delete()
    page = sign_in(new_context().new_page(), alice)
    page.goto(module.address)
    page.click("text=Continue")
    assert page.url.endswith("/quiz/2/")
