"""The admins: who may not enter finds nothing there, and an editor finds nobody's data behind any address."""

from collections.abc import Iterator

import pytest

from tests.permissions.addresses import addresses
from tests.permissions.admin_judging import faults_in_admin
from tests.permissions.admin_places import Places
from tests.permissions.admin_rules import RULES, rule_of
from tests.permissions.asking import Asker
from tests.permissions.world import standing

pytestmark = pytest.mark.django_db

ADDRESSES = [address for address in addresses() if address.is_admin]
ENTERING = ["editor", "administrator"]


@pytest.fixture(scope="module")
def places(django_db_setup, django_db_blocker) -> Iterator[Places]:
    """The two organisations, and one of each thing that the admins show."""
    with standing(django_db_blocker) as world:
        yield Places(world)


def test_every_address_falls_under_a_rule():
    assert [address.name for address in ADDRESSES if rule_of(address) is None] == []
    assert [rule.prefix for rule in RULES if rule not in map(rule_of, ADDRESSES)] == []
    assert len({rule.prefix for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("role", ENTERING)
def test_whoever_enters_reads_of_nobody_but_where_the_rules_say_so(places, role):
    asker = Asker(places.world.people[role])
    wrong = [fault for address in ADDRESSES for fault in faults_in_admin(places.world, places, role, asker, address)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("role", ["anonymous", "learner", "charlie"])
def test_nobody_else_enters(places, role):
    """One guard stands before every address of the admins: a learner meets it where no key is needed."""
    asker = Asker(places.world.people[role])
    asked = [address for address in ADDRESSES if role != "learner" or not address.arguments]
    wrong = [fault for address in asked for fault in faults_in_admin(places.world, places, role, asker, address)]
    assert not wrong, "\n".join(wrong)
