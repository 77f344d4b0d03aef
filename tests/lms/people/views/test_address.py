"""A lead corrects the address of somebody who has never opened their account."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils import timezone

from lms.audit.models import AuditEvent
from lms.people.domain.claiming import activation_links
from lms.people.models import ActivationLink, User
from tests.factories.people import MembershipFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def listed(haverley):
    """Somebody a list brought in with a mistake in the address."""
    fields = {"user__email": "rowann@example.org", "user__first_name": "Rowan", "user__last_name": "Example"}
    membership = MembershipFactory(organisation=haverley, **fields)
    membership.user.set_unusable_password()
    membership.user.save()
    return membership


def address(user) -> str:
    return f"/people/{user.public_id}/address/"


def test_it_is_corrected_and_old_links_open_nothing(client, bob, listed):
    activation_links([listed], at=timezone.now())
    client.force_login(bob)
    assert "Nobody has opened this account yet" in client.get(address(listed.user)).content.decode()
    answer = client.post(address(listed.user), {"email": " Rowan@example.org "})
    assert answer.url == "/people/invitations/"
    listed.user.refresh_from_db()
    assert listed.user.email == "rowan@example.org"
    theirs = EmailAddress.objects.filter(user=listed.user)
    assert list(theirs.values_list("email", "verified", "primary")) == [("rowan@example.org", False, True)]
    assert not ActivationLink.objects.exists()
    event = AuditEvent.objects.get(action="corrected address")
    assert (event.actor, event.organisation) == (bob, listed.organisation)


@pytest.mark.parametrize(
    ("email", "problem"),
    [
        ("rowan", "Enter an e-mail address"),
        ("alice@police.example.org", "Somebody with this address is already in Haverley Police"),
    ],
)
def test_a_bad_address_or_one_of_a_member_is_refused_and_what_was_typed_stays(
    client, bob, alice, listed, email, problem
):
    client.force_login(bob)
    html = client.post(address(listed.user), {"email": email}).content.decode()
    assert problem in html
    assert f'value="{email}"' in html
    assert User.objects.get(pk=listed.user.pk).email == "rowann@example.org"


def answered(client, url: str, email: str) -> tuple[int, str, str]:
    """Status, place and page after the address is sent, without the address itself; then all is as before."""
    with transaction.atomic():
        answer = client.post(url, {"email": email})
        page = client.get(answer.url).content.decode().replace("<wbr>", "")
        transaction.set_rollback(True)
    plain = re.sub(r'name="csrfmiddlewaretoken" value="\w+"|/invitations/\d+/', "", page)
    return answer.status_code, answer.url, plain.replace(email, "@")


def test_nothing_that_is_answered_tells_whether_the_address_has_an_account(client, bob, charlie, listed):
    client.force_login(bob)
    alone = UserFactory(email="alone@example.org")
    unopened = User.objects.create(email="unopened@example.org", password="!")
    emails = ["nobody@example.org", charlie.email, alone.email, unopened.email]
    answers = {answered(client, address(listed.user), email) for email in emails}
    assert len(answers) == 1
    status, url, page = answers.pop()
    assert (status, url) == (302, "/people/invitations/")
    assert "An invitation is on its way to @." in page


def test_who_has_an_account_stands_under_invitations_until_they_accept(client, bob, charlie, listed):
    client.force_login(bob)
    client.post(address(listed.user), {"email": charlie.email})
    assert "Rowan" not in client.get("/people/").content.decode()
    assert client.get(f"/people/{listed.user.public_id}/").status_code == 404
    client.force_login(charlie)
    assert client.get(f"/people/{listed.user.public_id}/").status_code == 404
    assert not charlie.memberships.filter(organisation=listed.organisation).exists()


def test_the_same_address_again_says_so(client, bob, listed):
    client.force_login(bob)
    answer = client.post(address(listed.user), {"email": "Rowann@example.org"}, follow=True)
    assert answer.redirect_chain == [(f"/people/{listed.user.public_id}/", 302)]
    assert "Nothing is changed." in answer.content.decode()


def test_who_uses_their_account_changes_it_themselves(client, bob, alice):
    User.objects.filter(pk=alice.pk).update(last_login=timezone.now())
    client.force_login(bob)
    assert "Only its owner can change it" in client.get(address(alice)).content.decode()
    client.post(address(alice), {"email": "mallory@example.org"})
    assert User.objects.get(pk=alice.pk).email == "alice@police.example.org"


def test_another_organisation_s_person_keeps_the_address(client, bob, elsewhere, listed):
    MembershipFactory(user=listed.user, organisation=elsewhere)
    client.force_login(bob)
    html = client.get(address(listed.user)).content.decode()
    assert "Only its owner can change it" in html
    assert "They use this account" not in html
    client.post(address(listed.user), {"email": "rowan@example.org"})
    assert User.objects.get(pk=listed.user.pk).email == "rowann@example.org"


@pytest.mark.parametrize("who", ["charlie", "alice", "dana", "erin"])
def test_for_anybody_else_it_does_not_exist(client, request, who, listed):
    client.force_login(request.getfixturevalue(who))
    assert client.get(address(listed.user)).status_code == 404
    assert client.post(address(listed.user), {"email": "rowan@example.org"}).status_code == 404
    assert User.objects.get(pk=listed.user.pk).email == "rowann@example.org"
