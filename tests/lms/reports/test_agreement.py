"""A report, the list behind each of its numbers and the file of that list tell of the same people."""

import csv
import datetime
import io

import pytest
from django.utils import timezone

from courses.domain.assigning import withdraw
from courses.domain.assignment_sweep import sweep
from courses.domain.standing import refresh_standings
from courses.models import Course, CourseModule, Requirement
from lms.people.models import Membership, User
from lms.reports.domain.counting import Counts
from tests.factories.assigning import RequirementFactory, ask, give_out
from tests.factories.courses import EnrolmentFactory, complete, module_of
from tests.factories.people import MembershipFactory, OrganisationFactory

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)
STATES = ("completed", "in_progress", "not_started", "late")


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def module():
    return module_of(1, title="T1 Seeing it", slug="t1")


def somebody(organisation, name: str) -> User:
    began = timezone.localdate() - 900 * DAY
    return MembershipFactory(organisation=organisation, started_on=began, user__last_name=name).user


def again(row: Requirement, **fields) -> Requirement:
    """The next time round of a row."""
    kept = {"assignment": row.assignment, "membership": row.membership, "module": row.module}
    return RequirementFactory(cycle=row.cycle + 1, **kept, **fields)


@pytest.fixture
def everybody(bob, haverley, module, today):
    """Of one module: people in every state, with repeats in time and past, and asked by two assignments; long ago."""
    east = OrganisationFactory(parent=haverley, name="East")
    long_ago, soon = today - 100 * DAY, today + 20 * DAY
    held = {"state": "done", "completed_on": today - 300 * DAY, "due_on": today - 310 * DAY}
    asked = {"lead": bob, "module": module}
    ask(somebody(haverley, "Done"), haverley, **asked, **held)
    ask(somebody(haverley, "Waiting"), haverley, **asked, due_on=soon)
    ask(somebody(east, "Dateless"), east, **asked, due_on=None)
    begun = somebody(east, "Begun")
    round_of_theirs = EnrolmentFactory(user=begun, module=module, started_at=timezone.now() - 90 * DAY)
    ask(begun, east, **asked, due_on=soon, state="doing", enrolment=round_of_theirs)
    ask(somebody(east, "Late"), east, **asked, due_on=long_ago)
    again(ask(somebody(east, "Renewing"), east, **asked, **held), due_on=soon)
    again(ask(somebody(haverley, "Lapsed"), haverley, **asked, **held), due_on=long_ago)
    twice = somebody(haverley, "Twice")
    ask(twice, haverley, **asked, due_on=long_ago)
    ask(twice, haverley, **asked, due_on=soon)
    stopped = somebody(haverley, "Stopped")
    ask(stopped, haverley, **asked, state="stopped", stopped_on=today - 200 * DAY, stop_reason="no_match")
    Requirement.objects.update(created_at=timezone.now() - 400 * DAY)
    return east


@pytest.fixture
def names(client, bob):
    """The people of the list of completions, and of its file, with these filters: the same."""
    client.force_login(bob)

    def ask(**query) -> list[str]:
        listed = {row.user.last_name for row, *_ in client.get("/reports/completions/", query).context["rows"]}
        file = client.get("/reports/download/completions.csv", query).getvalue().decode("utf-8-sig")
        assert {line["Last name"] for line in csv.DictReader(io.StringIO(file))} == listed
        return sorted(listed)

    return ask


WHO = {
    "completed": ["Done", "Renewing"],
    "in_progress": ["Begun"],
    "not_started": ["Dateless", "Waiting"],
    "late": ["Lapsed", "Late", "Twice"],
}


@pytest.mark.parametrize("back", [0, 30])
def test_each_number_of_a_module_has_its_people_in_the_list(client, bob, everybody, haverley, names, today, back):
    on = {"on": (today - back * DAY).isoformat()} if back else {}
    context = client.get("/reports/modules/t1/", on).context
    assert context["counts"] == Counts(completed=2, in_progress=1, not_started=2, late=3)
    assert {state: names(module="t1", state=state, **on) for state in STATES} == WHO
    for group, *_ in context["rows"]:
        here = {"module": "t1", "unit": group.key, "own": "1", **on}
        found = {state: len(names(state=state, **here)) for state in STATES}
        assert found == {state: getattr(group.counts, state) for state in STATES}


def test_each_number_of_a_course_has_its_people_in_the_list(client, bob, haverley, names, today):
    modules = [module_of(1, slug=slug) for slug in ("t1", "t2")]
    course = Course.objects.create(title="A course", slug="a-course")
    for order, module in enumerate(modules):
        CourseModule.objects.create(course=course, module=module, sort_order=order)
    given = give_out(bob, haverley, course=course, due_on=today + 20 * DAY)
    done, half, late = {"state": "done", "completed_on": today}, {"state": "doing"}, {"due_on": today - DAY}
    for name, states in {"Both": (done, done), "One": (done, {}), "Begun": (half, {}), "Late": (done, late)}.items():
        membership = Membership.objects.get(user=somebody(haverley, name))
        for module, fields in zip(modules, states, strict=True):
            RequirementFactory(assignment=given, membership=membership, module=module, **fields)
    counts = client.get(f"/reports/assignments/{given.public_id}/").context["counts"]
    assert counts == Counts(completed=1, in_progress=1, not_started=1, late=1)
    found = {state: names(assignment=str(given.public_id), state=state) for state in STATES}
    assert found == {"completed": ["Both"], "in_progress": ["Begun"], "not_started": ["One"], "late": ["Late"]}


def test_a_repeat_in_time_says_that_the_completion_before_it_holds(client, bob, everybody, today):
    client.force_login(bob)
    for query in ({}, {"on": (today - 30 * DAY).isoformat()}):
        rows = client.get("/reports/completions/", {"q": "renewing", **query}).context["rows"]
        assert [(row.cycle, state) for row, _unit, state in rows] == [
            (2, ("soon", "Completed, to do again")),
            (1, ("done", "Completed")),
        ]
        file = client.get("/reports/download/completions.csv", {"q": "renewing", **query}).getvalue()
        lines = csv.DictReader(io.StringIO(file.decode("utf-8-sig")))
        assert [line["State"] for line in lines] == ["Completed", "Completed, to do again"]


@pytest.fixture
def in_two(bob, haverley, today):
    """People of East and of West, with what is so of them in each; the day on which something runs out is soon."""
    east, west = (OrganisationFactory(parent=haverley, name=name) for name in ("East", "West"))
    done = {"state": "done", "completed_on": today}
    kinds = {
        "late": {"due_on": today - DAY},
        "begun": {"state": "doing"},
        "open": {},
        "done": done,
        "running out": {**done, "valid_until": today + 30 * DAY},
    }
    people = {
        "Late, done": ("late", "done"),
        "Nothing, late": (None, "late"),
        "Done, nothing": ("done", None),
        "Running out, open": ("running out", "open"),
        "Open, begun": ("open", "begun"),
        "Done, done": ("done", "running out"),
        "Nothing": (None, None),
    }
    for name, states in people.items():
        user = somebody(east, name)
        MembershipFactory(organisation=west, user=user)
        for unit, kind in zip((east, west), states, strict=True):
            if kind:
                ask(user, unit, lead=bob, module=module_of(1), **kinds[kind])
    somebody(east, "East alone")
    refresh_standings(Membership.objects.values_list("pk", flat=True))
    return east


SAID = {
    "completed": ["Done, done", "Done, nothing"],
    "in_progress": ["Open, begun"],
    "not_started": ["Running out, open"],
    "late": ["Late, done", "Nothing, late"],
    "nothing": ["East alone", "Example", "Nothing"],
    "expiring": ["Done, done", "Running out, open"],
}


def test_whoever_is_in_two_units_is_in_one_state_in_every_list(client, bob, in_two):
    client.force_login(bob)
    context = client.get("/dashboard/").context
    assert context["counts"] == Counts(**{state: len(names) for state, names in SAID.items()})
    listed, filed = {}, {}
    for state in SAID:
        rows = client.get("/people/", {"state": state}).context["rows"]
        listed[state] = sorted(row.user.last_name for row, _training in rows)
        file = client.get("/reports/download/people.csv", {"state": state}).getvalue().decode("utf-8-sig")
        filed[state] = sorted(line["Last name"] for line in csv.DictReader(io.StringIO(file)))
    assert listed == filed == SAID


def test_whoever_is_in_two_units_is_shown_where_it_presses_most(client, bob, in_two):
    client.force_login(bob)
    rows = client.get("/people/").context["rows"]
    said = {row.user.last_name: (row.organisation.name, training.text) for row, training in rows}
    assert said == {
        "Late, done": ("East", "1 day late"),
        "Nothing, late": ("West", "1 day late"),
        "Done, done": ("West", "Runs out in 30 days"),
        "Open, begun": ("West", "In progress"),
        "Running out, open": ("West", "Not started"),
        "Nothing": ("East", "Nothing assigned"),
        "East alone": ("East", "Nothing assigned"),
        "Example": ("Haverley Police", "Nothing assigned"),
        "Done, nothing": ("East", "Up to date"),
    }
    assert [row.user.last_name for row, _training in rows][:2] == ["Late, done", "Nothing, late"]
    alone = client.get("/people/", {"unit": in_two.pk, "state": "completed"}).context["rows"]
    assert sorted(row.user.last_name for row, _training in alone) == [
        "Done, done",
        "Done, nothing",
        "Running out, open",
    ]


def test_what_is_withdrawn_counts_for_nobody_from_that_day_on(client, bob, haverley, module, names, today):
    def noon(back: int) -> datetime.datetime:
        return timezone.make_aware(datetime.datetime.combine(today - back * DAY, datetime.time(12)))

    people = [somebody(haverley, name) for name in ("Done", "Waiting")]
    asked = {"module": module, "due_on": today + 20 * DAY, "audience": "people", "people": people}
    given = give_out(bob, haverley, at=noon(10), **asked)
    sweep(noon(10))
    complete(people[0], module, at=noon(5))
    withdraw(bob, assignment=given, at=noon(2))
    sweep(noon(2))
    assert client.get("/dashboard/").context["counts"] == Counts(nothing=3)
    address = f"/reports/assignments/{given.public_id}/"
    for back, counts, listed in (
        (0, Counts(), []),
        (2, Counts(), []),
        (3, Counts(completed=1, not_started=1), ["Done", "Waiting"]),
    ):
        on = {"on": (today - back * DAY).isoformat()}
        assert client.get("/reports/modules/t1/", on).context["counts"] == counts
        assert client.get(address, on).context["counts"] == counts
        assert names(module="t1", **on) == listed
    html = client.get(address).content.decode()
    assert "since then it is asked of nobody" in html
    assert f'href="?on={(today - 3 * DAY).isoformat()}"' in html
    assert (
        "since then it is asked of nobody"
        not in client.get(address, {"on": (today - 3 * DAY).isoformat()}).content.decode()
    )
    kept = client.get(f"/assignments/{given.public_id}/").context["counts"]
    assert (kept.people, kept.done, kept.late) == (2, 1, 0)
