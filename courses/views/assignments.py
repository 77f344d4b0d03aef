"""The lead's assignments, and one assignment with its people."""

from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from courses.domain.assigning import assignments_visible_to
from courses.domain.assignment_people import STATES, Counts, count_states, counts_of, in_state, rows_of
from courses.forms.assignment_lists import AssignmentsFilter
from courses.models import Assignment, Module
from courses.views.assignment_frame import find_assignment, is_working, safe_title, words_of
from lms.people.views.guards import lead_frame, lead_required

ROWS = 25


def address_of(assignment: Assignment) -> str:
    """Where the list leads: a draft goes on where it stopped."""
    name = "assignment_audience" if assignment.state == Assignment.State.DRAFT else "assignment"
    return reverse(f"courses:{name}", args=[assignment.public_id])


@lead_required
@require_safe
def assignments(request: HttpRequest) -> HttpResponse:
    """The assignments of the organisations the person leads; filters are in the address."""
    visible = assignments_visible_to(request.user)
    modules = Module.objects.filter(pk__in=visible.values("module")).order_by("tier", "title", "pk")
    form = AssignmentsFilter(request.GET, modules=modules)
    chosen = form.chosen()
    found = visible.filter(**chosen).select_related("organisation", "module", "course").order_by("-created_at", "-pk")
    page = Paginator(found, ROWS).get_page(request.GET.get("page"))
    counts = counts_of(page, lead=request.user, today=timezone.localdate())
    rows = []
    for assignment in page:
        assignment.address = address_of(assignment)
        rows.append((assignment, counts.get(assignment.pk, Counts())))
    context = {
        "page": page,
        "rows": rows,
        "form": form,
        "chosen": chosen,
        "modules": list(modules),
        "empty": not chosen and not page.paginator.count,
        **lead_frame(request),
    }
    return render(request, "courses/assigning/assignments.html", context)


@lead_required
@require_safe
def assignment(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """What the assignment says, how far its people are, and each of them; a draft goes on where it stopped."""
    found = find_assignment(request, public_id)
    if found.state == Assignment.State.DRAFT:
        return redirect(address_of(found))
    today = timezone.localdate()
    rows = rows_of(found, lead=request.user)
    by_state = count_states(rows, today=today)
    state = request.GET.get("state", "")
    sought = request.GET.get("q", "").strip()[:100]
    if state in STATES:
        rows = in_state(rows, state, today=today)
    for word in sought.split():
        name = Q(user__first_name__icontains=word) | Q(user__last_name__icontains=word)
        rows = rows.filter(name | Q(user__email__icontains=word))
    rows = rows.select_related("user", "module", "membership__organisation", "membership__team")
    ordered = rows.order_by("user__last_name", "user__first_name", "user", "module__tier", "module__title", "pk")
    page = Paginator(ordered, ROWS).get_page(request.GET.get("page"))
    for requirement in page:
        requirement.assignment = found
        requirement.is_late_today = requirement.is_late(today)
    context = {
        "assignment": found,
        "safe_title": safe_title(found),
        "working": is_working(found),
        "words": words_of(found),
        "counts": counts_of([found], lead=request.user, today=today).get(found.pk, Counts()),
        "states": [{"value": value, "text": text, "count": by_state[value]} for value, text in STATES.items()],
        "total": sum(by_state.values()),
        "state": state,
        "words_sought": sought,
        "page": page,
        **lead_frame(request),
    }
    return render(request, "courses/assigning/assignment.html", context)
