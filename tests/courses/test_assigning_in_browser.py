"""Assigning in Chromium: axe at both widths, by keyboard from nothing to done, and without JavaScript."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from courses.domain.assigning import sweep
from courses.models import Assignment, Requirement
from tests.factories.assigning import ask
from tests.factories.courses import module_of
from tests.factories.people import MembershipFactory, TeamFactory


@pytest.fixture
def module(site):
    return module_of(1, title="T2 Responding safely", slug="t2", validity_months=24)


@pytest.fixture
def handlers(site, haverley):
    """Two call handlers, one of whom has never signed in."""
    TeamFactory(organisation=haverley, name="Night shift")
    return [
        MembershipFactory(organisation=haverley, job_role="Call handler", user__last_name=name, user__last_login=seen)
        for name, seen in (("Abernathy-Kowalczyk", timezone.now()), ("Quayle", None))
    ]


def press(page, name: str, role: str = "button") -> None:
    """Reach a control and press it, by keyboard alone."""
    control = page.get_by_role(role, name=name, exact=True)
    control.focus()
    control.press("Enter")


def test_a_lead_assigns_by_rule_from_nothing_to_done_by_keyboard(page, sign_in, bob, module, handlers):
    sign_in(page, bob)
    page.goto("/assignments/")
    expect(page.get_by_role("heading", name="Nothing is assigned yet")).to_be_visible()
    press(page, "Assign training", role="link")

    page.get_by_label("T2 Responding safely").focus()
    page.keyboard.press("Space")
    press(page, "Go on to people and date")

    expect(page.get_by_label("Call handler (2)")).to_be_hidden()
    page.get_by_label("Everyone", exact=True).focus()
    for _choice in range(3):
        page.keyboard.press("ArrowDown")
    page.get_by_label("Call handler (2)").focus()
    page.keyboard.press("Space")
    page.get_by_label("On a date").focus()
    page.keyboard.press("Space")
    for part, typed in enumerate(("12", "6", "2126")):
        page.locator(f"#id_due_on_{part}").focus()
        page.keyboard.type(typed)
    page.get_by_label("Reason people see (optional)").focus()
    page.keyboard.type("You meet the public.")
    press(page, "Go on")

    expect(page.get_by_role("heading", level=1)).to_have_text("2 people will get T2 Responding safely")
    expect(page.get_by_text("People in Haverley Police whose job role is Call handler")).to_be_visible()
    press(page, "Assign to 2 people")
    expect(page.get_by_role("heading", level=1)).to_have_text("T2 Responding safely is assigned")

    sweep(at=timezone.now())
    press(page, "See the assignment")
    expect(page.get_by_text("0 of 2 people have done it.")).to_be_visible()
    expect(page.get_by_role("link", name="Quayle, Robin")).to_be_visible()
    assert sorted(Requirement.objects.values_list("user", flat=True)) == sorted(
        membership.user_id for membership in handlers
    )


def test_errors_keep_what_was_typed_and_lead_to_the_field(page, sign_in, bob, module, handlers):
    sign_in(page, bob)
    page.goto("/assignments/new/?module=t2")
    press(page, "Go on to people and date")
    page.get_by_label("Reason people see (optional)").fill("You meet the public.")
    press(page, "Go on")
    expect(page.get_by_role("alert")).to_contain_text("Choose when it is due")
    page.get_by_label("On a date").check()
    press(page, "Go on")

    expect(page.get_by_role("alert")).to_contain_text("Enter the day by which it is due")
    page.get_by_role("alert").get_by_role("link", name="Enter the day by which it is due").click()
    expect(page.locator("#id_due_on_0")).to_be_focused()
    expect(page.get_by_label("Reason people see (optional)")).to_have_value("You meet the public.")


def test_people_are_chosen_and_assigned_without_javascript(new_context, sign_in, bob, module, handlers):
    page = sign_in(new_context(java_script_enabled=False).new_page(), bob)
    page.goto("/assignments/new/?module=t2")
    page.get_by_role("button", name="Go on to people and date").click()
    page.get_by_label("Chosen people").check()
    page.get_by_label("No date").check()
    page.get_by_role("button", name="Go on", exact=True).click()
    page.get_by_label("Name or e-mail").fill("quay")
    page.get_by_role("button", name="Search", exact=True).last.click()
    page.get_by_label("Quayle, Robin").check()
    page.get_by_role("button", name="Add those ticked").click()
    expect(page.get_by_text("1 person chosen.")).to_be_visible()
    page.get_by_role("button", name="Go on to check").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("1 person will get T2 Responding safely")
    page.get_by_role("button", name="Assign to 1 person").click()
    sweep(at=timezone.now())
    page.reload()
    expect(page.get_by_text("Everybody who matches has it now.")).to_be_visible()


@pytest.mark.parametrize("width", [1280, 320])
def test_no_page_has_an_accessibility_fault_or_scrolls_sideways(
    page, axe, sign_in, alice, bob, haverley, module, handlers, width
):
    page.set_viewport_size({"width": width, "height": 900})
    sign_in(page, bob)

    def check(url=None):
        if url:
            assert page.goto(url).status == 200, url
        axe(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, page.url

    check("/assignments/")
    check("/assignments/new/?module=t2")
    page.get_by_role("button", name="Go on to people and date").click()
    for audience in ("Teams", "People who match a rule", "Chosen people"):
        page.get_by_label(audience, exact=True).check()
        check()
    page.get_by_label("On a date").check()
    page.get_by_role("button", name="Go on", exact=True).click()
    check()
    for part, typed in enumerate(("12", "6", "2126")):
        page.locator(f"#id_due_on_{part}").fill(typed)
    page.get_by_role("button", name="Go on", exact=True).click()
    page.get_by_label("E-mail addresses, one on each line").fill("nobody@police.example.org\nalice@police.example.org")
    page.get_by_role("button", name="Add these addresses").click()
    check()
    page.get_by_role("button", name="Go on to check").click()
    check()
    page.get_by_role("button", name="Assign to 1 person").click()
    check()
    sweep(at=timezone.now())
    url = f"/assignments/{Assignment.objects.get().public_id}/"
    for step in ("done/", "", "?state=to_do", "change/", "pause/", "withdraw/"):
        check(url + step)
    page.goto(f"{url}change/")
    page.locator("#id_due_on_0").fill("20")
    page.get_by_role("button", name="Show what happens").click()
    check()
    for step in ("exempt/", "evidence/"):
        check(f"/people/{alice.public_id}/{step}")
    page.get_by_role("button", name="Accept this evidence").click()
    check()
    for state, due in (("to_do", timezone.localdate()), ("exempt", None)):
        ask(alice, haverley, lead=bob, module=module_of(1), state=state, due_on=due)
    sign_in(page, alice)
    for seen in ("/my-training/", module.get_absolute_url()):
        check(seen)
