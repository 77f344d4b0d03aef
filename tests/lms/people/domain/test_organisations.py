"""Organisations, join codes and approved domains."""

import pytest
from allauth.account.models import EmailAddress

from lms.audit.models import AuditEvent
from lms.people.domain.errors import DomainRefused, NotAllowed
from lms.people.domain.organisations import (
    approve_domain,
    create_organisation,
    create_team,
    create_unit,
    remove_domain,
    rename_organisation,
    renew_join_code,
    stop_join_code,
)
from lms.people.models import ApprovedDomain, Organisation, Team
from tests.factories.people import ApprovedDomainFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_a_unit_lies_below_its_organisation():
    force = create_organisation(None, name=" Example Police ", kind="police", nation="wales")
    unit = create_organisation(None, name="Control Room", kind="police", parent=force)
    assert (force.name, force.depth, unit.depth, unit.get_parent()) == ("Example Police", 1, 2, force)
    assert AuditEvent.objects.filter(action="created organisation").count() == 2


def test_a_new_code_replaces_the_old_one(bob, haverley):
    first = renew_join_code(bob, organisation=haverley)
    second = renew_join_code(bob, organisation=haverley)
    assert first != second
    assert Organisation.objects.get(pk=haverley.pk).join_code == second
    assert len(second) == 9
    stop_join_code(bob, organisation=haverley)
    assert Organisation.objects.get(pk=haverley.pk).join_code is None


def test_two_organisations_without_a_code_are_no_conflict(bob, charlie, haverley, elsewhere):
    stop_join_code(bob, organisation=haverley)
    stop_join_code(charlie, organisation=elsewhere)
    assert Organisation.objects.filter(join_code=None).count() == 2


@pytest.mark.parametrize("who", ["charlie", "alice", "dana", "erin"])
def test_nobody_else_changes_an_organisation(who, request, haverley):
    actor = request.getfixturevalue(who)
    approved = ApprovedDomainFactory(organisation=haverley)
    refused = [
        lambda: renew_join_code(actor, organisation=haverley),
        lambda: stop_join_code(actor, organisation=haverley),
        lambda: approve_domain(actor, organisation=haverley, domain="police.example.org"),
        lambda: remove_domain(actor, approved=approved),
        lambda: create_team(actor, organisation=haverley, name="Night shift"),
        lambda: rename_organisation(actor, organisation=haverley, name="X", kind="other", nation=""),
    ]
    for change in refused:
        with pytest.raises(NotAllowed):
            change()


def test_a_lead_approves_the_domain_of_their_own_address(bob, haverley):
    approved = approve_domain(bob, organisation=haverley, domain="@Police.Example.org")
    assert (approved.domain, approved.organisation) == ("police.example.org", haverley)
    remove_domain(bob, approved=approved)
    assert ApprovedDomain.objects.count() == 0


@pytest.mark.parametrize("domain", ["council.example.org", "gmail.com", "police", "a b.org", "x@a.example.org", ""])
def test_a_lead_cannot_draw_in_others(bob, haverley, domain):
    with pytest.raises(DomainRefused):
        approve_domain(bob, organisation=haverley, domain=domain)
    assert ApprovedDomain.objects.count() == 0


@pytest.mark.parametrize("domain", ["nhs.net", "cjsm.net", "wales.nhs.uk"])
def test_nobody_approves_a_domain_that_many_organisations_share(bob, haverley, domain):
    EmailAddress.objects.create(user=bob, email=f"bob@{domain}", verified=True)
    root = UserFactory(is_superuser=True)
    for actor in (bob, root):
        with pytest.raises(DomainRefused, match=f"Many organisations share {domain}"):
            approve_domain(actor, organisation=haverley, domain=domain)
    EmailAddress.objects.create(user=bob, email="bob@trust.nhs.uk", verified=True)
    assert approve_domain(bob, organisation=haverley, domain="trust.nhs.uk").domain == "trust.nhs.uk"


def test_a_domain_belongs_to_one_organisation(bob, haverley, elsewhere):
    ApprovedDomainFactory(organisation=elsewhere, domain="police.example.org")
    with pytest.raises(DomainRefused):
        approve_domain(bob, organisation=haverley, domain="police.example.org")


def test_a_team_is_not_made_twice_whatever_its_capitals(bob, haverley):
    team = create_team(bob, organisation=haverley, name="Night shift")
    assert create_team(bob, organisation=haverley, name=" night  Shift") == team
    assert Team.objects.get().name == "Night shift"


def test_a_unit_has_the_nation_of_the_organisation_above_unless_it_names_another(bob, haverley):
    Organisation.objects.filter(pk=haverley.pk).update(nation="wales")
    unit = create_unit(bob, parent=haverley, name="West", kind="police")
    border = create_unit(bob, parent=haverley, name="Border", kind="police", nation="england")
    assert (unit.nation, border.nation) == ("wales", "england")
    assert rename_organisation(bob, organisation=border, name="Border", kind="police", nation="").nation == "wales"


def names(**where) -> list[str]:
    """The names of organisations in the order of the tree."""
    return list(Organisation.objects.filter(**where).order_by("path").values_list("name", flat=True))


def test_another_name_gives_a_unit_another_place_with_all_below_it(bob, haverley):
    for name in ("Central", "North", "West"):
        create_unit(bob, parent=haverley, name=name, kind="police")
    north = Organisation.objects.get(name="North")
    desk = create_unit(bob, parent=north, name="Front desk", kind="police")
    renamed = rename_organisation(bob, organisation=north, name="Zone 1", kind="police", nation="")
    assert names(depth=2) == ["Central", "West", "Zone 1"]
    assert renamed.path == Organisation.objects.get(name="Zone 1").path
    desk.refresh_from_db()
    assert (desk.get_parent(), desk.path.startswith(renamed.path)) == (renamed, True)
    rename_organisation(bob, organisation=renamed, name="Airport", kind="police", nation="")
    assert names(depth__gt=1) == ["Airport", "Front desk", "Central", "West"]
    assert Organisation.find_problems() == ([], [], [], [], [])


def test_organisations_stand_by_name_after_a_change_too(erin, haverley, elsewhere):
    administrator = UserFactory(is_superuser=True)
    rename_organisation(administrator, organisation=haverley, name="Ashford Police", kind="police", nation="")
    assert names() == ["Ashford Police", "Elsewhere Council"]
    rename_organisation(administrator, organisation=haverley, name="Yarrow Police", kind="police", nation="")
    assert names() == ["Elsewhere Council", "Yarrow Police"]
    assert Organisation.find_problems() == ([], [], [], [], [])


def test_another_kind_moves_nothing(bob, haverley):
    unit = create_unit(bob, parent=haverley, name="West", kind="police")
    before = unit.path
    assert rename_organisation(bob, organisation=unit, name="West", kind="fire", nation="").path == before
