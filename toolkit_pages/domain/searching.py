"""Search over everything that is published and public: what has the words, narrowed by kind and nation."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db import connection
from modelsearch.query import SearchQuery
from wagtail.models import Page, Site

from toolkit_pages.domain.excerpts import words_of
from toolkit_pages.domain.facets import Chip, Listing, Shelf
from toolkit_pages.domain.search_ranking import best_entries, best_keys
from toolkit_pages.domain.search_sources import SOURCES, Source, shelf
from toolkit_pages.domain.synonyms import meaning

LONGEST_QUERY = 250
MOST_FOUND = 1_000  # of each source; nobody turns that many pages


@dataclass(frozen=True)
class Findings:
    """What a query found: the list narrowed by the facets, and whether any of the words was enough."""

    query: str
    listing: Listing | None
    any_word: bool
    total: int  # before the facets narrowed it

    @property
    def filters_on(self) -> list[Chip]:
        """The filters that are on; the words have a field of their own."""
        return [chip for chip in self.listing.chips if chip.facet] if self.listing else []

    @property
    def everything_url(self) -> str:
        """The query part of the address without any filter."""
        return f"?{urlencode({'q': self.query})}"


def clean_query(text: str) -> str:
    """The text as it can be searched for: no control characters, single spaces, 250 letters at most."""
    printable = "".join(character if character.isprintable() else " " for character in text)
    return " ".join(printable.split())[:LONGEST_QUERY]


def search(query: str, *, site: Site | None, asked: Mapping[str, Sequence[str]]) -> Findings:
    """Find what has every word of the query, or words that mean the same; any word when nothing has all of them.

    Words in double quotes are a phrase. What bears the query as its title comes first, then what has it in its title,
    then modules, pages, terms, checklist items and partnerships, each by relevance. `asked` narrows it by "kind" and
    "nation". An empty query finds nothing.
    """
    if site is None or not words_of(query):
        return Findings(query, None, any_word=False, total=0)
    everything = shelf(site)
    any_word = False
    found = public_keys(query, site=site, operator="and", everything=everything)
    if not found and len(words_of(query)) > 1:
        any_word = True
        found = public_keys(query.replace('"', " "), site=site, operator="or", everything=everything)
    named, words = query.strip('" ').casefold(), words_of(query)
    found.sort(key=lambda key: nearness(everything.rows[everything.places[key]].title, named=named, words=words))
    return Findings(query, everything.browse(asked, words=query, found=found), any_word=any_word, total=len(found))


def nearness(title: str, *, named: str, words: Sequence[str]) -> int:
    """How near a title is to what somebody typed: 0 the same, 1 holds it, 2 has all of its words, 3 any other.

    `named` and `words` are what was typed, whole and in words, in small letters. Plain looks: there may be thousands.
    """
    title = title.casefold()
    if title == named:
        return 0
    if f" {named} " in f" {title} ":
        return 1
    return 2 if all(word in title for word in words) else 3


def public_keys(query: str, *, site: Site, operator: str, everything: Shelf) -> list[str]:
    """The keys of what has the words and is on the shelf, so that nothing, not even what is said, tells of the rest."""
    return [key for key in keys_found(query, site=site, operator=operator) if key in everything.places]


def keys_found(query: str, *, site: Site, operator: str) -> list[str]:
    """The keys of what has the words, source by source, the best match first; some may not be public.

    On PostgreSQL two queries, one for pages and one for everything else; elsewhere one query for each source.
    """
    wanted = meaning(query.replace(":", " "), operator=operator)
    if wanted is None:
        return []
    if connection.vendor == "postgresql":
        rest = [source for source in SOURCES if source.model is not Page]
        found = keys_in_entries(wanted, rest) | keys_in_entries(wanted, [one for one in SOURCES if one.model is Page])
        return [key for source in SOURCES for key in found[source.letter]]
    return [key for source in SOURCES for key in keys_in(source, wanted, site=site)]


def keys_in(source: Source, wanted: SearchQuery, *, site: Site) -> list[str]:
    """The keys of what one source has, the best match first."""
    return [source.key(pk) for pk in best_keys(source.rows_to_find(site), wanted, most=MOST_FOUND)]


def keys_in_entries(wanted: SearchQuery, sources: Sequence[Source]) -> dict[str, list[str]]:
    """The keys of what these sources have, by the letter of each, the best match first. One query."""
    source_of = {content_type: source for source in sources for content_type in source.content_types}
    found: dict[str, list[str]] = {source.letter: [] for source in sources}
    for content_type, pk in best_entries(wanted, types=list(source_of), most=MOST_FOUND):
        source = source_of[content_type]
        found[source.letter].append(source.key(pk))
    return found
