"""What the answers to a checklist add up to: where each theme stands, which gaps come first, what moved since.

Pure functions on rows, so that an anonymous visitor's answers and a partnership's settled review are summed up alike.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from toolkit_pages.models.checklist import Level

# Strongest first, as a theme's boxes are drawn; what does not apply stands after them, what nobody answered last.
STRONGEST_FIRST = [Level.EMBEDDED, Level.MOSTLY, Level.STARTED, Level.NOT_STARTED, Level.NOT_APPLICABLE]
IN_PLACE = (Level.MOSTLY, Level.EMBEDDED)
GAPS = (Level.NOT_STARTED, Level.STARTED)


@dataclass(frozen=True, kw_only=True)
class Standing:
    """How far a body has come with one item.

    `item` and `theme` are the keys of the ChecklistItem and ChecklistTheme; `level` is a Level, or None while nobody
    has answered. `dependants` is how many other items need this one first, `urgency` the coordinator's own wish.
    """

    item: int
    title: str
    theme: int
    theme_title: str
    level: int | None
    risk: int
    theme_url: str = ""
    dependants: int = 0
    urgency: int = 0

    @property
    def is_gap(self) -> bool:
        """Whether something is missing: not started or only started."""
        return self.level in GAPS

    @property
    def level_label(self) -> str:
        """The level in words."""
        return _("Not answered") if self.level is None else str(Level(self.level).label)


@dataclass(frozen=True)
class ThemeMaturity:
    """A theme and the levels of its items, strongest first; `move` where there is an earlier review to compare with."""

    theme: int
    title: str
    url: str
    standings: list[Standing] = field(default_factory=list)
    move: "Move | None" = None

    def count(self, level: int | None) -> int:
        """How many of its items are at the level; None for items nobody has answered."""
        return sum(standing.level == level for standing in self.standings)

    @property
    def levels(self) -> list[int | None]:
        """The level of each item, strongest first."""
        return [standing.level for standing in self.standings]

    @property
    def counts(self) -> list[tuple[Level, int]]:
        """Each level with how many items are at it, strongest first."""
        return [(level, self.count(level)) for level in STRONGEST_FIRST]

    @property
    def words(self) -> str:
        """The counts in words, without the levels at which nothing is: "1 embedded, 2 not started"."""
        return self._in_words(STRONGEST_FIRST)

    @property
    def apart(self) -> str:
        """What a table with columns for the four levels leaves out: "2 not applicable, 1 not answered"."""
        return self._in_words([Level.NOT_APPLICABLE])

    def _in_words(self, levels: Iterable[Level]) -> str:
        """How many items are at each of these levels, and how many nobody answered."""
        counted = [(level, self.count(level)) for level in levels]
        parts = [f"{number} {str(level.label).lower()}" for level, number in counted if number]
        if self.unanswered:
            parts.append(_("%(number)s not answered") % {"number": self.unanswered})
        return ", ".join(parts)

    @property
    def unanswered(self) -> int:
        """How many items nobody has answered."""
        return self.count(None)

    @property
    def moved(self) -> str:
        """How far it moved, in words, with how many items could be compared where that is not all of them."""
        if self.move is None:
            return _("not comparable")
        if self.move.items == len(self.standings):
            return self.move.in_words
        told = {"moved": self.move.in_words, "compared": self.move.items, "items": len(self.standings)}
        return _("%(moved)s (%(compared)d of %(items)d items)") % told

    @property
    def is_answered(self) -> bool:
        """Whether every item has an answer."""
        return self.unanswered == 0


@dataclass(frozen=True)
class Totals:
    """What all items add up to. `items` counts every item, `asked` those that apply or may apply."""

    items: int
    answered: int
    in_place: int
    not_started: int
    not_applicable: int
    gaps: int
    weakest: ThemeMaturity | None

    @property
    def unanswered(self) -> int:
        return self.items - self.answered

    @property
    def weakest_count(self) -> int:
        """How many items of the weakest theme have not been started."""
        return self.weakest.count(Level.NOT_STARTED) if self.weakest else 0

    @property
    def asked(self) -> int:
        return self.items - self.not_applicable

    @property
    def in_place_in_words(self) -> str:
        """For example "2 of 5 items are mostly in place or embedded. 1 item does not apply."; 5 do apply."""
        if not self.answered:
            return _("Nothing has been answered yet.")
        if not self.asked:
            return _("No item applies.")
        if self.asked == 1:
            said = _("%(in_place)d of %(asked)d item is mostly in place or embedded.")
        else:
            said = ngettext(
                "%(in_place)d of %(asked)d items is mostly in place or embedded.",
                "%(in_place)d of %(asked)d items are mostly in place or embedded.",
                self.in_place,
            )
        left_out = ngettext(
            "%(number)d item does not apply.", "%(number)d items do not apply.", self.not_applicable
        ) % {"number": self.not_applicable}
        said %= {"in_place": self.in_place, "asked": self.asked}
        return f"{said} {left_out}" if self.not_applicable else said

    @property
    def not_started_in_words(self) -> str:
        """How many items have not been started, and in which theme most of them are; "" where none is."""
        if self.weakest is None:
            return ""
        told = {"number": self.not_started, "most": self.weakest_count, "theme": self.weakest.title}
        if self.weakest_count == self.not_started:
            words = ngettext(
                "%(number)d has not been started, in “%(theme)s”.",
                "%(number)d have not been started, all in “%(theme)s”.",
                self.not_started,
            )
            return words % told
        return _("%(number)d have not been started, %(most)d of them in “%(theme)s”.") % told


@dataclass(frozen=True)
class Move:
    """How far a theme's items moved between two reviews: the sum of levels, over the items that both can compare."""

    levels: int
    items: int

    @property
    def in_words(self) -> str:
        """For example "+2 levels", "−1 level", "no change"."""
        if self.levels == 0:
            return _("no change")
        sign = "+" if self.levels > 0 else "−"
        return ngettext("%(sign)s%(number)d level", "%(sign)s%(number)d levels", abs(self.levels)) % {
            "sign": sign,
            "number": abs(self.levels),
        }


def strength(level: int | None) -> int:
    """Where a level stands when the strongest comes first."""
    return len(STRONGEST_FIRST) if level is None else STRONGEST_FIRST.index(Level(level))


def by_theme(rows: Iterable[Standing], *, moves: Mapping[int, Move] | None = None) -> list[ThemeMaturity]:
    """The themes in the order in which the rows name them, each with its items strongest first.

    `moves` is what compare() found against an earlier review.
    """
    themes: dict[int, ThemeMaturity] = {}
    for row in rows:
        fresh = ThemeMaturity(row.theme, row.theme_title, row.theme_url, move=(moves or {}).get(row.theme))
        theme = themes.setdefault(row.theme, fresh)
        theme.standings.append(row)
    for theme in themes.values():
        theme.standings.sort(key=lambda row: strength(row.level))
    return list(themes.values())


def totals(rows: Iterable[Standing]) -> Totals:
    """The sums over all rows, and the theme in which most items have not been started (None where none is)."""
    standings = list(rows)
    themes = [theme for theme in by_theme(standings) if theme.count(Level.NOT_STARTED)]
    return Totals(
        items=len(standings),
        answered=sum(row.level is not None for row in standings),
        in_place=sum(row.level in IN_PLACE for row in standings),
        not_started=sum(row.level == Level.NOT_STARTED for row in standings),
        not_applicable=sum(row.level == Level.NOT_APPLICABLE for row in standings),
        gaps=sum(row.is_gap for row in standings),
        weakest=max(themes, key=lambda theme: theme.count(Level.NOT_STARTED), default=None),
    )


def gaps(rows: Iterable[Standing]) -> list[Standing]:
    """The items below "mostly in place", the most urgent first.

    What a coordinator moved up comes first, then by risk to people, then by how many other items wait for it, then the
    lower level; items that do not apply or that nobody answered are no gaps. Equal gaps keep the rows' order.
    """
    return sorted(
        (row for row in rows if row.is_gap),
        key=lambda row: (-row.urgency, -row.risk, -row.dependants, row.level),
    )


def compare(now: Iterable[Standing], before: Iterable[Standing]) -> dict[int, Move]:
    """For each theme (by key) how many levels its items moved up (above 0) or down since before.

    Only items with a level both times count: an item that is new, unanswered or not applicable on either side says
    nothing about movement. A theme without such an item is left out.
    """
    levels = {row.item: row.level for row in before if comparable(row)}
    moves: dict[int, Move] = {}
    for row in now:
        earlier = levels.get(row.item)
        if earlier is None or not comparable(row):
            continue
        moved = moves.get(row.theme, Move(0, 0))
        moves[row.theme] = Move(moved.levels + (row.level or 0) - earlier, moved.items + 1)
    return moves


def comparable(row: Standing) -> bool:
    return row.level is not None and row.level != Level.NOT_APPLICABLE


def count_dependants(depends_on: Mapping[int, Iterable[int]]) -> dict[int, int]:
    """How many other items need each item first, directly or through others.

    `depends_on` names for each item the items that must come first; a ring among them does no harm.
    """
    direct: dict[int, set[int]] = {item: set() for item in depends_on}
    for item, firsts in depends_on.items():
        for first in firsts:
            direct.setdefault(first, set()).add(item)
    counts = {}
    for item in direct:
        found: set[int] = set()
        waiting = list(direct[item])
        while waiting:
            dependant = waiting.pop()
            if dependant not in found:
                found.add(dependant)
                waiting.extend(direct.get(dependant, ()))
        counts[item] = len(found - {item})
    return counts
