"""A lead changes and ends memberships of their own people."""

from datetime import timedelta

import pytest
from django.utils import timezone

from lms.design_system.wording import day
from lms.people.models import Membership
from tests.factories.people import MembershipFactory, TeamFactory

pytestmark = pytest.mark.django_db


def address(membership: Membership, end: str = "") -> str:
    """The page of a membership."""
    return f"/people/{membership.user.public_id}/membership/{membership.pk}/{end}"


def test_a_lead_changes_role_and_team(client, bob, alice):
    membership = alice.memberships.get()
    team = TeamFactory(organisation=membership.organisation)
    client.force_login(bob)
    said = {"job_role": "Detective", "team": team.pk, "is_coordinator": "on"}
    assert client.post(address(membership), said).status_code == 302
    membership.refresh_from_db()
    assert (membership.job_role, membership.team, membership.is_coordinator, membership.is_lead) == (
        "Detective",
        team,
        True,
        False,
    )


def test_a_lead_cannot_take_their_own_role(client, bob):
    own = bob.memberships.get()
    client.force_login(bob)
    html = client.post(address(own), {"job_role": "", "team": ""}).content.decode()
    assert "You cannot stop being a lead by yourself." in html
    own.refresh_from_db()
    assert own.is_lead is True


def test_ending_asks_first_and_then_hides_the_person(client, bob, alice):
    membership = alice.memberships.get()
    client.force_login(bob)
    assert (
        "End the membership of Alice Example in Haverley Police?"
        in client.get(address(membership, "end/")).content.decode()
    )
    assert client.post(address(membership, "end/")).url == "/people/"
    assert client.get(f"/people/{alice.public_id}/").status_code == 404
    assert client.get(address(membership)).status_code == 404


def test_a_leaving_day_to_come_is_shown_until_the_membership_ends(client, bob, alice):
    membership = alice.memberships.get()
    leaves = timezone.localdate() + timedelta(days=30)
    client.force_login(bob)
    record = f"/people/{alice.public_id}/"
    pages = (record, address(membership), address(membership, "end/"))
    words = [f"leaves on {day(leaves)}", f"They leave on {day(leaves)}.", f"they were to leave on {day(leaves)}."]
    assert not any(said in client.get(page).content.decode() for page, said in zip(pages, words, strict=True))
    Membership.objects.filter(pk=membership.pk).update(ended_on=leaves)
    assert all(said in client.get(page).content.decode() for page, said in zip(pages, words, strict=True))
    client.post(address(membership, "end/"))
    assert client.get(record).status_code == 404


@pytest.mark.parametrize("who", ["charlie", "alice", "dana", "erin"])
def test_for_anybody_else_it_does_not_exist(client, request, who, alice):
    membership = alice.memberships.get()
    client.force_login(request.getfixturevalue(who))
    for end in ("", "end/"):
        assert client.get(address(membership, end)).status_code == 404
        assert client.post(address(membership, end), {"is_lead": "on"}).status_code == 404
    membership.refresh_from_db()
    assert (membership.is_lead, membership.ended_on) == (False, None)


def test_another_persons_membership_under_this_ones_address_is_not_found(client, bob, alice):
    other = MembershipFactory(organisation=alice.memberships.get().organisation)
    client.force_login(bob)
    assert client.get(f"/people/{alice.public_id}/membership/{other.pk}/").status_code == 404
