"""Excerpts of a text around the words somebody searched for, with the words marked."""

import re
from collections.abc import Iterable

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

BEFORE = 80
LENGTH = 240
WORDS_MARKED = 20
END_OF_LINE = re.compile(r"(?<![.?!:;,])\n")


def words_of(query: str) -> list[str]:
    """The words of a query worth marking: two letters or more, each once, at most twenty."""
    words = dict.fromkeys(word.lower() for word in re.findall(r"[^\W_]{2,}", query))
    return list(words)[:WORDS_MARKED]


def pattern_of(words: list[str]) -> re.Pattern[str]:
    """Finds any of the words, longest first, with the plain endings of English."""
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(rf"\b((?:{'|'.join(map(re.escape, longest_first))})(?:s|es|ed|ing|’s)?)\b", re.IGNORECASE)


def marked(text: str, *, words: list[str]) -> SafeString:
    """The text escaped, with the words in `<mark>`."""
    if not words:
        return escape(text)
    pieces = pattern_of(words).split(text)
    html = [f"<mark>{escape(piece)}</mark>" if place % 2 else escape(piece) for place, piece in enumerate(pieces)]
    return mark_safe("".join(html))  # every piece is escaped above


def excerpt(text: str, *, words: list[str]) -> SafeString:
    """About 240 letters of the text around the first of the words, cut between words, escaped and marked."""
    text = " ".join(text.split())
    found = pattern_of(words).search(text) if words else None
    start = max(0, found.start() - BEFORE) if found else 0
    if start:
        start = text.find(" ", start) + 1
    end = min(len(text), start + LENGTH)
    if end < len(text):
        end = max(text.rfind(" ", start, end), start + 1)
    cut = text[start:end]
    return mark_safe(("…" if start else "") + marked(cut, words=words) + ("…" if end < len(text) else ""))


def passage(parts: Iterable[str], *, words: list[str], otherwise: str) -> SafeString:
    """An excerpt of the first of these texts that has any of the words, or of `otherwise` when none has.

    Lines of a text, such as the paragraphs of a file, are told apart by full stops.
    """
    if not words:
        return excerpt(otherwise, words=[])
    pattern = pattern_of(words)
    found = next((part for part in parts if pattern.search(part)), otherwise)
    return excerpt(END_OF_LINE.sub(". ", found), words=words)
