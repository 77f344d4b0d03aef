"""Settling each person: joiners, movers, leavers, courses that change, and what was begun before the sweep came."""

import datetime

import pytest
from django.utils import timezone

from courses.domain.assigning import (
    sweep,
)
from courses.domain.enrolling import enrol
from courses.domain.progress import complete_lesson, open_lesson
from courses.models import Course, CourseModule, Requirement, Standing
from lms.people.models import Membership
from tests.factories.asking import DUE, NOW, START, TODAY, days, member, move, rows
from tests.factories.assigning import give_out
from tests.factories.courses import module_of
from tests.factories.people import OrganisationFactory, TeamFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _members_since_january(alice, bob):
    Membership.objects.update(started_on=START, changed_at=NOW - days(100))


@pytest.fixture
def module():
    return module_of(1)


def test_joiners_get_it_with_days_of_their_own_and_never_a_date_that_is_past(bob, alice, haverley, module):
    give_out(bob, haverley, module=module, due_on=DUE, days_after_joining=30, at=NOW)
    sweep(NOW)
    later = NOW + days(60)
    member(haverley, "Early", started_on=later.date() - days(10))
    member(haverley, "Late", started_on=later.date() - days(50))
    assert sweep(later) == 2
    assert rows(user__first_name="Early") == [("Early", "to_do", later.date() + days(20))]
    assert rows(user__first_name="Late") == [("Late", "to_do", later.date() + days(30))]
    assert rows(user=alice) == [("Alice", "to_do", DUE)]


def test_without_joiners_nobody_gets_it_later(bob, alice, haverley, module):
    team = TeamFactory(organisation=haverley)
    Membership.objects.filter(user=alice).update(team=team)
    give_out(bob, haverley, module=module, audience="teams", teams=[team], include_joiners=False, at=NOW)
    sweep(NOW)
    member(haverley, "Newcomer", started_on=TODAY + days(1), team=team)
    Membership.objects.filter(user=bob).update(team=team, changed_at=timezone.now())
    assert sweep(NOW + days(3)) == 0
    assert rows() == [("Alice", "to_do", None)]


def test_who_stops_matching_keeps_what_they_began_and_who_leaves_is_asked_no_longer(bob, alice, haverley, module):
    team = TeamFactory(organisation=haverley)
    begun, gone = member(haverley, "Begun", team=team), member(haverley, "Gone", team=team)
    Membership.objects.filter(user=alice).update(team=team)
    give_out(bob, haverley, module=module, audience="teams", teams=[team], due_on=DUE, at=NOW)
    sweep(NOW)
    open_lesson(enrol(begun.user, module=module), lesson=module.published_lessons()[0].lesson)
    Membership.objects.update(team=None, changed_at=timezone.now())
    Membership.objects.filter(pk=gone.pk).update(ended_on=TODAY)
    sweep(NOW + days(1))
    assert rows() == [("Alice", "stopped", DUE), ("Begun", "doing", DUE), ("Gone", "stopped", DUE)]
    assert dict(Requirement.objects.values_list("user__first_name", "stop_reason")) == {
        "Alice": "no_match",
        "Begun": "",
        "Gone": "left",
    }
    assert not Standing.objects.filter(membership=gone).exists()
    Membership.objects.filter(user=alice).update(team=team, changed_at=timezone.now())
    sweep(NOW + days(2))
    assert rows(user=alice) == [("Alice", "to_do", DUE)]


def test_movers_take_it_along_inside_the_tree_and_lose_it_outside(bob, alice, haverley, elsewhere, module):
    unit = OrganisationFactory(parent=haverley, name="Call centre")
    inside, outside = member(haverley, "Inside"), member(haverley, "Outside")
    give_out(bob, haverley, module=module, due_on=DUE, at=NOW)
    sweep(NOW)
    moved = move(inside, unit)
    move(outside, elsewhere)
    sweep(NOW + datetime.timedelta(hours=1))
    found = Requirement.objects.get(user=inside.user)
    assert (found.membership, found.state, found.due_on) == (moved, "to_do", DUE)
    assert rows(user=outside.user) == [("Outside", "stopped", DUE)]
    assert Standing.objects.get(membership=moved).required == 1
    assert not Standing.objects.filter(membership__in=[inside, outside]).exists()
    assert Standing.objects.get(user=outside.user).required == 0


def test_two_organisations_never_touch_each_other_s_people(bob, alice, charlie, haverley, elsewhere, module):
    Membership.objects.filter(user=charlie).update(started_on=START)
    give_out(bob, haverley, module=module, due_on=DUE, at=NOW)
    give_out(charlie, elsewhere, module=module, due_on=DUE + days(5), at=NOW)
    sweep(NOW)
    assert set(Requirement.objects.values_list("user__first_name", "assignment__organisation")) == {
        ("Alice", haverley.pk),
        ("Bob", haverley.pk),
        ("Charlie", elsewhere.pk),
    }


def test_a_course_asks_each_module_and_follows_its_changes(bob, alice, haverley):
    course = Course.objects.create(title="Induction", slug="induction", live=True)
    first, second, third = (module_of(1) for _ in range(3))
    for order, module in enumerate([first, second]):
        CourseModule.objects.create(course=course, module=module, sort_order=order)
    give_out(bob, haverley, course=course, due_on=DUE, at=NOW)
    assert sweep(NOW) == 4
    CourseModule.objects.filter(module=second).update(module=third)
    sweep(NOW + days(1))
    assert list(Requirement.objects.of(alice).order_by("module").values_list("module", "state")) == [
        (first.pk, "to_do"),
        (second.pk, "stopped"),
        (third.pk, "to_do"),
    ]


def test_a_lesson_completed_before_the_sweep_counts_as_begun(bob, alice, haverley):
    module = module_of(2)
    complete_lesson(enrol(alice, module=module), lesson=module.published_lessons()[0].lesson, at=NOW)
    give_out(bob, haverley, module=module, at=NOW)
    sweep(NOW)
    assert rows(user=alice) == [("Alice", "doing", None)]
