"""The numbers broken down by unit, team, job role or module: the dashboard's table, and the same as a file."""

from dataclasses import replace
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from courses.models import Module
from lms.reports.domain.counting import Counts, Group, Scope, shares
from lms.reports.domain.filters import Filters, memberships_asked_for, read_filters
from lms.reports.domain.module_counts import counts_by_module
from lms.reports.domain.needs import people_url
from lms.reports.domain.tables import Column

WAYS = {
    "unit": (gettext_lazy("By unit"), gettext_lazy("Unit"), gettext_lazy("All units")),
    "team": (gettext_lazy("By team"), gettext_lazy("Team"), gettext_lazy("Everybody")),
    "role": (gettext_lazy("By job role"), gettext_lazy("Job role"), gettext_lazy("Everybody")),
    "module": (gettext_lazy("By module"), gettext_lazy("Module"), ""),
}


def way_of(request: HttpRequest) -> str:
    """How the address asks for the numbers to be broken down."""
    return request.GET["by"] if request.GET.get("by") in WAYS else "unit"


def scope_of(request: HttpRequest, filters: Filters) -> Scope:
    """The people the page is about."""
    chosen = replace(filters, q="", team="", role=None, group="", own=False)
    below = [unit for unit in filters.units if filters.unit is None or unit.path.startswith(filters.unit.path)]
    memberships = memberships_asked_for(request.user, chosen, with_state=False)
    return Scope(memberships, today=filters.today, organisations=below)


def narrowing(filters: Filters) -> dict[str, str]:
    """The filters that stay in the links of the page."""
    return {"unit": str(filters.unit.pk)} if filters.unit else {}


def bar_parts(counts: Counts, narrowed: dict[str, str] | None = None) -> list[tuple[str, float, float, str]]:
    """The parts of a stacked bar, each with its link where `narrowed` says how the links go."""
    return [
        (name, left, width, people_url(narrowed, state=name) if narrowed is not None else "")
        for name, left, width in shares(counts)
    ]


def groups(scope: Scope, filters: Filters, *, way: str) -> list[tuple[Group, str]]:
    """The rows of the table, each with the address of its people."""
    kept = narrowing(filters)
    if way == "team":
        return [
            (named(group, _("No team")), people_url({"unit": group.unit, "own": "1"}, team=group.key or "none"))
            for group in scope.teams()
        ]
    if way == "role":
        return [
            (
                named(group, _("No job role")),
                people_url(kept, **({"role": group.key} if group.key else {"no_role": "1"})),
            )
            for group in scope.roles()
        ]
    if way == "module":
        return by_module(scope, filters)
    return [(group, people_url({}, unit=group.key, own="1")) for group in scope.units]


def named(group: Group, otherwise: str) -> Group:
    """The group under its name, or under what stands for none."""
    group.name = group.name or otherwise
    return group


def by_module(scope: Scope, filters: Filters) -> list[tuple[Group, str]]:
    """A row for each module that is asked of anybody, with the address of its report."""
    counted = counts_by_module(scope)
    kept = narrowing(filters)
    query = f"?{urlencode(kept)}" if kept else ""
    found = Module.objects.filter(pk__in=counted).order_by("title", "pk")
    return [
        (Group(module.slug, module.title, counted[module.pk]), reverse("reports:module", args=[module.slug]) + query)
        for module in found
    ]


def breakdown_columns(request: HttpRequest) -> list[Column]:
    """The columns of the table as a file."""
    first = WAYS[way_of(request)][1]
    return [
        Column(first, _("What the numbers are about."), ""),
        Column(_("Part of"), _("The unit a team belongs to."), ""),
        Column(_("People"), _("Of how many something mandatory is asked."), "", "number"),
        Column(_("Completed"), _("Everything asked is completed and holds."), "", "number"),
        Column(_("In progress"), _("Begun and in time."), "", "number"),
        Column(_("Not started"), _("Not begun and in time."), "", "number"),
        Column(_("Late"), _("Something asked is past its date."), "", "number"),
    ]


def breakdown_rows(request: HttpRequest) -> list[tuple]:
    """The rows of the table as a file."""
    query = request.GET.copy()
    query.pop("on", None)
    filters = read_filters(request.user, query)
    rows = groups(scope_of(request, filters), filters, way=way_of(request))
    return [
        (group.name, group.about, counts.people, counts.completed, counts.in_progress, counts.not_started, counts.late)
        for group, counts in ((group, group.counts) for group, _url in rows)
    ]
