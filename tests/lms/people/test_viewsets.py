"""Administrators manage organisations in the Wagtail admin, through the domain functions."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from lms.audit.models import AuditEvent
from lms.people.domain.invitations import invite
from lms.people.domain.roles import ADMINISTRATORS, sync_roles
from lms.people.models import ApprovedDomain, Invitation, Membership, Organisation, Team
from tests.factories.people import MembershipFactory, UserFactory

pytestmark = pytest.mark.django_db
LISTS = ["organisation", "team", "approveddomain", "leads", "invitation"]


@pytest.fixture
def administrator(client):
    """Somebody in the administrators' group, signed in."""
    user = UserFactory(email="ade@editors.example.org")
    user.groups.add(sync_roles()[ADMINISTRATORS])
    client.force_login(user)
    return user


@pytest.mark.parametrize("name", LISTS)
def test_an_administrator_opens_each_list(client, administrator, bob, alice, name):
    assert client.get(f"/admin/{name}/").status_code == 200


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("who", ["erin", "bob", "charlie"])
def test_nobody_else_does(client, request, who, name):
    client.force_login(request.getfixturevalue(who))
    assert client.get(f"/admin/{name}/").status_code in (302, 404)


def test_an_organisation_and_a_unit_are_made_and_recorded(client, administrator):
    client.post(
        "/admin/organisation/new/", {"name": "Example Trust", "kind": "health", "nation": "wales", "parent": ""}
    )
    trust = Organisation.objects.get()
    client.post("/admin/organisation/new/", {"name": "Ward 4", "kind": "health", "nation": "wales", "parent": trust.pk})
    unit = Organisation.objects.get(name="Ward 4")
    assert unit.get_parent() == trust
    client.post(
        f"/admin/organisation/edit/{trust.pk}/", {"name": "Example Health", "kind": "health", "nation": "wales"}
    )
    assert Organisation.objects.get(pk=trust.pk).name == "Example Health"
    assert list(AuditEvent.objects.values_list("action", "actor")) == [
        ("changed organisation", administrator.pk),
        ("created organisation", administrator.pk),
        ("created organisation", administrator.pk),
    ]


def test_a_team_a_domain_and_the_first_lead(client, administrator, elsewhere):
    client.post("/admin/team/new/", {"organisation": elsewhere.pk, "name": "Licensing"})
    client.post("/admin/approveddomain/new/", {"organisation": elsewhere.pk, "domain": "council.example.org"})
    client.post(
        "/admin/invitation/new/",
        {"organisation": elsewhere.pk, "email": "first@council.example.org", "is_lead": "on"},
    )
    assert Team.objects.get().name == "Licensing"
    assert ApprovedDomain.objects.get().domain == "council.example.org"
    assert (Invitation.objects.get().is_lead, Invitation.objects.get().invited_by) == (True, administrator)


def test_a_refusal_is_shown_in_the_form(client, administrator, elsewhere):
    said = {"organisation": elsewhere.pk, "domain": "gmail.com"}
    html = client.post("/admin/approveddomain/new/", said).content.decode()
    assert "Anybody can have an address at gmail.com." in html
    assert ApprovedDomain.objects.count() == 0


def test_a_leads_role_is_taken(client, administrator, bob):
    membership = bob.memberships.get()
    client.post(f"/admin/leads/edit/{membership.pk}/", {"is_coordinator": "on"})
    changed = Membership.objects.get(pk=membership.pk)
    assert (changed.is_lead, changed.is_coordinator) == (False, True)
    assert AuditEvent.objects.get().action == "changed roles"


def test_removing_a_domain_is_recorded(client, administrator, elsewhere):
    approved = ApprovedDomain.objects.create(organisation=elsewhere, domain="council.example.org")
    client.post(f"/admin/approveddomain/delete/{approved.pk}/")
    assert ApprovedDomain.objects.count() == 0
    assert AuditEvent.objects.get().action == "removed e-mail domain"


def test_learners_are_not_listed(client, administrator, alice, bob):
    html = client.get("/admin/leads/").content.decode()
    assert "Bob Example" in html
    assert "Alice Example" not in html


@pytest.mark.parametrize("view", ["edit", "history", "usage"])
def test_a_learner_s_membership_is_not_opened_by_its_key(client, administrator, alice, bob, view):
    opened = client.get(f"/admin/leads/{view}/{bob.memberships.get().pk}/")
    assert (opened.status_code, "Bob Example" in opened.content.decode()) == (200, True)
    membership = alice.memberships.get()
    assert client.get(f"/admin/leads/{view}/{membership.pk}/").status_code == 404
    client.post(f"/admin/leads/edit/{membership.pk}/", {"is_lead": "on"})
    assert not Membership.objects.get(pk=membership.pk).is_lead


@pytest.mark.parametrize("name", LISTS)
def test_the_lists_cost_the_same_for_one_and_three(client, administrator, name):
    def another(number: int) -> None:
        lead = MembershipFactory(is_lead=True)
        Team.objects.create(organisation=lead.organisation, name="Night shift")
        ApprovedDomain.objects.create(organisation=lead.organisation, domain=f"force{number}.example.org")
        invite(administrator, organisation=lead.organisation, email=f"new{number}@police.example.org")

    counts = []
    for numbers in ([0], [1, 2]):
        for number in numbers:
            another(number)
        client.get(f"/admin/{name}/")
        with CaptureQueriesContext(connection) as seen:
            client.get(f"/admin/{name}/")
        counts.append(len(seen))
    assert counts[0] == counts[1]


def test_a_team_gets_another_name_and_stays_where_it_is(client, administrator, haverley, elsewhere):
    team = Team.objects.create(organisation=haverley, name="Night shift")
    client.post(f"/admin/team/edit/{team.pk}/", {"name": "Late shift", "organisation": elsewhere.pk})
    team.refresh_from_db()
    assert (team.name, team.organisation) == ("Late shift", haverley)
    assert AuditEvent.objects.get().action == "renamed team"


def test_an_invitation_is_withdrawn_and_never_changed_or_lost(client, administrator, elsewhere):
    said = {"organisation": elsewhere.pk, "email": "first@council.example.org", "is_lead": "on"}
    client.post("/admin/invitation/new/", said)
    invitation = Invitation.objects.get()
    client.post(f"/admin/invitation/edit/{invitation.pk}/", {**said, "email": "other@council.example.org"})
    invitation.refresh_from_db()
    assert (invitation.email, invitation.withdrawn_at) == ("first@council.example.org", None)
    assert (
        "The link that was sent stops working."
        in client.get(f"/admin/invitation/delete/{invitation.pk}/").content.decode()
    )
    client.post(f"/admin/invitation/delete/{invitation.pk}/")
    invitation.refresh_from_db()
    assert invitation.withdrawn_at is not None
    assert AuditEvent.objects.filter(action="withdrew invitation").count() == 1


@pytest.mark.parametrize("what", ["organisation/delete", "team/delete", "leads/delete", "invitation/edit"])
def test_not_even_a_superuser_deletes_what_others_rest_on(client, bob, haverley, what):
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    rows = {
        "organisation": haverley,
        "team": Team.objects.create(organisation=haverley, name="Night shift"),
        "leads": bob.memberships.get(),
        "invitation": invite(bob, organisation=haverley, email="new@police.example.org"),
    }
    row = rows[what.partition("/")[0]]
    assert client.post(f"/admin/{what}/{row.pk}/", {"email": "other@example.org"}).status_code in (302, 403)
    assert type(row).objects.filter(pk=row.pk).exists()


def test_a_lead_who_leaves_on_a_day_to_come_is_listed_and_one_who_has_left_is_not(client, administrator, bob, charlie):
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    bob.memberships.update(ended_on=tomorrow)
    charlie.memberships.update(ended_on=timezone.localdate())
    html = client.get("/admin/leads/").content.decode()
    assert "Bob Example" in html
    assert "Charlie Example" not in html
