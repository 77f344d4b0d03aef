"""The cache on Redis keeps one client; connections are made when something is asked."""

import pytest
from redis.exceptions import ConnectionError

from lms.redis_cache import RedisCache


def test_every_look_goes_through_the_same_client_and_a_server_that_is_down_is_said():
    cache = RedisCache("redis://127.0.0.1:1/0", {"OPTIONS": {"socket_connect_timeout": 1}})
    client = cache._cache.get_client("read")
    assert cache._cache.get_client("written", write=True) is client
    with pytest.raises(ConnectionError):
        cache.get("word")
