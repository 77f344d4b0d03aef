"""Roles and the end of a membership."""

import datetime
from datetime import timedelta

import pytest
from django.utils import timezone

from lms.audit.models import AuditEvent
from lms.people.domain.access import people_visible_to
from lms.people.domain.errors import NotAllowed, OwnMembership
from lms.people.domain.memberships import change, end_membership, set_place, set_roles
from lms.people.models import Membership
from tests.factories.people import OrganisationFactory, TeamFactory

pytestmark = pytest.mark.django_db


def test_a_lead_gives_a_role_and_it_is_recorded(bob, alice):
    membership = alice.memberships.get()
    set_roles(bob, membership=membership, is_lead=True, is_coordinator=False)
    set_roles(bob, membership=membership, is_lead=True, is_coordinator=False)
    event = AuditEvent.objects.get()
    assert alice.memberships.get().is_lead is True
    assert (event.actor, event.action, event.organisation) == (bob, "changed roles", membership.organisation)
    assert event.detail == {
        "is_lead": True,
        "is_coordinator": False,
        "was_lead": False,
        "was_coordinator": False,
    }


@pytest.mark.parametrize("who", ["charlie", "alice", "dana", "erin"])
def test_nobody_else_changes_a_membership(who, request, alice):
    membership, actor = alice.memberships.get(), request.getfixturevalue(who)
    with pytest.raises(NotAllowed):
        set_roles(actor, membership=membership, is_lead=True, is_coordinator=True)
    with pytest.raises(NotAllowed):
        set_place(actor, membership=membership, job_role="Chief", team=None)
    with pytest.raises(NotAllowed):
        end_membership(actor, membership=membership)
    unchanged = Membership.objects.get(pk=membership.pk)
    assert (unchanged.is_lead, unchanged.job_role, unchanged.ended_on) == (False, "", None)


def test_a_lead_keeps_their_own_role_and_membership(bob):
    own = bob.memberships.get()
    with pytest.raises(OwnMembership):
        set_roles(bob, membership=own, is_lead=False, is_coordinator=False)
    with pytest.raises(OwnMembership):
        end_membership(bob, membership=own)


def test_a_membership_ends_today_and_its_history_stays(bob, alice):
    membership = alice.memberships.get()
    assert alice in people_visible_to(bob)
    ended = end_membership(bob, membership=membership)
    assert ended.ended_on == timezone.localdate()
    assert alice not in people_visible_to(bob)
    assert Membership.objects.filter(user=alice).count() == 1


def test_ending_it_again_keeps_the_first_day(bob, alice):
    membership = alice.memberships.get()
    Membership.objects.filter(pk=membership.pk).update(started_on=datetime.date(2024, 1, 1))
    end_membership(bob, membership=membership, on=datetime.date(2026, 5, 1))
    again = end_membership(bob, membership=membership, on=datetime.date(2026, 6, 1))
    assert again.ended_on == datetime.date(2026, 5, 1)
    assert AuditEvent.objects.filter(action="ended membership").count() == 1


def test_a_leaving_day_to_come_gives_way_to_today(bob, alice):
    membership = alice.memberships.get()
    today = timezone.localdate()
    Membership.objects.filter(pk=membership.pk).update(ended_on=today + timedelta(days=30))
    assert end_membership(bob, membership=membership).ended_on == today
    assert alice not in people_visible_to(bob)
    event = AuditEvent.objects.get(action="ended membership")
    assert event.detail == {"ended_on": today.isoformat()}


def test_a_team_must_be_of_the_same_organisation(bob, alice, elsewhere):
    membership = alice.memberships.get()
    own = TeamFactory(organisation=membership.organisation)
    assert set_place(bob, membership=membership, job_role="Detective", team=own).team == own
    with pytest.raises(NotAllowed):
        set_place(bob, membership=membership, job_role="Detective", team=TeamFactory(organisation=elsewhere))


def test_a_lead_of_the_organisation_above_may_change_a_unit(bob, haverley):
    from tests.factories.people import MembershipFactory

    membership = MembershipFactory(organisation=OrganisationFactory(parent=haverley))
    assert set_roles(bob, membership=membership, is_lead=True, is_coordinator=False).is_lead is True


def test_a_change_that_is_refused_in_part_changes_nothing(bob, alice, elsewhere):
    membership = alice.memberships.get()
    facts = {"nation": "wales", "is_first_responder": True, "is_child_facing": True}
    with pytest.raises(NotAllowed):
        change(
            bob,
            membership=membership,
            is_lead=True,
            is_coordinator=True,
            job_role="Detective",
            team=TeamFactory(organisation=elsewhere),
            **facts,
        )
    membership.refresh_from_db()
    assert (membership.is_lead, membership.job_role, membership.nation) == (False, "", "")
