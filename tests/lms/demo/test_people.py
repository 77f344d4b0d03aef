"""The starter people: made through the site's functions where there are some, once, with the roles each was given."""

from collections import Counter

import pytest
from django.contrib.auth import authenticate

from lms.audit.models import AuditEvent
from lms.demo.people import ADMINISTRATOR, EDITOR, PASSWORD, PEOPLE, seed_people
from lms.people.domain.access import organisations_led_by
from lms.people.models import ApprovedDomain, Membership, Organisation, Team, User

pytestmark = pytest.mark.django_db


def test_people_are_made_once_and_each_step_is_in_the_trail():
    users = seed_people()
    counts = Counter(AuditEvent.objects.values_list("action", flat=True))
    assert counts == {
        "created organisation": 4,
        "renewed join code": 2,
        "approved e-mail domain": 2,
        "created team": 1,
        "changed roles": 3,
        "appointed editor": 3,
    }
    assert set(AuditEvent.objects.values_list("actor", flat=True)) == {users[ADMINISTRATOR.email].pk}
    seed_people()
    assert Counter(AuditEvent.objects.values_list("action", flat=True)) == counts
    assert User.objects.count() == len(PEOPLE) + 4


def test_everybody_has_the_place_and_the_roles_they_were_given(rf):
    users = seed_people()
    told = {(one.email, one.organisation, one.team, *sorted(one.roles)) for one in PEOPLE}
    rows = Membership.objects.select_related("user", "organisation", "team")
    found = {
        (
            row.user.email,
            row.organisation.name,
            row.team.name if row.team else "",
            *(role for role in ("is_coordinator", "is_lead") if getattr(row, role)),
        )
        for row in rows
    }
    assert found == told
    assert users[EDITOR.email].groups.get().name == "Editors"
    assert users[ADMINISTRATOR.email].groups.get().name == "Administrators"
    assert authenticate(rf.post("/"), email=EDITOR.email, password=PASSWORD) == users[EDITOR.email]


def test_the_force_has_two_units_a_team_a_domain_and_a_join_code():
    seed_people()
    force = Organisation.objects.get(name="Marchshire Police")
    assert [unit.name for unit in force.get_children()] == [
        "Contact and Control Room",
        "Neighbourhood and Response East",
    ]
    assert Team.objects.get().organisation.get_parent() == force
    assert ApprovedDomain.objects.get(domain="police.example.org").organisation == force
    assert len(force.join_code) == 9
    lead = User.objects.get(email="gwenllian@police.example.org")
    assert organisations_led_by(lead).count() == 3
