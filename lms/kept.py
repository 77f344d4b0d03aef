"""Keeps in each process what was read or drawn from published content, until an editor changes something.

One word in the shared cache stands for the state of all published content. Whatever is kept belongs to the word it was
made under; a change sets a new word, and every process asks for the word twice a second. Only what is the same for
everybody may be kept: nothing about a person, no draft, no preview (docs/performance.md).
"""

import logging
import time
import uuid
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from django.core.cache import cache
from django.db import connection, transaction

logger = logging.getLogger(__name__)
T = TypeVar("T")
KEY = "published-content"
SECONDS_BETWEEN_LOOKS = 0.5
SECONDS_KEPT = 60  # for what no signal tells of: rows updated in bulk, and the turn of the day
MOST_KEPT = 4000


class State:
    """What this process holds: the word it last saw, when it looked, and the values with the word of each."""

    word = ""
    looked_at = float("-inf")
    values: dict[Hashable, tuple[str, float, Any]] = {}


def word() -> str:
    """The word that stands for the published content as this process last saw it, at most half a second ago."""
    now = time.monotonic()
    if now - State.looked_at > SECONDS_BETWEEN_LOOKS:
        try:
            State.word = cache.get(KEY) or cache.get_or_set(KEY, new_word, None)
        except Exception:  # whatever the cache's client raises; a cache that is down costs speed, not pages
            logger.warning("The shared cache does not answer: what is kept lasts half a second.")
            State.word = new_word()
        State.looked_at = now
    return State.word


def new_word() -> str:
    return uuid.uuid4().hex


def may_keep() -> bool:
    """Whether anything may be kept or taken now: what a transaction reads may never be committed."""
    return not connection.in_atomic_block


def keep(key: Hashable, make: Callable[[], T]) -> T:
    """The value kept under the key for the content as it is, made now if there is none. Give it out to be read only."""
    if not may_keep():
        return make()
    current, now = word(), time.monotonic()
    found = State.values.get(key)
    if found is not None and found[0] == current and found[1] > now:
        return found[2]
    value = make()
    State.values.pop(key, None)  # what is made anew stands last
    if len(State.values) >= MOST_KEPT:
        make_room()
    State.values[key] = (current, now + SECONDS_KEPT, value)
    return value


def make_room() -> None:
    """Forget the half that was made first: somebody who reads every page does not cost the others all that is kept."""
    State.values = dict(list(State.values.items())[len(State.values) // 2 :])


def content_changed(**signal: Any) -> None:
    """Let every process make anew what it kept: at once here, and again when the change is committed."""
    set_new_word()
    if connection.in_atomic_block:
        transaction.on_commit(set_new_word)


def set_new_word() -> None:
    State.word = new_word()
    State.looked_at = time.monotonic()
    try:
        cache.set(KEY, State.word, None)
    except Exception:  # as above: the change is saved, and other processes show it within a minute
        logger.warning("The shared cache does not answer: other processes show a change within a minute.")


def forget() -> None:
    """Forget everything in this process."""
    State.values = {}
    State.looked_at = float("-inf")
