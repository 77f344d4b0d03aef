"""Whom an address means among the agencies of a review: the person's nearest one, however many agencies there are."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from lms.people.domain.access import units_of
from tests.factories.people import MembershipFactory, OrganisationFactory
from toolkit_pages.domain.review_asking import member_with

pytestmark = pytest.mark.django_db


def with_units(haverley, number):
    """The force and so many units, in no order."""
    for unit in range(number):
        OrganisationFactory(parent=haverley, name=f"Unit {unit}")
    return list(units_of(haverley.pk).order_by("-path"))


def test_somebody_answers_for_the_nearest_agency_and_nobody_for_one_that_is_not_asked(haverley, elsewhere):
    agencies = with_units(haverley, 3)
    desk = OrganisationFactory(parent=agencies[1], name="Front desk")
    inside, outside = MembershipFactory(organisation=desk), MembershipFactory(organisation=elsewhere)
    today = timezone.localdate()
    assert member_with(inside.user.email, agencies, today=today) == (inside.user, agencies[1], inside)
    assert member_with(inside.user.email, agencies[2:3], today=today) is None
    assert member_with(outside.user.email, agencies, today=today) is None


def test_a_force_of_very_many_units_asks_the_database_no_longer_a_question(haverley):
    found = []
    for number in (1, 30):
        agencies = with_units(haverley, number)
        with CaptureQueriesContext(connection) as seen:
            member_with("nobody@example.org", agencies, today=timezone.localdate())
        found.append([len(query["sql"]) for query in seen])
    assert found[0] == found[1]
