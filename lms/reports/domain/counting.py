"""How many people are up to date, begun, not begun or late: counted in the database from memberships and standings."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date, timedelta

from django.db.models import Case, Count, F, IntegerField, Q, QuerySet, Value, When
from django.db.models.expressions import CombinedExpression
from django.utils.functional import cached_property

from courses.models import Standing
from lms.people.models import Membership, Organisation, Team, User
from lms.reports.domain.summing import standings_by_state

SOON = timedelta(days=60)
STATES = ("completed", "in_progress", "not_started", "late")
NAMES = (*STATES, "nothing")
PRESSING = ("late", "in_progress", "not_started", "completed", "nothing")  # of somebody in several units, the first


@dataclass
class Counts:
    """People by state; `nothing` are those of whom nothing is asked, and they are in no other number but `expiring`."""

    completed: int = 0
    in_progress: int = 0
    not_started: int = 0
    late: int = 0
    nothing: int = 0
    expiring: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(*(getattr(self, field.name) + getattr(other, field.name) for field in fields(self)))

    def __sub__(self, other: "Counts") -> "Counts":
        return Counts(*(getattr(self, field.name) - getattr(other, field.name) for field in fields(self)))

    @property
    def people(self) -> int:
        """Of how many something is asked."""
        return self.completed + self.in_progress + self.not_started + self.late

    @property
    def total(self) -> int:
        """Everybody."""
        return self.people + self.nothing

    @property
    def percent(self) -> int:
        """Completed of those asked, in whole hundredths; never 100 while somebody is missing."""
        if not self.people:
            return 0
        return 100 if self.completed == self.people else min(99, round(100 * self.completed / self.people))


@dataclass
class Group:
    """Counts of one unit, team, job role or module; `key` goes into the address of its people."""

    key: str
    name: str
    counts: Counts
    about: str = ""
    unit: str = ""


def state_filters(today: date, *, standing: str = "standing__") -> dict[str, Q]:
    """What each state means for a membership's standing; every membership is in exactly one but `expiring`."""

    def named(**conditions: object) -> Q:
        return Q(**{standing + name: value for name, value in conditions.items()})

    asked, done = named(required__gt=0), Q(**{f"{standing}done__gte": F(f"{standing}required")})
    open_, late = Q(**{f"{standing}done__lt": F(f"{standing}required")}), named(next_due__lt=today)
    in_time = named(next_due=None) | named(next_due__gte=today)
    return {
        "completed": asked & done,
        "in_progress": asked & open_ & in_time & named(started=True),
        "not_started": asked & open_ & in_time & named(started=False),
        "late": asked & open_ & late,
        "nothing": named(required=None) | named(required=0),
        "expiring": named(next_expiry__gte=today, next_expiry__lte=today + SOON),
    }


def kind_on(today: date) -> CombinedExpression:
    """The place of a membership's state in NAMES, and ten more when its first completion runs out soon.

    Numbers are quicker than words.
    """
    state = Case(
        When(Q(standing=None) | Q(standing__required=0), then=Value(NAMES.index("nothing"))),
        When(standing__done__gte=F("standing__required"), then=Value(NAMES.index("completed"))),
        When(standing__next_due__lt=today, then=Value(NAMES.index("late"))),
        When(standing__started=True, then=Value(NAMES.index("in_progress"))),
        default=Value(NAMES.index("not_started")),
        output_field=IntegerField(),
    )
    soon = Case(When(state_filters(today)["expiring"], then=Value(10)), default=Value(0), output_field=IntegerField())
    return state + soon


def counted_by(memberships: QuerySet[Membership], *keys: str, today: date) -> list[tuple[dict, Counts]]:
    """The counts for each combination of values of `keys` among the memberships, in no order."""
    rows = memberships.order_by().annotate(kind=kind_on(today)).values(*keys, "kind").annotate(n=Count("*"))
    found: dict[tuple, Counts] = {}
    for *values, kind, number in rows.values_list(*keys, "kind", "n"):
        counts = found.setdefault(tuple(values), Counts())
        name = NAMES[kind % 10]
        setattr(counts, name, getattr(counts, name) + number)
        counts.expiring += number if kind >= 10 else 0
    return [(dict(zip(keys, values, strict=True)), counts) for values, counts in found.items()]


class Scope:
    """The memberships one page is about, on one day: what it counts it counts once."""

    def __init__(
        self, memberships: QuerySet[Membership], *, today: date, organisations: list[Organisation] | None = None
    ) -> None:
        """`organisations` are given when the memberships are all of theirs: then standings alone can be counted."""
        self.memberships = memberships.order_by()
        self.today = today
        self.organisations = organisations

    @cached_property
    def standings(self) -> QuerySet[Standing] | None:
        """The standings of all these memberships, which one index holds; None while some have yet to be written."""
        return self._of_organisations if self.are_summed_up else None

    @cached_property
    def are_summed_up(self) -> bool:
        """Whether every one of these memberships has its standing, and nobody else: standings alone can be counted.

        Looks only at the few memberships that are not as they should be, each kind in an index of its own.
        """
        if self.organisations is None:
            return False
        theirs = Membership.objects.filter(organisation__in=self.keys)
        if theirs.filter(is_summed_up=False).current(self.today).exists():
            return False
        return not theirs.filter(is_summed_up=True, ended_on__lte=self.today).exists()

    @property
    def keys(self) -> list[int]:
        """The keys of the organisations whose memberships these all are."""
        return [unit.pk for unit in self.organisations or []]

    @property
    def _of_organisations(self) -> QuerySet[Standing]:
        return Standing.objects.filter(organisation__in=self.keys).order_by()

    @cached_property
    def by_state(self) -> list[tuple[int, str, bool, int]]:
        """The standings counted: organisation, state, whether it runs out soon, how many. One look at one index."""
        return standings_by_state(self.keys, today=self.today, soon=self.today + SOON)

    @cached_property
    def _by_organisation(self) -> dict[int, Counts]:
        found: dict[int, Counts] = {}
        for organisation, state, soon, number in self.by_state:
            counts = found.setdefault(organisation, Counts())
            setattr(counts, state, getattr(counts, state) + number)
            counts.expiring += number if soon else 0
        return found

    @cached_property
    def units(self) -> list[Group]:
        """Each organisation with people of its own, in the tree's order."""
        if self.standings is not None:
            found = self._by_organisation
            return [
                Group(str(unit.pk), unit.name, found[unit.pk]) for unit in self.organisations or [] if unit.pk in found
            ]
        keys = ("organisation", "organisation__name", "organisation__path")
        rows = counted_by(self.memberships, *keys, today=self.today)
        rows.sort(key=lambda row: row[0]["organisation__path"])
        return [Group(str(place["organisation"]), place["organisation__name"], counts) for place, counts in rows]

    @cached_property
    def twice(self) -> list[int]:
        """Who belongs to more than one of the units; each counts once among all."""
        memberships = self.memberships
        if self.standings is not None:
            several = Standing.objects.filter(also_elsewhere=True).order_by().values("user")
            memberships = memberships.filter(user__in=several)
        found = memberships.values("user").annotate(n=Count("*")).filter(n__gt=1)
        return list(found.values_list("user", flat=True))

    @cached_property
    def several(self) -> dict[int, list[tuple[int, date | None, int]]]:
        """Kind, next date and key of each membership of those who have more than one: the first counts."""
        if not self.twice:
            return {}
        rows = self.memberships.filter(user__in=self.twice).annotate(kind=kind_on(self.today))
        found: dict[int, list[tuple[int, date | None, int]]] = {}
        for user, *row in rows.values_list("user", "kind", "standing__next_due", "pk"):
            found.setdefault(user, []).append(tuple(row))
        return {user: sorted(theirs, key=pressing) for user, theirs in found.items()}

    @cached_property
    def extra(self) -> list[int]:
        """The keys of their other memberships."""
        return [pk for theirs in self.several.values() for _kind, _due, pk in theirs[1:]]

    @cached_property
    def all(self) -> Counts:
        """Everybody once: whoever has several memberships as the most pressing one says."""
        more: Counter[str] = Counter()
        for theirs in self.several.values():
            more[NAMES[theirs[0][0] % 10]] += 1
            more.subtract(NAMES[kind % 10] for kind, _due, _pk in theirs)
            running_out = sum(kind >= 10 for kind, _due, _pk in theirs)
            more["expiring"] += (running_out > 0) - running_out
        return sum((group.counts for group in self.units), Counts(**more))

    def in_state(self, state: str) -> QuerySet[Membership]:
        """One membership of each person whom `all` counts in the state: the most pressing, or one that runs out."""
        found = self.memberships.filter(state_filters(self.today)[state])
        if state != "expiring":
            return found.exclude(pk__in=self.extra) if self.extra else found
        running_out = [[pk for kind, _due, pk in theirs if kind >= 10] for theirs in self.several.values()]
        others = [pk for theirs in running_out for pk in theirs[1:]]
        return found.exclude(pk__in=others) if others else found

    @cached_property
    def never_signed_in(self) -> int:
        """How many of them have an account nobody has signed in to."""
        if self.standings is None:
            return User.objects.never_signed_in().filter(pk__in=self.memberships.values("user")).count()
        theirs = self.standings.filter(user__is_active=True, user__last_login=None)
        return theirs.values("user").distinct().count() if self.twice else theirs.count()

    def teams(self) -> list[Group]:
        """Each team, and the people in none, by unit and name."""
        rows = counted_by(self.memberships, "organisation", "team", today=self.today)
        units = Organisation.objects.in_bulk({place["organisation"] for place, _counts in rows})
        names = dict(Team.objects.filter(organisation__in=units).order_by().values_list("pk", "name"))
        groups = [
            Group(
                key=str(place["team"] or ""),
                name=names.get(place["team"], ""),
                counts=counts,
                about=units[place["organisation"]].name,
                unit=str(place["organisation"]),
            )
            for place, counts in rows
        ]
        return sorted(groups, key=lambda group: (units[int(group.unit)].path, not group.key, group.name))

    def roles(self) -> list[Group]:
        """Each job role, and the people without one, by name."""
        rows = [
            (role["job_role"], counts) for role, counts in counted_by(self.memberships, "job_role", today=self.today)
        ]
        rows.sort(key=lambda row: (not row[0], row[0].casefold()))
        return [Group(role, role, counts) for role, counts in rows]


def pressing(membership: tuple[int, date | None, int]) -> tuple:
    """The order of one person's memberships: what is late longest, is begun, is not begun, is done, is nothing."""
    kind, due, pk = membership
    return PRESSING.index(NAMES[kind % 10]), kind < 10, due or date.max, pk


def shares(counts: Counts) -> Iterable[tuple[str, float, float]]:
    """The parts of a stacked bar: state, left edge and width in hundredths; a part that is there can be seen.

    The gap between two of them is for the style sheet, which knows how wide the bar is.
    """
    present = [(name, getattr(counts, name)) for name in STATES if getattr(counts, name)]
    if not present:
        return []
    spread = [max(1.0, 100 * number / counts.people) for _name, number in present]
    scale = 100 / sum(spread)
    left, parts = 0.0, []
    for (name, _number), part in zip(present, spread, strict=True):
        parts.append((name, round(left, 3), round(part * scale, 3)))
        left += part * scale
    return parts
