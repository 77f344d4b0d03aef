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


def worth_ranking(rows: QuerySet[Any], wanted: SearchQuery, *, most: int) -> QuerySet[Any]:
    """The rows to rank for this query: those with all of it in their title, and the newest with it anywhere.

    At most `most` of each kind, so that fewer matches than that are all ranked. On databases other than PostgreSQL,
    where ranking is part of finding, all rows. It adds no query; it becomes a part of the one that ranks.
    """
    backend = get_search_backend()
    if connection.vendor != "postgresql":
        return rows
    compiler = backend.query_compiler_class(rows, wanted)
    words = compiler.build_tsquery(wanted, config=compiler.get_config(backend))
    entries = IndexEntry.objects.filter(content_type__in=get_descendants_content_types_pks(rows.model))
    newest_first = entries.order_by("-pk").values("pk")
    titled = newest_first.filter(title=words)[:most]
    anywhere = newest_first.annotate(words=TitleAndBody(F("title"), F("body"))).filter(words=words).values("pk")[:most]
    return rows.filter(index_entries__in=titled.union(anywhere))
