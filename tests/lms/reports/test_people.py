"""The list of people and the training record: who sees whom, what they say, what they cost."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from courses.domain.enrolling import enrol
from courses.domain.progress import open_lesson
from tests.factories.courses import complete, module_of
from tests.factories.people import MembershipFactory, OrganisationFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def listed(client, bob):
    """The addresses in bob's list, in order, for a query."""
    client.force_login(bob)

    def ask(**query) -> list[str]:
        return [person.email for person, _training in client.get("/people/", query).context["rows"]]

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
    for query in ({}, {"q": "alice"}, {"unit": haverley.pk}, {"state": "not_started"}):
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


def test_each_person_shows_what_is_most_urgent(client, bob, haverley, alice):
    now, today = timezone.now(), timezone.localdate()
    module, longer = module_of(1, title="T1 Seeing it", validity_months=12), module_of(2, title="T2 Responding")
    lapsed, expiring, doing, done, half = (
        member(haverley, f"{name}@police.example.org", name) for name in ("lapsed", "expiring", "doing", "done", "half")
    )
    complete(lapsed, module, at=now - datetime.timedelta(days=800))
    complete(expiring, module, at=now - datetime.timedelta(days=345))
    open_lesson(enrol(doing, module=longer), lesson=longer.published_lessons()[0].lesson)
    complete(done, module, at=now)
    complete(half, module, at=now)
    enrol(half, module=longer)
    client.force_login(bob)
    rows = client.get("/people/").context["rows"]
    said = [(person.last_name, training.kind, training.text, training.about) for person, training in rows]
    assert [row[0] for row in said[:3]] == ["lapsed", "expiring", "doing"]
    assert said[0][1:3] == ("late", f"Ran out on {said[0][2].removeprefix('Ran out on ')}")
    assert said[2] == ("doing", "doing", "In progress", "T2 Responding")
    assert said[-1] == ("done", "done", "Completed", "1 of 1 completed")
    by_name = {row[0]: row[1:] for row in said}
    assert by_name["half"] == ("todo", "Not started", "1 of 2 completed")
    assert by_name["expiring"][0] == "soon"
    left = (expiring.certificates.get().expires_on - today).days
    assert by_name["expiring"][1] == f"Runs out in {left} days"


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ("completed", ["alice@police.example.org"]),
        ("not_started", ["bob@police.example.org"]),
        ("in_progress", []),
        ("lapsed", []),
    ],
)
def test_the_state_of_training_is_a_filter(listed, alice, state, expected):
    complete(alice, module_of(1))
    assert listed(state=state) == expected


def test_a_withdrawn_certificate_does_not_run_out(listed, alice):
    enrolment = complete(alice, module_of(1, validity_months=1), at=timezone.now() - datetime.timedelta(days=100))
    assert listed(state="lapsed") == ["alice@police.example.org"]
    type(enrolment.certificate).objects.update(withdrawn_at=timezone.now())
    assert listed(state="lapsed") == []


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
    assert counts == [7, 7]


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
    assert counts[1] <= 15


def test_a_person_without_training_has_a_record_too(client, bob, alice):
    client.force_login(bob)
    html = client.get(f"/people/{alice.public_id}/").content.decode()
    assert "Nothing begun yet." in html


def test_an_administrator_sees_nobody(client, alice):
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    assert client.get(f"/people/{alice.public_id}/").status_code == 404
