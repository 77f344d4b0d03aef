"""Actions: one's own and those one coordinates, planning one from a gap, changing it, and saying how far it is."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from courses.views.answers import answers
from lms.hurry import hurry
from lms.keys import key_in
from lms.outbox.tasks import send_due_email
from lms.uploads.domain.documents import extension_of
from lms.uploads.views import private_file
from toolkit_pages.domain import actions as domain
from toolkit_pages.domain.action_marks import ChangedMeanwhile, mark_of
from toolkit_pages.domain.review_access import (
    ReviewError,
    Seat,
    actions_coordinated_by,
    actions_owned_by,
    actions_visible_to,
    reviews_visible_to,
)
from toolkit_pages.domain.reviewing import agencies_of
from toolkit_pages.forms.actions import ActionForm, ProgressForm
from toolkit_pages.models import Action
from toolkit_pages.views.review_guards import review_frame, seat_frame, seat_required

ROWS = 20
STATES = {
    "open": gettext_lazy("To do or under way"),
    "late": gettext_lazy("Late"),
    "done": gettext_lazy("Done"),
    "dropped": gettext_lazy("Dropped"),
    "all": gettext_lazy("All"),
}


@never_cache
@login_required
@require_safe
def actions(request: HttpRequest) -> HttpResponse:
    """One's own actions, or for a coordinator all of the reviews they lead; filters by state."""
    today = timezone.localdate()
    state = request.GET.get("state", "open")
    state = state if state in STATES else "open"
    whose = "all" if request.GET.get("whose") == "all" and request.user.is_coordinator else "mine"
    pool = actions_coordinated_by(request.user) if whose == "all" else actions_owned_by(request.user)
    page = Paginator(domain.listed(pool, state=state, today=today), ROWS).get_page(request.GET.get("page"))
    context = {
        **review_frame(request),
        "page": page,
        "state": state,
        "states": STATES.items(),
        "whose": whose,
        "today": today,
        "late": pool.late(today).count(),
    }
    return render(request, "toolkit_pages/actions/actions.html", context)


def find_action(request: HttpRequest, uuid: UUID) -> Action:
    """The action, where this person may see it; else a 404."""
    related = ("review__partnership", "review__organisation", "review_item__theme", "owner", "organisation")
    return get_object_or_404(actions_visible_to(request.user).select_related(*related), uuid=uuid)


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def action(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One action with its history; its owner and the coordinators say how far it is."""
    found = find_action(request, uuid)
    may_work = domain.may_work_on(request.user, found)
    initial = {"status": found.status, "evidence": found.evidence}
    sent = (answers(request), request.FILES or None)
    form = ProgressForm(*sent, initial=initial, has_file=bool(found.evidence_file)) if may_work else None
    seen = request.POST.get("seen") or mark_of(found)
    if request.method == "POST":
        if form is None:
            raise Http404
        if form.is_valid():
            try:
                domain.note_progress(request.user, action=found, seen=seen, **form.cleaned_data)
            except ReviewError as error:
                form.add_error("status", str(error))
                found.refresh_from_db(fields=["changed_at", "status", "evidence", "evidence_file"])
                seen = seen_after(error, found, seen)
            else:
                messages.success(request, _("Saved."))
                return redirect(found)
    context = {
        **review_frame(request),
        "action": found,
        "form": form,
        "seen": seen,
        "coordinates": actions_coordinated_by(request.user).filter(pk=found.pk).exists(),
        "sees_review": reviews_visible_to(request.user).filter(pk=found.review_id).exists(),
        "notes": found.notes.select_related("written_by").order_by("-written_at", "-pk"),
        "today": timezone.localdate(),
    }
    return render(request, "toolkit_pages/actions/action.html", context)


def seen_after(error: ReviewError, found: Action, seen: str) -> str:
    """The mark that the page sends back after an error: of the action as it is, once the error tells of that."""
    return mark_of(found) if isinstance(error, ChangedMeanwhile) else seen


@seat_required(coordinates=True)
@require_http_methods(["GET", "HEAD", "POST"])
def new_action(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Plan an action of the review, about the gap that the address names or none."""
    key = request.GET.get("item", "")
    item = get_object_or_404(seat.review.items.select_related("theme"), pk=key_in(key)) if key else None
    form = ActionForm(answers(request), agencies=agencies_of(seat.review))
    if request.method == "POST" and form.is_valid():
        try:
            made = domain.make_action(request.user, review=seat.review, item=item, **form.cleaned_data)
        except ReviewError as error:
            form.add_error(field_of(error), str(error))
        else:
            hurry(send_due_email)
            messages.success(request, _("The action is planned."))
            return redirect(made)
    context = {**seat_frame(request, seat), "form": form, "item": item}
    return render(request, "toolkit_pages/actions/new.html", context)


def field_of(error: ReviewError) -> str | None:
    """The field that an error is about."""
    if isinstance(error, ChangedMeanwhile):
        return "title"
    return "owner_email" if isinstance(error, domain.NoSuchOwner) else None


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def change_action(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Change what is planned, by whom or by when."""
    coordinated = actions_coordinated_by(request.user).select_related("review", "owner", "organisation")
    found = get_object_or_404(coordinated, uuid=uuid)
    initial = {
        "title": found.title,
        "owner_email": found.owner.email if found.owner else "",
        "owner_name": "" if found.owner else found.owner_name,
        "organisation": found.organisation_id,
        "due_on": found.due_on,
    }
    form = ActionForm(answers(request), initial=initial, agencies=agencies_of(found.review))
    seen = request.POST.get("seen") or mark_of(found)
    if request.method == "POST" and form.is_valid():
        try:
            domain.change_action(request.user, action=found, seen=seen, **form.cleaned_data)
        except ReviewError as error:
            form.add_error(field_of(error), str(error))
            found.refresh_from_db(fields=["changed_at"])
            seen = seen_after(error, found, seen)
        else:
            hurry(send_due_email)
            messages.success(request, _("The changes are kept."))
            return redirect(found)
    context = {**review_frame(request), "form": form, "action": found, "seen": seen}
    return render(request, "toolkit_pages/actions/change.html", context)


@never_cache
@login_required
@require_safe
def action_evidence(request: HttpRequest, uuid: UUID) -> HttpResponseBase:
    """The file that shows what was done, for those who see the action."""
    found = find_action(request, uuid)
    if not found.evidence_file:
        raise Http404
    return private_file(request, found.evidence_file, name=f"evidence.{extension_of(found.evidence_file.name)}")
