"""A lead corrects the address of somebody who has never opened their account."""

import pytest
from allauth.account.models import EmailAddress
from django.utils import timezone

from lms.audit.models import AuditEvent
from lms.people.domain.claiming import activation_links
from lms.people.models import ActivationLink, User
from tests.factories.people import MembershipFactory

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
    assert answer.url == f"/people/{listed.user.public_id}/"
    listed.user.refresh_from_db()
    assert listed.user.email == "rowan@example.org"
    theirs = EmailAddress.objects.filter(user=listed.user)
    assert list(theirs.values_list("email", "verified", "primary")) == [("rowan@example.org", False, True)]
    assert not ActivationLink.objects.exists()
    event = AuditEvent.objects.get(action="corrected address")
    assert (event.actor, event.organisation) == (bob, listed.organisation)


@pytest.mark.parametrize(
    ("email", "problem"),
    [("rowan", "Enter an e-mail address"), ("alice@police.example.org", "This address cannot be used here")],
)
def test_a_bad_or_used_address_is_refused_and_what_was_typed_stays(client, bob, alice, listed, email, problem):
    client.force_login(bob)
    html = client.post(address(listed.user), {"email": email}).content.decode()
    assert problem in html
    assert f'value="{email}"' in html
    assert User.objects.get(pk=listed.user.pk).email == "rowann@example.org"


def test_who_uses_their_account_changes_it_themselves(client, bob, alice):
    User.objects.filter(pk=alice.pk).update(last_login=timezone.now())
    client.force_login(bob)
    assert "Only they can change the address" in client.get(address(alice)).content.decode()
    client.post(address(alice), {"email": "mallory@example.org"})
    assert User.objects.get(pk=alice.pk).email == "alice@police.example.org"


def test_another_organisation_s_person_keeps_the_address(client, bob, elsewhere, listed):
    MembershipFactory(user=listed.user, organisation=elsewhere)
    client.force_login(bob)
    client.post(address(listed.user), {"email": "rowan@example.org"})
    assert User.objects.get(pk=listed.user.pk).email == "rowann@example.org"


@pytest.mark.parametrize("who", ["charlie", "alice", "dana", "erin"])
def test_for_anybody_else_it_does_not_exist(client, request, who, listed):
    client.force_login(request.getfixturevalue(who))
    assert client.get(address(listed.user)).status_code == 404
    assert client.post(address(listed.user), {"email": "rowan@example.org"}).status_code == 404
    assert User.objects.get(pk=listed.user.pk).email == "rowann@example.org"
