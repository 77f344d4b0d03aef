"""Inviting, looking after invitations, and accepting one."""

import re

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lms.outbox.models import OutgoingEmail
from lms.people.domain.invitations import invite
from lms.people.models import Invitation, User
from tests.factories.people import OrganisationFactory, UserFactory

pytestmark = pytest.mark.django_db
ADDRESS = "new@police.example.org"
ACCOUNT = {"first_name": "New", "last_name": "Example", "password": "door ajar with light"}


@pytest.fixture
def invitation(bob, haverley):
    """An open invitation from bob."""
    return invite(bob, organisation=haverley, email=ADDRESS, first_name="New")


@pytest.fixture
def link(invitation):
    """The path of its link."""
    return re.search(r"http://testserver(/\S+)", OutgoingEmail.objects.get().text)[1]


def test_a_lead_invites_and_the_email_goes(client, bob, haverley, django_capture_on_commit_callbacks):
    client.force_login(bob)
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post("/people/invite/", {"email": ADDRESS, "organisation": haverley.pk, "roles": ["is_lead"]})
    assert response["Location"] == "/people/invitations/"
    assert Invitation.objects.get().is_lead is True
    message = mail.outbox[0]
    assert (message.to, message.subject) == ([ADDRESS], "Your invitation to training")
    assert "Bob Example invites you to the training of Haverley Police." in message.body


def test_another_organisation_is_no_choice(client, bob, elsewhere):
    client.force_login(bob)
    assert "Elsewhere Council" not in client.get("/people/invite/").content.decode()
    client.post("/people/invite/", {"email": ADDRESS, "organisation": elsewhere.pk})
    assert Invitation.objects.count() == 0


def test_what_was_typed_is_kept_with_the_error(client, bob, alice, haverley):
    client.force_login(bob)
    html = client.post("/people/invite/", {"email": alice.email, "organisation": haverley.pk}).content.decode()
    assert '<a href="#id_email">This person is already in Haverley Police.</a>' in html
    assert f'value="{alice.email}"' in html


@pytest.mark.parametrize("address", ["/people/invite/", "/people/invitations/", "/people/joining/"])
@pytest.mark.parametrize("who", ["alice", "dana", "erin"])
def test_the_pages_are_for_leads_alone(client, request, who, address):
    client.force_login(request.getfixturevalue(who))
    assert client.get(address).status_code == 404


def test_a_lead_elsewhere_neither_sees_nor_changes_it(client, charlie, invitation):
    client.force_login(charlie)
    assert ADDRESS not in client.get("/people/invitations/").content.decode()
    for change in ("send-again", "withdraw"):
        assert client.post(f"/people/invitations/{invitation.pk}/{change}/").status_code == 404
    assert Invitation.objects.open().count() == 1


def test_a_lead_withdraws_and_the_link_is_closed(client, bob, invitation, link):
    client.force_login(bob)
    client.post(f"/people/invitations/{invitation.pk}/withdraw/")
    client.logout()
    response = client.get(link)
    assert response.status_code == 404
    assert "This link does not work any more" in response.content.decode()


def test_sending_again_at_once_is_refused_with_words(client, bob, invitation):
    client.force_login(bob)
    html = client.post(f"/people/invitations/{invitation.pk}/send-again/", follow=True).content.decode()
    assert "The invitation went a moment ago." in html
    assert OutgoingEmail.objects.count() == 1


def test_the_list_costs_the_same_for_one_and_three(client, bob, haverley, invitation):
    client.force_login(bob)
    OrganisationFactory(parent=haverley)
    client.get("/people/invitations/")
    counts = []
    for more in ([], ["b@police.example.org", "c@police.example.org"]):
        for email in more:
            invite(bob, organisation=OrganisationFactory(parent=haverley), email=email)
        with CaptureQueriesContext(connection) as seen:
            assert client.get("/people/invitations/").content.decode().count("Send again") == 1 + len(more)
        counts.append(len(seen))
    assert counts == [6, 6]


def test_an_unknown_link_says_the_same_as_a_closed_one(client, link):
    assert client.get("/invitations/nothing-like-it/").status_code == 404


def test_opening_the_link_changes_nothing(client, link):
    html = client.get(link).content.decode()
    assert "Join Haverley Police" in html
    assert 'value="New"' in html
    assert Invitation.objects.open().count() == 1


def test_a_new_person_makes_an_account_joins_and_is_signed_in(client, link, haverley):
    response = client.post(link, ACCOUNT)
    assert response["Location"] == "/my-training/"
    assert "New Example" in client.get("/account/").content.decode()
    assert User.objects.get(email=ADDRESS).memberships.get().organisation == haverley
    assert client.get(link).status_code == 404


def test_a_weak_password_is_refused_and_the_name_kept(client, link):
    html = client.post(link, {**ACCOUNT, "password": "password12"}).content.decode()
    assert "This password is too common." in html
    assert 'value="Example"' in html
    assert User.objects.filter(email=ADDRESS).count() == 0


def test_somebody_with_an_account_is_led_to_sign_in_and_back(client, link, haverley):
    user = UserFactory(email=ADDRESS)
    html = client.get(link).content.decode()
    assert f"/accounts/login/?next={link}" in html
    client.post(link, ACCOUNT)
    assert User.objects.with_email(ADDRESS).count() == 1
    client.force_login(user)
    assert client.post(link)["Location"] == "/my-training/"
    assert user.memberships.get().organisation == haverley


def test_somebody_else_cannot_use_the_link(client, link, charlie):
    client.force_login(charlie)
    html = client.get(link).content.decode()
    assert "whose confirmed addresses do not include it" in html
    client.post(link, ACCOUNT)
    assert Invitation.objects.open().count() == 1
    assert charlie.memberships.count() == 1


@pytest.mark.parametrize("key", ["9" * 30, "9" * 5000])
@pytest.mark.parametrize("step", ["send", "again", "stop"])
def test_a_unit_that_cannot_be_one_is_asked_for_anew(client, bob, step, key):
    client.force_login(bob)
    html = client.post(f"/people/invitations/{step}/", {"organisation": key}, follow=True).content.decode()
    assert "Choose a unit." in html
