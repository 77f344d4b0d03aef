"""A lead's first page: how many are up to date, what needs the lead, how it went over a year, and where."""

from datetime import date
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy

from lms.people.views.guards import lead_frame, lead_required
from lms.reports.domain.filters import read_filters
from lms.reports.domain.needs import needs_of, people_url
from lms.reports.domain.trend import Point, labelled, trend_of
from lms.reports.views.breakdown import WAYS, bar_parts, groups, narrowing, scope_of, way_of

NAMES = {
    "completed": gettext_lazy("Completed"),
    "in_progress": gettext_lazy("In progress, in time"),
    "not_started": gettext_lazy("Not started, in time"),
    "late": gettext_lazy("Late"),
}


@lead_required
def dashboard(request: HttpRequest) -> HttpResponse:
    """The numbers of today; the way they are broken down and the unit are in the address."""
    query = request.GET.copy()
    query.pop("on", None)
    filters = read_filters(request.user, query)
    scope, way, narrowed = scope_of(request, filters), way_of(request), narrowing(filters)
    counts, frame = scope.all, lead_frame(request)
    below = [unit for unit in filters.units if filters.unit is None or unit.path.startswith(filters.unit.path)]
    trend = trend_of(below, today=filters.today, now=counts)
    rows = groups(scope, filters, way=way) if counts.people else []
    context = {
        "filters": filters,
        "scope": scope,
        "counts": counts,
        "whose": str(filters.unit or frame["organisation_name"]),
        "unit_count": len(below) - 1,
        "parts": bar_parts(counts, narrowed),
        "keys": [
            (name, words, getattr(counts, name), people_url(narrowed, state=name)) for name, words in NAMES.items()
        ],
        "nothing_url": people_url(narrowed, state="nothing"),
        "needs": needs_of(request.user, scope, narrowed=narrowed),
        "trend": trend,
        "points": [(point, address_of(point, narrowed, today=filters.today)) for point in trend],
        "line": " ".join(f"{point.x},{point.y}" for point in trend),
        "labels": labelled(trend),
        "ways": [(name, words[0], "?" + urlencode({**narrowed, "by": name})) for name, words in WAYS.items()],
        "way": way,
        "heading": WAYS[way][0],
        "first_column": WAYS[way][1],
        "total_name": WAYS[way][2],
        "rows": [(group, url, bar_parts(group.counts)) for group, url in rows],
        "nobody": counts.total <= 1 and not filters.unit,
        **frame,
    }
    return render(request, "reports/dashboard.html", context)


def address_of(point: Point, narrowed: dict[str, str], *, today: date) -> str:
    """Where a point of the trend leads: who had completed what by the end of its day."""
    on = {"on": point.day.isoformat()} if point.day < today else {}
    return f"{reverse('reports:completions')}?{urlencode({**narrowed, **on})}"
