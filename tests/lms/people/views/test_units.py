"""The pages of teams, units, moving and invitations in bulk: for the lead of the organisation alone."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lms.people.domain import inviting_many
from lms.people.models import InvitationBatch, Organisation, Team
from tests.factories.days import typed
from tests.factories.people import MembershipFactory, OrganisationFactory, TeamFactory

pytestmark = pytest.mark.django_db


def test_a_lead_makes_renames_and_removes_a_team(client, bob, haverley):
    client.force_login(bob)
    client.post("/people/teams/", {"organisation": haverley.pk, "name": "Custody"})
    team = Team.objects.get(organisation=haverley)
    client.post(f"/people/teams/{team.pk}/", {"name": "Night custody"})
    team.refresh_from_db()
    assert team.name == "Night custody"
    assert client.get(f"/people/teams/{team.pk}/remove/").status_code == 200
    assert Team.objects.count() == 1
    client.post(f"/people/teams/{team.pk}/remove/")
    assert Team.objects.count() == 0


def test_a_lead_adds_and_changes_a_unit(client, bob, haverley):
    client.force_login(bob)
    client.post("/people/units/", {"parent": haverley.pk, "name": "West", "kind": "police", "nation": ""})
    unit = Organisation.objects.get(name="West")
    assert unit.get_parent() == haverley
    client.post(f"/people/units/{unit.pk}/", {"name": "Far West", "kind": "police", "nation": "wales"})
    unit.refresh_from_db()
    assert (unit.name, unit.nation) == ("Far West", "wales")


def test_a_unit_is_not_made_twice_nor_given_the_name_of_another(client, bob, haverley):
    east = OrganisationFactory(parent=haverley, name="East")
    client.force_login(bob)
    said = {"parent": haverley.pk, "name": "West", "kind": "police", "nation": ""}
    client.post("/people/units/", said)
    again = client.post("/people/units/", said | {"name": " west "})
    renamed = client.post(f"/people/units/{east.pk}/", {"name": "West", "kind": "police", "nation": ""})
    for response in (again, renamed):
        assert response.context["form"].errors["name"] == ["Haverley Police has a unit of this name."]
    assert list(Organisation.objects.filter(depth=2).values_list("name", flat=True)) == ["East", "West"]
    client.post("/people/units/", said | {"parent": east.pk})
    assert Organisation.objects.filter(name="West").count() == 2


def test_units_stand_below_the_one_they_belong_to(client, bob, haverley):
    west = OrganisationFactory(parent=haverley, name="West")
    far = OrganisationFactory(parent=west, name="Far West")
    client.force_login(bob)
    response = client.get("/people/units/")
    assert [(str(place.unit), place.level) for place in response.context["places"]] == [
        ("Haverley Police", 0),
        ("West", 1),
        ("Far West", 2),
    ]
    html = response.content.decode()
    assert f'<span class="tree tree--2"><a href="/people/?unit={far.pk}">Far West</a>' in html
    assert '<span class="govuk-visually-hidden">, a unit of West</span>' in html


def test_units_are_found_by_their_words_and_shown_page_by_page(client, bob, charlie, haverley, elsewhere):
    for number in range(51):
        OrganisationFactory(parent=haverley, name=f"Station {number:02}")
    OrganisationFactory(parent=elsewhere, name="Station of Elsewhere")
    client.force_login(bob)
    second = client.get("/people/units/", {"page": 2})
    assert [(str(place.unit), place.level) for place in second.context["places"]] == [
        ("Station 49", 1),
        ("Station 50", 1),
    ]
    found = client.get("/people/units/", {"q": "station 17"}).content.decode()
    assert "Station 17" in found
    assert "A unit of Haverley Police" in found
    assert "Station 18" not in found.partition("<tbody")[2].partition("</tbody>")[0]
    assert "No unit’s name has all of these words." in client.get("/people/units/", {"q": "elsewhere"}).content.decode()
    client.force_login(charlie)
    places = client.get("/people/units/").context["places"]
    assert [str(place.unit) for place in places] == ["Elsewhere Council", "Station of Elsewhere"]


def test_a_lead_moves_a_person_and_sees_them_there(client, bob, alice, haverley):
    west = OrganisationFactory(parent=haverley, name="West")
    membership = alice.memberships.get()
    client.force_login(bob)
    page = f"/people/{alice.public_id}/membership/{membership.pk}/move/"
    said = {"to": west.pk, **typed("on", membership.started_on)}
    assert client.post(page, said)["Location"] == f"/people/{alice.public_id}/"
    assert alice.memberships.current().get().organisation == west


def test_facts_are_saved_on_the_membership_page(client, bob, alice):
    membership = alice.memberships.get()
    client.force_login(bob)
    said = {"job_role": "Officer", "team": "", "nation": "wales", "is_child_facing": "on"}
    client.post(f"/people/{alice.public_id}/membership/{membership.pk}/", said)
    membership.refresh_from_db()
    assert (membership.nation, membership.is_child_facing, membership.is_first_responder) == ("wales", True, False)


def test_invitations_in_bulk_show_how_far_they_are(client, bob, haverley, alice):
    client.force_login(bob)
    assert "Send an invitation to 1 person" in client.get("/people/invitations/send/").content.decode()
    response = client.post("/people/invitations/send/", {"organisation": haverley.pk})
    page = f"/people/invitations/batch/{InvitationBatch.objects.get().public_id}/"
    assert response["Location"] == page
    assert client.get(page)["Refresh"] == "4"
    inviting_many.sweep()
    assert "1 e-mail is on its way." in client.get(page).content.decode()


@pytest.mark.parametrize("who", ["charlie", "alice", "dana", "erin"])
def test_nobody_else_finds_any_of_it(client, request, who, bob, alice, haverley):
    team = TeamFactory(organisation=haverley)
    batch = inviting_many.ask_for_batch(bob, kind="send", organisation=haverley)
    membership = alice.memberships.get()
    client.force_login(request.getfixturevalue(who))
    pages = [
        f"/people/teams/{team.pk}/",
        f"/people/teams/{team.pk}/remove/",
        f"/people/units/{haverley.pk}/",
        f"/people/{alice.public_id}/membership/{membership.pk}/move/",
        f"/people/invitations/batch/{batch.public_id}/",
    ]
    assert [client.get(page).status_code for page in pages] == [404] * 5
    for kind in ("send", "again", "stop"):
        assert client.post(f"/people/invitations/{kind}/", {"organisation": haverley.pk}).status_code == 404


def test_the_lists_cost_the_same_for_one_and_three(client, bob, haverley):
    client.force_login(bob)

    def queries() -> list[int]:
        counts = []
        for page in ("/people/teams/", "/people/units/", "/people/invitations/send/"):
            client.get(page)
            with CaptureQueriesContext(connection) as captured:
                client.get(page)
            counts.append(len(captured))
        return counts

    def grow() -> None:
        TeamFactory(organisation=haverley)
        MembershipFactory(organisation=OrganisationFactory(parent=haverley))

    grow()
    one = queries()
    grow()
    grow()
    assert queries() == one
