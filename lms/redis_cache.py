"""Django's cache on Redis, with one client kept by each thread: Django makes a new one for every look."""

from typing import Any

from django.core.cache.backends.redis import RedisCache as DjangoRedisCache
from django.core.cache.backends.redis import RedisCacheClient


class Client(RedisCacheClient):
    """Keeps its client; connections come from a pool as before."""

    kept: Any = None

    def get_client(self, key: str | None = None, *, write: bool = False) -> Any:
        if self.kept is None:
            self.kept = super().get_client(key, write=True)
        return self.kept


class RedisCache(DjangoRedisCache):
    """The cache of one Redis."""

    def __init__(self, server: str, params: dict[str, Any]) -> None:
        super().__init__(server, params)
        self._class = Client
