"""The content origin: without a valid launch token it answers nobody anything but the player's own files."""

from collections.abc import Iterator

import pytest
from django.core import signing

from courses.scorm.tokens import LaunchToken, token_for
from tests.permissions.addresses import addresses
from tests.permissions.asking import Asker
from tests.permissions.world import ROLES, World, standing

pytestmark = pytest.mark.django_db

HOST = "content.testserver"
URLS = "courses.content_urls"
# What each address answers to GET and to POST without a token; the player's own five files need none.
ANSWERS = {
    "shell": (404, 405),
    "content": (404, 405),
    "content_with_storage": (404, 405),
    "commit": (405, 404),
    "replay": (405, 404),
    "asset": (404, 405),
}
OF_NOTHING = LaunchToken(launch=987654321, attempt=None, item="item", content_key="nothing", mode="normal")


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker) -> Iterator[World]:
    """Two organisations and everybody in them."""
    with standing(django_db_blocker) as built:
        yield built


def tokens() -> list[str]:
    """What somebody might write for a token: nothing real, one signed for another purpose, one cut short."""
    elsewhere = signing.TimestampSigner(salt="another.purpose", sep="~").sign_object([1, 1, "item", "key", "normal"])
    return ["forged", elsewhere, token_for(OF_NOTHING)[:-1]]


def test_every_address_is_in_the_table():
    assert sorted(address.name for address in addresses(URLS)) == sorted(ANSWERS)


@pytest.mark.parametrize("role", ROLES)
def test_nobody_is_answered_without_a_launch_token(world, role):
    asker = Asker(world.people[role], host=HOST)
    wrong = []
    for address in addresses(URLS):
        for token in tokens():
            path = address.path({"token": token, "path": "index.html", "name": "settings.py"})
            for method, wanted in zip(("GET", "POST"), ANSWERS[address.name], strict=True):
                answer = asker.ask(method, path)
                wrong += [f"{method} {path} is {answer.status}"] if answer.status != wanted else []
                wrong += [f"{method} {path} tells {mark}" for mark in answer.told(world.forbidden("anonymous"))]
                wrong += [f"{method} {path} sets a cookie"] if "set-cookie" in answer.text else []
    assert not wrong, "\n".join(wrong)


def test_a_well_signed_token_of_a_launch_that_is_gone_opens_and_keeps_nothing(world):
    asker = Asker(world.people["learner"], host=HOST)
    for address in addresses(URLS):
        path = address.path({"token": token_for(OF_NOTHING), "path": "index.html", "name": "settings.py"})
        for method, wanted in zip(("GET", "POST"), ANSWERS[address.name], strict=True):
            answer = asker.ask(method, path)
            nothing_kept = answer.status == 200 and answer.text.endswith('{"outcome": "not kept", "completed": false}')
            assert answer.status == wanted or (method == "POST" and nothing_kept), f"{method} {path} is {answer.status}"


def test_pages_of_the_site_are_not_there_on_the_content_origin(world):
    asker = Asker(world.people["lead"], host=HOST)
    for path in ("/", "/people/", "/dashboard/", "/my-training/", "/admin/", "/accounts/login/"):
        assert (asker.ask("GET", path).status, asker.ask("POST", path).status) == (404, 404)
