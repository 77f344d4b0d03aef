"""The list of people and the training record: who sees whom, what they say, what they cost."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from courses.domain.enrolling import start
from courses.domain.progress import complete_lesson
from courses.domain.standing import refresh_standings
from courses.models import Lesson, ModuleLesson
from lms.design_system.wording import day
from lms.people.models import Membership, User
from tests.factories.assigning import ask
from tests.factories.courses import complete, module_of
from tests.factories.people import MembershipFactory, OrganisationFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def listed(client, bob):
    """The addresses in bob's list, in order, for a query."""
    client.force_login(bob)

    def ask(**query) -> list[str]:
        return [row.user.email for row, _training in client.get("/people/", query).context["rows"]]

    return ask


def member(haverley, email: str, last_name: str, **fields):
    """One more person of haverley."""
    return MembershipFactory(organisation=haverley, user__email=email, user__last_name=last_name, **fields).user


def test_a_lead_sees_their_people_and_those_of_units_below(listed, haverley, alice, charlie):
    unit = OrganisationFactory(parent=haverley, name="Control Room")
    MembershipFactory(organisation=unit, user__email="una@police.example.org", user__last_name="Aardvark")
    MembershipFactory(organisation=haverley, user__email="gone@police.example.org", ended_on=timezone.localdate())
    assert listed(order="name") == ["una@police.example.org", "alice@police.example.org", "bob@police.example.org"]
    assert listed(order="name", unit=unit.pk) == ["una@police.example.org"]


@pytest.mark.parametrize("who", ["alice", "dana", "erin"])
def test_for_whoever_leads_nobody_there_is_no_list(client, request, who):
    client.force_login(request.getfixturevalue(who))
    assert client.get("/people/").status_code == 404


def test_a_visitor_is_asked_to_sign_in(client, db):
    assert client.get("/people/")["Location"] == "/accounts/login/?next=/people/"


def test_a_lead_elsewhere_sees_none_of_them_even_by_search_or_unit(client, charlie, alice, haverley):
    client.force_login(charlie)
    for query in ({}, {"q": "alice"}, {"unit": haverley.pk}, {"state": "nothing"}):
        html = client.get("/people/", query).content.decode()
        assert "alice@police.example.org" not in html
        assert "Haverley" not in html


@pytest.mark.parametrize("who", ["charlie", "alice", "dana", "erin"])
def test_the_record_is_found_by_her_lead_alone(client, request, who, alice, bob):
    client.force_login(request.getfixturevalue(who))
    assert client.get(f"/people/{alice.public_id}/").status_code == 404
    client.force_login(bob)
    assert client.get(f"/people/{alice.public_id}/").status_code == 200


def test_search_takes_parts_of_names_and_addresses(listed, haverley, alice):
    member(haverley, "sian@police.example.org", "Llewellyn")
    assert listed(q="llew") == ["sian@police.example.org"]
    assert listed(q="alice exam") == ["alice@police.example.org"]
    assert listed(q="nobody-like-this") == []


def test_each_person_shows_what_is_most_urgent(client, bob, haverley):
    today = timezone.localdate()
    first, second = module_of(1, title="T1 Seeing it"), module_of(1, title="T2 Responding")
    people = {name: member(haverley, f"{name}@police.example.org", name) for name in ("late", "soon", "doing", "todo")}
    ask(people["late"], haverley, lead=bob, module=first, due_on=today - datetime.timedelta(days=4))
    done = {"state": "done", "completed_on": today, "valid_until": today + datetime.timedelta(days=46)}
    ask(people["soon"], haverley, lead=bob, module=first, **done)
    ask(people["doing"], haverley, lead=bob, module=second, due_on=datetime.date(2099, 6, 12), state="doing")
    ask(people["todo"], haverley, lead=bob, module=second, due_on=datetime.date(2099, 6, 13))
    refresh_standings(Membership.objects.values_list("pk", flat=True))
    client.force_login(bob)
    rows = client.get("/people/").context["rows"]
    assert [(row.user.last_name, training.kind, training.text, training.about) for row, training in rows] == [
        ("late", "late", "4 days late", "T1 Seeing it"),
        ("soon", "soon", "Runs out in 46 days", day(today + datetime.timedelta(days=46))),
        ("doing", "doing", "In progress", "T2 Responding, due 12 June 2099"),
        ("todo", "todo", "Not started", "T2 Responding, due 13 June 2099"),
        ("Example", "none", "Nothing assigned", ""),
    ]


def test_beside_how_late_somebody_is_stands_the_module_they_are_late_with(client, bob, alice, haverley):
    today = timezone.localdate()
    ask(alice, haverley, lead=bob, module=module_of(1, title="T2 Responding"), due_on=None)
    ask(alice, haverley, lead=bob, module=module_of(1, title="T1 Seeing it"), due_on=today - datetime.timedelta(days=5))
    refresh_standings(Membership.objects.values_list("pk", flat=True))
    client.force_login(bob)
    ((row, training),) = client.get("/people/", {"state": "late"}).context["rows"]
    assert (row.user, training.text, training.about) == (alice, "5 days late", "T1 Seeing it")


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ("late", ["late@police.example.org"]),
        ("completed", ["done@police.example.org"]),
        ("not_started", []),
        ("never", ["late@police.example.org"]),
        ("nothing", ["bob@police.example.org"]),
    ],
)
def test_the_state_of_training_is_a_filter(listed, bob, haverley, state, expected):
    today = timezone.localdate()
    module = module_of(1)
    late, done = member(haverley, "late@police.example.org", "A"), member(haverley, "done@police.example.org", "B")
    ask(late, haverley, lead=bob, module=module, due_on=today - datetime.timedelta(days=1))
    ask(done, haverley, lead=bob, module=module, state="done", completed_on=today)
    refresh_standings(Membership.objects.values_list("pk", flat=True))
    User.objects.exclude(pk=late.pk).update(last_login=timezone.now())
    assert listed(state=state) == expected


def test_what_somebody_does_of_their_own_accord_is_told(client, bob, alice):
    complete(alice, module_of(1, title="T1 Seeing it"))
    client.force_login(bob)
    said = {row.user: training for row, training in client.get("/people/").context["rows"]}
    assert (said[alice].text, said[alice].about) == ("Nothing assigned", "T1 Seeing it: Completed")


def test_somebody_in_two_units_is_one_line(listed, haverley, alice):
    unit = OrganisationFactory(parent=haverley, name="Control Room")
    MembershipFactory(organisation=unit, user=alice)
    assert listed(order="name") == ["alice@police.example.org", "bob@police.example.org"]
    assert listed(unit=unit.pk) == ["alice@police.example.org"]


def test_nonsense_in_the_address_is_ignored(listed, alice):
    assert len(listed(unit="x", state="y", order="z", page="abc")) == 2


def test_a_lead_with_nobody_is_told_what_to_do(client, bob):
    client.force_login(bob)
    html = client.get("/people/").content.decode()
    assert "You have nobody here yet" in html
    assert 'href="/people/invite/"' in html


def test_twenty_five_to_a_page_and_the_filters_stay(client, bob, haverley):
    MembershipFactory.create_batch(29, organisation=haverley)
    client.force_login(bob)
    html = client.get("/people/", {"order": "name", "q": "example"}).content.decode()
    assert "<b>30 people.</b>" in html
    assert "1 to 25 of 30" in html
    assert "order=name&amp;q=example&amp;page=2" in html


def test_the_list_costs_the_same_for_one_and_three_more(client, bob, haverley, alice):
    module = module_of(1)
    client.force_login(bob)
    client.get("/people/")
    counts = []
    for more in (1, 2):
        for _ in range(more):
            complete(MembershipFactory(organisation=haverley, job_role="Detective").user, module)
        with CaptureQueriesContext(connection) as seen:
            client.get("/people/")
        counts.append(len(seen))
    assert counts[0] == counts[1]
    assert counts[1] <= 14


def test_memberships_elsewhere_are_not_told(client, bob, alice, elsewhere):
    MembershipFactory(user=alice, organisation=elsewhere)
    client.force_login(bob)
    html = client.get(f"/people/{alice.public_id}/").content.decode()
    assert "Haverley Police" in html
    assert "Elsewhere Council" not in html


def test_the_record_tells_training_and_what_happened_newest_first(client, bob, alice):
    module = module_of(2, title="T1 Seeing it", validity_months=24)
    enrolment = complete(alice, module, at=timezone.now())
    client.force_login(bob)
    response = client.get(f"/people/{alice.public_id}/")
    html = response.content.decode()
    assert "<title>Alice Example – Toolkit and Training</title>" in html
    assert enrolment.certificate.number in html
    assert enrolment.certificate.get_absolute_url() in html
    events = response.context["events"]
    assert [event.at for event in events] == sorted((event.at for event in events), reverse=True)
    assert sorted(event.text.split(":")[0].split(" TT-")[0] for event in events) == [
        "Certificate",
        "Enrolled on T1 Seeing it",
        "Lesson completed",
        "Lesson completed",
    ]


def test_the_record_costs_the_same_for_one_and_three_modules(client, bob, alice):
    client.force_login(bob)
    client.get(f"/people/{alice.public_id}/")
    counts = []
    for more in (1, 2):
        for _ in range(more):
            complete(alice, module_of(1))
        with CaptureQueriesContext(connection) as seen:
            client.get(f"/people/{alice.public_id}/")
        counts.append(len(seen))
    assert counts[0] == counts[1]
    assert counts[1] <= 19


def test_the_record_counts_the_lessons_that_the_module_has_now(client, bob, alice):
    module = module_of(4)
    enrolment = start(alice, module=module)
    first, second, third, _fourth = (row.lesson for row in module.module_lessons.select_related("lesson"))
    for lesson in (first, second):
        complete_lesson(enrolment, lesson=lesson, at=timezone.now())
    ModuleLesson.objects.filter(lesson=second).delete()
    Lesson.objects.filter(pk=third.pk).update(live=False)
    client.force_login(bob)
    page = client.get(f"/people/{alice.public_id}/")
    (row,) = page.context["rounds"]
    assert (row.lessons_done, row.lesson_count) == (1, 2)
    assert "1 of 2 lessons" in page.content.decode()


def test_the_record_says_what_is_asked_and_what_is_late(client, bob, alice, haverley):
    due_on = timezone.localdate() - datetime.timedelta(days=4)
    ask(alice, haverley, lead=bob, module=module_of(1, title="T1 Seeing it"), due_on=due_on)
    client.force_login(bob)
    html = client.get(f"/people/{alice.public_id}/").content.decode()
    assert "<strong>T1 Seeing it: 4 days late.</strong>" in html
    assert html.count("What is asked of this person") == 1
    assert day(due_on) in html


def test_a_person_without_training_has_a_record_too(client, bob, alice):
    client.force_login(bob)
    html = client.get(f"/people/{alice.public_id}/").content.decode()
    assert "Nothing begun yet." in html


def test_an_administrator_sees_nobody(client, alice):
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    assert client.get(f"/people/{alice.public_id}/").status_code == 404
