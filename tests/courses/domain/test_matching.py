"""Whom an assignment is for."""

import datetime

import pytest
from django.utils import timezone

from courses.domain.matching import matching_memberships, modules_of
from courses.models import Assignment, Course, CourseModule
from tests.factories.assigning import AssignmentFactory
from tests.factories.courses import ModuleFactory
from tests.factories.people import MembershipFactory, OrganisationFactory, TeamFactory

pytestmark = pytest.mark.django_db
Audience = Assignment.Audience
TODAY = datetime.date(2026, 6, 15)


@pytest.fixture
def unit(haverley):
    return OrganisationFactory(parent=haverley, name="Call centre", nation="")


@pytest.fixture
def people(haverley, unit, elsewhere):
    """A membership each, by first name."""

    def member(name, organisation, **fields):
        fields.setdefault("started_on", TODAY - datetime.timedelta(days=100))
        return MembershipFactory(organisation=organisation, user__first_name=name, **fields)

    return {
        "Ada": member("Ada", haverley, job_role="Call Handler", is_first_responder=True),
        "Ben": member("Ben", haverley, job_role="sergeant ", nation="wales", is_child_facing=True),
        "Cal": member("Cal", unit, job_role="CALL HANDLER", nation="england"),
        "Dot": member("Dot", unit, job_role="Cook"),
        "Gone": member("Gone", haverley, job_role="Call handler", ended_on=TODAY - datetime.timedelta(days=1)),
        "Soon": member("Soon", haverley, job_role="Call handler", started_on=TODAY + datetime.timedelta(days=1)),
        "Out": member("Out", elsewhere, job_role="Call handler"),
    }


def names(assignment, *, today=TODAY):
    return sorted(matching_memberships(assignment, today=today).values_list("user__first_name", flat=True))


def for_(organisation, lead, **fields):
    return AssignmentFactory(organisation=organisation, created_by=lead, state="draft", assigned_at=None, **fields)


def test_everyone_is_every_current_member_with_or_without_units(people, haverley, dana):
    haverley.refresh_from_db()
    assert names(for_(haverley, dana)) == ["Ada", "Ben", "Cal", "Dot"]
    assert names(for_(haverley, dana, include_units=False)) == ["Ada", "Ben"]
    assert names(for_(haverley, dana), today=TODAY + datetime.timedelta(days=1)) == ["Ada", "Ben", "Cal", "Dot", "Soon"]


def test_teams_and_chosen_people_only_within_the_organisation(people, haverley, elsewhere, dana):
    inside, outside = TeamFactory(organisation=haverley), TeamFactory(organisation=elsewhere)
    for name, team in [("Ada", inside), ("Out", outside)]:
        people[name].team = team
        people[name].save()
    by_team = for_(haverley, dana, audience=Audience.TEAMS)
    by_team.teams.set([inside, outside])
    assert names(by_team) == ["Ada"]

    chosen = for_(haverley, dana, audience=Audience.PEOPLE)
    chosen.people.set([people["Ben"].user, people["Out"].user, people["Gone"].user])
    assert names(chosen) == ["Ben"]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ({"job_roles": ["call handler"]}, ["Ada", "Cal"]),
        ({"job_roles": ["Sergeant", "Cook"]}, ["Ben", "Dot"]),
        ({"first_responders_only": True}, ["Ada"]),
        ({"child_facing_only": True}, ["Ben"]),
        ({"nation": "england"}, ["Ada", "Cal"]),
        ({"nation": "wales"}, ["Ben"]),
        ({"joined_after": TODAY - datetime.timedelta(days=100)}, []),
        ({"joined_after": TODAY - datetime.timedelta(days=101)}, ["Ada", "Ben", "Cal", "Dot"]),
        ({"job_roles": ["call handler"], "first_responders_only": True}, ["Ada"]),
    ],
)
def test_a_rule_is_met_in_every_part(people, haverley, dana, rule, expected):
    assert names(for_(haverley, dana, audience=Audience.RULE, **rule)) == expected


def test_joiners_match_only_where_they_are_wanted(people, haverley, dana):
    assigned_at = timezone.make_aware(datetime.datetime(2026, 6, 10, 9))
    people["Ada"].started_on = datetime.date(2026, 6, 11)
    people["Ada"].save()
    wanted = AssignmentFactory(organisation=haverley, created_by=dana, assigned_at=assigned_at)
    unwanted = AssignmentFactory(organisation=haverley, created_by=dana, assigned_at=assigned_at, include_joiners=False)
    assert names(wanted) == ["Ada", "Ben", "Cal", "Dot"]
    assert names(unwanted) == ["Ben", "Cal", "Dot"]


def test_a_course_asks_its_published_modules_in_order(haverley, dana):
    course = Course.objects.create(title="Induction", slug="induction", live=True)
    second, first, hidden = ModuleFactory(), ModuleFactory(), ModuleFactory(live=False)
    for order, module in enumerate([first, hidden, second]):
        CourseModule.objects.create(course=course, module=module, sort_order=order)
    assert modules_of(for_(haverley, dana, module=None, course=course)) == [first, second]
    assert modules_of(for_(haverley, dana, module=first)) == [first]
