"""What a visitor means by the words they type: words that editors keep as meaning the same, and short forms."""

import re

from modelsearch.query import And, Or, Phrase, PlainText, SearchQuery

from lms.kept import keep
from toolkit_pages.domain.excerpts import words_of
from toolkit_pages.models import GlossaryTerm, SearchSynonym

QUOTED = re.compile(r'"([^"]*)"')
MOST_ALTERNATIVES = 6


def same_words() -> dict[str, list[str]]:
    """For each word or phrase in lower case, the others that mean the same: editors' synonyms and the glossary's.

    Kept until an editor changes something.
    """
    return keep("toolkit_pages.same_words", read_same_words)


def read_same_words() -> dict[str, list[str]]:
    """Read them anew. Two queries."""
    groups = [synonym.word_list for synonym in SearchSynonym.objects.all()]
    for term in GlossaryTerm.objects.published().only("term", "stands_for", "also"):
        also = [part.strip() for part in term.also.split(",")]
        groups.append([part.lower() for part in [term.term, term.stands_for, *also] if part.strip()])
    found: dict[str, dict[str, None]] = {}
    for group in groups:
        for word in group:
            found.setdefault(word, {}).update(dict.fromkeys(other for other in group if other != word))
    return {word: list(others)[:MOST_ALTERNATIVES] for word, others in found.items() if others}


def parts_of(query: str) -> tuple[list[str], list[tuple[str, list[str]]], str]:
    """A query taken apart: phrases in quotes, words with others that mean the same, and the other words.

    The longest known phrase is taken first, so that "duty to notify" is one thing and not three words.
    """
    known = same_words()
    phrases = [phrase.strip() for phrase in QUOTED.findall(query) if words_of(phrase)]
    rest = " ".join(QUOTED.sub(" ", query).replace('"', " ").split())
    lowered = rest.lower()
    meant: list[tuple[str, list[str]]] = []
    for words in sorted((words for words in known if words in lowered), key=len, reverse=True):
        pattern = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)", re.IGNORECASE)
        if pattern.search(rest):
            meant.append((words, known[words]))
            rest = " ".join(pattern.sub(" ", rest).split())
    return phrases, meant, rest


def meaning(query: str, *, operator: str) -> SearchQuery | None:
    """The query as search engines take it: every part of it ("and") or any ("or"); None without words."""
    phrases, meant, rest = parts_of(query)
    parts: list[SearchQuery] = [Phrase(phrase) for phrase in phrases]
    parts += [Or([PlainText(words, operator="and") for words in [one, *others]]) for one, others in meant]
    if words_of(rest):
        parts.append(PlainText(rest, operator=operator))
    if not parts:
        return None
    if len(parts) == 1:
        return parts[0]
    return And(parts) if operator == "and" else Or(parts)


def words_marked(query: str) -> list[str]:
    """The words to mark in what was found: those typed, and those that mean the same."""
    _phrases, meant, _rest = parts_of(query)
    return words_of(" ".join([query, *(other for _one, others in meant for other in others)]))
