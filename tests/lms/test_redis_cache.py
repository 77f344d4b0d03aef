"""The cache on Redis keeps one client; while the server is down, pages, sessions and the limits of signing in go on."""

import logging

import pytest
from django.contrib.sessions.models import Session
from django.core.cache import cache
from redis.exceptions import ConnectionError

from lms.redis_cache import NEVER, SECONDS_UNASKED, Outage, RedisCache

NOBODY = "redis://127.0.0.1:1/0"  # nothing listens there
PASSWORD = "a long enough password"


@pytest.fixture(autouse=True)
def _no_outage():
    yield
    Outage.ask_again_at, Outage.warned_at, Outage.stale = NEVER, NEVER, set()
    Outage.counts.clear()


@pytest.fixture
def down(settings):
    """The site's cache and sessions on a server that is down."""
    settings.CACHES = {"default": {"BACKEND": "lms.redis_cache.RedisCache", "LOCATION": NOBODY}}
    settings.SESSION_ENGINE = "django.contrib.sessions.backends.cached_db"


class Server:
    """What redis-py's client is, as far as it is asked here: it answers, or is down."""

    def __init__(self) -> None:
        self.values: dict[str, bytes] = {}
        self.is_down = False
        self.asked = 0

    def answer(self) -> None:
        self.asked += 1
        if self.is_down:
            raise ConnectionError

    def get(self, key):
        self.answer()
        return self.values.get(key)

    def set(self, key, value, **options):
        self.answer()
        self.values[key] = value
        return True

    def delete(self, *keys):
        self.answer()
        return len([self.values.pop(key) for key in keys if key in self.values])


@pytest.fixture
def server():
    return Server()


@pytest.fixture
def on_server(server):
    """A cache whose client is the stand-in."""
    made = RedisCache(NOBODY, {})
    made._cache.kept = server
    return made


def later(seconds: float) -> None:
    """Let so much time go by, as an outage counts it."""
    Outage.ask_again_at -= seconds
    Outage.warned_at -= seconds


def sign_in(client, person, password=PASSWORD):
    """Hand in the sign-in form."""
    return client.post("/accounts/login/", {"login": person.email, "password": password})


def test_every_look_goes_through_the_same_client():
    found = RedisCache(NOBODY, {})
    client = found._cache.get_client("read")
    assert found._cache.get_client("written", write=True) is client


def test_what_is_asked_of_a_server_that_is_down_has_an_answer(down):
    assert cache.set("word", "one") is None
    assert (cache.get("word"), cache.get("word", "none")) == (None, "none")
    assert cache.get_or_set("word", "two") == "two"
    assert ("word" in cache, cache.add("word", "three"), cache.delete("word"), cache.touch("word")) == (
        False,
        True,
        False,
        False,
    )
    assert (cache.set_many({"a": 1, "b": 2}), cache.get_many(["a", "b"]), cache.delete_many(["a", "b"])) == (
        [],
        {},
        None,
    )
    with pytest.raises(ValueError, match="no such key"):
        cache.incr("word")


def test_people_sign_in_go_on_and_sign_out_while_it_is_down(client, alice, down):
    assert sign_in(client, alice)["Location"] == "/my-training/"
    assert client.get("/my-training/").status_code == 200
    assert client.get("/join/").status_code == 200
    assert client.post("/accounts/logout/").status_code == 302
    assert client.get("/my-training/")["Location"] == "/accounts/login/?next=/my-training/"
    assert Session.objects.count() == 0


def test_five_wrong_passwords_still_stop_tries_and_others_are_let_in(client, alice, bob, down):
    for _ in range(5):
        assert sign_in(client, alice, "wrong").status_code == 200
    assert "Too many wrong tries." in sign_in(client, alice).content.decode()
    assert sign_in(client, bob).status_code == 302


def test_it_is_asked_again_after_some_seconds_and_not_by_every_page(on_server, server):
    server.is_down = True
    assert [on_server.get("word") for _ in range(5)] == [None] * 5
    assert server.asked == 1
    later(SECONDS_UNASKED)
    server.is_down = False
    on_server.set("word", "one")
    assert on_server.get("word") == "one"


def test_an_outage_is_told_once_a_minute(on_server, server, caplog):
    server.is_down = True
    with caplog.at_level(logging.WARNING):
        for _ in range(3):
            on_server.get("word")
            later(SECONDS_UNASKED)
        assert len(caplog.records) == 1
        later(60)
        on_server.get("word")
    assert ["cache_not_reached" in record.getMessage() for record in caplog.records] == [True, True]


def test_what_changed_during_an_outage_is_not_found_as_it_was_before(on_server, server):
    on_server.set("session", "of somebody")
    on_server.set("other", "as it was")
    server.is_down = True
    assert on_server.delete("session") is False
    later(SECONDS_UNASKED)
    server.is_down = False
    assert (on_server.get("session"), on_server.get("other")) == (None, "as it was")
