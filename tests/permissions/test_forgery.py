"""What a page elsewhere, or a link in an e-mail, could make somebody's browser do: nothing."""

import re
from collections.abc import Iterator

import pytest
from django.db import connection, transaction

from tests.permissions.addresses import Address, addresses
from tests.permissions.admin_places import Places
from tests.permissions.asking import Asker, quiet
from tests.permissions.site_rows import ROWS
from tests.permissions.world import World, standing

pytestmark = pytest.mark.django_db

TABLE = {row.name: row for row in ROWS}
WRITES = re.compile(r'^\s*(INSERT INTO|UPDATE|DELETE FROM)\s+"(\w+)"', re.IGNORECASE)
# What reading may write: the session, what opening a lesson or a quiz means, and that a file was taken away.
EVERYWHERE = {"django_session"}
WRITTEN_BY_READING = {
    "courses:lesson": {"courses_enrolment", "courses_lessonprogress"},
    "assessments:quiz": {"courses_enrolment", "courses_lessonprogress"},
    "reports:download": {"audit_auditevent"},
}


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker) -> Iterator[World]:
    """Two organisations and everybody in them."""
    with standing(django_db_blocker) as built:
        yield built


def paths(world: World) -> Iterator[tuple[Address, str]]:
    """Every address outside the admins, about Haverley's things."""
    for address in addresses():
        if address.name in TABLE:
            about = TABLE[address.name].about
            yield address, address.path(world.shared.get(about) or world.haverley.arguments.get(about, {}))


def test_no_post_is_taken_without_a_token_against_forgery(world):
    asker = Asker(world.people["lead"])
    asker.client.handler.enforce_csrf_checks = True
    taken = [path for _address, path in paths(world) if asker.ask("POST", path).status != 403]
    assert taken == []


def test_no_post_to_the_admins_is_taken_without_one(world):
    asker = Asker(world.people["administrator"])
    asker.client.handler.enforce_csrf_checks = True
    with transaction.atomic():
        places = Places(world)
        admin = [address for address in addresses() if address.is_admin]
        asked = [address.path(places.of(address)) for address in admin]
        taken = [path for path in asked if asker.ask("POST", path).status != 403]
        transaction.set_rollback(True)
    assert taken == []


@pytest.mark.parametrize("role", ["learner", "lead"])
def test_reading_changes_nothing(world, role):
    asker = Asker(world.people[role])
    changed: dict[str, set[str]] = {}

    def watch(execute, sql, params, many, context):
        found = WRITES.match(sql)
        if found and found[2] not in EVERYWHERE:
            changed.setdefault(name, set()).add(found[2])
        return execute(sql, params, many, context)

    with connection.execute_wrapper(watch), quiet():
        for address, path in paths(world):
            name = address.name
            asker.ask("GET", path)
    allowed = {name: tables for name, tables in WRITTEN_BY_READING.items() if role == "lead" or name[0] != "r"}
    assert changed == allowed
