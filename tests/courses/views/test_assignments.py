"""The list of assignments and the page of one: who sees them, what they say, what they cost."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from courses.models import Requirement
from tests.factories.assigning import AssignmentFactory, ask
from tests.factories.courses import ModuleFactory
from tests.factories.people import MembershipFactory, OrganisationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead(client, bob):
    client.force_login(bob)
    return client


@pytest.fixture
def today():
    return timezone.localdate()


def html_of(response) -> str:
    return " ".join(response.content.decode().split())


def more(assignment, organisation, **fields) -> Requirement:
    """The assignment for one more person of the organisation."""
    membership = MembershipFactory(organisation=organisation)
    fields.setdefault("due_on", assignment.due_on)
    return Requirement.objects.create(
        assignment=assignment, user=membership.user, module=assignment.module, membership=membership, **fields
    )


@pytest.fixture
def busy(haverley, alice, bob, today):
    """An assignment with one person in each state, and two completed."""
    first = ask(alice, haverley, lead=bob, module=ModuleFactory(title="T2 Responding", slug="t2"))
    assignment = first.assignment
    more(assignment, haverley, state="doing")
    more(assignment, haverley, due_on=today - datetime.timedelta(days=3))
    more(assignment, haverley, state="done", completed_on=today)
    more(assignment, haverley, state="done", completed_on=today, valid_until=today + datetime.timedelta(days=700))
    more(assignment, haverley, state="exempt")
    more(assignment, haverley, state="stopped", stop_reason="left", stopped_on=today)
    return assignment


def test_with_nothing_assigned_the_page_leads_to_assigning(lead):
    html = html_of(lead.get("/assignments/"))
    assert "Nothing is assigned yet" in html
    assert 'href="/assignments/new/"' in html


def test_the_list_counts_people_done_and_late(lead, busy):
    [(assignment, counts)] = lead.get("/assignments/").context["rows"]
    assert (assignment, counts.people, counts.done, counts.late) == (busy, 6, 2, 1)


def test_until_its_date_a_repeat_leaves_the_completion_standing(lead, haverley, bob, busy, today):
    done = busy.requirements.filter(state="done").first()
    again = {"assignment": busy, "user": done.user, "module": done.module, "membership": done.membership, "cycle": 2}
    repeat = Requirement.objects.create(due_on=today + datetime.timedelta(days=9), **again)
    assert lead.get("/assignments/").context["rows"][0][1].done == 2
    Requirement.objects.filter(pk=repeat.pk).update(due_on=today - datetime.timedelta(days=1))
    counts = lead.get("/assignments/").context["rows"][0][1]
    assert (counts.people, counts.done, counts.late) == (6, 1, 2)


def test_who_is_asked_again_is_told_apart_from_who_never_did_it(lead, busy, today):
    done = busy.requirements.filter(state="done").first()
    again = {"assignment": busy, "user": done.user, "module": done.module, "membership": done.membership, "cycle": 2}
    row = Requirement.objects.create(due_on=today, **again)
    page = lead.get(f"/assignments/{busy.public_id}/", {"state": "again"})
    counts = {state["value"]: state["count"] for state in page.context["states"]}
    assert (counts["again"], sum(counts.values())) == (1, page.context["total"])
    assert counts["done"] + counts["again"] == page.context["counts"].done
    assert [requirement.user for requirement in page.context["page"]] == [done.user]
    assert "To do again" in page.content.decode()
    Requirement.objects.filter(pk=row.pk).update(due_on=today - datetime.timedelta(days=1))
    assert lead.get(f"/assignments/{busy.public_id}/", {"state": "again"}).context["page"].paginator.count == 0


def test_nobody_is_late_with_what_is_recommended(lead, haverley, alice, bob, today):
    past = {"due_on": today - datetime.timedelta(days=3)}
    first = ask(alice, haverley, lead=bob, assignment__is_mandatory=False, **past)
    done = {"state": "done", "completed_on": today - datetime.timedelta(days=400)}
    before = more(first.assignment, haverley, **done)
    same = {"user": before.user, "module": before.module, "membership": before.membership}
    Requirement.objects.create(assignment=first.assignment, cycle=2, **same, **past)
    counts = lead.get("/assignments/").context["rows"][0][1]
    assert (counts.people, counts.done, counts.late) == (2, 0, 0)
    page = lead.get(f"/assignments/{first.assignment.public_id}/")
    states = {state["value"]: state["count"] for state in page.context["states"] if state["count"]}
    assert states == {"to_do": 2}
    assert "3 days late" not in html_of(page)
    record = lead.get(f"/people/{alice.public_id}/")
    assert [(row.kind, row.text, row.about) for row in record.context["required"]] == [("todo", "Not started", "")]
    assert "days late" not in html_of(record)


def test_filters_are_in_the_address_and_unknown_values_are_ignored(lead, haverley, bob, busy):
    paused = AssignmentFactory(organisation=haverley, created_by=bob, state="paused")

    def listed(**query):
        return [assignment for assignment, _counts in lead.get("/assignments/", query).context["rows"]]

    assert listed() == [paused, busy]
    assert listed(state="paused") == [paused]
    assert listed(module="t2") == [busy]
    assert listed(state="nonsense", module="nonsense") == [paused, busy]
    assert "No assignment matches" in html_of(lead.get("/assignments/", {"state": "withdrawn"}))


def test_a_lead_sees_the_assignments_of_units_below_and_none_elsewhere(client, lead, haverley, elsewhere, charlie, bob):
    unit = OrganisationFactory(parent=haverley)
    below = AssignmentFactory(organisation=unit, created_by=bob)
    theirs = AssignmentFactory(organisation=elsewhere, created_by=charlie)
    assert [row[0] for row in lead.get("/assignments/").context["rows"]] == [below]
    client.force_login(charlie)
    assert [row[0] for row in client.get("/assignments/").context["rows"]] == [theirs]
    html = html_of(client.get("/assignments/", {"module": below.module.slug}))
    assert below.module.title not in html


def test_a_unit_s_lead_does_not_see_what_the_organisation_above_assigned(client, haverley, bob):
    above = AssignmentFactory(organisation=haverley, created_by=bob)
    unit_lead = MembershipFactory(organisation=OrganisationFactory(parent=haverley), is_lead=True).user
    client.force_login(unit_lead)
    assert client.get("/assignments/").context["rows"] == []
    assert client.get(f"/assignments/{above.public_id}/").status_code == 404


def test_the_page_counts_each_state_and_lists_who_is_in_it(lead, busy):
    url = f"/assignments/{busy.public_id}/"
    context = lead.get(url).context
    counted = {state["value"]: state["count"] for state in context["states"]}
    assert counted == {"late": 1, "to_do": 1, "doing": 1, "done": 2, "again": 0, "exempt": 1, "stopped": 1}
    for state, count in counted.items():
        assert lead.get(url, {"state": state}).context["page"].paginator.count == count
    assert lead.get(url).context["page"].paginator.count == 7


def test_the_page_says_who_is_late_and_finds_people_by_name(lead, busy, alice):
    url = f"/assignments/{busy.public_id}/"
    html = html_of(lead.get(url))
    assert "3 days late" in html
    assert "Left the organisation" in html
    found = html_of(lead.get(url, {"q": "alice"}))
    assert f'href="/people/{alice.public_id}/"' in found
    assert "3 days late" not in found
    assert "Nobody matches these" in html_of(lead.get(url, {"q": "nobody-like-this"}))


def test_somebody_who_left_is_no_longer_named(lead, busy, alice, today):
    alice.memberships.update(ended_on=today)
    assert "Example, Alice" not in html_of(lead.get(f"/assignments/{busy.public_id}/"))


@pytest.mark.parametrize("who", ["charlie", "alice", "dana", "erin"])
def test_nobody_else_sees_it(client, request, who, busy):
    client.force_login(request.getfixturevalue(who))
    assert client.get(f"/assignments/{busy.public_id}/").status_code == 404


def queries(client, url: str) -> int:
    for _warming in range(3):
        client.get(url)
    with CaptureQueriesContext(
        connection,
    ) as captured:
        client.get(url)
    return len(captured)


def test_the_list_takes_as_many_queries_at_three_rows_as_at_one(lead, busy, haverley, alice, bob):
    one = queries(lead, "/assignments/")
    for _number in range(2):
        ask(alice, haverley, lead=bob)
    assert len(lead.get("/assignments/").context["rows"]) == 3
    assert queries(lead, "/assignments/") == one


def test_the_page_takes_as_many_queries_at_three_rows_as_at_one(lead, haverley, alice, bob):
    assignment = ask(alice, haverley, lead=bob).assignment
    url = f"/assignments/{assignment.public_id}/"
    one = queries(lead, url)
    more(assignment, haverley)
    more(assignment, haverley)
    assert queries(lead, url) == one
