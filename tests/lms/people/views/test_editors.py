"""Administrators appoint editors in the Wagtail admin; nobody else does, and nobody appoints administrators there."""

import pytest
from allauth.account.models import EmailAddress

from lms.audit.models import AuditEvent
from lms.people.domain.appointing import appoint_editor, dismiss_editor
from lms.people.domain.errors import NotAllowed
from lms.people.domain.roles import ADMINISTRATORS, EDITORS, sync_roles
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db
PAGE = "/admin/editors/"
QUERIES = 11


@pytest.fixture
def administrator(client):
    """Somebody in the administrators' group, signed in."""
    user = UserFactory(email="ade@editors.example.org")
    user.groups.add(sync_roles()[ADMINISTRATORS])
    client.force_login(user)
    return user


def groups_of(user) -> list[str]:
    return list(user.groups.values_list("name", flat=True))


def test_an_administrator_appoints_an_editor_and_takes_the_role_away(client, administrator, alice):
    page = client.post(PAGE, {"email": alice.email.upper()}, follow=True).content.decode()
    assert groups_of(alice) == [EDITORS]
    assert "Alice Example is an editor now." in page
    assert page.count("<h1") == 1
    page = client.post(f"{PAGE}{alice.public_id}/dismiss/", follow=True).content.decode()
    assert groups_of(alice) == []
    assert "Alice Example is no editor any more." in page
    assert list(AuditEvent.objects.order_by("pk").values_list("action", "actor", "subject_id")) == [
        ("appointed editor", administrator.pk, str(alice.pk)),
        ("dismissed editor", administrator.pk, str(alice.pk)),
    ]


@pytest.mark.parametrize("who", ["alice", "bob", "charlie", "dana", "erin"])
def test_nobody_else_opens_the_page_or_appoints(client, request, who, alice):
    sync_roles()
    user = request.getfixturevalue(who)
    client.force_login(user)
    assert client.get(PAGE).status_code == 404
    assert client.post(PAGE, {"email": alice.email}).status_code == 404
    assert client.post(f"{PAGE}{alice.public_id}/dismiss/").status_code == 404
    with pytest.raises(NotAllowed):
        appoint_editor(user, email=alice.email)
    with pytest.raises(NotAllowed):
        dismiss_editor(user, user=alice)


@pytest.mark.parametrize(
    ("email", "said"),
    [
        ("", "Enter an e-mail address"),
        ("nobody@example.org", "Nobody has a confirmed account"),
        ("erin@editors.example.org", "is an editor already"),
        ("alice@police.example.org", "Nobody has a confirmed account"),
    ],
)
def test_what_cannot_be_is_said_beside_what_was_typed(client, administrator, alice, erin, email, said):
    EmailAddress.objects.filter(user=alice).update(verified=False)
    page = client.post(PAGE, {"email": email}).content.decode()
    assert said in page
    assert f'value="{email}"' in page or not email
    assert groups_of(alice) == []


def test_an_administrator_is_not_dismissed_here(client, administrator):
    assert client.post(f"{PAGE}{administrator.public_id}/dismiss/").status_code == 404
    assert groups_of(administrator) == [ADMINISTRATORS]


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_takes_the_same_queries_for_one_editor_and_for_three(
    client, administrator, rows, django_assert_num_queries
):
    for _row in range(rows):
        UserFactory().groups.add(sync_roles()[EDITORS])
    client.get(PAGE)
    with django_assert_num_queries(QUERIES):
        assert client.get(PAGE).status_code == 200
