"""The page where a join code is entered."""

import re

import pytest

from lms.outbox.models import OutgoingEmail
from lms.people.models import Membership
from tests.factories.people import OrganisationFactory

pytestmark = pytest.mark.django_db
PASSWORD = "a long enough password"


@pytest.fixture
def coded(db):
    """An organisation with a join code."""
    return OrganisationFactory(name="Coded Service", join_code="MARCH7K4M")


def test_a_person_joins_with_the_code(client, erin, coded):
    client.force_login(erin)
    response = client.post("/join/", {"code": "march 7k4m"})
    assert response["Location"] == "/my-training/"
    assert erin.memberships.get().organisation == coded


def test_a_wrong_code_is_said_and_kept(client, erin, coded):
    client.force_login(erin)
    html = client.post("/join/", {"code": "NOPE"}).content.decode()
    assert '<a href="#id_code">No organisation has this code. Check it with your training lead.</a>' in html
    assert 'value="NOPE"' in html


def test_a_visitor_makes_an_account_and_finds_the_code_again(client, coded, alice):
    response = client.post("/join/", {"code": "MARCH7K4M"})
    assert response["Location"] == "/accounts/signup/?next=%2Fjoin%2F"
    assert Membership.objects.filter(organisation=coded).count() == 0
    signed_in = client.post("/accounts/login/", {"login": alice.email, "password": PASSWORD})
    assert signed_in["Location"] == "/join/"
    assert 'value="MARCH7K4M"' in client.get("/join/").content.decode()
    client.post("/join/", {"code": "MARCH7K4M"})
    assert alice.memberships.filter(organisation=coded).count() == 1


def test_confirming_the_address_of_a_new_account_leads_back_to_the_code(client, coded):
    client.post("/join/", {"code": "MARCH7K4M"})
    said = {"first_name": "Robin", "last_name": "Example", "email": "robin@example.org", "password1": PASSWORD}
    assert client.post("/accounts/signup/", said)["Location"] == "/accounts/confirm-email/"
    link = re.search(r"/accounts/confirm-email/\S+", OutgoingEmail.objects.get(to="robin@example.org").text).group()
    assert client.post(link)["Location"] == "/accounts/login/"
    signed_in = client.post("/accounts/login/", {"login": "robin@example.org", "password": PASSWORD})
    assert signed_in["Location"] == "/join/"


def test_a_code_once_used_leads_nobody_back(client, alice, haverley):
    type(haverley).objects.filter(pk=haverley.pk).update(join_code="HAVER52HD")
    client.post("/join/", {"code": "HAVER52HD"})
    signing_in = {"login": alice.email, "password": PASSWORD}
    assert client.post("/accounts/login/", signing_in)["Location"] == "/join/"
    client.post("/join/", {"code": "HAVER52HD"})
    assert "join_code" not in client.session


def test_a_member_is_sent_to_their_account(client, alice, haverley):
    type(haverley).objects.filter(pk=haverley.pk).update(join_code="HAVER52HD")
    client.force_login(alice)
    assert client.post("/join/", {"code": "HAVER52HD"})["Location"] == "/account/"
    assert alice.memberships.count() == 1


def test_guessing_is_stopped(client, erin, coded):
    client.force_login(erin)
    for _ in range(10):
        client.post("/join/", {"code": "NOPE"})
    html = client.post("/join/", {"code": "MARCH7K4M"}).content.decode()
    assert "Too many wrong codes." in html
    assert erin.memberships.count() == 0
