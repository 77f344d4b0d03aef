"""What the groups hold after `sync_roles`."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command

from lms.people.domain.roles import ADMINISTRATORS, EDITORS, sync_roles
from lms.people.models import User

pytestmark = pytest.mark.django_db
PEOPLE = [
    "add_user",
    "change_user",
    "delete_user",
    "view_user",
    "change_membership",
    "view_membership",
    "view_auditevent",
]


def held(name: str) -> set[str]:
    """The code names of a group's permissions."""
    return set(Group.objects.get(name=name).permissions.values_list("codename", flat=True))


def test_editors_hold_nothing_about_people():
    sync_roles()
    assert held(EDITORS) & set(PEOPLE) == set()
    assert not any(
        name.endswith(("enrolment", "certificate", "quizattempt", "lessonprogress")) for name in held(EDITORS)
    )
    assert "access_admin" in held(EDITORS)


def test_administrators_manage_organisations_and_not_accounts():
    sync_roles()
    assert {
        "add_organisation",
        "change_organisation",
        "change_sitesettings",
        "add_redirect",
        "view_auditevent",
    } <= held(ADMINISTRATORS)
    assert held(ADMINISTRATORS) & {"add_user", "change_user", "delete_user", "delete_organisation"} == set()


def test_what_was_added_by_hand_is_taken_away_again():
    sync_roles()
    before = held(EDITORS)
    Group.objects.get(name=EDITORS).permissions.add(*Permission.objects.filter(codename="delete_user"))
    call_command("sync_roles", verbosity=0)
    assert held(EDITORS) == before


def test_leads_and_coordinators_are_in_no_group_and_stay_out_of_the_admin(client, bob, dana):
    assert User.objects.filter(groups__isnull=False).count() == 0
    for user in (bob, dana):
        client.force_login(user)
        for address in (
            "/admin/",
            "/admin/login/?next=/admin/",
            "/django-admin/",
            "/django-admin/login/?next=/django-admin/",
        ):
            assert client.get(address, follow=True).status_code == 404
