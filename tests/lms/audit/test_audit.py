"""The audit trail: written once, looked at by administrators alone."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lms.audit.domain.recording import record
from lms.audit.models import AuditEvent
from lms.people.domain.roles import ADMINISTRATORS, sync_roles
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(db):
    """Somebody in the administrators' group."""
    user = UserFactory(email="ade@editors.example.org")
    user.groups.add(sync_roles()[ADMINISTRATORS])
    return user


@pytest.fixture
def event(bob, haverley):
    """Something bob did."""
    return record(bob, action="invited", subject=haverley, organisation=haverley, is_lead=True)


def test_an_event_says_who_did_what_to_what(event, bob, haverley):
    assert (event.actor, event.action, event.subject_type, event.subject_id, event.subject_text, event.detail) == (
        bob,
        "invited",
        "people.Organisation",
        str(haverley.pk),
        "Haverley Police",
        {"is_lead": True},
    )


def test_nothing_changes_or_removes_it(event):
    event.action = "nothing"
    changes = [
        event.save,
        event.delete,
        lambda: AuditEvent.objects.update(action="nothing"),
        lambda: AuditEvent.objects.filter(pk=event.pk).delete(),
        lambda: AuditEvent.objects.all().delete(),
        lambda: AuditEvent.objects.bulk_update([event], ["action"]),
        lambda: AuditEvent.objects.update_or_create(pk=event.pk, defaults={"action": "nothing"}),
    ]
    for change in changes:
        with pytest.raises(TypeError):
            change()
    assert AuditEvent.objects.get().action == "invited"


def test_an_administrator_finds_and_reads_it(client, administrator, event):
    client.force_login(administrator)
    link = f"/admin/auditevent/inspect/{event.pk}/"
    assert link in client.get("/admin/auditevent/", {"q": "haverley"}).content.decode()
    assert link not in client.get("/admin/auditevent/", {"q": "nothing-like-it"}).content.decode()
    assert "invited" in client.get(link).content.decode()


@pytest.mark.parametrize("address", ["new/", "edit/{pk}/", "delete/{pk}/"])
def test_not_even_a_superuser_changes_it(client, event, address):
    client.force_login(UserFactory(is_superuser=True))
    response = client.get("/admin/auditevent/" + address.format(pk=event.pk))
    assert response.status_code in (302, 404)
    assert AuditEvent.objects.count() == 1


@pytest.mark.parametrize("who", ["erin", "bob", "charlie", "alice"])
def test_nobody_else_sees_it(client, who, request, event):
    client.force_login(request.getfixturevalue(who))
    response = client.get("/admin/auditevent/")
    assert response.status_code == (302 if who == "erin" else 404)


def test_the_list_costs_the_same_for_one_and_three(client, administrator, event, bob, haverley):
    client.force_login(administrator)
    client.get("/admin/auditevent/")

    def queries() -> int:
        with CaptureQueriesContext(connection) as seen:
            assert client.get("/admin/auditevent/").status_code == 200
        return len(seen)

    one = queries()
    record(bob, action="withdrew", subject=haverley, organisation=haverley)
    record(bob, action="withdrew", subject=haverley, organisation=haverley)
    assert queries() == one
