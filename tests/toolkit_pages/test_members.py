"""Members of partnerships: kept by administrators in the admin, recorded, and never by editors."""

import datetime

import pytest

from lms.audit.models import AuditEvent
from lms.people.domain.roles import ADMINISTRATORS, sync_roles
from tests.factories.people import UserFactory
from tests.factories.reviews import PartnershipFactory, checklist, closed_review
from toolkit_pages.domain.members import MemberError, add_member, change_member
from toolkit_pages.domain.review_access import reviews_visible_to
from toolkit_pages.models import PartnershipMember

pytestmark = pytest.mark.django_db


@pytest.fixture
def ade():
    """An administrator."""
    user = UserFactory(email="ade@editors.example.org")
    user.groups.add(sync_roles()[ADMINISTRATORS])
    return user


@pytest.fixture
def partnership(haverley):
    return PartnershipFactory(members=[haverley])


def test_an_administrator_adds_a_member_and_it_is_recorded(client, ade, partnership, elsewhere):
    client.force_login(ade)
    path = "/admin/partnership-members/new/"
    data = {"partnership": partnership.pk, "organisation": elsewhere.pk, "joined_on": "2026-01-05"}
    assert client.post(path, data).status_code == 302
    made = PartnershipMember.objects.get(organisation=elsewhere)
    assert (made.partnership, made.is_leading, made.joined_on) == (partnership, False, datetime.date(2026, 1, 5))
    assert AuditEvent.objects.get(action="added member of partnership").actor == ade
    assert client.post(path, data).status_code == 200
    assert PartnershipMember.objects.filter(organisation=elsewhere).count() == 1


def test_an_administrator_lets_a_member_leave_but_deletes_none(client, ade, partnership):
    client.force_login(ade)
    made = partnership.members.get()
    client.post(f"/admin/partnership-members/edit/{made.pk}/", {"left_on": "2026-02-01"})
    made.refresh_from_db()
    assert (made.is_leading, made.left_on) == (False, datetime.date(2026, 2, 1))
    assert client.post(f"/admin/partnership-members/delete/{made.pk}/").status_code in (302, 403, 404)
    assert PartnershipMember.objects.count() == 1
    assert AuditEvent.objects.get(action="changed member of partnership").detail["was_leading"] is True


@pytest.mark.parametrize("who", ["erin", "dana", "charlie"])
def test_nobody_else_reaches_them(client, request, who, partnership):
    client.force_login(request.getfixturevalue(who))
    assert client.get("/admin/partnership-members/").status_code in (302, 404)
    data = {"is_leading": "on"}
    client.post(f"/admin/partnership-members/edit/{partnership.members.get().pk}/", data)
    assert AuditEvent.objects.filter(action="changed member of partnership").count() == 0


def test_a_member_joins_once_and_leaves_after_joining(ade, partnership, haverley):
    with pytest.raises(MemberError, match="is a member already"):
        add_member(ade, partnership=partnership, organisation=haverley)
    with pytest.raises(MemberError, match="before it joined"):
        change_member(ade, member=partnership.members.get(), is_leading=True, left_on=datetime.date(2020, 1, 1))


def test_when_the_leading_member_leaves_its_coordinators_lead_no_more(ade, dana, partnership):
    checklist(1)
    closed_review(dana, partnership=partnership, levels=[0])
    change_member(ade, member=partnership.members.get(), is_leading=True, left_on=datetime.date(2026, 2, 1))
    assert list(reviews_visible_to(dana)) == []
