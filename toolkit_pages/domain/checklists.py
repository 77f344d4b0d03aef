"""The published checklist, and what a set of answers makes of it: standings, progress, and which answers count."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypedDict

from lms.kept import keep
from toolkit_pages.domain.maturity import Standing, count_dependants
from toolkit_pages.models import ChecklistItem, ChecklistPage, ChecklistTheme


class Answer(TypedDict):
    """An answer as the session and the account keep it; `review_by` is "2027-04-14" or ""."""

    level: int
    evidence: str
    owner: str
    review_by: str


Answers = dict[str, Answer]  # by the item's key, as JSON keeps it


@dataclass(frozen=True)
class PublishedTheme:
    """A theme with its published items, and its place among the themes."""

    number: int
    theme: ChecklistTheme
    items: list[ChecklistItem]

    @property
    def keys(self) -> list[str]:
        """The keys of its items in a set of answers."""
        return [key_of(item) for item in self.items]


@dataclass(frozen=True)
class Progress:
    """How many items of a theme have an answer."""

    theme: PublishedTheme
    answered: int

    @property
    def total(self) -> int:
        return len(self.theme.items)

    @property
    def is_done(self) -> bool:
        return self.answered == self.total


def key_of(item: ChecklistItem) -> str:
    """The key under which an item's answer is kept."""
    return str(item.pk)


def published_themes() -> list[PublishedTheme]:
    """The published themes that have published items, in order. Kept until an editor changes something."""

    def read() -> list[PublishedTheme]:
        items: dict[int, list[ChecklistItem]] = {}
        for item in ChecklistItem.objects.published().select_related("theme").order_by("theme__order", "order", "pk"):
            items.setdefault(item.theme_id, []).append(item)
        themes = [theme for theme in ChecklistTheme.objects.published() if theme.pk in items]
        return [PublishedTheme(number, theme, items[theme.pk]) for number, theme in enumerate(themes, start=1)]

    return keep("toolkit_pages.checklist", read)


def find_theme(slug: str) -> PublishedTheme | None:
    """The published theme with this address."""
    return next((found for found in published_themes() if found.theme.slug == slug), None)


def dependants() -> dict[int, int]:
    """How many other published items need each item first, by the item's key. Kept as the themes are."""

    def read() -> dict[int, int]:
        items = [item for theme in published_themes() for item in theme.items]
        known = {item.pk for item in items}
        return count_dependants({item.pk: known.intersection(needed_first(item)) for item in items})

    return keep("toolkit_pages.checklist.dependants", read)


def needed_first(item: ChecklistItem) -> list[int]:
    """The keys of the items that an editor said must come before this one; nothing is read for it."""
    return [block["value"] for block in item.depends_on.raw_data if block["value"]]


def checklist_url() -> str:
    """The address of the checklist's section; "" while it is not published."""

    def read() -> str:
        page = ChecklistPage.objects.live().first()
        return (page.get_url() or "") if page else ""

    return keep("toolkit_pages.checklist.url", read)


def standings(answers: Mapping[str, Any]) -> list[Standing]:
    """Every published item with the level answered, in the checklist's order."""
    waiting = dependants()
    return [
        Standing(
            item=item.pk,
            title=item.title,
            theme=theme.theme.pk,
            theme_title=theme.theme.title,
            theme_url=theme.theme.get_absolute_url(),
            level=answers[key_of(item)]["level"] if key_of(item) in answers else None,
            risk=item.risk,
            dependants=waiting.get(item.pk, 0),
        )
        for theme in published_themes()
        for item in theme.items
    ]


def progress(answers: Mapping[str, Any]) -> list[Progress]:
    """How far each theme is answered."""
    return [Progress(theme, sum(key in answers for key in theme.keys)) for theme in published_themes()]


def go_on_with(rows: list[Progress]) -> Progress | None:
    """The theme to answer next; None where everything is answered, or nothing is published.

    One that is begun comes first, then one that comes after all that are done, then any other.
    """
    open_ones = [row for row in rows if not row.is_done]
    begun = [row for row in open_ones if row.answered]
    last = max((row.theme.number for row in rows if row.answered), default=0)
    later = [row for row in open_ones if row.theme.number > last]
    return next(iter(begun or later or open_ones), None)


def mark_of(answer: Answer | None) -> str:
    """A short mark of what an answer says, "" for none: a page that sends it back tells what it showed."""
    if answer is None:
        return ""
    text = "\n".join([str(answer["level"]), answer["evidence"], answer["owner"], answer["review_by"]])
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def replaced(answers: Answers, *, keys: list[str], given: Answers) -> Answers:
    """The answers with those of `keys` replaced by what was given now; a key without an answer has none any more."""
    kept = {key: answer for key, answer in answers.items() if key not in keys}
    return kept | {key: answer for key, answer in given.items() if key in keys}


def known(answers: Answers) -> Answers:
    """The answers to items that are published now."""
    keys = {key for theme in published_themes() for key in theme.keys}
    return {key: answer for key, answer in answers.items() if key in keys}
