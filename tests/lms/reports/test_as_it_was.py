"""A past day's report stays true: who has moved, has done it again, or is exempt only now."""

import csv
import datetime
import io

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from courses.domain.assignment_sweep import sweep
from courses.domain.enrolling import start_again
from courses.domain.exempting import exempt
from courses.models import Requirement
from lms.people.domain.memberships import move
from lms.people.models import Membership, User
from lms.reports.domain.counting import Counts
from tests.factories.assigning import EvidenceFactory, ExemptionFactory, give_out
from tests.factories.courses import complete, module_of
from tests.factories.people import MembershipFactory, OrganisationFactory

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


def noon(day: datetime.date) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time(12)))


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def module():
    return module_of(1, title="T1 Seeing it", slug="t1", validity_months=24)


@pytest.fixture
def east(haverley):
    return OrganisationFactory(parent=haverley, name="East")


@pytest.fixture
def rowan(east, today):
    """Somebody of East, there for a year."""
    fields = {"user__first_name": "Rowan", "user__last_name": "Example", "job_role": "Call handler"}
    return MembershipFactory(organisation=east, started_on=today - 365 * DAY, **fields)


@pytest.fixture
def asked(bob, haverley, rowan, module, today):
    """Asked of everybody 120 days ago, due 100 days ago."""
    Membership.objects.exclude(pk=rowan.pk).update(started_on=today)
    given = give_out(bob, haverley, module=module, due_on=today - 100 * DAY, at=noon(today - 120 * DAY))
    sweep(noon(today - 120 * DAY))
    return given


@pytest.fixture
def by_unit(client, bob):
    """The counts of each unit in the module's report, on a day."""
    client.force_login(bob)

    def ask(day: datetime.date | None = None, **query) -> dict[str, Counts]:
        query |= {"on": day.isoformat()} if day else {}
        return {group.name: group.counts for group, *_ in client.get("/reports/modules/t1/", query).context["rows"]}

    return ask


@pytest.fixture
def lines(client, bob):
    """The lines of the file of completions of one unit or all, on a day."""
    client.force_login(bob)

    def ask(day: datetime.date, **query) -> list[dict[str, str]]:
        answer = client.get("/reports/download/completions.csv", {"on": day.isoformat(), **query})
        return list(csv.DictReader(io.StringIO(b"".join(answer.streaming_content).decode("utf-8-sig"))))

    return ask


def test_a_mover_is_counted_where_they_were(by_unit, lines, client, bob, haverley, rowan, asked, today):
    west = OrganisationFactory(parent=haverley, name="West")
    moved = move(bob, membership=rowan, to=west, on=today - 30 * DAY)
    sweep(noon(today - 29 * DAY))
    assert Requirement.objects.get(user=rowan.user).membership == moved
    assert by_unit(today - 60 * DAY) == {"East": Counts(late=1)}
    assert by_unit(today - 60 * DAY, unit=west.pk) == {}
    assert by_unit(today - 20 * DAY) == {"West": Counts(late=1)}
    then = lines(today - 60 * DAY, unit=rowan.organisation.pk)
    assert [(line["Unit"], line["Job role"], line["State"]) for line in then] == [("East", "Call handler", "Late")]
    page = client.get("/reports/completions/", {"on": (today - 60 * DAY).isoformat()})
    assert [unit.name for _row, unit, _state in page.context["rows"]] == ["East"]


def test_who_moved_to_another_lead_s_unit_stays_in_the_past_of_the_old_one(
    client, charlie, bob, haverley, rowan, asked, today
):
    north = OrganisationFactory(parent=haverley, name="North")
    lead = MembershipFactory(organisation=north, is_lead=True).user
    move(bob, membership=rowan, to=north, on=today - 30 * DAY)
    sweep(noon(today - 29 * DAY))
    for who, day, expected in ((lead, 60, 0), (lead, 20, 1), (charlie, 60, 0), (charlie, 20, 0)):
        client.force_login(who)
        page = client.get("/reports/completions/", {"on": (today - day * DAY).isoformat()})
        assert page.context["page"].paginator.count == expected


def test_what_was_done_again_since_was_done_then(by_unit, lines, rowan, asked, module, today):
    first = complete(rowan.user, module, at=noon(today - 110 * DAY))
    start_again(first, at=noon(today - 10 * DAY))
    complete(rowan.user, module, at=noon(today - 10 * DAY))
    assert Requirement.objects.get(user=rowan.user).completed_on == today - 10 * DAY
    assert by_unit(today - 60 * DAY) == {"East": Counts(completed=1)}
    assert by_unit(today - 115 * DAY) == {"East": Counts(not_started=1)}
    (line,) = lines(today - 60 * DAY)
    assert (line["State"], line["Completed"], line["Certificate"]) == (
        "Completed",
        (today - 110 * DAY).isoformat(),
        first.certificate.number,
    )
    assert lines(today - 60 * DAY, state="completed") == [line]
    assert lines(today - 60 * DAY, state="late") == []


def test_what_was_done_elsewhere_and_then_here_was_done_then(by_unit, bob, east, rowan, asked, module, today):
    fields = {"module": module, "organisation": east, "accepted_by": bob}
    EvidenceFactory(user=rowan.user, completed_on=today - 110 * DAY, **fields)
    complete(rowan.user, module, at=noon(today - 10 * DAY))
    assert by_unit(today - 60 * DAY) == {"East": Counts(completed=1)}


def test_a_completion_that_had_run_out_before_it_was_asked_was_none(by_unit, rowan, asked, module, today):
    start_again(complete(rowan.user, module, at=noon(today - 900 * DAY)), at=noon(today - 10 * DAY))
    complete(rowan.user, module, at=noon(today - 10 * DAY))
    assert by_unit(today - 60 * DAY) == {"East": Counts(late=1)}


def test_who_is_exempt_only_today_is_in_the_report_of_a_past_day(by_unit, bob, haverley, rowan, asked, today):
    exempt(bob, user=rowan.user, organisation=haverley, module=None, reason="Leave", begins_on=today - 5 * DAY)
    assert Requirement.objects.get(user=rowan.user).state == "exempt"
    assert by_unit() == {}
    assert by_unit(today - 5 * DAY) == {}
    assert by_unit(today - 6 * DAY) == {"East": Counts(late=1)}


def test_who_was_exempt_then_is_left_out_then(by_unit, bob, haverley, east, rowan, asked, module, today):
    ends = {"begins_on": today - 80 * DAY, "ends_on": today - 40 * DAY, "created_by": bob, "user": rowan.user}
    ExemptionFactory(organisation=east, module=module, **ends)
    ExemptionFactory(
        organisation=OrganisationFactory(parent=haverley), begins_on=today - 200 * DAY, user=rowan.user, created_by=bob
    )
    assert by_unit(today - 81 * DAY) == {"East": Counts(late=1)}
    assert by_unit(today - 80 * DAY) == by_unit(today - 40 * DAY) == {}
    assert by_unit(today - 39 * DAY) == by_unit() == {"East": Counts(late=1)}


def test_what_was_completed_while_exempt_counts(by_unit, bob, east, rowan, asked, module, today):
    ExemptionFactory(organisation=east, user=rowan.user, begins_on=today - 90 * DAY, created_by=bob)
    complete(rowan.user, module, at=noon(today - 85 * DAY))
    assert by_unit(today - 60 * DAY) == {"East": Counts(completed=1)}
    assert by_unit(today - 88 * DAY) == {}


def test_of_whoever_has_left_since_no_address_is_told_or_found(lines, client, rowan, asked, today):
    then = today - 60 * DAY
    User.objects.filter(pk=rowan.user.pk).update(email="rowan@next-employer.example.org")
    assert [line["E-mail"] for line in lines(then)] == ["rowan@next-employer.example.org"]
    assert len(lines(then, q="next-employer")) == 1
    Membership.objects.filter(pk=rowan.pk).update(ended_on=today)
    assert [(line["Last name"], line["E-mail"]) for line in lines(then)] == [("Example", "")]
    assert lines(then, q="next-employer") == []
    assert client.get("/reports/completions/", {"on": then.isoformat(), "q": "next-employer"}).context["rows"] == []
    assert len(lines(then, q="rowan")) == 1
    workbook = client.get("/reports/download/completions.xlsx", {"on": then.isoformat()}).content
    told = [cell for row in load_workbook(io.BytesIO(workbook)).worksheets[0].values for cell in row]
    assert ("Rowan" in told, "rowan@next-employer.example.org" in told) == (True, False)
