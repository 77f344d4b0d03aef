"""Reports in Chromium: dashboard, lists, record and exports at both widths, with axe."""

import datetime

import pytest
from django.utils import timezone

from courses.domain.standing import refresh_standings
from courses.models import DayCount
from lms.people.models import Membership
from tests.factories.assigning import ask
from tests.factories.courses import module_of
from tests.factories.people import MembershipFactory, OrganisationFactory

DAY = datetime.timedelta(days=1)


@pytest.fixture
def county(site, haverley, bob, alice):
    """Two units with somebody late, somebody done, and a count of some months ago."""
    today, module = timezone.localdate(), module_of(1, title="T1 Seeing it", slug="t1")
    east = OrganisationFactory(parent=haverley, name="Neighbourhood and Response East")
    ask(alice, haverley, lead=bob, module=module, due_on=today - 4 * DAY)
    done = MembershipFactory(organisation=east).user
    ask(done, east, lead=bob, module=module, state="done", completed_on=today, valid_until=today + 20 * DAY)
    DayCount.objects.create(organisation=east, day=today - 99 * DAY, people=2, completed=0, not_started=2)
    refresh_standings(Membership.objects.values_list("pk", flat=True))


@pytest.mark.parametrize("width", [1280, 320])
def test_reports_pass_axe_and_never_scroll_sideways(width, new_context, sign_in, axe, bob, alice, county):
    page = sign_in(new_context(viewport={"width": width, "height": 800}).new_page(), bob)
    for path in (
        "/dashboard/",
        "/dashboard/?by=module",
        "/people/",
        f"/people/{alice.public_id}/",
        "/reports/",
        "/reports/modules/t1/",
        "/reports/completions/",
        "/reports/columns/",
        "/reports/exports/",
    ):
        page.goto(path)
        axe(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_a_number_of_the_dashboard_leads_to_its_people(new_context, sign_in, bob, alice, county):
    page = sign_in(new_context().new_page(), bob)
    page.goto("/dashboard/")
    assert page.locator("h1").inner_text() == "1 of 2 people are up to date (50%)"
    page.get_by_role("link", name="Late", exact=True).click()
    assert page.get_by_role("link", name="Example, Alice").is_visible()
    assert page.get_by_text("4 days late").is_visible()
