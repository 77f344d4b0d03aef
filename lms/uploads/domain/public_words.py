"""The words of documents that anybody may have, for excerpts and for what search looks through."""

import re
from collections.abc import Collection, Iterable, Mapping

from django.db.models.functions import Left

from lms.uploads.domain.privacy import private_collections
from lms.uploads.models import DocumentText

QUOTED_FROM = 200_000  # letters of a document that an excerpt may come from
# PostgreSQL's index of one page holds 1,048,575 bytes of different words and where they stand.
MOST_TO_FIND = 600_000
BESIDE_EACH = 8  # bytes kept beside a word
PARTS_TOO = 3  # an address or a word with hyphens is kept whole and in parts
WORD = re.compile(r"\S+")
AROUND = ".,;:!?()[]{}'\"“”‘’…–—"


def known_to_anybody(documents: Iterable[int]):
    """The words of those of these documents (primary keys) that have been read and that anybody may have.

    The collections themselves are asked: what an editor has just made private is not waited for. One query now, and
    one with the rows.
    """
    texts = DocumentText.objects.filter(document__in=list(documents), is_public=True).exclude(text="")
    return texts.exclude(document__collection__in=private_collections())


def public_texts(documents: Iterable[int]) -> dict[int, str]:
    """The public words by document, as far as an excerpt may come from them."""
    return dict(known_to_anybody(documents).values_list("document", Left("text", QUOTED_FROM)))


def first_public_texts(choices: Mapping[int, Collection[int]]) -> dict[int, str]:
    """For each key, the public words of the first of its documents that has any. Three queries."""
    known = set(known_to_anybody(key for keys in choices.values() for key in keys).values_list("document", flat=True))
    first = {owner: next((key for key in keys if key in known), None) for owner, keys in choices.items()}
    texts = public_texts(key for key in first.values() if key is not None)
    return {owner: texts[key] for owner, key in first.items() if key in texts}


def words_to_find(documents: Collection[int]) -> str:
    """The public words of these documents in their order, as many as one page's index can hold. Two queries."""
    texts = dict(known_to_anybody(documents).values_list("document", "text"))
    return within_index("\n".join(texts[key] for key in documents if key in texts))


def within_index(text: str) -> str:
    """The text up to the word with which an index of it would grow too large; a word said twice costs nothing more."""
    seen: set[str] = set()
    size = 0
    for match in WORD.finditer(text):
        word = match.group().strip(AROUND).casefold()
        if not word or word in seen:
            continue
        seen.add(word)
        cost = len(word.encode()) + BESIDE_EACH
        size += cost if word.isalnum() else cost * PARTS_TOO
        if size > MOST_TO_FIND:
            return text[: match.start()].rstrip()
    return text
