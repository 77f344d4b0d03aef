"""The dashboard: exact numbers, whose people they are, and what a new lead sees."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from courses.domain.standing import refresh_standings
from courses.models import DayCount
from lms.outbox.models import OutgoingEmail
from lms.people.models import Membership, User
from lms.reports.domain.counting import Counts, shares
from tests.factories.assigning import ask
from tests.factories.courses import module_of
from tests.factories.people import MembershipFactory, OrganisationFactory, TeamFactory

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)
NOW = timezone.now()


def refresh() -> None:
    refresh_standings(Membership.objects.values_list("pk", flat=True))


def people(organisation, number: int, **fields) -> list[User]:
    return [row.user for row in MembershipFactory.create_batch(number, organisation=organisation, **fields)]


@pytest.fixture
def county(haverley, bob):
    """Haverley with two units: 2 completed, 1 in progress, 3 not started, 4 late; bob has nothing assigned."""
    today = timezone.localdate()
    east, west = (OrganisationFactory(parent=haverley, name=name) for name in ("East", "West"))
    team = TeamFactory(organisation=east, name="Night shift")
    module = module_of(1, title="T1 Seeing it")
    for user in people(east, 2, job_role="Detective", team=team):
        ask(user, east, lead=bob, module=module, state="done", completed_on=today, valid_until=today + 30 * DAY)
    for user in people(east, 1, job_role="Detective"):
        ask(user, east, lead=bob, module=module, state="doing", due_on=today)
    for user in people(west, 3):
        ask(user, west, lead=bob, module=module, due_on=None)
    for user in people(west, 4):
        ask(user, west, lead=bob, module=module, due_on=today - DAY)
    User.objects.filter(memberships__organisation=east).update(last_login=timezone.now())
    refresh()
    return {"east": east, "west": west, "team": team, "module": module}


def page(client, user, **query):
    client.force_login(user)
    return client.get("/dashboard/", query)


def test_the_headline_counts_everybody_once(client, bob, county):
    response = page(client, bob)
    html = response.content.decode()
    assert response.context["counts"] == Counts(
        completed=2, in_progress=1, not_started=3, late=4, nothing=1, expiring=2
    )
    assert "2 of 10 people are up to date (20%)" in html
    assert "Haverley Police and its 2 units" in html
    assert "including 7 people who have never signed in" in html
    assert "1 person has nothing assigned" in html


def test_somebody_in_two_units_counts_once_in_the_total(client, bob, county):
    user = county["east"].memberships.filter(requirements__state="done").first().user
    MembershipFactory(organisation=county["west"], user=user)
    refresh()
    response = page(client, bob)
    assert response.context["counts"] == Counts(
        completed=2, in_progress=1, not_started=3, late=4, nothing=1, expiring=2
    )
    assert "counts once in the total" in response.content.decode()


def test_the_table_has_a_row_for_each_unit(client, bob, county):
    rows = page(client, bob).context["rows"]
    assert [(group.name, group.counts.people, group.counts.completed, group.counts.late) for group, *_ in rows] == [
        ("Haverley Police", 0, 0, 0),
        ("East", 3, 2, 0),
        ("West", 7, 0, 4),
    ]


@pytest.mark.parametrize(
    ("way", "expected"),
    [
        ("team", [("No team", 0), ("Night shift", 2), ("No team", 1), ("No team", 7)]),
        ("role", [("Detective", 3), ("No job role", 7)]),
        ("module", [("T1 Seeing it", 10)]),
    ],
)
def test_the_numbers_are_broken_down_in_other_ways(client, bob, county, way, expected):
    rows = page(client, bob, by=way).context["rows"]
    assert [(group.name, group.counts.people) for group, *_ in rows] == expected


def test_each_number_is_a_link_to_as_many_people(client, bob, county):
    context = page(client, bob).context
    for _name, _words, count, url in context["keys"]:
        assert client.get(url).context["page"].paginator.count == count
    for need in context["needs"]:
        assert client.get(need.url).context["page"].paginator.count == need.count
    for way in ("unit", "team", "role"):
        for group, url, _parts in page(client, bob, by=way).context["rows"]:
            assert client.get(url).context["page"].paginator.count == group.counts.total


def test_an_e_mail_that_came_back_needs_the_lead_of_that_person_alone(client, bob, charlie, alice, haverley):
    OutgoingEmail.objects.create(
        key="came back", kind="reminder", to=alice.email, state="failed", not_before=NOW, bounced_at=NOW
    )
    text = "Person’s e-mail came back"
    unit = {"unit": haverley.pk}
    for query, url in (({}, "/assignments/reminders/"), (unit, f"/assignments/reminders/?organisation={haverley.pk}")):
        needs = page(client, bob, **query).context["needs"]
        assert [(need.count, need.url) for need in needs if need.text == text] == [(1, f"{url}#came-back")]
        assert client.get(url).context["came_back_count"] == 1
    assert [need for need in page(client, charlie).context["needs"] if need.text == text] == []


def test_the_lead_of_a_unit_sees_that_unit_alone(client, county):
    lead = MembershipFactory(organisation=county["east"], is_lead=True).user
    refresh()
    counts = page(client, lead).context["counts"]
    assert (counts.people, counts.completed, counts.nothing) == (3, 2, 1)


def test_a_lead_elsewhere_counts_none_of_them_even_by_unit(client, charlie, county):
    response = page(client, charlie, unit=county["east"].pk)
    assert response.context["counts"].total == 1
    assert "East" not in response.content.decode()


@pytest.mark.parametrize("who", ["alice", "dana", "erin"])
@pytest.mark.parametrize(
    "path", ["/dashboard/", "/reports/", "/reports/completions/", "/reports/exports/", "/reports/columns/"]
)
def test_for_whoever_leads_nobody_there_are_no_reports(client, request, who, path):
    client.force_login(request.getfixturevalue(who))
    assert client.get(path).status_code == 404


def test_late_follows_the_day_without_anything_having_run(client, bob, county):
    county["west"].memberships.first().requirements.update(due_on=timezone.localdate())
    refresh()
    assert page(client, bob).context["counts"].late == 4
    Membership.objects.get(standing__next_due=timezone.localdate(), organisation=county["west"]).requirements.update(
        due_on=timezone.localdate() - DAY
    )
    refresh()
    assert page(client, bob).context["counts"].late == 5


def test_the_trend_runs_from_the_first_count_to_today(client, bob, county):
    DayCount.objects.create(
        organisation=county["east"], day=timezone.localdate() - 100 * DAY, people=10, completed=1, not_started=9
    )
    response = page(client, bob)
    assert [point.percent for point in response.context["trend"]] == [10, 20]
    assert "Up from 10% to 20%" in response.content.decode()
    then = (timezone.localdate() - 100 * DAY).isoformat()
    assert [url for _point, url in response.context["points"]] == [
        f"/reports/completions/?on={then}",
        "/reports/completions/?",
    ]
    narrowed = page(client, bob, unit=county["east"].pk)
    assert narrowed.context["points"][0][1] == f"/reports/completions/?unit={county['east'].pk}&on={then}"
    assert client.get(narrowed.context["points"][0][1]).context["filters"].day.isoformat() == then


def test_a_new_lead_is_led_to_people_first_and_then_to_assigning(client, bob, haverley):
    assert "You have nobody here yet" in page(client, bob).content.decode()
    MembershipFactory(organisation=haverley)
    assert "Nothing is assigned yet" in page(client, bob).content.decode()


def test_the_dashboard_costs_the_same_for_one_and_three_units(client, bob, haverley):
    counts = []
    page(client, bob)
    for more in (1, 2):
        for _ in range(more):
            unit = OrganisationFactory(parent=haverley)
            ask(people(unit, 1)[0], unit, lead=bob)
        refresh()
        with CaptureQueriesContext(connection) as seen:
            page(client, bob)
        counts.append(len(seen))
    assert counts[0] == counts[1]


def test_a_part_of_the_bar_that_is_there_can_be_seen():
    parts = list(shares(Counts(completed=100_000, late=1)))
    assert [name for name, _left, _width in parts] == ["completed", "late"]
    assert parts[1][2] >= 0.9
    assert parts[1][1] + parts[1][2] == pytest.approx(100, abs=0.01)


def test_ninety_nine_of_a_hundred_is_never_rounded_up():
    assert Counts(completed=999, late=1).percent == 99
