"""Who may see whom, also while the tree of organisations moves: a path read a moment ago may be another's now."""

import pytest

from lms.people.domain.access import (
    leads,
    memberships_visible_to,
    organisations_led_by,
    people_visible_to,
    units_of,
)
from lms.people.domain.organisations import create_organisation, rename_organisation
from lms.people.models import Organisation, User
from tests.factories.people import MembershipFactory, OrganisationFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_a_lead_sees_their_organisation_and_its_units_alone(alice, bob, charlie, haverley, elsewhere):
    unit = OrganisationFactory(parent=haverley)
    rowan = MembershipFactory(organisation=unit).user
    assert set(organisations_led_by(bob)) == {haverley, unit}
    assert {alice, rowan} <= set(people_visible_to(bob))
    assert charlie not in people_visible_to(bob)
    assert set(organisations_led_by(charlie)) == {elsewhere}
    assert not organisations_led_by(alice).exists()


@pytest.mark.parametrize("who", ["bob", "charlie"])
def test_an_organisation_that_moves_the_others_shows_nobody_to_a_lead_of_another(request, who, alice, haverley):
    """The lead's memberships are read once for a request; the tree may change before the rest of it is read."""
    lead = request.getfixturevalue(who)
    [organisation] = [membership.organisation for membership in lead.current_memberships]
    create_organisation(None, name="Aardvark Rescue", kind="charity")
    assert set(organisations_led_by(lead)) == {organisation}
    assert {row.organisation for row in memberships_visible_to(lead)} == {organisation}
    assert set(organisations_led_by(User.objects.get(pk=lead.pk))) == {organisation}


@pytest.mark.parametrize("who", ["bob", "charlie"])
def test_while_the_tree_moves_a_lead_of_units_sees_nobody_rather_than_a_neighbour_s(request, who, alice, haverley):
    lead = request.getfixturevalue(who)
    own = [membership.organisation for membership in lead.current_memberships]
    unit = OrganisationFactory(parent=Organisation.objects.get(pk=own[0].pk))
    again = User.objects.get(pk=lead.pk)
    assert again.current_memberships
    create_organisation(None, name="Aardvark Rescue", kind="charity")
    assert set(organisations_led_by(again)) == set()
    assert not memberships_visible_to(again).exists()
    assert leads(again, organisation_id=unit.pk)
    assert set(organisations_led_by(User.objects.get(pk=lead.pk))) == {*own, unit}


def test_whom_a_lead_may_change_is_asked_of_the_tree_as_it_is(bob, charlie, alice, haverley, elsewhere):
    assert leads(bob, organisation_id=haverley.pk)
    unit = OrganisationFactory(parent=haverley)
    below = OrganisationFactory(parent=unit)
    assert leads(bob, organisation_id=below.pk)
    assert not leads(bob, organisation_id=elsewhere.pk)
    assert not leads(charlie, organisation_id=below.pk)
    assert not leads(alice, organisation_id=haverley.pk)
    bob.is_active = False
    assert not leads(bob, organisation_id=haverley.pk)


def test_another_name_does_not_show_one_unit_to_the_lead_of_the_next(bob, haverley):
    east, west = (OrganisationFactory(parent=haverley, name=name) for name in ("East", "West"))
    lead = MembershipFactory(organisation=west, is_lead=True).user
    assert set(organisations_led_by(lead)) == {west}
    rename_organisation(UserFactory(is_superuser=True), organisation=east, name="Yard", kind="police", nation="")
    assert east not in organisations_led_by(lead)
    assert set(organisations_led_by(User.objects.get(pk=lead.pk))) == {west}


def test_the_units_of_an_organisation_are_its_own_wherever_it_has_moved(haverley, elsewhere):
    unit = OrganisationFactory(parent=haverley)
    create_organisation(None, name="Aardvark Rescue", kind="charity")
    assert set(units_of(haverley.pk)) == {haverley, unit}
