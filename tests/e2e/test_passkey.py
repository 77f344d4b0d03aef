"""A passkey, kept by a virtual authenticator: added on the account's page, then used instead of the password."""

import re

from playwright.sync_api import expect

from tests.e2e.learner import PASSWORD

AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def give_authenticator(page) -> None:
    """Let the browser have a device that keeps passkeys and agrees to everything."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})


def test_a_lead_adds_a_passkey_and_signs_in_with_it_where_a_second_factor_is_required(page, site, bob, axe, settings):
    settings.REQUIRE_MFA = True
    give_authenticator(page)
    page.goto("/accounts/login/?next=/people/")
    page.get_by_label("E-mail", exact=True).fill(bob.email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Second factor")
    page.get_by_role("button", name="Add a key").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Add a passkey or security key")
    axe(page)
    page.get_by_label("Name of the key").fill("Work laptop")
    page.get_by_label("Sign in with this key alone, without a password").check()
    page.get_by_role("button", name="Add this key").click()
    expect(page.get_by_text(re.compile("recovery code|Work laptop", re.IGNORECASE)).first).to_be_visible()
    page.goto("/people/")
    expect(page.get_by_role("heading", level=1)).to_have_text("People")

    page.context.clear_cookies()
    page.goto("/accounts/login/?next=/people/")
    page.get_by_role("button", name="Use a passkey").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("People")
