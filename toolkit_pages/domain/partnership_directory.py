"""The directory of partnerships: facets, what matches, and the helplines of a partnership's nations."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lms.editorial.models import Nation
from lms.kept import keep
from toolkit_pages.domain.facets import Facet, Key, Listing, Row, Shelf, Sort
from toolkit_pages.domain.library_words import keys_with
from toolkit_pages.models import Partnership
from toolkit_pages.models.partnerships import Activity

CONFIRMED_FOR = timedelta(days=365)
CONFIRMED = [
    ("lately", _("In the last 12 months")),
    ("older", _("Longer ago")),
    ("never", _("Not confirmed")),
]
FACETS = [
    Facet("nation", _("Nation"), Nation.choices),
    Facet("activity", _("What they do"), Activity.choices),
    Facet("confirmed", _("Last confirmed"), CONFIRMED, is_open=False),
]
SORTS = [
    Sort("name", _("Name")),
    Sort("confirmed", _("Confirmed most recently"), by="confirmed", newest_first=True),
]


@dataclass(frozen=True)
class Helplines:
    """The helplines that serve a nation."""

    nation: str
    lines: list[Any]


def confirmed_as(confirmed_on: date | None, *, today: date) -> str:
    """Which of CONFIRMED the day falls under."""
    if confirmed_on is None:
        return "never"
    return "lately" if today - confirmed_on <= CONFIRMED_FOR else "older"


def directory_shelf(*, today: date) -> Shelf:
    """The light rows of the published partnerships. One query."""
    rows = []
    fields = ("pk", "name", "nations", "activities", "confirmed_on")
    for found in Partnership.objects.published().values(*fields).iterator():
        values = {
            "nation": found["nations"] or (),
            "activity": found["activities"] or (),
            "confirmed": [confirmed_as(found["confirmed_on"], today=today)],
        }
        rows.append(Row(found["pk"], found["name"], values, {"confirmed": found["confirmed_on"]}))
    return Shelf(rows, facets=FACETS, sorts=SORTS)


def directory_listing(asked: Mapping[str, Sequence[str]], *, words: str, today: date | None = None) -> Listing:
    """The published partnerships that match the facets asked for and the words."""
    today = today or timezone.localdate()
    found = keys_with(words, among=Partnership.objects.published()) if words else None
    shelf = keep(("toolkit_pages.partnerships", today), lambda: directory_shelf(today=today))
    return shelf.browse(asked, words=words, found=found)


def directory_rows(keys: Iterable[Key]) -> list[Partnership]:
    """The partnerships with these keys, in the same order. One query."""
    order = list(keys)
    found = Partnership.objects.published().defer("about").in_bulk(order)
    return [found[key] for key in order if key in found]


def find_partnership(slug: str) -> Partnership | None:
    """The published partnership with this address."""

    def read() -> dict[str, Partnership]:
        return {found.slug: found for found in Partnership.objects.published()}

    return keep("toolkit_pages.partnerships_by_slug", read).get(slug)


def activities_of(partnership: Partnership) -> list[str]:
    """What it does, in words, in the order of the choices."""
    return [str(activity.label) for activity in Activity if activity.value in (partnership.activities or [])]


def helplines_for(nations: Iterable[str], lines: Iterable[Any]) -> list[Helplines]:
    """For each nation, the helplines that serve it; a line without nations serves all of them.

    Nations with the same lines are said once, under a heading that names no nation when all are the same.
    """
    every = list(lines)
    wanted = [nation for nation in Nation if nation.value in set(nations)] or list(Nation)
    served = [
        (str(nation.label), [line for line in every if not line.nations or nation.value in line.nations])
        for nation in wanted
    ]
    if all(lines == served[0][1] for _label, lines in served):
        return [Helplines("" if len(served) > 1 else served[0][0], served[0][1])]
    return [Helplines(label, lines) for label, lines in served]
