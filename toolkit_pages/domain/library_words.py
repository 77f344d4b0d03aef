"""Words searched for inside one library: the keys of the pages that have them, the best match first."""

from django.db import models

from toolkit_pages.domain.excerpts import words_of
from toolkit_pages.domain.search_ranking import best_keys
from toolkit_pages.domain.synonyms import meaning

MOST_FOUND = 2_000


def keys_with(words: str, *, among: models.QuerySet) -> list[int]:
    """Primary keys of what has every word, or any word when nothing has all of them.

    Words that mean the same count, as in the search over everything; words in quotes are a phrase.
    """
    if not words_of(words):
        return []
    return _found(words, among, "and") or (_found(words.replace('"', " "), among, "or") if " " in words else [])


def _found(words: str, among: models.QuerySet, operator: str) -> list[int]:
    # A colon would make a filter of the words around it ("law:wales"), which no visitor means.
    wanted = meaning(words.replace(":", " "), operator=operator)
    return best_keys(among, wanted, most=MOST_FOUND) if wanted is not None else []
