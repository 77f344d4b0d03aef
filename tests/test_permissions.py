"""The permission table: every address, every role, either organisation's things; what is not one's own is a 404."""

import os
from collections.abc import Iterator

import pytest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import path

from lms.people.models import Team, User
from lms.reports.views import people as people_views
from tests.permissions.addresses import Address, addresses
from tests.permissions.asking import Asker
from tests.permissions.judging import OTHER_METHODS, faults
from tests.permissions.rows import LEADS, LEADS_OF, row
from tests.permissions.site_rows import ROWS
from tests.permissions.world import ROLES, World, standing

pytestmark = pytest.mark.django_db

TABLE = {row.name: row for row in ROWS}
ONLY = os.environ.get("ADDRESSES", "")  # for whoever works on some of them: addresses whose name begins so
LISTED = Address("planted:people", "planted/", ())
COUNTED = Address("planted:count", "planted/count/", ())
FOUND = Address("planted:person", "planted/<uuid:public_id>/", ("public_id",))


def list_without_a_boundary(request: HttpRequest) -> HttpResponse:
    """A view as somebody in a hurry writes it: everybody's people."""
    return HttpResponse(", ".join(person.email for person in User.objects.all()))


def object_without_a_boundary(request: HttpRequest, public_id: str) -> HttpResponse:
    """A view that finds anybody by their key, and shows nothing of them."""
    get_object_or_404(User, public_id=public_id)
    return HttpResponse("Here they are.")


def count_without_a_boundary(request: HttpRequest) -> HttpResponse:
    """A filter that takes anybody's team, and tells how many are in it."""
    return HttpResponse(f"<p>{Team.objects.filter(pk=request.GET.get('team', 0)).count()} teams</p>")


urlpatterns = [
    path("planted/count/", count_without_a_boundary, name="count"),
    path("planted/", list_without_a_boundary, name="people"),
    path("planted/<uuid:public_id>/", object_without_a_boundary, name="person"),
]


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker) -> Iterator[World]:
    """Two organisations and everybody in them."""
    with standing(django_db_blocker) as built:
        yield built


def without_a_row(found, table) -> list[str]:
    """The addresses outside the admins that the table does not name."""
    return sorted({address.name for address in found if not address.is_admin} - table.keys())


def test_every_address_has_one_row():
    missing = without_a_row(addresses(), TABLE)
    assert missing == [], "tests/permissions/README.md says how to add a row"
    assert sorted(TABLE.keys() - {address.name for address in addresses()}) == []
    assert len(TABLE) == len(ROWS)


def test_an_address_without_a_row_is_named():
    assert without_a_row([*addresses(), LISTED], TABLE) == ["planted:people"]


@pytest.mark.parametrize("role", ROLES)
def test_each_role_is_answered_as_the_table_says(world, role):
    asker = Asker(world.people[role])
    site = [address for address in addresses() if address.name in TABLE and address.name.startswith(ONLY)]
    wrong = [fault for address in site for fault in faults(world, role, asker, TABLE[address.name], address)]
    assert not wrong, "\n".join(wrong)


def test_other_methods_are_refused_everywhere(world):
    asker = Asker(world.people["lead"])
    answered = []
    for address in addresses():
        if address.name in TABLE:
            row = TABLE[address.name]
            arguments = world.shared.get(row.about) or world.haverley.arguments.get(row.about, {})
            path = address.path(arguments)
            answered += [f"{method} {path}" for method in OTHER_METHODS if asker.ask(method, path).status != 405]
    assert not answered, "\n".join(answered)


@pytest.mark.urls("tests.test_permissions")
def test_a_planted_list_of_everybody_is_found(world):
    found = list(faults(world, "charlie", Asker(world.people["charlie"]), row("planted:people", LEADS), LISTED))
    assert "GET /planted/ tells zqhavperemail@example.org" in found


@pytest.mark.urls("tests.test_permissions")
def test_a_planted_view_that_tells_only_that_somebody_is_there_is_found(world):
    planted = row("planted:person", LEADS_OF, "person")
    found = list(faults(world, "charlie", Asker(world.people["charlie"]), planted, FOUND))
    address = FOUND.path(world.haverley.arguments["person"])
    assert f"GET {address} is 200  and not 404" in found
    assert any(fault.startswith(f"GET {address} differs from what is not there") for fault in found)


@pytest.mark.urls("tests.test_permissions")
def test_a_planted_filter_that_counts_anybodys_team_is_found(world):
    planted = row("planted:count", LEADS, post=200, queries=["?team={team}"])
    found = faults(world, "charlie", Asker(world.people["charlie"]), planted, COUNTED)
    assert list(found) == [f"GET /planted/count/?team={world.haverley.arguments['team']['pk']} says 1 teams"]


def test_a_view_that_loses_its_boundary_is_found(world, monkeypatch):
    monkeypatch.setattr(people_views, "people_visible_to", lambda user: User.objects.all())
    person = next(address for address in addresses() if address.name == "reports:person")
    found = list(faults(world, "charlie", Asker(world.people["charlie"]), TABLE["reports:person"], person))
    assert found != []


def test_the_marks_can_be_read_by_those_who_may(world):
    """A mark that nobody ever reads would prove nothing when it is missing."""
    lead = Asker(world.people["lead"])
    marks = world.haverley.marks["per"] | world.haverley.marks["led"] | world.haverley.marks["org"]
    read: set[str] = set()
    for address in addresses():
        about = TABLE[address.name].about if address.name in TABLE else ""
        if about in world.haverley.arguments:
            read |= set(lead.ask("GET", address.path(world.haverley.arguments[about])).told(marks))
        elif address.name in TABLE and address.name.startswith(("people:", "reports:", "courses:")):
            read |= set(lead.ask("GET", address.path(world.shared[about])).told(marks))
    elsewhere = {mark for mark in marks if "outbox" in mark or "county" in mark}
    asked_for = {mark for mark in marks if mark in str(world.haverley.arguments).lower()}
    assert marks - read - elsewhere - asked_for == set()
