"""Reports of modules and assignments, and days in the past that stay true when people move, leave and complete."""

import datetime

import pytest
from django.utils import timezone

from courses.domain.assignment_sweep import sweep
from courses.models import Course, CourseModule, Requirement
from lms.people.models import Membership
from lms.reports.domain.counting import Counts
from tests.factories.assigning import ask, give_out
from tests.factories.courses import module_of
from tests.factories.people import MembershipFactory, OrganisationFactory

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


@pytest.fixture
def months_ago():
    return timezone.localdate() - 90 * DAY


def asked_at(requirement: Requirement, day: datetime.date, **changes) -> Requirement:
    """The requirement as if it had been made on the day."""
    made = timezone.make_aware(datetime.datetime.combine(day, datetime.time(9)))
    Requirement.objects.filter(pk=requirement.pk).update(created_at=made, **changes)
    return requirement


@pytest.fixture
def past(haverley, bob, months_ago):
    """Ninety days ago: a leaver had completed, a mover was late in East, a stayer had not begun; all of one module."""
    east, west = (OrganisationFactory(parent=haverley, name=name) for name in ("East", "West"))
    module = module_of(1, title="T1 Seeing it", slug="t1")
    began = {"started_on": months_ago - 300 * DAY}
    leaver, mover, stayer = (MembershipFactory(organisation=east, **began).user for _ in range(3))
    before = months_ago - 200 * DAY
    fields = {"lead": bob, "module": module, "due_on": months_ago - 10 * DAY}
    asked_at(ask(leaver, east, **fields), before, state="done", completed_on=months_ago - 50 * DAY, valid_until=None)
    asked_at(ask(mover, east, **fields), before, state="done", completed_on=months_ago + 20 * DAY)
    asked_at(ask(stayer, east, **fields), before, due_on=months_ago + 5 * DAY)
    Membership.objects.filter(user=leaver).update(ended_on=months_ago + 30 * DAY)
    Membership.objects.filter(user=mover).update(ended_on=months_ago + 40 * DAY)
    MembershipFactory(organisation=west, user=mover, started_on=months_ago + 40 * DAY)
    return {"east": east, "west": west, "module": module, "leaver": leaver, "mover": mover, "stayer": stayer}


def counts(client, user, path: str, **query) -> Counts:
    client.force_login(user)
    return client.get(path, query).context["counts"]


def test_a_day_in_the_past_stays_true_for_movers_and_leavers(client, bob, past, months_ago):
    then = counts(client, bob, "/reports/modules/t1/", on=months_ago.isoformat())
    assert then == Counts(completed=1, late=1, not_started=1)
    now = counts(client, bob, "/reports/modules/t1/")
    assert now == Counts(late=1)


def test_a_requirement_that_was_stopped_later_was_asked_then(client, bob, past, months_ago):
    Requirement.objects.filter(user=past["stayer"]).update(
        state="stopped", stopped_on=months_ago + 10 * DAY, stop_reason="withdrawn"
    )
    then = counts(client, bob, "/reports/modules/t1/", on=months_ago.isoformat())
    assert then == Counts(completed=1, late=1, not_started=1)
    after = counts(client, bob, "/reports/modules/t1/", on=(months_ago + 10 * DAY).isoformat())
    assert after == Counts(completed=1, late=1)


def test_what_was_asked_later_was_not_asked_then(client, bob, past, months_ago):
    early = counts(client, bob, "/reports/modules/t1/", on=(months_ago - 201 * DAY).isoformat())
    assert early == Counts()


def test_the_list_of_completions_is_true_for_the_day_too(client, bob, past, months_ago):
    client.force_login(bob)
    rows = client.get("/reports/completions/", {"on": months_ago.isoformat()}).context["rows"]
    assert {row.user: state for row, _unit, state in rows} == {
        past["leaver"]: ("done", "Completed"),
        past["mover"]: ("late", "Late"),
        past["stayer"]: ("todo", "Not started"),
    }


def test_the_report_of_an_assignment_counts_its_own_people(client, bob, past, charlie):
    assignment = past["stayer"].requirements.get().assignment
    assert counts(client, bob, f"/reports/assignments/{assignment.public_id}/") == Counts(late=1)
    client.force_login(charlie)
    assert client.get(f"/reports/assignments/{assignment.public_id}/").status_code == 404


def test_a_lead_elsewhere_has_no_report_of_a_module_nobody_of_theirs_is_asked(client, charlie, past, months_ago):
    client.force_login(charlie)
    assert client.get("/reports/modules/t1/").status_code == 404
    assert client.get("/reports/modules/t1/", {"on": months_ago.isoformat()}).status_code == 404
    assert client.get("/reports/completions/", {"module": "t1"}).context["page"].paginator.count == 0


def test_a_repeat_counts_once_its_date_is_past(client, bob, haverley, alice):
    today = timezone.localdate()
    module = module_of(1, slug="t1")
    first = ask(alice, haverley, lead=bob, module=module, state="done", completed_on=today - 700 * DAY)
    repeat = {"user": alice, "module": module, "membership": first.membership, "assignment": first.assignment}
    second = Requirement.objects.create(cycle=2, due_on=today + 20 * DAY, **repeat)
    assert counts(client, bob, "/reports/modules/t1/") == Counts(completed=1)
    Requirement.objects.filter(pk=second.pk).update(due_on=today - DAY)
    assert counts(client, bob, "/reports/modules/t1/") == Counts(late=1)


DAYS_REFUSED = [
    ({"on": "never"}, "Enter a day that exists"),
    ({"on": "2999-01-01"}, "Enter today or an earlier day"),
    ({"on_0": "31", "on_1": "2", "on_2": "2026"}, "Enter a day that exists"),
    ({"on_0": "3", "on_1": "", "on_2": "2026"}, "Enter the month"),
    ({"on_0": "3", "on_1": "3", "on_2": "26"}, "Enter a day that exists"),
    ({"on_0": "1", "on_1": "1", "on_2": "1999"}, "Enter a day of this century"),
]


@pytest.mark.parametrize("path", ["modules/t1/", "completions/", "assignments/{assignment}/"])
@pytest.mark.parametrize(("typed", "problem"), DAYS_REFUSED)
def test_a_day_that_is_none_is_refused_in_words_and_stays_as_it_was_typed(client, bob, past, path, typed, problem):
    client.force_login(bob)
    path = path.format(assignment=past["stayer"].requirements.get().assignment.public_id)
    response = client.get(f"/reports/{path}", typed)
    html = response.content.decode()
    assert "<title>Error: " in html
    assert "There is a problem" in html
    assert problem in html
    for name, text in typed.items():
        if name != "on":
            assert f'name="{name}"' in html
            assert not text or f'value="{text}"' in html
    assert not response.context["filters"].is_past


def test_a_day_is_typed_or_named_by_a_link(client, bob, past, months_ago):
    client.force_login(bob)
    typed = {"on_0": months_ago.day, "on_1": months_ago.month, "on_2": months_ago.year}
    for query in (typed, {"on": months_ago.isoformat()}):
        response = client.get("/reports/modules/t1/", query)
        assert response.context["counts"] == Counts(completed=1, late=1, not_started=1)
        assert f'name="on_2" type="text" inputmode="numeric" value="{months_ago.year}"' in response.content.decode()


def test_the_file_is_of_the_day_that_was_typed(client, bob, past, months_ago):
    client.force_login(bob)
    typed = {"on_0": months_ago.day, "on_1": months_ago.month, "on_2": months_ago.year, "state": "late", "page": 1}
    query = client.get("/reports/completions/", typed).context["download_query"]
    assert query == f"state=late&on={months_ago.isoformat()}"
    file = client.get(f"/reports/download/completions.csv?{query}")
    assert f"completions-{months_ago.isoformat()}.csv" in file["Content-Disposition"]


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({}, "Nothing is asked of anybody yet."),
        ({"on": "2026-01-05"}, "Nothing was asked of anybody here on 5 January 2026."),
        ({"state": "late"}, "No line matches all of these."),
        ({"on": "2026-01-05", "state": "late"}, "No line matches all of these."),
    ],
)
def test_an_empty_list_of_completions_says_why_it_is_empty(client, charlie, past, query, said):
    client.force_login(charlie)
    html = client.get("/reports/completions/", query).content.decode()
    assert said in html
    assert "0 lines" not in html


def test_a_list_of_one_unit_or_one_assignment_alone_says_so(client, bob, charlie, haverley, past):
    given = past["stayer"].requirements.get().assignment.public_id
    alone, only = (
        "Only Haverley Police itself, without units below it.",
        "Only what one assignment of T1 Seeing it asks.",
    )
    found = []
    for query in ({}, {"unit": haverley.pk}, {"unit": haverley.pk, "own": "1"}, {"assignment": given}):
        client.force_login(bob)
        html = client.get("/reports/completions/", query).content.decode()
        found.append((alone in html, only in html))
    assert found == [(False, False), (False, False), (True, False), (False, True)]
    client.force_login(charlie)
    html = client.get("/reports/completions/", {"assignment": given}).content.decode()
    assert ("T1 Seeing it" in html, "No line matches all of these." in html) == (False, True)


def test_the_report_of_a_course_counts_each_person_once(client, bob, haverley):
    today = timezone.localdate()
    modules = [module_of(1, slug=slug) for slug in ("t1", "t2")]
    course = Course.objects.create(title="A course", slug="a-course")
    for order, module in enumerate(modules):
        CourseModule.objects.create(course=course, module=module, sort_order=order)
    one, two, three = (MembershipFactory(organisation=haverley).user for _ in range(3))
    audience = {"audience": "people", "people": [one, two, three]}
    given = give_out(bob, haverley, course=course, due_on=today + 20 * DAY, **audience)
    sweep()
    done = {"state": "done", "completed_on": today}
    Requirement.objects.filter(user=one).update(**done)
    Requirement.objects.filter(user=two, module=modules[0]).update(**done)
    Requirement.objects.filter(user=three, module=modules[1]).update(due_on=today - DAY)
    found = counts(client, bob, f"/reports/assignments/{given.public_id}/")
    assert found == Counts(completed=1, not_started=1, late=1)


def test_the_median_of_days_from_asking_to_completing(client, bob, past):
    client.force_login(bob)
    assert client.get("/reports/modules/t1/").context["facts"].median_days is None
    assert "T1 Seeing it" in client.get("/reports/").content.decode()
