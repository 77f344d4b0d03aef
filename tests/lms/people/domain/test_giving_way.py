"""Whom a list named under a second address of theirs stays one person, and is asked before a lead sees them."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.utils import timezone

from lms.outbox.models import OutgoingEmail
from lms.people.domain.access import people_visible_to
from lms.people.domain.claiming import activation_link, find_activation
from lms.people.domain.giving_way import give_way
from lms.people.domain.inviting_many import ask_for_batch, sweep
from lms.people.models import Invitation, Membership, User
from tests.factories.people import MembershipFactory, TeamFactory
from tests.factories.rosters import applied_import, told

pytestmark = pytest.mark.django_db
WORK = "robin.second@police.example.org"
LINES = ("E-mail,Name,Job role", f"{WORK},Robin Typed,Officer")


@pytest.fixture
def robin(elsewhere) -> User:
    """Somebody who uses the site already, in another organisation."""
    return MembershipFactory(organisation=elsewhere).user


@pytest.fixture
def listed(bob, haverley) -> Membership:
    """The membership that a list made under the second address of somebody of another organisation."""
    applied_import(bob, haverley, *LINES)
    return haverley.memberships.get(user__email=WORK)


def link_to(page: str) -> str:
    """The newest link of this kind sent to the second address."""
    text = OutgoingEmail.objects.filter(to=WORK, text__contains=page).latest("pk").text
    return re.search(rf"{page}\S+", text).group()


def confirm(client, who) -> None:
    """Add the second address to the account and confirm it with the link."""
    client.force_login(who)
    client.post("/accounts/email/", {"action_add": "", "email": WORK})
    client.post(link_to("/accounts/confirm-email/"))


def test_the_invitation_is_accepted_with_the_account_one_has(client, bob, robin, haverley, listed):
    ask_for_batch(bob, kind="send", organisation=haverley)
    sweep()
    invitation = link_to("/invitations/")
    confirm(client, robin)
    assert list(people_visible_to(bob)) == [bob]
    assert client.post(invitation)["Location"] == "/my-training/"
    assert set(people_visible_to(bob)) == {bob, robin}
    assert told(applied_import(bob, haverley, *LINES, end_missing=True)) == [(2, "update", "Job role: Officer")]
    assert robin.memberships.get(organisation=haverley).ended_on is None


def test_the_second_address_may_become_the_main_one(client, robin, listed):
    confirm(client, robin)
    assert client.post("/accounts/email/", {"action_primary": "", "email": WORK}).status_code == 302
    robin.refresh_from_db()
    assert robin.email == WORK
    assert EmailAddress.objects.get(user=robin, primary=True).email == WORK


def test_the_account_of_the_list_ends_and_its_owner_is_invited_with_what_it_said(client, robin, bob, haverley, listed):
    team = TeamFactory(organisation=haverley)
    Membership.objects.filter(pk=listed.pk).update(team=team, is_coordinator=True)
    token = activation_link(listed.user, membership=listed).rstrip("/").rsplit("/", 1)[-1]
    confirm(client, robin)
    listed.refresh_from_db()
    assert (listed.ended_on, listed.user.is_active, listed.user.email.endswith("@closed.invalid")) == (
        timezone.localdate(),
        False,
        True,
    )
    assert find_activation(token) is None
    invitation = Invitation.objects.open().get()
    said = (invitation.organisation, invitation.invited_by, invitation.team, invitation.is_coordinator)
    assert (invitation.email, invitation.job_role, *said) == (WORK, "Officer", haverley, bob, team, True)
    assert not robin.memberships.filter(organisation=haverley).exists()


def test_nothing_gives_way_to_an_address_that_is_not_proven_nor_an_account_in_use(robin, alice, listed):
    EmailAddress.objects.create(user=robin, email=WORK, verified=False, primary=False)
    assert give_way(robin, email=WORK) is False
    assert give_way(robin, email=robin.email) is False
    User.objects.filter(pk=listed.user_id).update(last_login=timezone.now())
    EmailAddress.objects.filter(user=robin).update(verified=True)
    assert give_way(robin, email=WORK) is False
    assert Membership.objects.current().filter(pk=listed.pk).exists()


def test_a_list_means_whoever_confirmed_the_address(bob, haverley, robin, listed):
    MembershipFactory(user=robin, organisation=haverley)
    EmailAddress.objects.create(user=robin, email=WORK, verified=True, primary=False)
    applied_import(bob, haverley, *LINES, end_missing=True)
    here = Membership.objects.current().filter(organisation=haverley)
    assert {membership.user for membership in here} == {bob, robin}
