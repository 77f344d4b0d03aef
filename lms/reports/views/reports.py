"""Reports: what there is, one module, one assignment, and the list of completions; for today or a day in the past."""

from datetime import timedelta
from urllib.parse import urlencode
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from courses.domain.assigning import assignments_visible_to
from courses.models import Module, Requirement
from lms.people.models import Membership
from lms.people.views.guards import lead_frame, lead_required
from lms.reports.domain.as_it_was import certificate_on
from lms.reports.domain.asked import asked_on, counts_on, flags_on, of_place_on
from lms.reports.domain.asked_modules import asked_modules
from lms.reports.domain.counting import Counts, Group, Scope
from lms.reports.domain.filters import STATES as CHOICES
from lms.reports.domain.filters import Filters, memberships_asked_for, read_filters
from lms.reports.domain.module_counts import counts_by_organisation
from lms.reports.domain.module_facts import facts_of
from lms.reports.domain.tables import completion_rows, find_assignment
from lms.reports.forms import PARTS, DayForm, typed_day
from lms.reports.views.breakdown import bar_parts

ROWS = 25
COUNTED = 10_000  # a list is counted no further than this
STATES = ("late", "in_progress", "not_started", "completed")


def asked_for(request: HttpRequest) -> tuple[Filters, DayForm]:
    """The filters of the address, and the day as it was typed: what is no day leaves today, and the form says why."""
    form, query = DayForm(typed_day(request.GET)), request.GET.copy()
    query["on"] = form.cleaned_data["on"].isoformat() if form.is_valid() and form.cleaned_data["on"] else ""
    return read_filters(request.user, query), form


def kept_query(filters: Filters, **more: str) -> str:
    """The filters of the page as they go on in links."""
    kept = {"unit": str(filters.unit.pk)} if filters.unit else {}
    if filters.is_past:
        kept["on"] = filters.day.isoformat()
    return urlencode({**kept, **more})


def frame(request: HttpRequest, filters: Filters, form: DayForm) -> dict:
    """What every report's page needs: whose people, and which day."""
    return {
        "filters": filters,
        "form": form,
        "kept": kept_query(filters),
        **lead_frame(request),
    }


def by_unit(filters: Filters, rows: QuerySet[Requirement]) -> dict[int, Counts]:
    """The counts of what is asked by the key of the unit; whoever is asked several modules counts once."""
    return counts_on(rows, day=filters.day, by=of_place_on(filters.day, "organisation"), each=("place",))


def units_table(filters: Filters, counted: dict[int, Counts], **more: str) -> tuple[list[tuple], Counts]:
    """Counts by unit in the tree's order with the address of each unit's completions, and their sum."""
    groups = [Group(str(unit.pk), unit.name, counted[unit.pk]) for unit in filters.units if unit.pk in counted]
    path = reverse("reports:completions")
    on = {"on": filters.day.isoformat()} if filters.is_past else {}
    table = [
        (group, f"{path}?{urlencode({'unit': group.key, 'own': '1', **on, **more})}", bar_parts(group.counts))
        for group in groups
    ]
    return table, sum((group.counts for group in groups), Counts())


@lead_required
def reports(request: HttpRequest) -> HttpResponse:
    """What can be reported: the modules and assignments of the lead's organisations, and the lists."""
    filters, form = asked_for(request)
    assignments = (
        assignments_visible_to(request.user).exclude(state="draft").select_related("module", "course", "organisation")
    )
    page = Paginator(assignments.order_by("-created_at", "-pk"), ROWS).get_page(request.GET.get("page"))
    context = {"page": page, "modules": asked_modules(filters.units), **frame(request, filters, form)}
    return render(request, "reports/reports.html", context)


@lead_required
def module(request: HttpRequest, slug: str) -> HttpResponse:
    """One module: how far people are by unit, how long they took, how they scored."""
    found = get_object_or_404(Module, slug=slug)
    filters, form = asked_for(request)
    memberships = memberships_asked_for(request.user, filters, with_state=False)
    rows = asked_on(memberships, day=filters.day, module=found)
    scope = Scope(memberships, today=filters.today, organisations=filters.organisations)
    counted = by_unit(filters, rows) if filters.is_past else counts_by_organisation(scope, module=found)
    table, counts = units_table(filters, counted, module=found.slug)
    if not counts.people and not asked_modules(filters.units).filter(pk=found.pk).exists():
        raise Http404
    context = {
        "module": found,
        "rows": table,
        "counts": counts,
        "parts": bar_parts(counts),
        "facts": facts_of(rows, day=filters.day),
        "list_query": kept_query(filters, module=found.slug),
        **frame(request, filters, form),
    }
    return render(request, "reports/module.html", context)


@lead_required
def assignment(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """One assignment: how far its people are, by unit."""
    visible = (
        assignments_visible_to(request.user).exclude(state="draft").select_related("module", "course", "organisation")
    )
    found = get_object_or_404(visible, public_id=public_id)
    filters, form = asked_for(request)
    rows = asked_on(memberships_asked_for(request.user, filters, with_state=False), day=filters.day, assignment=found)
    table, counts = units_table(filters, by_unit(filters, rows), assignment=str(found.public_id))
    over = timezone.localdate(found.ended_at) if found.ended_at else None
    context = {
        "assignment": found,
        "over_on": over if over and over <= filters.day else None,
        "day_before": over - timedelta(days=1) if over else None,
        "rows": table,
        "counts": counts,
        "parts": bar_parts(counts),
        "list_query": kept_query(filters, assignment=str(found.public_id)),
        **frame(request, filters, form),
    }
    return render(request, "reports/assignment.html", context)


@lead_required
def completions(request: HttpRequest) -> HttpResponse:
    """Who was asked what and how far they were, line by line."""
    filters, form = asked_for(request)
    found = completion_rows(request.user, filters, request.GET)
    pages = Paginator(found.order_by("-pk"), ROWS)
    pages.count = found[: COUNTED + 1].count()
    page = pages.get_page(request.GET.get("page"))
    chosen = found.filter(pk__in=[row.pk for row in page])
    flags = flags_on(filters.day)
    kinds = {name: set(chosen.filter(flag).values_list("pk", flat=True)) for name, flag in flags.items()}
    rows = list(
        chosen.annotate(certificate=certificate_on(filters.day)).select_related("module", "user").order_by("-pk")
    )
    places = Membership.objects.select_related("organisation").in_bulk([row.place for row in rows])
    asked = request.GET.get("assignment", "")
    context = {
        "page": page,
        "rows": [(row, places[row.place].organisation, state_of(row, kinds)) for row in rows],
        "more": pages.count > COUNTED,
        "counted": COUNTED,
        "modules": asked_modules(filters.units),
        "states": [(name, words) for name, words in CHOICES.items() if name in STATES],
        "download_query": download_query(request, filters),
        "narrowed": bool(filters.unit or filters.module or filters.state or asked),
        "assignment": find_assignment(request.user, asked) if asked else None,
        **frame(request, filters, form),
    }
    return render(request, "reports/completions.html", context)


def download_query(request: HttpRequest, filters: Filters) -> str:
    """The filters of the list as the address of its file has them."""
    query = request.GET.copy()
    for name in ("page", "on", *PARTS):
        query.pop(name, None)
    if filters.is_past:
        query["on"] = filters.day.isoformat()
    return query.urlencode()


def state_of(row: Requirement, kinds: dict[str, set[int]]) -> tuple[str, str]:
    """The kind and words of a row's state on the day of the report."""
    if row.pk in kinds["is_done"]:
        return "done", _("Completed")
    if row.pk in kinds["is_late"]:
        return "late", _("Late")
    if row.pk in kinds["is_again"]:
        return "soon", _("Completed, to do again")
    return ("doing", _("In progress")) if row.pk in kinds["is_begun"] else ("todo", _("Not started"))
