"""Links in e-mails and after signing in lead to this site alone."""

import re

import pytest
from django.test import Client

from lms.outbox.models import OutgoingEmail

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("host", ["evil.example.net", "testserver:8443"])
def test_a_reset_asked_for_under_another_host_links_to_this_site(client, alice, host):
    client.post("/accounts/password/reset/", {"email": alice.email}, headers={"host": host})
    text = OutgoingEmail.objects.get(to=alice.email).text
    assert re.findall(r"https?://[^/\s]+", text) == ["http://testserver"]


def test_so_does_the_link_that_confirms_an_address(client, db):
    details = {
        "first_name": "Kim",
        "last_name": "Example",
        "email": "kim@council.example.org",
        "password1": "three random words",
    }
    client.post("/accounts/signup/", details, headers={"host": "evil.example.net"})
    text = OutgoingEmail.objects.get(to="kim@council.example.org").text
    assert set(re.findall(r"https?://[^/\s]+", text)) == {"http://testserver"}


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example.net/", "//evil.example.net/", "/\\evil.example.net", "javascript:alert(1)"]
)
def test_signing_in_leads_nowhere_else(client, alice, elsewhere):
    given = {"login": alice.email, "password": "a long enough password", "next": elsewhere}
    assert client.post("/accounts/login/", given).headers["Location"] == "/my-training/"


def test_the_session_key_changes_at_sign_in(client, alice):
    client.get("/join/")
    client.post("/join/", {"code": "nothing"})
    session = client.session
    session["planted"] = 1
    session.save()
    before = session.session_key
    client.post("/accounts/login/", {"login": alice.email, "password": "a long enough password"})
    assert client.session.session_key != before


@pytest.mark.parametrize("path", ["/accounts/login/", "/accounts/password/reset/", "/join/", "/accounts/signup/"])
def test_a_post_without_a_token_is_refused(path, db):
    assert Client(enforce_csrf_checks=True).post(path, {}).status_code == 403
