"""The person of a session is read in one query, and what was taken from them is gone with the next request."""

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Permission

from lms.people.backends import SignedInBackend
from tests.factories.people import UserFactory

BACKEND = "lms.people.backends.SignedInBackend"


def test_one_query_reads_the_person_their_factor_and_whether_they_edit(alice, erin, django_assert_num_queries):
    Authenticator.objects.create(user=erin, type=Authenticator.Type.TOTP, data={})
    with django_assert_num_queries(2):
        found = [SignedInBackend().get_user(person.pk) for person in (alice, erin)]
        assert [person.is_editor for person in found] == [False, True]
        assert [bool(person.has_second_factor) for person in found] == [False, True]
    assert found == [alice, erin]


def test_it_agrees_with_the_permissions(alice, bob, dana, erin):
    alice.user_permissions.add(Permission.objects.get(codename="access_admin", content_type__app_label="wagtailadmin"))
    root = UserFactory(is_superuser=True)
    people = [alice, bob, dana, erin, root]
    read = [SignedInBackend().get_user(person.pk).is_editor for person in people]
    assert (
        read == [person.has_perm("wagtailadmin.access_admin") for person in people] == [True, False, False, True, True]
    )


def test_a_closed_account_is_signed_out_with_its_next_request(client, alice):
    client.force_login(alice, backend=BACKEND)
    assert client.get("/my-training/").status_code == 200
    alice.is_active = False
    alice.save()
    assert client.get("/my-training/").status_code == 302


def test_an_editor_taken_out_of_the_group_leaves_the_admin_at_once(client, erin):
    client.force_login(erin, backend=BACKEND)
    assert client.get("/admin/").status_code == 200
    erin.groups.clear()
    assert client.get("/admin/").status_code == 404


@pytest.mark.django_db
def test_nobody_has_an_unknown_key():
    assert SignedInBackend().get_user(10**9) is None
