"""What changed: pages, modules, partnerships and terms as they were published, and law that was noted as changed."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any

from django.db import models
from django.db.models import Value
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Site

from courses.domain.published import published_modules
from courses.models import Module
from lms.authorities.models import AuthorityVersion
from lms.kept import keep
from toolkit_pages.models import (
    GlossaryTerm,
    GovernanceDocumentPage,
    LawItemPage,
    Partnership,
    ResourcePage,
    ToolkitPage,
    TrainingEntryPage,
)
from toolkit_pages.models.base import ToolkitBasePage, is_neutral, public

MOST = 200  # what the page and the feeds look back on
FEW, MOST_OF_A_KIND = 4, 2  # what the home page shows


class Kind(models.TextChoices):
    """What changed, and its name in the address."""

    CHANGE_OF_LAW = "change-of-law", _("Change of law or guidance")
    LAW = "law-and-reports", _("Law and reports")
    GUIDANCE = "guidance", _("Guidance")
    DOCUMENT = "documents", _("Document")
    RESOURCE = "resources", _("Resource")
    MODULE = "training", _("Training")
    ENTRY = "training-elsewhere", _("Training elsewhere")
    PARTNERSHIP = "partnerships", _("Partnership")
    TERM = "glossary", _("Glossary")


KINDS_OF_PAGES = {
    GovernanceDocumentPage: Kind.DOCUMENT,
    ResourcePage: Kind.RESOURCE,
    LawItemPage: Kind.LAW,
    TrainingEntryPage: Kind.ENTRY,
    ToolkitPage: Kind.GUIDANCE,
}


OF_A_PAGE = ("pk", "title", "neutral_title", "intro", "url_path", "first_published_at", "last_published_at")


@dataclass(frozen=True)
class Change:
    """Something that was published, or a change of law; `safe_title` is for where others may read it."""

    key: str
    title: str
    safe_title: str
    url: str
    text: str
    kind: Kind
    at: datetime
    is_new: bool


@dataclass(frozen=True)
class Month:
    """The changes of a month, the latest first; `on` is its first day."""

    on: date
    changes: list[Change]


def changes_of(site: Site | None) -> list[Change]:
    """What changed on the site, the latest first, at most MOST. Kept until something else is published."""
    if site is None:
        return []

    def read() -> list[Change]:
        found = [*page_changes(site.root_page), *module_changes(), *listed_changes(), *law_changes()]
        return sorted(found, key=lambda change: change.at, reverse=True)[:MOST]

    return keep(("toolkit_pages.changes", site.pk), read)


def changed_lately(home: Page) -> list[Change]:
    """The last few pages and modules that were published below the home page, as it shows them. One query.

    A library filled at one go does not crowd out the rest: there are two of a kind, unless nothing else is new.
    """

    def read() -> list[Change]:
        newest = sorted([*page_changes(home), *module_changes()], key=lambda change: change.at, reverse=True)
        told: Counter[Kind] = Counter()
        first: list[Change] = []
        others: list[Change] = []
        for change in newest:
            (first if told[change.kind] < MOST_OF_A_KIND else others).append(change)
            told[change.kind] += 1
        return sorted([*first, *others][:FEW], key=lambda change: change.at, reverse=True)

    return keep(("toolkit_pages.changed_lately", home.pk), read) if home.path else []


def appeared(first: datetime | None, last: datetime) -> bool:
    """Whether the last publication was the first: the same day, for a slip mended at once is no news."""
    return first is None or timezone.localdate(first) == timezone.localdate(last)


def page_changes(root: Page) -> list[Change]:
    """Pages that anybody may read, without the sections and the home page. One query, and nothing of their bodies."""
    is_public = public()
    parts = [
        model.objects.descendant_of(root)
        .live()
        .filter(is_public, last_published_at__isnull=False)
        .order_by()
        .values_list(*OF_A_PAGE, Value(kind.value))
        for model, kind in KINDS_OF_PAGES.items()
    ]
    found = parts[0].union(*parts[1:], all=True).order_by("-last_published_at")[:MOST]
    models_of = {kind: model for model, kind in KINDS_OF_PAGES.items()}
    return [page_change(models_of[Kind(row[-1])](**dict(zip(OF_A_PAGE, row, strict=False)))) for row in found]


def page_change(page: ToolkitBasePage) -> Change:
    """One page."""
    return Change(
        key=f"page-{page.pk}",
        title=page.title,
        safe_title=page.safe_title,
        url=page.get_url() or "",
        text=page.intro,
        kind=KINDS_OF_PAGES[type(page)],
        at=page.last_published_at,
        is_new=appeared(page.first_published_at, page.last_published_at),
    )


def module_changes() -> list[Change]:
    """Our training."""
    return [module_change(module) for module in published_modules().values() if module.last_published_at]


def module_change(module: Module) -> Change:
    """One module."""
    return Change(
        key=f"module-{module.pk}",
        title=module.title,
        safe_title=module.safe_title,
        url=module.get_absolute_url(),
        text=module.summary,
        kind=Kind.MODULE,
        at=module.last_published_at,
        is_new=appeared(module.first_published_at, module.last_published_at),
    )


def listed_changes() -> list[Change]:
    """Partnerships and terms of the glossary."""
    partnerships = Partnership.objects.published().exclude(last_published_at=None).defer("about", "members_text")
    terms = GlossaryTerm.objects.published().exclude(last_published_at=None).defer("rests_on")
    found: list[tuple[Any, str, str, Kind]] = [
        *((one, one.name, one.area, Kind.PARTNERSHIP) for one in partnerships.order_by("-last_published_at")[:MOST]),
        *((one, one.term, one.definition, Kind.TERM) for one in terms.order_by("-last_published_at")[:MOST]),
    ]
    return [
        Change(
            key=f"{one._meta.model_name}-{one.pk}",
            title=title,
            safe_title=title if is_neutral(title) else str(kind.label),
            url=one.get_absolute_url(),
            text=text,
            kind=kind,
            at=one.last_published_at,
            is_new=appeared(one.first_published_at, one.last_published_at),
        )
        for one, title, text, kind in found
    ]


def law_changes() -> list[Change]:
    """Changes of law and guidance that an editor noted, with what changed."""
    versions = AuthorityVersion.objects.exclude(what_changed="").select_related("authority").order_by("-noted_at")
    return [
        Change(
            key=f"law-{version.pk}",
            title=str(version.authority),
            safe_title=str(version.authority) if is_neutral(str(version.authority)) else str(Kind.CHANGE_OF_LAW.label),
            url=version.authority.url,
            text=version.what_changed,
            kind=Kind.CHANGE_OF_LAW,
            at=version.noted_at,
            is_new=False,
        )
        for version in versions[:MOST]
    ]


def by_month(changes: Iterable[Change]) -> list[Month]:
    """Changes, the latest first, under their months."""
    grouped = groupby(changes, key=lambda change: timezone.localdate(change.at).replace(day=1))
    return [Month(on, list(group)) for on, group in grouped]


def of_kind(changes: Iterable[Change], kind: str) -> list[Change]:
    """The changes of one kind, by its name in the address; all of them when there is no such kind."""
    return [change for change in changes if kind not in Kind.values or change.kind == kind]


def kinds_in(changes: Iterable[Change]) -> list[Kind]:
    """The kinds there are."""
    found = {change.kind for change in changes}
    return [kind for kind in Kind if kind in found]
