"""The people every test may ask for, and the settings of the browser."""

import os
import shutil
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import cache
from django.core.management import call_command
from django.db import connections
from django.utils import timezone
from pytest_django.plugin import blocking_manager_key

from lms import kept
from tests.browser import (  # noqa: F401
    axe,
    browser_context_args,
    browser_type_launch_args,
    faults,
    new_context,
    phone,
    sign_in,
    site,
)
from tests.database import copy_template, keep_template, template_path

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
BEGUN_ON = timezone.localdate()


def pytest_unconfigure(config):
    """Throw away what the run wrote among temporary files, once, by the process that began it."""
    if not hasattr(config, "workerinput") and Path(settings.VAR_DIR).name == f"toolkit-tests-{os.getpid()}":
        shutil.rmtree(settings.VAR_DIR, ignore_errors=True)


def pytest_collection_modifyitems(items):
    """Mark what drives Chromium, so that `-m "not browser"` leaves it out.

    A busy machine now and then loses a click: such a test has two more tries, and the summary tells of them.
    """
    for item in items:
        if "site" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")
            item.add_marker(pytest.mark.flaky(reruns=2))


def empties_tables(item) -> bool:
    """Whether the test ends by emptying every table: it sees commits, or drives a live server."""
    marker = item.get_closest_marker("django_db")
    fixtures = set(getattr(item, "fixturenames", ()))
    return bool(marker and marker.kwargs.get("transaction")) or not fixtures.isdisjoint({"transactional_db", "site"})


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    """Begin another try with empty tables: the one before may have ended before it could empty them itself."""
    if getattr(item, "execution_count", 1) > 1 and empties_tables(item):
        with item.config.stash[blocking_manager_key].unblock():
            call_command("flush", verbosity=0, interactive=False, reset_sequences=False, inhibit_post_migrate=True)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item, nextitem):
    """Put back what migrations wrote after a test that emptied the tables, unless the next one does so itself."""
    result = yield
    if nextitem is not None and empties_tables(item) and not empties_tables(nextitem):
        with item.config.stash[blocking_manager_key].unblock():
            connection = connections["default"]
            connection.creation.deserialize_db_from_string(connection._test_serialized_contents)
    return result


@pytest.fixture(autouse=True)
def day_of_the_test(request):
    """A module's TODAY is the day on which the test begins, also in a run that goes on over midnight."""
    if getattr(request.module, "TODAY", None) == BEGUN_ON != timezone.localdate():
        request.module.TODAY = timezone.localdate()


@pytest.fixture(autouse=True)
def _empty_cache():
    """Start every test with no rate limit counted and nothing remembered."""
    cache.clear()
    kept.forget()


@pytest.fixture(autouse=True)
def _see_pages_as_visitors_do(request, monkeypatch):
    """Let content be kept inside the transaction that a test is wrapped in, though not inside one of its own."""
    if not empties_tables(request.node):
        monkeypatch.setattr(kept, "may_keep", is_in_no_transaction_of_its_own)


def is_in_no_transaction_of_its_own() -> bool:
    """Whether every open transaction is one that a test was wrapped in."""
    return all(getattr(block, "_from_testcase", False) for block in connections["default"].atomic_blocks)


@pytest.fixture(scope="session")
def django_db_keepdb(request, django_db_modify_db_settings):
    """Start from the kept template on SQLite; elsewhere as pytest's options say."""
    database = settings.DATABASES["default"]
    if not database["ENGINE"].endswith("sqlite3"):
        return request.config.getvalue("reuse_db")
    return copy_template(database["TEST"]["NAME"])


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker, worker_id):
    """Keep what was migrated for the next run."""
    database = settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3") and not template_path().exists():
        with django_db_blocker.unblock():
            keep_template(database["TEST"]["NAME"], worker_id)
    if database["ENGINE"].endswith("sqlite3"):
        with django_db_blocker.unblock(), connections["default"].cursor() as cursor:
            # SQLite empties tables with DELETE, which the audit trail refuses: see lms/audit/triggers.py.
            cursor.execute("DROP TRIGGER IF EXISTS audit_event_not_deleted")
    contents = getattr(connections["default"], "_test_serialized_contents", None)
    if contents is not None:
        # Once the browser's event loop runs, Django makes other connection objects: they must know the contents too.
        type(connections["default"])._test_serialized_contents = contents


@pytest.fixture
def haverley(db):
    """The organisation alice and bob belong to."""
    from tests.factories.people import OrganisationFactory

    return OrganisationFactory(name="Haverley Police", kind="police")


@pytest.fixture
def elsewhere(db):
    """The organisation charlie leads: nothing to do with haverley."""
    from tests.factories.people import OrganisationFactory

    return OrganisationFactory(name="Elsewhere Council", kind="council")


def member(name: str, organisation, **roles):
    """Somebody called "<name> Example" with a membership in the organisation."""
    from tests.factories.people import MembershipFactory

    return MembershipFactory(
        organisation=organisation,
        user__email=f"{name.lower()}@{organisation.kind}.example.org",
        user__first_name=name,
        user__last_name="Example",
        **roles,
    ).user


@pytest.fixture
def alice(haverley):
    """A learner."""
    return member("Alice", haverley)


@pytest.fixture
def bob(haverley):
    """Alice's training lead."""
    return member("Bob", haverley, is_lead=True)


@pytest.fixture
def charlie(elsewhere):
    """The outsider: a training lead of another organisation."""
    return member("Charlie", elsewhere, is_lead=True)


@pytest.fixture
def dana(haverley):
    """A partnership coordinator."""
    return member("Dana", haverley, is_coordinator=True)


@pytest.fixture
def erin(db):
    """An editor: in the editors' group, in no organisation."""
    from lms.people.domain.roles import EDITORS, sync_roles
    from tests.factories.people import UserFactory

    groups = sync_roles()
    user = UserFactory(email="erin@editors.example.org", first_name="Erin", last_name="Example")
    user.groups.add(groups[EDITORS])
    return user
