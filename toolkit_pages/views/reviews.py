"""Reviews: the list, opening one, its page, its settings, and the people who are asked."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from courses.views.answers import answers
from lms.hurry import hurry
from lms.outbox.tasks import send_due_email
from toolkit_pages.domain.review_access import ReviewError, Seat, reviews_coordinated_by, reviews_visible_to
from toolkit_pages.domain.review_asking import ask_people, take_off, who_has_answered
from toolkit_pages.domain.review_deleting import delete_review as delete_unused
from toolkit_pages.domain.review_deleting import why_kept
from toolkit_pages.domain.review_progress import progress_of, themes_of
from toolkit_pages.domain.review_reminders import next_reminder_on
from toolkit_pages.domain.reviewing import SettingsChanged, settings_mark
from toolkit_pages.domain.reviewing import change_review as change
from toolkit_pages.domain.reviewing import open_review as open_new
from toolkit_pages.domain.saved_checklists import saved_answers
from toolkit_pages.forms.reviews import AskForm, OpenReviewForm, SettingsForm
from toolkit_pages.models import ChecklistReview
from toolkit_pages.views.review_guards import coordinator_required, review_frame, seat_frame, seat_required

ROWS = 20


@never_cache
@login_required
@require_safe
def reviews(request: HttpRequest) -> HttpResponse:
    """The reviews this person coordinates, answers, or may read the result of; the newest first."""
    state = request.GET.get("state", "")
    found = reviews_visible_to(request.user).select_related("partnership", "organisation")
    if state in ChecklistReview.State.values:
        found = found.filter(state=state)
    page = Paginator(found.order_by("-opened_at", "-pk"), ROWS).get_page(request.GET.get("page"))
    keys = [review.pk for review in page]
    coordinated = set(reviews_coordinated_by(request.user).filter(pk__in=keys).values_list("pk", flat=True))
    context = {
        **review_frame(request),
        "page": page,
        "rows": [(review, review.pk in coordinated) for review in page],
        "state": state,
        "states": ChecklistReview.State.choices,
    }
    return render(request, "toolkit_pages/reviews/reviews.html", context)


@coordinator_required
@require_http_methods(["GET", "HEAD", "POST"])
def open_review(request: HttpRequest) -> HttpResponse:
    """Open a review of a partnership or organisation that one coordinates."""
    form = OpenReviewForm(answers(request), coordinator=request.user, has_own=bool(saved_answers(request.user)))
    if request.method == "POST" and form.is_valid():
        try:
            review = open_new(request.user, **form.opening())
        except ReviewError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("The review is open. Ask people of the agencies to answer."))
            return redirect("toolkit_pages:review_people", review.uuid)
    return render(request, "toolkit_pages/reviews/open.html", {**review_frame(request), "form": form})


@seat_required()
@require_safe
def review(request: HttpRequest, seat: Seat) -> HttpResponse:
    """One review: how far it is, and what this person can do next."""
    context = {
        **seat_frame(request, seat),
        "agencies": who_has_answered(seat.review) if seat.coordinates else [],
        "may_delete": seat.coordinates and not why_kept(seat.review),
        "theme_count": themes_of(seat.review).count(),
        "reminded_on": next_reminder_on(seat.review, today=timezone.localdate()),
        "own": [(answerer, progress_of(answerer)) for answerer in seat.answering],
        "is_finished": all(answerer.finished_at for answerer in seat.answering),
    }
    return render(request, "toolkit_pages/reviews/review.html", context)


@seat_required(coordinates=True)
@require_http_methods(["GET", "HEAD", "POST"])
def change_review(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Change name, sharing and day of a review."""
    found = seat.review
    initial = {"title": found.title, "sharing": found.sharing, "due_on": found.due_on}
    form = SettingsForm(answers(request), initial=initial)
    seen = request.POST.get("seen") or settings_mark(found)
    if request.method == "POST" and form.is_valid():
        try:
            change(request.user, review=found, seen=seen, **form.cleaned_data)
        except SettingsChanged as error:
            form.add_error("title", str(error))
            found.refresh_from_db(fields=["title", "sharing", "due_on"])
            seen = settings_mark(found)
        except ReviewError as error:
            form.add_error("sharing", str(error))
        else:
            messages.success(request, _("The changes are kept."))
            return redirect(found)
    context = {**seat_frame(request, seat), "form": form, "seen": seen}
    return render(request, "toolkit_pages/reviews/settings.html", context)


@seat_required(coordinates=True)
@require_http_methods(["GET", "HEAD", "POST"])
def delete_review(request: HttpRequest, seat: Seat) -> HttpResponse:
    """What deleting a review takes along, or why it cannot be deleted; and deleting it."""
    if request.method == "POST":
        try:
            told = delete_unused(request.user, review=seat.review)
        except ReviewError:
            pass  # the page says why
        else:
            if told:
                hurry(send_due_email)
            messages.success(request, _("The review “%(title)s” is deleted.") % {"title": seat.review.title})
            return redirect("toolkit_pages:reviews")
    context = {
        **seat_frame(request, seat),
        "why": why_kept(seat.review),
        "items": seat.review.items.count(),
        "agencies": who_has_answered(seat.review),
    }
    return render(request, "toolkit_pages/reviews/delete.html", context)


@seat_required(coordinates=True)
@require_http_methods(["GET", "HEAD", "POST"])
def people(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Who is asked and how far each agency is; ask more people by their addresses."""
    form = AskForm(answers(request), themes=themes_of(seat.review))
    unknown: list[tuple[int, str]] = []
    if request.method == "POST" and form.is_valid():
        try:
            asked = ask_people(request.user, review=seat.review, **form.cleaned_data)
        except ReviewError as error:
            form.add_error(None, str(error))
        else:
            hurry(send_due_email)
            tell_who_was_asked(request, len(asked.people))
            if not asked.unknown:
                return redirect("toolkit_pages:review_people", seat.review.uuid)
            unknown = form.keep(asked.unknown)
    context = {
        **seat_frame(request, seat),
        "form": form,
        "unknown": unknown,
        "theme_count": themes_of(seat.review).count(),
        "reminded_on": next_reminder_on(seat.review, today=timezone.localdate()),
        "agencies": who_has_answered(seat.review),
    }
    return render(request, "toolkit_pages/reviews/people.html", context)


def tell_who_was_asked(request: HttpRequest, count: int) -> None:
    """Say how many people are asked now."""
    if count:
        words = ngettext("%(count)d person is asked.", "%(count)d people are asked.", count)
        messages.success(request, words % {"count": count})


@seat_required(coordinates=True)
@require_POST
def take_person_off(request: HttpRequest, seat: Seat, pk: int) -> HttpResponse:
    """Ask somebody no more."""
    answerer = get_object_or_404(seat.review.answerers.select_related("user"), pk=pk)
    take_off(request.user, answerer=answerer)
    words = _("%(name)s is not asked any more. What their agency answered is kept.")
    messages.success(request, words % {"name": answerer.user})
    return redirect("toolkit_pages:review_people", seat.review.uuid)
