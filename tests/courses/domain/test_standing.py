"""Standings sum up what is asked of each member; a day's counts sum up standings."""

import datetime

import pytest
from django.utils import timezone

from courses.domain.standing import count_day, refresh_standings, sweep_standings
from courses.models import DayCount, ModuleStanding, Requirement, Standing
from lms.people.models import Membership
from tests.factories.assigning import AssignmentFactory, RequirementFactory
from tests.factories.courses import ModuleFactory
from tests.factories.people import MembershipFactory

pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 6, 15)


def days(count: int) -> datetime.timedelta:
    return datetime.timedelta(days=count)


@pytest.fixture(autouse=True)
def _members_since_january(alice, bob):
    Membership.objects.update(started_on=datetime.date(2026, 1, 5))


@pytest.fixture
def membership(alice):
    return Membership.objects.get(user=alice)


@pytest.fixture
def ask(membership, bob, haverley):
    """Ask something of alice; `done` is how many days ago it was done."""

    def asking(*, module=None, mandatory=True, done=None, valid=None, due=10, target=None, **fields):
        assignment = AssignmentFactory(
            organisation=haverley, module=module or ModuleFactory(), created_by=bob, is_mandatory=mandatory
        )
        if done is not None:
            fields |= {
                "state": "done",
                "completed_on": DAY - days(done),
                "valid_until": None if valid is None else DAY + days(valid),
            }
        return RequirementFactory(
            assignment=assignment, membership=target or membership, due_on=due and DAY + days(due), **fields
        )

    return asking


def standing(membership) -> tuple:
    refresh_standings([membership.pk], today=DAY)
    found = Standing.objects.get(membership=membership)
    return (found.required, found.done, found.started, found.next_due, found.next_expiry)


def test_nothing_asked_is_a_standing_of_nothing(membership):
    assert standing(membership) == (0, 0, False, None, None)


def test_modules_are_counted_once_and_only_what_is_required(membership, ask):
    module = ModuleFactory()
    ask(module=module, due=20)
    ask(module=module, due=-3, state="doing")
    ask(done=5, valid=100)
    ask(done=5, valid=50)
    ask(done=5)
    ask(mandatory=False, due=1)
    ask(state="exempt", due=1)
    ask(state="stopped", stopped_on=DAY, due=1)
    assert standing(membership) == (4, 3, True, DAY - days(3), DAY + days(50))


def test_a_repeat_counts_once_its_date_is_past(membership, ask):
    first = ask(done=300, valid=0, due=-290)
    again = RequirementFactory(assignment=first.assignment, membership=membership, cycle=2, due_on=DAY)
    assert standing(membership) == (1, 1, False, DAY, DAY)
    again.due_on = DAY - days(1)
    again.save()
    assert standing(membership) == (1, 0, False, DAY - days(1), DAY)


def test_each_module_is_summed_up_over_all_who_ask_it(membership, ask, haverley):
    first, second, third = ModuleFactory(), ModuleFactory(), ModuleFactory()
    ask(module=first, due=20)
    late = ask(module=first, due=-3, state="doing")
    ask(module=second, done=5, valid=100)
    again = ask(module=third, done=300, valid=0)
    RequirementFactory(assignment=again.assignment, membership=membership, cycle=2, due_on=DAY)
    ask(mandatory=False)
    ask(state="exempt")

    def found() -> dict:
        refresh_standings([membership.pk], today=DAY)
        rows = ModuleStanding.objects.filter(membership=membership, organisation=haverley)
        return {row.module_id: (row.is_open, row.begun, row.due, row.expiry) for row in rows}

    assert found() == {
        first.pk: (True, True, DAY - days(3), None),
        second.pk: (False, False, None, DAY + days(100)),
        third.pk: (False, False, DAY, DAY),
    }
    Requirement.objects.filter(pk=late.pk).update(state="to_do", due_on=None)
    Requirement.objects.filter(module=second).update(state="stopped", completed_on=None, stopped_on=DAY)
    Requirement.objects.filter(module=third, cycle=1).update(valid_until=None)
    assert found() == {first.pk: (True, False, DAY + days(20), None), third.pk: (False, False, DAY, None)}
    Membership.objects.filter(pk=membership.pk).update(ended_on=DAY)
    assert found() == {}


def test_only_the_modules_that_changed_are_looked_at_unless_there_is_no_standing_yet(membership, ask):
    first, second = ModuleFactory(), ModuleFactory()
    ask(module=first)
    ask(module=second)
    refresh_standings([membership.pk], modules=[first.pk], today=DAY)
    assert Standing.objects.get(membership=membership).required == 2
    Requirement.objects.update(state="done", completed_on=DAY)
    refresh_standings([membership.pk], modules=[first.pk], today=DAY)
    assert Standing.objects.get(membership=membership).done == 1
    refresh_standings([membership.pk], modules=[second.pk], today=DAY)
    assert Standing.objects.get(membership=membership).done == 2


def test_who_is_a_member_in_two_places_is_noted_with_the_later_at_the_latest(membership, elsewhere):
    refresh_standings([membership.pk], today=DAY)
    second = MembershipFactory(user=membership.user, organisation=elsewhere, started_on=DAY)
    refresh_standings([second.pk], today=DAY)
    noted = Standing.objects.filter(also_elsewhere=True)
    assert list(noted.values_list("membership", flat=True)) == [second.pk]
    refresh_standings([membership.pk, second.pk], today=DAY)
    assert noted.count() == 2
    Membership.objects.filter(pk=second.pk).update(ended_on=DAY)
    refresh_standings([membership.pk, second.pk], today=DAY)
    assert noted.count() == 0


def test_ended_members_lose_theirs_and_everybody_else_has_one(membership, bob, charlie):
    assert sweep_standings(today=DAY) == 2  # charlie joins on a later day
    membership.ended_on = DAY
    membership.save()
    future = MembershipFactory(started_on=DAY + days(1))
    assert sweep_standings(today=DAY) == 1
    assert list(Standing.objects.values_list("user", flat=True)) == [bob.pk]
    assert list(Membership.objects.filter(is_summed_up=True).values_list("user", flat=True)) == [bob.pk]
    assert sweep_standings(today=DAY + days(1)) == 1
    assert Standing.objects.filter(membership=future).exists()
    assert sweep_standings(today=DAY + days(1)) == 0


def test_what_time_alone_changes_is_found(membership, ask):
    first = ask(done=300, valid=0, due=-290)
    RequirementFactory(assignment=first.assignment, membership=membership, cycle=2, due_on=DAY)
    sweep_standings(today=DAY)
    assert Standing.objects.get(membership=membership).done == 1
    sweep_standings(today=DAY + days(1))
    found = Standing.objects.get(membership=membership)
    assert (found.done, found.next_expiry) == (0, None)


@pytest.mark.parametrize("count", [1, 3])
def test_refreshing_takes_as_many_queries_for_three_as_for_one(haverley, count, django_assert_num_queries):
    ids = [MembershipFactory(organisation=haverley).pk for _ in range(count)]
    with django_assert_num_queries(8):  # six statements and the savepoint of the test's own transaction
        refresh_standings(ids)
    assert Standing.objects.count() == count


def test_a_day_counts_each_organisation_s_own_people_once_overall_and_by_module(
    membership, ask, bob, charlie, haverley, elsewhere
):
    module, other = ModuleFactory(), ModuleFactory()
    of_bob = Membership.objects.get(user=bob)
    late = MembershipFactory(organisation=haverley, started_on=DAY)
    idle = MembershipFactory(organisation=haverley, started_on=DAY)
    MembershipFactory(organisation=haverley, started_on=DAY)  # nothing is asked of them
    ask(module=module, done=5)
    ask(module=module, target=of_bob, state="doing")
    ask(module=module, target=late, due=-1)
    ask(module=module, target=idle)
    ask(module=other, target=idle, done=1)
    refresh_standings(Membership.objects.values_list("pk", flat=True), today=DAY)
    for _ in range(2):
        count_day(DAY)
        found = DayCount.objects.order_by("module").values_list(
            "organisation", "module", "people", "completed", "in_progress", "not_started", "late"
        )
        assert set(found) == {
            (haverley.pk, None, 4, 1, 1, 1, 1),
            (haverley.pk, module.pk, 4, 1, 1, 1, 1),
            (haverley.pk, other.pk, 1, 1, 0, 0, 0),
        }
        assert len(found) == 3
    assert set(DayCount.objects.values_list("day", flat=True)) == {DAY}
    assert timezone.localdate() != DAY
