"""Teams, units and moving: what a lead changes, and what stays readable."""

import datetime

import pytest
from django.utils import timezone

from lms.people.domain.access import memberships_led_on
from lms.people.domain.errors import AlreadyMember, NotAllowed, OwnMembership
from lms.people.domain.memberships import move, set_facts
from lms.people.domain.organisations import create_unit
from lms.people.domain.teams import NameTaken, remove_team, rename_team, teams_visible_to
from lms.people.domain.units import placed, units_led_by
from lms.people.models import User
from tests.factories.people import MembershipFactory, OrganisationFactory, TeamFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def west(haverley):
    return OrganisationFactory(parent=haverley, name="West")


def test_teams_come_with_their_people_of_today(bob, haverley, alice, charlie):
    team = TeamFactory(organisation=haverley, name="Custody")
    alice.memberships.update(team=team)
    MembershipFactory(organisation=haverley, team=team, ended_on=timezone.localdate())
    assert [(found.name, found.people) for found in teams_visible_to(bob)] == [("Custody", 1)]
    assert list(teams_visible_to(charlie)) == []


def test_a_team_is_renamed_but_not_to_a_name_that_is_taken(bob, haverley, charlie):
    team = TeamFactory(organisation=haverley, name="Custody")
    TeamFactory(organisation=haverley, name="Response")
    assert rename_team(bob, team=team, name=" Night  custody ").name == "Night custody"
    with pytest.raises(NameTaken):
        rename_team(bob, team=team, name="response")
    with pytest.raises(NotAllowed):
        rename_team(charlie, team=team, name="Mine")


def test_a_removed_team_leaves_its_people_in_no_team(bob, haverley, alice, charlie):
    team = TeamFactory(organisation=haverley)
    alice.memberships.update(team=team)
    with pytest.raises(NotAllowed):
        remove_team(charlie, team=team)
    assert remove_team(bob, team=team) == 1
    assert alice.memberships.get().team is None


def test_a_lead_adds_a_unit_and_leads_it(bob, haverley, charlie):
    unit = create_unit(bob, parent=haverley, name="North", kind="police")
    again = User.objects.get(pk=bob.pk)
    found = placed(list(units_led_by(again)), lead=again)
    assert [(one.unit, one.people, one.above) for one in found] == [(haverley, 1, None), (unit, 0, haverley)]
    with pytest.raises(NotAllowed):
        create_unit(charlie, parent=unit, name="Mine", kind="council")


def test_a_move_ends_one_membership_and_begins_another_on_the_same_day(bob, alice, haverley, west):
    day = datetime.date(2026, 5, 4)
    old = alice.memberships.get()
    old.started_on, old.job_role, old.is_child_facing, old.is_lead = datetime.date(2024, 1, 8), "Officer", True, True
    old.save()
    new = move(bob, membership=old, to=west, on=day)
    old.refresh_from_db()
    assert (old.ended_on, new.started_on, new.ended_on) == (day, day, None)
    assert (new.job_role, new.is_child_facing, new.is_lead) == ("Officer", True, False)
    assert list(memberships_led_on(bob, datetime.date(2025, 1, 1)).filter(user=alice)) == [old]
    assert list(memberships_led_on(bob, timezone.localdate()).filter(user=alice)) == [new]


def test_nobody_moves_to_where_a_list_has_them_from_a_day_to_come(bob, alice, haverley, west):
    MembershipFactory(user=alice, organisation=west, started_on=timezone.localdate() + datetime.timedelta(days=9))
    with pytest.raises(AlreadyMember):
        move(bob, membership=alice.memberships.get(organisation=haverley), to=west)


def test_a_leaving_day_to_come_goes_along_and_an_ended_membership_goes_nowhere(bob, alice, haverley, west):
    today = timezone.localdate()
    leaves = today + datetime.timedelta(days=30)
    alice.memberships.update(ended_on=leaves)
    here = alice.memberships.get()
    moved = move(bob, membership=here, to=west)
    here.refresh_from_db()
    assert (here.ended_on, moved.started_on, moved.ended_on) == (today, today, leaves)
    with pytest.raises(AlreadyMember):
        move(bob, membership=MembershipFactory(user=alice, organisation=haverley), to=west)
    with pytest.raises(NotAllowed):
        move(bob, membership=here, to=west)


def test_a_lead_moves_neither_themselves_nor_people_of_others(bob, alice, haverley, west, charlie, elsewhere):
    with pytest.raises(OwnMembership):
        move(bob, membership=bob.memberships.get(), to=west)
    for actor, to in ((charlie, west), (bob, elsewhere)):
        with pytest.raises(NotAllowed):
            move(actor, membership=alice.memberships.get(), to=to)
    MembershipFactory(user=alice, organisation=west)
    with pytest.raises(AlreadyMember):
        move(bob, membership=alice.memberships.get(organisation=haverley), to=west)


def test_facts_are_changed_by_the_lead_alone_and_note_the_time(bob, alice, charlie):
    membership = alice.memberships.get()
    facts = {"nation": "wales", "is_first_responder": True, "is_child_facing": False}
    with pytest.raises(NotAllowed):
        set_facts(charlie, membership=membership, **facts)
    changed = set_facts(bob, membership=membership, **facts)
    assert (changed.nation, changed.is_first_responder) == ("wales", True)
    assert changed.changed_at > membership.changed_at


def test_a_past_day_shows_who_was_there_then_to_their_own_lead_only(bob, haverley, charlie):
    day = datetime.date(2025, 6, 1)
    gone = MembershipFactory(
        organisation=haverley, started_on=datetime.date(2025, 1, 1), ended_on=datetime.date(2025, 12, 1)
    )
    assert list(memberships_led_on(bob, day)) == [gone]
    assert list(memberships_led_on(charlie, day)) == []
