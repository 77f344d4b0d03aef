"""A learner in a browser, with a mouse or with the keyboard alone, taking module T1 from the first page to the last."""

import re
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, expect

from lms.demo.content.t1.questions import QUESTIONS

PASSWORD = "a long enough password"
MOST_TABS = 150


class Learner:
    """One person at one page; every page they come to can be checked by `at_each_page`."""

    def __init__(self, page: Page, *, by_keyboard: bool = False, at_each_page=lambda page: None) -> None:
        self.page = page
        self.by_keyboard = by_keyboard
        self.at_each_page = at_each_page
        self.checked: set[str] = set()

    # Doing

    def use(self, target: Locator, key: str = "Enter") -> None:
        """Activate a link or button: by clicking, or by reaching it with Tab and pressing a key."""
        if not self.by_keyboard:
            self.bring_into_view(target)
            target.click()
            return
        self.tab_to(target)
        self.page.keyboard.press(key)

    def bring_into_view(self, target: Locator) -> None:
        """Scroll to the target and let the page be drawn, as anybody's eyes would.

        A press in the same instant as the scroll still goes to what was drawn there before: when that was the
        package, whose window another process draws, the page never hears of it. Without JavaScript no frame is told.
        """
        target.scroll_into_view_if_needed()
        if self.page.locator("body.js-enabled").count():
            self.page.evaluate(
                "() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))"
            )

    def tab_to(self, target: Locator) -> None:
        """Press Tab until the target has the focus."""
        expect(target).to_be_visible()
        for _ in range(MOST_TABS):
            if target.evaluate("element => element === document.activeElement && document.hasFocus()"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{target} cannot be reached with Tab")

    def follow(self, name: str | re.Pattern, *, exact: bool = True) -> None:
        """Use a link of the page's main part."""
        link = self.page.locator("main").get_by_role("link", name=name, exact=exact).first
        with self.page.expect_navigation(wait_until="load"):
            self.use(link)
        self.arrive()

    def press(self, name: str | re.Pattern) -> None:
        """Use a button of the page's main part."""
        with self.page.expect_navigation(wait_until="load"):
            self.use(self.page.locator("main").get_by_role("button", name=name).first)
        self.arrive()

    def arrive(self) -> None:
        """Check the page, if its kind is new."""
        kind = re.sub(r"\d+", "n", urlsplit(self.page.url).path)
        if kind not in self.checked:
            self.checked.add(kind)
            self.at_each_page(self.page)

    def write(self, label: str, text: str) -> None:
        """Fill one field."""
        field = self.page.get_by_label(label, exact=True)
        if self.by_keyboard:
            self.tab_to(field)
            self.page.keyboard.type(text)
        else:
            field.fill(text)

    # The journey

    def sign_in(self, email: str) -> None:
        self.page.goto("/accounts/login/?next=/my-training/")
        self.arrive()
        self.write("E-mail", email)
        self.write("Password", PASSWORD)
        self.press("Sign in")
        expect(self.page.get_by_role("heading", level=1)).to_have_text("My training")

    def start_module(self) -> None:
        """From "My training" to the first lesson."""
        self.follow(re.compile("T1 Seeing it"), exact=False)
        self.press("Start")
        expect(self.page.get_by_role("heading", level=1)).to_have_text("What modern slavery is")

    def read(self, *, lessons: int) -> None:
        """Read that many content lessons, each to its button."""
        for _ in range(lessons):
            self.press(re.compile("I have read this"))

    def fail_or_pass_quiz(self, *, right: int) -> None:
        """Answer the first `right` questions rightly and the others wrongly, one page each, and hand in."""
        for number in range(1, len(QUESTIONS) + 1):
            expect(self.page.locator("legend .kicker")).to_have_text(f"Question {number} of {len(QUESTIONS)}")
            asked = self.page.get_by_role("heading", level=1).inner_text()
            question = next(q for q in QUESTIONS if " ".join(q["text"].split()) == " ".join(asked.split()))
            wanted = [o["text"] for o in question["options"] if o["correct"] == (number <= right)]
            for text in wanted if question["kind"] == "multiple" else wanted[:1]:
                self.choose(text)
            self.press("Save and go on")
        self.press("Hand in")

    def choose(self, text: str) -> None:
        """Tick one option of the question."""
        option = self.page.get_by_label(text, exact=True)
        if not self.by_keyboard:
            option.check()
            return
        if option.get_attribute("type") == "checkbox":
            self.tab_to(option)
            if not option.is_checked():
                self.page.keyboard.press("Space")
            return
        group = self.page.locator("main input[type=radio]")
        checked = self.page.locator("main input[type=radio]:checked")
        self.tab_to(checked.first if checked.count() else group.first)
        self.page.keyboard.press("Space")
        while not option.is_checked():
            self.page.keyboard.press("ArrowDown")
