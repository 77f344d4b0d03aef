"""What a list's leaving days do: they end the membership they name, once, and no other."""

import datetime
from datetime import timedelta

import pytest
from django.utils import timezone

from lms.design_system.wording import day
from lms.people.models import Membership
from tests.factories.people import MembershipFactory, OrganisationFactory
from tests.factories.rosters import applied_import, checked_import, told

pytestmark = pytest.mark.django_db
HEAD = "E-mail,Name,Unit,Left"
LEFT = datetime.date(2026, 5, 1)
LONG_AGO = datetime.date(2024, 1, 8)


@pytest.fixture
def jo(haverley):
    """Somebody in two units."""
    east, west = (OrganisationFactory(parent=haverley, name=name) for name in ("East", "West"))
    there = MembershipFactory(organisation=east, user__email="jo@police.example.org", started_on=LONG_AGO)
    MembershipFactory(organisation=west, user=there.user, started_on=LONG_AGO)
    return there.user


def line(jo, *, unit: str = "", left: datetime.date = LEFT) -> str:
    return f"jo@police.example.org,{jo.full_name},{unit},{left.isoformat()}"


def ends(jo) -> list:
    """Unit and last day of each membership, by unit."""
    return list(jo.memberships.order_by("organisation__name").values_list("organisation__name", "ended_on"))


def test_a_leaver_of_one_unit_stays_in_the_other_however_often_the_list_comes(bob, haverley, jo):
    found = applied_import(bob, haverley, HEAD, line(jo, unit="East"))
    assert told(found) == [(2, "end", "Membership in East ends on 1 May 2026. Certificates kept.")]
    assert ends(jo) == [("East", LEFT), ("West", None)]
    again = applied_import(bob, haverley, HEAD, line(jo, unit="East"), end_missing=True)
    assert told(again) == [(2, "unchanged", "Left East on 1 May 2026.")]
    assert ends(jo) == [("East", LEFT), ("West", None)]


def test_without_a_unit_a_leaver_of_two_is_refused(bob, haverley, jo):
    found = applied_import(bob, haverley, HEAD, line(jo), end_missing=True)
    assert told(found) == [(2, "refused", "Is in East and West: name the unit they have left")]
    assert ends(jo) == [("East", None), ("West", None)]


def test_a_leaver_of_a_unit_they_were_never_in_is_refused(bob, haverley, jo):
    OrganisationFactory(parent=haverley, name="North")
    found = checked_import(bob, haverley, HEAD, line(jo, unit="North"))
    assert told(found) == [(2, "refused", "Is in East and West, not in North: name the unit they have left")]


def test_who_left_the_unit_before_the_day_the_list_names_may_be_meant_to_leave_the_other(bob, haverley, jo):
    jo.memberships.filter(organisation__name="East").update(ended_on=LEFT)
    found = checked_import(bob, haverley, HEAD, line(jo, unit="East", left=LEFT + timedelta(days=60)))
    assert told(found) == [(2, "refused", "Is in West, not in East: name the unit they have left")]


def test_a_leaving_day_before_a_move_ends_nothing(bob, haverley, jo):
    jo.memberships.filter(organisation__name="East").update(ended_on=LEFT)
    jo.memberships.filter(organisation__name="West").update(started_on=LEFT)
    for unit in ("East", ""):
        found = checked_import(bob, haverley, HEAD, line(jo, unit=unit, left=LEFT - timedelta(days=1)))
        assert told(found) == [(2, "unchanged", "Left East on 1 May 2026.")]


def test_who_came_back_to_the_same_unit_is_not_ended_by_the_old_row(bob, haverley, jo):
    jo.memberships.filter(organisation__name="East").update(ended_on=LEFT)
    back = MembershipFactory(user=jo, organisation=jo.memberships.earliest("pk").organisation, started_on="2026-06-01")
    applied_import(bob, haverley, HEAD, line(jo, unit="East"))
    assert Membership.objects.get(pk=back.pk).ended_on is None


def test_a_move_keeps_a_leaving_day_to_come_and_says_so(bob, haverley, jo):
    leaves = timezone.localdate() + timedelta(days=30)
    jo.memberships.filter(organisation__name="West").delete()
    jo.memberships.update(ended_on=leaves)
    found = applied_import(bob, haverley, "E-mail,Name,Unit", f"jo@police.example.org,{jo.full_name},West")
    today = timezone.localdate()
    assert ends(jo) == [("East", today), ("West", leaves)]
    [(_number, action, detail)] = told(found)
    assert action == "move"
    assert detail.endswith(f"Leaves on {day(leaves)}, as planned.")
