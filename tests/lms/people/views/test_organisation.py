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
    client.get("/people/joining/")
    counts = []
    for more in (0, 2):
        for _ in range(more):
            ApprovedDomainFactory(organisation=OrganisationFactory(parent=haverley))
        with CaptureQueriesContext(connection) as seen:
            client.get("/people/joining/")
        counts.append(len(seen))
    assert counts == [5, 5]
