"""Which of very many matches are ranked: ranking reads every match whole, and a common word is in every page."""

from typing import Any

from django.contrib.postgres.search import SearchVectorField
from django.db import connection
from django.db.models import F, Func, QuerySet
from modelsearch.backends import get_search_backend
from modelsearch.query import SearchQuery
from modelsearch.utils import get_descendants_content_types_pks
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
        found = found.annotate(entry=F("index_entries")).filter(entry__in=worth_ranking(rows, words, most=most))
    return list(found.values_list("pk", flat=True)[:most])


def worth_ranking(rows: QuerySet[Any], words: Any, *, most: int) -> QuerySet[Any]:
    """The entries to rank: those with all of the words in their title, and the newest with them anywhere.

    At most `most` of each kind, so that fewer matches than that are all ranked.
    """
    entries = IndexEntry.objects.filter(content_type__in=get_descendants_content_types_pks(rows.model))
    newest_first = entries.order_by("-pk").values("pk")
    titled = newest_first.filter(title=words)[:most]
    anywhere = newest_first.annotate(words=TitleAndBody(F("title"), F("body"))).filter(words=words).values("pk")[:most]
    return titled.union(anywhere)
