"""A person's own account page and name."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories.people import MembershipFactory, OrganisationFactory

pytestmark = pytest.mark.django_db


def test_it_shows_ones_own_facts_and_nobody_elses(client, alice, charlie):
    client.force_login(alice)
    html = client.get("/account/").content.decode()
    assert "alice@<wbr>police.<wbr>example.<wbr>org" in html
    assert "Haverley Police" in html
    assert "Elsewhere Council" not in html
    assert "Charlie" not in html


def test_a_visitor_is_asked_to_sign_in(client, db):
    assert client.get("/account/")["Location"] == "/accounts/login/?next=/account/"


def test_somebody_in_no_organisation_is_told_how_to_join(client, erin):
    client.force_login(erin)
    assert 'href="/join/"' in client.get("/account/").content.decode()


def test_the_list_of_organisations_costs_the_same_for_one_and_three(client, alice):
    client.force_login(alice)
    client.get("/account/")
    counts = []
    for more in (0, 2):
        for _ in range(more):
            MembershipFactory(user=alice, organisation=OrganisationFactory())
        with CaptureQueriesContext(connection) as seen:
            client.get("/account/")
        counts.append(len(seen))
    assert counts == [4, 4]


def test_a_name_is_changed(client, alice):
    client.force_login(alice)
    response = client.post("/account/name/", {"first_name": "Alys", "last_name": "Example-Jones"})
    alice.refresh_from_db()
    assert (response["Location"], alice.full_name) == ("/account/", "Alys Example-Jones")


def test_an_empty_name_is_refused_and_keeps_what_was_typed(client, alice):
    client.force_login(alice)
    html = client.post("/account/name/", {"first_name": "", "last_name": "Typed"}).content.decode()
    assert '<a href="#id_first_name">Enter a first name</a>' in html
    assert 'value="Typed"' in html
    assert "Alice Example" in html
    alice.refresh_from_db()
    assert alice.full_name == "Alice Example"
