"""The catalogue: published modules narrowed by tier, place of work, nation and time, with counts beside each choice.

There are dozens of modules, not thousands, and our databases search inside JSON lists each in its own way; so the
list is read once and narrowed here.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext_lazy as _

from courses.domain.completions import modules_completed_by
from courses.models import Enrolment, Module, ModulePrerequisite, Sector
from lms.editorial.models import Nation
from lms.people.models import User

TIERS = [("1", _("1, everyone")), ("2", _("2, meets the public")), ("3", _("3, refers or manages"))]
TIMES = [("30", _("30 minutes or less")), ("60", _("31 to 60 minutes")), ("more", _("More than an hour"))]
SORTS = [("tier", _("Tier, then title")), ("shortest", _("Shortest first")), ("checked", _("Checked most recently"))]


def time_of(module: Module) -> str:
    """Which of TIMES the module falls under."""
    if module.minutes <= 30:
        return "30"
    return "60" if module.minutes <= 60 else "more"


def sectors_of(module: Module) -> list[str]:
    """Where the module is of use: everywhere, unless its editor named places."""
    return module.sectors or Sector.values


@dataclass(frozen=True)
class Facet:
    """One thing to narrow by: its name in the address, its heading, its choices and what a module has of them."""

    name: str
    title: Any
    choices: list[tuple[str, Any]]
    values_of: Callable[[Module], list[str]]


FACETS = [
    Facet("tier", _("Tier"), TIERS, lambda module: [str(module.tier)]),
    Facet("sector", _("Where you work"), list(Sector.choices), sectors_of),
    Facet("nation", _("Nation"), list(Nation.choices), lambda module: module.nations),
    Facet("time", _("Time"), TIMES, lambda module: [time_of(module)]),
]


@dataclass(frozen=True)
class Choice:
    """A choice of a facet as the page shows it; `count` is what ticking it alone in its facet would leave."""

    value: str
    label: Any
    count: int
    is_on: bool


@dataclass(frozen=True)
class Catalogue:
    """What the catalogue page shows."""

    modules: list[Module]
    total: int
    facets: list[tuple[Facet, list[Choice]]]
    sort: str

    @property
    def chips(self) -> list[tuple[Facet, Choice]]:
        """The choices that are on."""
        return [(facet, choice) for facet, choices in self.facets for choice in choices if choice.is_on]

    @property
    def shown_facets(self) -> list[tuple[Facet, list[Choice]]]:
        """The facets with the choices that would leave something, or are on."""
        shown = [(facet, [c for c in choices if c.count or c.is_on]) for facet, choices in self.facets]
        return [(facet, choices) for facet, choices in shown if choices]


def browse(chosen: dict[str, list[str]], *, sort: str = "tier") -> Catalogue:
    """The published modules that match every facet in `chosen` (any of its values), sorted. One query.

    Unknown values are left aside, so that an old link still shows something.
    """
    modules = list(Module.objects.listed())
    wanted = {
        facet.name: {value for value, _label in facet.choices} & set(chosen.get(facet.name, [])) for facet in FACETS
    }

    def matches(module: Module, *, but: str = "") -> bool:
        facets = [facet for facet in FACETS if wanted[facet.name] and facet.name != but]
        return all(wanted[facet.name] & set(facet.values_of(module)) for facet in facets)

    facets = []
    for facet in FACETS:
        others = [set(facet.values_of(module)) for module in modules if matches(module, but=facet.name)]
        choices = [
            Choice(value, label, sum(value in values for values in others), value in wanted[facet.name])
            for value, label in facet.choices
        ]
        facets.append((facet, choices))
    if sort not in dict(SORTS):
        sort = "tier"
    found = in_order([module for module in modules if matches(module)], sort=sort)
    return Catalogue(modules=found, total=len(modules), facets=facets, sort=sort)


def in_order(modules: list[Module], *, sort: str) -> list[Module]:
    """Sort modules that come by tier and title; ties keep that order."""
    if sort == "shortest":
        return sorted(modules, key=lambda module: module.minutes)
    if sort == "checked":
        return sorted(modules, key=lambda m: m.facts_checked_on.toordinal() if m.facts_checked_on else 0, reverse=True)
    return modules


@dataclass(frozen=True)
class Standing:
    """Where one person is with one module."""

    enrolment: Enrolment | None = None
    missing: list[Module] = field(default_factory=list)


def standings(user: User, *, modules: list[Module]) -> dict[int, Standing]:
    """Where the person is with each of these modules, by module. Two queries, four when some begin after others."""
    current = {enrolment.module_id: enrolment for enrolment in Enrolment.objects.of(user).current()}
    places = ModulePrerequisite.objects.filter(module__in=modules, required_module__live=True)
    rows = list(places.select_related("required_module").order_by("sort_order", "pk"))
    completed = modules_completed_by(user) if rows else set()
    missing: dict[int, list[Module]] = {}
    for place in rows:
        if place.required_module_id not in completed:
            missing.setdefault(place.module_id, []).append(place.required_module)
    return {module.pk: Standing(current.get(module.pk), missing.get(module.pk, [])) for module in modules}
