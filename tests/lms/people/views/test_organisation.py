"""Ways to join: the lead's page of codes and domains."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lms.people.models import ApprovedDomain, Organisation
from tests.factories.people import ApprovedDomainFactory, OrganisationFactory

pytestmark = pytest.mark.django_db


def test_a_lead_makes_changes_and_stops_a_code(client, bob, haverley):
    client.force_login(bob)
    html = client.post(f"/people/joining/{haverley.pk}/code/", follow=True).content.decode()
    code = Organisation.objects.get(pk=haverley.pk).join_code
    assert f"Haverley Police: the join code is {code}." in html
    client.post(f"/people/joining/{haverley.pk}/no-code/")
    assert Organisation.objects.get(pk=haverley.pk).join_code is None


def test_a_lead_approves_and_removes_their_own_domain(client, bob, haverley):
    client.force_login(bob)
    address = f"/people/joining/{haverley.pk}/domain/"
    assert 'value="police.example.org"' in client.get(address).content.decode()
    wrong = client.post(address, {"domain": "gmail.com"}).content.decode()
    assert '<a href="#id_domain">Anybody can have an address at gmail.com. Use a join code.</a>' in wrong
    client.post(address, {"domain": "police.example.org"})
    approved = ApprovedDomain.objects.get()
    client.post(f"/people/joining/domain/{approved.pk}/remove/")
    assert ApprovedDomain.objects.count() == 0


def test_a_lead_elsewhere_finds_nothing(client, charlie, haverley):
    approved = ApprovedDomainFactory(organisation=haverley)
    client.force_login(charlie)
    assert "Haverley" not in client.get("/people/joining/").content.decode()
    for address in ("code", "no-code", "domain"):
        assert client.post(f"/people/joining/{haverley.pk}/{address}/").status_code == 404
    assert client.post(f"/people/joining/domain/{approved.pk}/remove/").status_code == 404
    assert ApprovedDomain.objects.count() == 1


@pytest.mark.parametrize("address", ["code", "no-code"])
def test_a_link_alone_changes_nothing(client, bob, haverley, address):
    client.force_login(bob)
    assert client.get(f"/people/joining/{haverley.pk}/{address}/").status_code == 405


def test_the_page_costs_the_same_for_one_and_three(client, bob, haverley):
    client.force_login(bob)
    OrganisationFactory(parent=haverley)
    client.get("/people/joining/")
    counts = []
    for more in (0, 2):
        for _ in range(more):
            ApprovedDomainFactory(organisation=OrganisationFactory(parent=haverley))
        with CaptureQueriesContext(connection) as seen:
            client.get("/people/joining/")
        counts.append(len(seen))
    assert counts == [7, 7]


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ({}, ["Haverley Police", "East", "North", "West"]),
        ({"q": "WEST"}, ["West"]),
        ({"way": "code"}, ["North", "West"]),
        ({"way": "domain"}, ["East", "North"]),
        ({"way": "none"}, ["Haverley Police"]),
        ({"way": "none", "q": "west"}, []),
        ({"way": "mine"}, ["Haverley Police", "East", "North", "West"]),
    ],
)
def test_the_list_is_narrowed_by_name_and_way(client, bob, haverley, elsewhere, query, shown):
    places = {name: OrganisationFactory(parent=haverley, name=name) for name in ("East", "North", "West")}
    Organisation.objects.filter(name="North").update(join_code="NORTH2345")
    Organisation.objects.filter(name="West").update(join_code="WEST23456")
    Organisation.objects.filter(pk=elsewhere.pk).update(join_code="ELSE23456")
    for name in ("East", "North"):
        ApprovedDomainFactory(organisation=places[name])
    client.force_login(bob)
    response = client.get("/people/joining/", query)
    assert [str(one) for one in response.context["page"]] == shown
    assert ("No organisation or unit matches both." in response.content.decode()) == (not shown)


def test_whoever_changes_something_comes_back_to_the_same_part_of_the_list(client, bob, haverley):
    units = [OrganisationFactory(parent=haverley, name=f"Station {number:02}") for number in range(25)]
    client.force_login(bob)
    html = client.get("/people/joining/", {"q": "station", "page": 2}).content.decode()
    action = f"/people/joining/{units[24].pk}/code/?q=station&amp;page=2"
    assert f'action="{action}"' in html
    answer = client.post(action.replace("&amp;", "&"))
    assert answer["Location"] == "/people/joining/?q=station&page=2"
    domain = client.post(f"/people/joining/{units[24].pk}/domain/?page=2", {"domain": "police.example.org"})
    assert domain["Location"] == "/people/joining/?page=2"
