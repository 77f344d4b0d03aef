"""Accounts that a list made: claimed once, by whoever holds the mailbox, and by nobody else."""

import re
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.utils import timezone

from lms.outbox.models import OutgoingEmail
from lms.people.domain.claiming import activation_link, claim, find_activation, is_unclaimed
from lms.people.domain.errors import AddressInUse, AlreadyMember
from lms.people.domain.invitations import accept_with_new_account, account_exists, invite
from lms.people.models import ActivationLink, Invitation
from tests.factories.people import MembershipFactory, UserFactory
from tests.factories.rosters import applied_import

pytestmark = pytest.mark.django_db
OWN = {"first_name": "Gwen", "last_name": "Own", "password": "a long enough password"}


@pytest.fixture
def gwen(bob, haverley):
    """Somebody whom a list named and who has never signed in."""
    applied_import(bob, haverley, "E-mail,Name", "gwen@police.example.org,Gwen Typed")
    return haverley.memberships.get(user__email="gwen@police.example.org")


def test_an_invitation_lets_its_owner_claim_the_account_the_list_made(bob, haverley, gwen):
    invitation = invite(bob, organisation=haverley, email="gwen@police.example.org")
    user = accept_with_new_account(invitation, **OWN)
    assert (user.pk, user.full_name, user.check_password(OWN["password"])) == (gwen.user_id, "Gwen Own", True)
    assert EmailAddress.objects.filter(user=user).values_list("email", "verified", "primary").get() == (
        "gwen@police.example.org",
        True,
        True,
    )
    assert haverley.memberships.filter(user=user).count() == 1


def test_an_account_is_claimed_once(gwen):
    claim(gwen.user, **OWN)
    with pytest.raises(AddressInUse):
        claim(gwen.user, first_name="A", last_name="Thief", password="another long password")
    gwen.user.refresh_from_db()
    assert gwen.user.full_name == "Gwen Own"


def test_somebody_who_can_sign_in_is_no_unclaimed_account(alice, bob, haverley):
    assert (is_unclaimed(alice), account_exists(alice.email)) == (False, True)
    with pytest.raises(AddressInUse):
        claim(alice, **OWN)
    with pytest.raises(AlreadyMember):
        invite(bob, organisation=haverley, email=alice.email)


def test_a_password_set_by_somebody_who_never_proved_the_address_is_replaced(db):
    squatter = UserFactory(email="gwen@police.example.org", password="the password of a squatter")
    EmailAddress.objects.filter(user=squatter).update(verified=False)
    assert is_unclaimed(squatter)
    claim(squatter, **OWN)
    squatter.refresh_from_db()
    assert squatter.check_password(OWN["password"])


@pytest.mark.parametrize("field", ["is_staff", "is_superuser"])
def test_an_account_with_rights_over_content_is_never_claimed(gwen, field):
    setattr(gwen.user, field, True)
    assert not is_unclaimed(gwen.user)


def test_activation_links_keep_a_hash_alone_and_several_may_be_open(gwen):
    links = [activation_link(gwen.user, membership=gwen) for _time in range(2)]
    tokens = [link.split("/")[-2] for link in links]
    assert all(find_activation(token) == gwen for token in tokens)
    assert not any(token in str(list(ActivationLink.objects.values_list())) for token in tokens)


def test_an_activation_link_lasts_thirty_days(gwen):
    token = activation_link(gwen.user, membership=gwen).split("/")[-2]
    assert find_activation(token, at=timezone.now() + timedelta(days=29)) == gwen
    assert find_activation(token, at=timezone.now() + timedelta(days=31)) is None
    assert find_activation("guessed") is None


def test_a_link_is_for_its_own_person_alone(gwen, alice):
    with pytest.raises(ValueError, match="somebody else"):
        activation_link(alice, membership=gwen)


def test_the_page_sets_name_and_password_and_goes_where_the_email_says(client, gwen):
    link = activation_link(gwen.user, membership=gwen).split("example.org")[-1]
    path = "/" + link.split("/", 3)[-1]
    response = client.post(f"{path}?next=/people/nowhere/", OWN)
    assert response["Location"] == "/people/nowhere/"
    gwen.user.refresh_from_db()
    assert (gwen.user.full_name, gwen.user.last_login is not None) == ("Gwen Own", True)
    assert client.get(f"{path}?next=/people/nowhere/")["Location"] == "/people/nowhere/"
    client.logout()
    assert client.get(path)["Location"] == "/accounts/login/?next=%2Fmy-training%2F"


def test_the_page_leads_to_no_other_site(client, gwen):
    path = "/" + activation_link(gwen.user, membership=gwen).split("/", 3)[-1]
    assert client.post(f"{path}?next=https://elsewhere.example.com/", OWN)["Location"] == "/my-training/"


def test_an_unknown_link_is_closed_and_somebody_else_signed_in_changes_nothing(client, gwen, charlie):
    assert client.get("/account/open/guessed/").status_code == 404
    path = "/" + activation_link(gwen.user, membership=gwen).split("/", 3)[-1]
    client.force_login(charlie)
    client.post(path, OWN)
    gwen.user.refresh_from_db()
    assert (gwen.user.full_name, gwen.user.has_usable_password()) == ("Gwen Typed", False)


def test_asking_for_a_new_password_opens_the_account_and_tells_nobody_which_addresses_exist(client, gwen):
    known = client.post("/accounts/password/reset/", {"email": "gwen@police.example.org"})
    unknown = client.post("/accounts/password/reset/", {"email": "nobody@police.example.org"})
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    text = OutgoingEmail.objects.get(to="gwen@police.example.org").text
    path = re.search(r"https?://[^/\s]+(/accounts/password/reset/key/\S+)", text)[1]
    form = client.get(path, follow=True)
    client.post(form.redirect_chain[-1][0] if form.redirect_chain else path, {"password1": OWN["password"]})
    client.post("/accounts/login/", {"login": "gwen@police.example.org", "password": OWN["password"]})
    gwen.user.refresh_from_db()
    assert gwen.user.last_login is not None
    assert EmailAddress.objects.get(user=gwen.user).verified


def test_an_invitation_elsewhere_claims_the_account_a_list_made_here(charlie, elsewhere, gwen):
    invitation = invite(charlie, organisation=elsewhere, email="gwen@police.example.org")
    user = accept_with_new_account(invitation, **OWN)
    assert user.pk == gwen.user_id
    assert Invitation.objects.get().accepted_by == user
    assert MembershipFactory._meta.model.objects.filter(user=user).count() == 2
