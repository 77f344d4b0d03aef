"""The list of people a lead looks after, and one person's training record."""

from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from lms.people.domain.access import memberships_visible_to, people_visible_to
from lms.people.models import User
from lms.people.views.guards import lead_frame, lead_required
from lms.reports.domain.counting import Scope
from lms.reports.domain.filters import GROUPS, STATES, memberships_asked_for, read_filters, teams_of
from lms.reports.domain.job_roles import job_roles_of
from lms.reports.domain.people_list import PeopleList, states_of
from lms.reports.domain.record import events_of, evidence_of, exemptions_of, lessons_of, required_of, rounds_of

ORDERS = ("urgent", "name")
ROWS = 25


def seen_memberships(user: User) -> Prefetch:
    """What a lead may know of people's memberships: those in the lead's own organisations."""
    rows = memberships_visible_to(user).select_related("organisation", "team").order_by("started_on", "pk")
    return Prefetch("memberships", queryset=rows, to_attr="seen_memberships")


@lead_required
def people(request: HttpRequest) -> HttpResponse:
    """The people the lead may see, with their training; filters and order are in the address."""
    query = request.GET.copy()
    query.pop("on", None)
    filters = read_filters(request.user, query)
    order = request.GET.get("order") if request.GET.get("order") in ORDERS else "urgent"
    memberships = memberships_asked_for(request.user, filters)
    scope = Scope(memberships, today=filters.today, organisations=filters.organisations)
    pages = Paginator(PeopleList(scope, order=order), ROWS)
    page = pages.get_page(request.GET.get("page"))
    rows = list(page)
    context = {
        "page": page,
        "rows": list(zip(rows, states_of(rows, today=filters.today), strict=True)),
        "filters": filters,
        "teams": teams_of(filters),
        "roles": job_roles_of(filters.units, day=filters.day),
        "states": STATES.items(),
        "groups": GROUPS.items(),
        "order": order,
        "alone": not filters.any and pages.count <= 1,
        **lead_frame(request),
    }
    query.pop("page", None)
    context["query"] = query.urlencode()
    for name, other in (("by_name", "name"), ("by_urgency", "urgent")):
        query["order"] = other
        context[name] = "?" + query.urlencode()
    return render(request, "reports/people.html", context)


@lead_required
def person(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """One person's facts, training and what happened; anybody else's record is a 404."""
    visible = people_visible_to(request.user).prefetch_related(seen_memberships(request.user))
    found = get_object_or_404(visible, public_id=public_id)
    required = required_of(found, request.user)
    context = {
        "person": found,
        "membership": found.seen_memberships[0],
        "required": required,
        "late": [row for row in required if row.kind == "late"],
        "rounds": rounds_of(found),
        "lessons": lessons_of(found),
        "evidence": evidence_of(found, request.user),
        "exemptions": exemptions_of(found, request.user),
        "events": events_of(found, request.user),
        **lead_frame(request),
    }
    return render(request, "reports/person.html", context)
