"""Which of very many matches are ranked: ranking reads every match whole, and a common word is in every page."""

from collections.abc import Collection
from typing import Any

from django.contrib.postgres.search import SearchVectorField
from django.db import connection
from django.db.models import F, Func, QuerySet
from modelsearch.backends import get_search_backend
from modelsearch.query import SearchQuery
from modelsearch.utils import get_descendants_content_types_pks
from wagtail.models import Page
from wagtail.search.models import IndexEntry


class TitleAndBody(Func):
    """The words of an entry's title and body together, written as the index `toolkit_words_searched` has them."""

    template = "(%(expressions)s)"
    arg_joiner = " || "
    output_field = SearchVectorField()


def best_keys(rows: QuerySet[Any], wanted: SearchQuery, *, most: int) -> list[Any]:
    """Primary keys of the rows that have what is wanted, the best match first, at most `most`. One query.

    On PostgreSQL only what is worth ranking is ranked; elsewhere ranking is part of finding.
    """
    results: Any = get_search_backend().search(wanted, rows)
    found = results.get_queryset()
    if connection.vendor == "postgresql":
        compiler = results.query_compiler
        words = compiler.build_tsquery(wanted, config=compiler.get_config(results.backend))
        entries = worth_ranking(get_descendants_content_types_pks(rows.model), words, most=most)
        found = found.annotate(entry=F("index_entries")).filter(entry__in=entries)
    return list(found.values_list("pk", flat=True)[:most])


def best_entries(wanted: SearchQuery, *, types: Collection[int], most: int) -> list[tuple[int, str]]:
    """Content type and primary key, as text, of what has what is wanted, the best match first. One query.

    On PostgreSQL alone. Whether anybody may read what was found is for the caller to look at: entries do not know.
    """
    backend = get_search_backend()
    compiler = backend.query_compiler_class(Page.objects.all(), wanted)
    config = compiler.get_config(backend)
    words = compiler.build_tsquery(wanted, config=config)
    in_title = compiler.build_tsrank(F("title"), wanted, config=config) * F("title_norm")
    rank = in_title + compiler.build_tsrank(F("body"), wanted, config=config)
    found = IndexEntry.objects.filter(pk__in=worth_ranking(types, words, most=most)).order_by(rank.desc(), "-pk")
    return list(found.values_list("content_type", "object_id")[:most])


def worth_ranking(types: Collection[int], words: Any, *, most: int) -> QuerySet[Any]:
    """The entries to rank: those with all of the words in their title, and the newest with them anywhere.

    At most `most` of each kind, so that fewer matches than that are all ranked.
    """
    newest_first = IndexEntry.objects.filter(content_type__in=types).order_by("-pk").values("pk")
    titled = newest_first.filter(title=words)[:most]
    anywhere = newest_first.annotate(words=TitleAndBody(F("title"), F("body"))).filter(words=words).values("pk")[:most]
    return titled.union(anywhere)
