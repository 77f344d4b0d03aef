"""Django's cache on Redis, with one client kept by each thread; a server that is down costs speed, not pages."""

import time
from collections.abc import Callable
from types import MappingProxyType
from typing import Any

import structlog
from django.core.cache.backends.locmem import LocMemCache
from django.core.cache.backends.redis import RedisCache as DjangoRedisCache
from django.core.cache.backends.redis import RedisCacheClient
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

log = structlog.get_logger(__name__)
NEVER = float("-inf")
SECONDS_UNASKED = 10
SECONDS_BETWEEN_WARNINGS = 60
LIMITS = "allauth"  # in the key of what allauth counts: wrong passwords, codes that were used, locks around both


class Outage:
    """What this process knows of a server that does not answer, and what it has to make up for when it does again."""

    ask_again_at = NEVER
    warned_at = NEVER
    stale: set[str] = set()  # keys whose values on the server have changed since
    counts = LocMemCache("limits-without-redis", {"OPTIONS": {"MAX_ENTRIES": 20000}})

    @classmethod
    def is_time_to_ask(cls) -> bool:
        """Whether to ask the server: of many threads one alone tries whether it is back."""
        now = time.monotonic()
        if now < cls.ask_again_at:
            return False
        if cls.ask_again_at != NEVER:
            cls.ask_again_at = now + SECONDS_UNASKED
        return True

    @classmethod
    def begin(cls, error: Exception) -> None:
        """Ask nothing for a while, and say so at most once a minute."""
        now = time.monotonic()
        cls.ask_again_at = now + SECONDS_UNASKED
        if now - cls.warned_at >= SECONDS_BETWEEN_WARNINGS:
            cls.warned_at = now
            log.warning("cache_not_reached", error=type(error).__name__)


def careful(name: str, *, otherwise: Any, changes: bool = False) -> Callable[..., Any]:
    """A command for a key, or for many, that answers `otherwise` while the server does not.

    What limits count is counted by each process meanwhile: nobody is locked out, and nobody guesses without end.
    """
    plain = getattr(RedisCacheClient, name)

    def command(client: "Client", key: Any, *rest: Any) -> Any:
        if Outage.is_time_to_ask():
            try:
                client.make_up()
                found = plain(client, key, *rest)
            except (RedisError, OSError) as error:
                Outage.begin(error)
            else:
                Outage.ask_again_at = NEVER
                return found
        keys = [key] if isinstance(key, str) else list(key)
        if keys and LIMITS in keys[0]:
            return getattr(Outage.counts, name)(key, *rest)
        if changes:
            Outage.stale.update(keys)
        if isinstance(otherwise, Exception):
            raise otherwise
        return rest[0] if name == "get" else otherwise

    return command


class Client(RedisCacheClient):
    """Keeps its client, on connections from a pool as before, and does without a server that cannot be reached."""

    kept: Any = None

    def __init__(self, servers: list[str], **options: Any) -> None:
        # Once more: a server that was started anew has closed the connections of the pool.
        super().__init__(servers, **{"retry": Retry(NoBackoff(), 1), **options})

    def get_client(self, key: str | None = None, *, write: bool = False) -> Any:
        if self.kept is None:
            self.kept = super().get_client(key, write=True)
        return self.kept

    def make_up(self) -> None:
        """Take away what changed unseen: a session that was ended during an outage does not come back after it."""
        if Outage.stale:
            keys = set(Outage.stale)
            self.get_client().delete(*keys)
            Outage.stale -= keys

    get = careful("get", otherwise=None)
    get_many = careful("get_many", otherwise=MappingProxyType({}))
    has_key = careful("has_key", otherwise=False)
    add = careful("add", otherwise=True)
    set = careful("set", otherwise=None, changes=True)
    set_many = careful("set_many", otherwise=None, changes=True)
    touch = careful("touch", otherwise=False)
    delete = careful("delete", otherwise=False, changes=True)
    delete_many = careful("delete_many", otherwise=None, changes=True)
    incr = careful("incr", otherwise=ValueError("The cache cannot be reached: there is no such key."))


class RedisCache(DjangoRedisCache):
    """The cache of one Redis."""

    def __init__(self, server: str, params: dict[str, Any]) -> None:
        super().__init__(server, params)
        self._class = Client
