"""The list of people a lead looks after, and one person's training record."""

from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import Prefetch, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from lms.people.domain.access import memberships_visible_to, people_visible_to
from lms.people.models import User
from lms.people.views.guards import lead_frame, lead_required
from lms.reports.domain.completion import URGENCY, training_state, with_training
from lms.reports.domain.record import events_of, rounds_of
from lms.reports.forms import PeopleFilter

ORDERS = {
    "name": ["last_name", "first_name", "pk"],
    "urgent": ["urgency", "next_expiry", "last_name", "first_name", "pk"],
}


def seen_memberships(user: User) -> Prefetch:
    """What a lead may know of people's memberships: those in the lead's own organisations."""
    rows = memberships_visible_to(user).select_related("organisation", "team").order_by("started_on", "pk")
    return Prefetch("memberships", queryset=rows, to_attr="seen_memberships")


def filtered(people: QuerySet[User], form: PeopleFilter, user: User) -> QuerySet[User]:
    """Keep the people who match every filter that is on."""
    if not form.is_valid():
        form.cleaned_data = {"q": "", "unit": None, "state": "", **form.cleaned_data}
    for word in form.cleaned_data["q"].split():
        people = people.filter(Q(first_name__icontains=word) | Q(last_name__icontains=word) | Q(email__icontains=word))
    if form.cleaned_data["unit"]:
        below = memberships_visible_to(user).filter(organisation__path__startswith=form.cleaned_data["unit"].path)
        people = people.filter(pk__in=below.values("user"))
    if form.cleaned_data["state"]:
        people = people.filter(urgency=URGENCY[form.cleaned_data["state"]])
    return people


@lead_required
def people(request: HttpRequest) -> HttpResponse:
    """The people the lead may see, with their training; filters and order are in the address."""
    visible = people_visible_to(request.user)
    form = PeopleFilter(request.GET, lead=request.user)
    found = filtered(with_training(visible), form, request.user)
    order = request.GET.get("order") if request.GET.get("order") in ORDERS else "urgent"
    rows = found.prefetch_related(seen_memberships(request.user)).order_by(*ORDERS[order])
    page = Paginator(rows, 25).get_page(request.GET.get("page"))
    filtering = any(form.cleaned_data.values())
    context = {
        "page": page,
        "rows": [(person, training_state(person)) for person in page],
        "form": form,
        "order": order,
        "filtering": filtering,
        "query": request.GET.copy(),
        "alone": not filtering and page.paginator.count <= 1,
        **lead_frame(request),
    }
    for name, other in (("by_name", "name"), ("by_urgency", "urgent")):
        query = request.GET.copy()
        query["order"] = other
        query.pop("page", None)
        context[name] = "?" + query.urlencode()
    return render(request, "reports/people.html", context)


@lead_required
def person(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """One person's facts, training and what happened; anybody else's record is a 404."""
    visible = people_visible_to(request.user).prefetch_related(seen_memberships(request.user))
    found = get_object_or_404(visible, public_id=public_id)
    context = {
        "person": found,
        "membership": found.seen_memberships[0],
        "rounds": rounds_of(found),
        "events": events_of(found),
        **lead_frame(request),
    }
    return render(request, "reports/person.html", context)
