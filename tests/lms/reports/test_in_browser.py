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
        "/people/?state=soon",
        f"/people/{alice.public_id}/",
        f"/people/{alice.public_id}/address/",
        "/reports/",
        "/reports/modules/t1/",
        "/reports/completions/",
        f"/reports/completions/?on={timezone.localdate() - DAY}",
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


def test_print_prints_and_paper_shows_tables_and_who_printed(new_context, sign_in, bob, alice, county):
    page = sign_in(new_context().new_page(), bob)
    page.add_init_script("window.print = () => { window.printed = (window.printed || 0) + 1 }")
    page.goto("/dashboard/")
    assert not page.get_by_text("Printed on").is_visible()
    page.get_by_role("button", name="Print").click()
    assert page.evaluate("window.printed") == 1
    page.set_viewport_size({"width": 690, "height": 900})
    page.emulate_media(media="print")
    assert page.get_by_text("by Bob Example, Haverley Police.").is_visible()
    assert not page.get_by_role("button", name="Print").is_visible()
    assert page.locator("table.stack thead").last.bounding_box()["height"] > 10


def test_without_scripts_there_is_no_button_to_print(new_context, sign_in, bob, alice, county):
    page = sign_in(new_context(java_script_enabled=False).new_page(), bob)
    page.goto("/dashboard/")
    assert page.get_by_role("button", name="Print").count() == 0


def test_a_point_of_the_trend_leads_to_that_day(new_context, sign_in, bob, alice, county):
    page = sign_in(new_context().new_page(), bob)
    page.goto("/dashboard/")
    page.locator("svg.chart a").first.click()
    assert page.get_by_text("As it was at the end of").is_visible()
    page.go_back()
    page.get_by_text("See the numbers").click()
    page.locator("details table a").first.click()
    assert page.get_by_text("As it was at the end of").is_visible()
