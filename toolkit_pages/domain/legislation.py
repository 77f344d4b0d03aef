"""Law and reports as a list and as a timeline: facets, the items that match, and what happened in which year."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lms.editorial.models import Nation
from lms.kept import keep
from toolkit_pages.domain.facets import Facet, Key, Listing, Row, Shelf, Sort, shelf_of
from toolkit_pages.domain.library_words import keys_with
from toolkit_pages.models import LawEvent, LawItemPage, LawLibraryPage, ToolkitPage
from toolkit_pages.models.base import public

Kind, Status = LawItemPage.Kind, LawItemPage.Status
TIMELINE = "timeline"
FACETS = [
    Facet("kind", _("Kind"), Kind.choices),
    Facet("nation", _("Nation"), Nation.choices),
    Facet("status", _("Status"), Status.choices),
]
SORTS = [
    Sort("newest", _("Newest first"), by="dated", newest_first=True),
    Sort("title", _("Title")),
    Sort("checked", _("Checked most recently"), by="checked", newest_first=True),
    Sort(TIMELINE, _("Timeline, by year"), by="dated", newest_first=True),
]
DATES = ["published_on", "in_force_on", "ended_on"]


@dataclass(frozen=True)
class Happening:
    """What happened to an item on a day."""

    on: date
    item: int
    text: str
    url: str = ""


@dataclass(frozen=True)
class Year:
    """What happened in a year, the latest first, each with its item."""

    number: int
    happenings: list[tuple[Happening, LawItemPage]]


def items_of(library: LawLibraryPage) -> QuerySet:
    """The items of a library that anybody may read."""
    if not library.path:  # the preview of a library that is not saved yet
        return LawItemPage.objects.none()
    return LawItemPage.objects.child_of(library).live().filter(public())


def guides_of(library: LawLibraryPage) -> list[ToolkitPage]:
    """The pages of guidance in the library, in the order of the page tree."""
    if not library.path:
        return []
    return list(ToolkitPage.objects.child_of(library).live().filter(public()).defer("body", "rests_on"))


def law_shelf(library: LawLibraryPage) -> Shelf:
    """The library's light rows. One query, whatever its size."""
    rows = []
    fields = ["pk", "title", "kind", "status", "nations", "facts_checked_on", *DATES]
    for item in items_of(library).values(*fields).iterator():
        values = {"kind": [item["kind"]], "status": [item["status"]], "nation": item["nations"] or ()}
        dates = {"dated": item["in_force_on"] or item["published_on"], "checked": item["facts_checked_on"]}
        rows.append(Row(item["pk"], item["title"], values, dates))
    return Shelf(rows, facets=FACETS, sorts=SORTS)


def law_listing(library: LawLibraryPage, asked: Mapping[str, Sequence[str]], *, words: str) -> Listing:
    """What of the library matches the facets asked for and the words."""
    found = keys_with(words, among=items_of(library)) if words else None
    shelf = shelf_of(("law", library.pk), lambda: law_shelf(library))
    return shelf.browse(asked, words=words, found=found)


def law_rows(keys: Iterable[Key]) -> list[LawItemPage]:
    """The items with these keys, in the same order, without what lists do not show. One query."""
    order = list(keys)
    found = LawItemPage.objects.defer("body", "rests_on").in_bulk(order)
    return [found[key] for key in order if key in found]


def happenings_of(library: LawLibraryPage) -> list[Happening]:
    """Everything that happened to the library's items, the latest first. Two queries, kept until something changes."""

    def read() -> list[Happening]:
        found = []
        for item in items_of(library).values("pk", "kind", "status", *DATES):
            found += own_dates(item["pk"], item)
        events = list(LawEvent.objects.filter(page__in=items_of(library)).values_list("on", "page_id", "text", "url"))
        said = {(item, on) for on, item, _text, _url in events}
        # An editor's own words for a day say more than the field that holds the same day.
        found = [happening for happening in found if (happening.item, happening.on) not in said]
        found += [Happening(*event) for event in events]
        return sorted(found, key=lambda happening: (happening.on, happening.item), reverse=True)

    return keep(("toolkit_pages.law_happenings", library.pk), read)


def own_dates(key: int, item: Mapping[str, object]) -> list[Happening]:
    """The dates an item itself has, in words: published, in force, and how it ended."""
    if item["status"] == Status.CONSULTATION:
        ended = gettext("Last day of the consultation")
    elif item["status"] == Status.REPEALED:
        ended = gettext("Repealed")
    else:
        ended = gettext("End")
    words = {"published_on": gettext("Published"), "in_force_on": gettext("In force from this day"), "ended_on": ended}
    return [Happening(on, key, text) for name, text in words.items() if isinstance(on := item[name], date)]


def happenings_among(library: LawLibraryPage, keys: Iterable[Key]) -> list[Happening]:
    """What happened to the items with these keys, the latest first."""
    wanted = set(keys)
    return [happening for happening in happenings_of(library) if happening.item in wanted]


def by_year(happenings: Sequence[Happening]) -> list[Year]:
    """These happenings, the latest first, under their years, with their items. One query."""
    items = {item.pk: item for item in law_rows({happening.item for happening in happenings})}
    known = [(happening, items[happening.item]) for happening in happenings if happening.item in items]
    return [Year(number, list(group)) for number, group in groupby(known, key=lambda pair: pair[0].on.year)]


def history_of(item: LawItemPage, *, today: date | None = None) -> list[tuple[Happening, bool]]:
    """What happened to one item, the latest first, each with whether it is still to come."""
    today = today or timezone.localdate()
    events = [Happening(event.on, item.pk or 0, event.text, event.url) for event in item.events.all()]
    fields = {"status": item.status, **{name: getattr(item, name) for name in DATES}}
    days = {event.on for event in events}
    own = [happening for happening in own_dates(item.pk or 0, fields) if happening.on not in days]
    return [(one, one.on > today) for one in sorted([*events, *own], key=lambda one: one.on, reverse=True)]
