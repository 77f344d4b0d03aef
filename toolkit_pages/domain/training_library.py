"""The training library: our published modules and other bodies' entries as one list with facets."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from courses.domain.published import published_modules
from courses.models import Exploitation, HelpedPeople, Module
from lms.editorial.fields import labels_of
from lms.editorial.models import Nation
from toolkit_pages.domain.endorsing import Endorsement, endorsement_of
from toolkit_pages.domain.facets import Facet, Key, Listing, Row, Shelf, Sort, shelf_of
from toolkit_pages.domain.library_words import keys_with
from toolkit_pages.models import TrainingEntryPage, TrainingLibraryPage
from toolkit_pages.models.base import public
from toolkit_pages.models.training_library import SECTORS

TIERS = [("1", _("1, everyone")), ("2", _("2, meets the public")), ("3", _("3, refers or manages"))]
TIMES = [("30", _("30 minutes or less")), ("60", _("31 to 60 minutes")), ("more", _("More than an hour"))]
PLACES = [("here", _("On this site")), ("elsewhere", _("On another site"))]
CHECKS = [
    ("half", _("In the last 6 months")),
    ("year", _("6 to 12 months ago")),
    ("older", _("More than a year ago")),
    ("never", _("Not yet checked")),
]
NOT_ENDORSED = "none"
MODULE, ENTRY = "m", "e"
SORTS = [
    Sort("tier", _("Tier, then title"), by="tier"),
    Sort("shortest", _("Shortest first"), by="minutes"),
    Sort("checked", _("Checked most recently"), by="checked", newest_first=True),
    Sort("title", _("Title")),
]


@dataclass(frozen=True)
class Training:
    """A module or an entry as the list shows it."""

    title: str
    url: str
    summary: str
    tier: int
    minutes: int | None
    nations: str
    provider: str
    format: str
    audience: str
    checked_on: date | None
    review_on: date | None
    endorsement: Endorsement | None
    is_here: bool
    is_sample: bool


def facets_with(bodies: Iterable[str]) -> list[Facet]:
    """The facets, with the bodies that endorse something now."""
    endorsed = {value_of(body): body for body in sorted(set(bodies), key=str.casefold)}
    return [
        Facet("tier", _("Tier"), TIERS),
        Facet("sector", _("Where you work"), SECTORS),
        Facet("nation", _("Nation"), Nation.choices, is_open=False),
        Facet("time", _("Time"), TIMES, is_open=False),
        Facet("place", _("Where it is"), PLACES, is_open=False),
        Facet("format", _("Format"), TrainingEntryPage.Format.choices, is_open=False),
        Facet("about", _("Adults or children"), HelpedPeople.choices, is_open=False),
        Facet("exploitation", _("Kind of exploitation"), Exploitation.choices, is_open=False),
        Facet("endorsed", _("Endorsed by"), [*endorsed.items(), (NOT_ENDORSED, _("Not endorsed"))], is_open=False),
        Facet("checked", _("Facts last checked"), CHECKS, is_open=False),
    ]


def value_of(body: str) -> str:
    """A body's name in the address: the same for two spellings, and never that of "not endorsed"."""
    return f"by-{slugify(body, allow_unicode=True)}"


def time_of(minutes: int | None) -> list[str]:
    """Which of TIMES a length in minutes falls under; none when it is not known."""
    if minutes is None:
        return []
    return ["30" if minutes <= 30 else "60" if minutes <= 60 else "more"]


def check_of(checked_on: date | None, *, today: date) -> str:
    """Which of CHECKS the day of the last check falls under."""
    if checked_on is None:
        return "never"
    days = (today - checked_on) / timedelta(days=1)
    return "half" if days <= 183 else "year" if days <= 366 else "older"


def entries_of(library: TrainingLibraryPage) -> QuerySet:
    """The entries of a library that anybody may read."""
    if not library.path:  # the preview of a library that is not saved yet
        return TrainingEntryPage.objects.none()
    return TrainingEntryPage.objects.child_of(library).live().filter(public())


def training_shelf(library: TrainingLibraryPage, *, today: date) -> Shelf:
    """The light rows of modules and entries. Two queries, whatever the library's size."""
    rows: list[Row] = []
    bodies: set[str] = set()
    for module in published_modules().values():
        values: dict[str, Any] = {
            "sector": module.sectors or [value for value, _label in SECTORS],
            "place": ["here"],
            "format": [TrainingEntryPage.Format.ELEARNING],
            "about": module.about or (),
            "exploitation": module.exploitation or (),
        }
        rows.append(light_row(f"{MODULE}{module.pk}", module, values, bodies, today=today))
    fields = ("title", "tier", "minutes", "nations", "sectors", "format", "audiences", "exploitation")
    facts = ("facts_checked_on", "endorsed_by", "endorsed_on", "endorsement_expires_on", "endorsement_evidence")
    for entry in entries_of(library).only(*fields, *facts).iterator():
        values = {
            "sector": entry.sectors or [value for value, _label in SECTORS],
            "place": ["elsewhere"],
            "format": [entry.format],
            "about": entry.audiences or (),
            "exploitation": entry.exploitation or (),
        }
        rows.append(light_row(f"{ENTRY}{entry.pk}", entry, values, bodies, today=today))
    return Shelf(rows, facets=facets_with(bodies), sorts=SORTS)


def light_row(
    key: str, training: Module | TrainingEntryPage, values: dict[str, Any], bodies: set[str], *, today: date
) -> Row:
    """A row with what modules and entries have in common; the endorsing body is added to `bodies`."""
    endorsement = endorsement_of(training, today=today)
    if endorsement:
        bodies.add(endorsement.body)
    common = {
        "tier": [str(training.tier)],
        "nation": training.nations or (),
        "time": time_of(training.minutes),
        "endorsed": [value_of(endorsement.body) if endorsement else NOT_ENDORSED],
        "checked": [check_of(training.facts_checked_on, today=today)],
    }
    numbers = {"tier": training.tier, "minutes": training.minutes, "checked": training.facts_checked_on}
    return Row(key, training.title, {**values, **common}, numbers)


def training_listing(
    library: TrainingLibraryPage, asked: Mapping[str, Sequence[str]], *, words: str, today: date | None = None
) -> Listing:
    """What of the library matches the facets asked for and the words."""
    today = today or timezone.localdate()
    shelf = shelf_of(("training", library.pk, today), lambda: training_shelf(library, today=today))
    return shelf.browse(asked, words=words, found=found_keys(library, words) if words else None)


def found_keys(library: TrainingLibraryPage, words: str) -> list[Key]:
    """The keys of modules and entries that have the words, our own first."""
    modules = keys_with(words, among=Module.objects.published())
    entries = keys_with(words, among=entries_of(library))
    return [*(f"{MODULE}{key}" for key in modules), *(f"{ENTRY}{key}" for key in entries)]


def training_rows(keys: Iterable[Key], *, today: date | None = None) -> list[Training]:
    """The trainings with these keys, in the same order. One query for the entries; modules are kept."""
    order = [str(key) for key in keys]
    wanted = [int(key[1:]) for key in order if key[0] == ENTRY]
    entries = TrainingEntryPage.objects.defer("body", "rests_on").in_bulk(wanted)
    modules = published_modules()
    shown: list[Training] = []
    for key in order:
        module, entry = modules.get(int(key[1:])), entries.get(int(key[1:]))
        if key[0] == MODULE and module:
            shown.append(row_of_module(module, today=today))
        elif key[0] == ENTRY and entry:
            shown.append(row_of_entry(entry, today=today))
    return shown


def row_of_module(module: Module, *, today: date | None = None) -> Training:
    """Our own training."""
    return Training(
        title=module.title,
        url=module.get_absolute_url(),
        summary=module.summary,
        tier=module.tier,
        minutes=module.minutes,
        nations=module.nations_display,
        provider="",
        format="",
        audience=module.audience,
        checked_on=module.facts_checked_on,
        review_on=module.review_on,
        endorsement=endorsement_of(module, today=today),
        is_here=True,
        is_sample=module.is_sample,
    )


def row_of_entry(entry: TrainingEntryPage, *, today: date | None = None) -> Training:
    """Another body's training."""
    return Training(
        title=entry.title,
        url=entry.get_url() or "",
        summary=entry.intro,
        tier=entry.tier,
        minutes=entry.minutes,
        nations=entry.nations_display,
        provider=entry.provider,
        format=str(entry.get_format_display()),
        audience=labels_of(entry.sectors, SECTORS),
        checked_on=entry.facts_checked_on,
        review_on=entry.review_on,
        endorsement=endorsement_of(entry, today=today),
        is_here=False,
        is_sample=entry.is_sample,
    )
