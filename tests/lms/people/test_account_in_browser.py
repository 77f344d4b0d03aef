"""The pages of one's own account, and links that open one, in Chromium at both widths."""

import re

import pytest
from playwright.sync_api import expect

from lms.people.domain.claiming import activation_link
from tests.browser import PHONE
from tests.e2e.learner import PASSWORD
from tests.e2e.test_passkey import give_authenticator
from tests.factories.people import MembershipFactory

BEFORE = ["/account/", "/accounts/email/", "/accounts/password/change/", "/accounts/2fa/", "/accounts/2fa/webauthn/"]
AFTER = ["/accounts/2fa/", "/accounts/2fa/webauthn/", "/accounts/2fa/recovery-codes/", "/accounts/reauthenticate/"]


@pytest.mark.parametrize("width", [1280, PHONE["width"]])
def test_the_account_and_its_second_factor_have_no_fault(new_context, site, axe, alice, width):
    page = new_context(viewport={"width": width, "height": 800}).new_page()
    give_authenticator(page)

    def look(address: str) -> None:
        page.goto(address)
        axe(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address

    page.goto("/accounts/login/")
    page.get_by_label("E-mail", exact=True).fill(alice.email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("My training")
    for address in [*BEFORE, "/accounts/2fa/totp/activate/"]:
        look(address)
    page.goto("/accounts/2fa/webauthn/add/")
    expect(page.get_by_label("Name of the key")).to_have_value(re.compile(r"^Key added on \d+ \w+ \d{4}$"))
    page.get_by_role("button", name="Add this key").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Recovery codes")
    for address in AFTER:
        look(address)
    page.get_by_role("button", name="Use a passkey or security key").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Check that it is you")
    axe(page)


@pytest.mark.parametrize("width", [1280, PHONE["width"]])
def test_a_link_that_opens_an_account_says_what_is_wrong_and_keeps_what_was_typed(new_context, axe, haverley, width):
    membership = MembershipFactory(organisation=haverley)
    membership.user.set_unusable_password()
    membership.user.save()
    page = new_context(viewport={"width": width, "height": 800}).new_page()
    page.goto(activation_link(membership.user, membership=membership))
    axe(page)
    page.get_by_label("First name").fill("Wilhelmina Anastasia")
    page.get_by_role("button", name="Open the account").click()
    expect(page.get_by_role("link", name="Enter a password")).to_be_visible()
    expect(page.get_by_label("First name")).to_have_value("Wilhelmina Anastasia")
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.goto("/account/open/nonsense/")
    expect(page.get_by_role("heading", level=1)).to_have_text("This link does not work any more")
    axe(page)
