"""The glossary: published terms from A to Z, those that have some words, and what is said beside a word in a text."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from lms.kept import keep
from toolkit_pages.models import GlossaryTerm


@dataclass(frozen=True)
class Letter:
    """A letter and the terms that begin with it; "0–9" for those that begin with none."""

    name: str
    anchor: str
    terms: list[GlossaryTerm]


def published_terms() -> list[GlossaryTerm]:
    """Every published term, from A to Z. One query, kept until an editor changes something."""

    def read() -> list[GlossaryTerm]:
        return sorted(GlossaryTerm.objects.published(), key=lambda term: (term.term.casefold(), term.pk))

    return keep("toolkit_pages.glossary", read)


def terms_with(words: str, *, short_only: bool = False) -> list[GlossaryTerm]:
    """The published terms that have every word in the term, its long form, its other names or its definition."""
    wanted = words.casefold().split()
    found = [term for term in published_terms() if term.stands_for or not short_only]
    if not wanted:
        return found
    told = ((term, " ".join([term.term, term.stands_for, term.also, term.definition]).casefold()) for term in found)
    matching = [term for term, text in told if all(word in text for word in wanted)]
    # Whoever types a term wants that term first, not the definitions that mention it.
    return sorted(matching, key=lambda term: words.casefold() not in names_of(term))


def names_of(term: GlossaryTerm) -> set[str]:
    """What the term is called, in small letters."""
    return {name.strip().casefold() for name in [term.term, term.stands_for, *term.also.split(",")] if name.strip()}


def by_letter(terms: Iterable[GlossaryTerm]) -> list[Letter]:
    """Terms from A to Z under their letters."""
    in_order = sorted(terms, key=lambda term: (letter_of(term), term.term.casefold()))
    return [
        Letter(name or "0–9", f"letter-{name.lower() or 'number'}", list(group))
        for name, group in groupby(in_order, key=letter_of)
    ]


def letter_of(term: GlossaryTerm) -> str:
    """The letter it begins with; "" for a figure or a sign."""
    first = term.term[:1].upper()
    return first if first.isalpha() else ""


def terms_by_key() -> dict[int, GlossaryTerm]:
    """The published terms by their keys."""
    return {term.pk: term for term in published_terms()}
