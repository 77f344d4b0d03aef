"""Choosing people for a draft: search and tick, paste addresses, take off, go on."""

import pytest

from courses.models import Assignment
from tests.factories.assigning import AssignmentFactory
from tests.factories.people import MembershipFactory, OrganisationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(haverley, bob):
    return AssignmentFactory(organisation=haverley, created_by=bob, state="draft", audience="people", swept_at=None)


@pytest.fixture
def url(draft):
    return f"/assignments/{draft.public_id}/people/"


@pytest.fixture
def lead(client, bob):
    client.force_login(bob)
    return client


def html_of(response) -> str:
    return " ".join(response.content.decode().split())


def chosen(draft) -> list[str]:
    return sorted(draft.people.values_list("email", flat=True))


def test_people_are_found_ticked_and_taken_off(lead, draft, url, alice, haverley):
    MembershipFactory(organisation=haverley, user__last_name="Vanterpool")
    html = html_of(lead.get(url, {"q": "alice"}))
    assert "Example, Alice" in html
    assert "Vanterpool" not in html

    response = lead.post(f"{url}?q=alice", {"action": "add", "person": [alice.public_id, "no-id"]})
    assert response["Location"] == f"{url}?q=alice"
    assert chosen(draft) == ["alice@police.example.org"]
    assert "1 person chosen." in html_of(lead.get(url))

    lead.post(url, {"action": "drop", "person": [alice.public_id]})
    assert chosen(draft) == []


def test_pasted_addresses_are_found_and_the_unknown_are_named_by_line_and_kept(lead, draft, url, alice, bob, charlie):
    pasted = (
        "Alice@police.example.org\nnobody@police.example.org; bob@police.example.org\n\ncharlie@council.example.org"
    )
    html = html_of(lead.post(url, {"action": "paste", "addresses": pasted})).replace("<wbr>", "")
    assert chosen(draft) == ["alice@police.example.org", "bob@police.example.org"]
    assert "2 people added." in html
    assert "2 addresses are of nobody here" in html
    assert "Line 2: nobody@police.example.org" in html
    assert "Line 4: charlie@council.example.org" in html
    assert "nobody@police.example.org charlie@council.example.org</textarea>" in html


def test_nothing_pasted_is_said(lead, url):
    assert "Paste at least one e-mail address" in html_of(lead.post(url, {"action": "paste", "addresses": " "}))


def test_nobody_elsewhere_can_be_chosen(lead, draft, url, charlie, haverley):
    lead.post(url, {"action": "add", "person": [charlie.public_id]})
    assert chosen(draft) == []


def test_only_the_organisation_chosen_offers_people(lead, draft, url, haverley):
    unit = OrganisationFactory(parent=haverley, name="Control Room")
    MembershipFactory(organisation=unit, user__last_name="Quayle")
    assert "Quayle" in html_of(lead.get(url))
    Assignment.objects.update(include_units=False)
    assert "Quayle" not in html_of(lead.get(url))


def test_one_goes_on_with_somebody_and_not_with_nobody(lead, draft, url, alice):
    html = html_of(lead.post(url, {"action": "go"}))
    assert "Choose at least one person" in html
    draft.people.add(alice)
    assert lead.post(url, {"action": "go"})["Location"] == f"/assignments/{draft.public_id}/check/"


@pytest.mark.parametrize("count", [1, 3])
def test_it_takes_as_many_queries_at_three_rows_as_at_one(
    lead, draft, url, haverley, count, django_assert_max_num_queries
):
    for _number in range(count):
        MembershipFactory(organisation=haverley)
        draft.people.add(MembershipFactory(organisation=haverley).user)
    lead.get(url)
    with django_assert_max_num_queries(11):
        lead.get(url)


def test_a_thousand_addresses_are_found_in_a_few_queries(lead, draft, url, haverley, django_assert_max_num_queries):
    MembershipFactory(organisation=haverley, user__email="last@police.example.org")
    pasted = "\n".join([*(f"nobody{number}@police.example.org" for number in range(1000)), "last@police.example.org"])
    with django_assert_max_num_queries(30):
        html = html_of(lead.post(url, {"action": "paste", "addresses": pasted}))
    assert chosen(draft) == ["last@police.example.org"]
    assert "1000 addresses are of nobody here" in html
    assert "The first 50 are listed; all of them are kept below." in html
