"""Settling a review: stopping answers, the differences, closing it, and opening it again."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from courses.views.answers import answers
from lms.design_system.templatetags.fields import form_errors
from lms.keys import key_in
from toolkit_pages.domain.review_access import ReviewError, Seat
from toolkit_pages.domain.settling import (
    Contested,
    close_review,
    contested,
    reopen_review,
    settle_item,
    stop_answers,
)
from toolkit_pages.forms.reviews import ReopenForm, SettleForm
from toolkit_pages.models import ChecklistReview, ReviewItem
from toolkit_pages.views.review_guards import seat_frame, seat_required

ROWS = 10
SHOWN = {
    "differ": lambda row: row.differs,
    "unanswered": lambda row: not row.answers and not row.is_settled,
    "all": lambda row: True,
}


@seat_required(coordinates=True)
@require_POST
def stop(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Take no more answers."""
    found = stop_answers(request.user, review=seat.review)
    if found.state == ChecklistReview.State.SETTLING:
        messages.success(request, _("Answers are stopped. Settle the differences, then close the review."))
    return redirect("toolkit_pages:review_differences", seat.review.uuid)


@seat_required(answers=True)
@require_http_methods(["GET", "HEAD", "POST"])
def differences(request: HttpRequest, seat: Seat) -> HttpResponse:
    """What the agencies answered, item by item; the coordinators settle where they differ."""
    shown = request.GET.get("show", "differ")
    shown = shown if shown in SHOWN else "differ"
    rows = contested(seat.review)
    sent_form = None
    if request.method == "POST":
        if not seat.coordinates:
            raise Http404
        item = get_object_or_404(seat.review.items, pk=key_in(request.POST.get("item", "")))
        sent_form = settle_form(next(row for row in rows if row.item.pk == item.pk), request.POST)
        if sent_form.is_valid() and settled(request, item, sent_form):
            return redirect(f"{request.get_full_path()}#item-{item.pk}")
    page = page_of_rows(request, rows, shown=shown, sent=sent_form)
    listed = [(row, form_of(row, sent_form, may_settle=seat.may_settle)) for row in page]
    context = {
        **seat_frame(request, seat),
        "rows": listed,
        "page": page,
        "shown": shown,
        "counts": {name: sum(map(test, rows)) for name, test in SHOWN.items()},
        "waiting": sum(row.waits for row in rows),
        "errors": errors_in(sent_form, item.title) if sent_form else [],
    }
    return render(request, "toolkit_pages/reviews/differences.html", context)


def page_of_rows(request: HttpRequest, rows: list[Contested], *, shown: str, sent: SettleForm | None) -> Page:
    """The page asked for of the list; what was just sent stays on it, though the list may not have it any more."""
    chosen = [row for row in rows if SHOWN[shown](row) or is_of(row, sent)]
    place = next((place for place, row in enumerate(chosen) if is_of(row, sent)), None)
    number = request.GET.get("page") if place is None else place // ROWS + 1
    return Paginator(chosen, ROWS).get_page(number)


def is_of(row: Contested, sent: SettleForm | None) -> bool:
    """Whether the form that was sent is this item's."""
    return sent is not None and sent.prefix == f"item-{row.item.pk}"


def errors_in(form: SettleForm, title: str) -> list[tuple[str, str]]:
    """Everything that is wrong, each with the item it is about and the input to go to."""
    words = _("%(item)s: %(error)s")
    return [(words % {"item": title.rstrip(". "), "error": error}, target) for error, target in form_errors(form)]


def settle_form(row: Contested, data: Any = None) -> SettleForm:
    """The form of one item, beginning with what is settled, or with what all agree on."""
    item = row.item
    level = item.level if row.is_settled else row.agreed
    initial = {
        "level": level,
        "note": item.note,
        "evidence": item.evidence,
        "owner": item.owner,
        "review_by": item.review_by,
    }
    return SettleForm(data, prefix=f"item-{item.pk}", initial=initial, note_wanted=row.differs)


def form_of(row: Contested, sent: SettleForm | None, *, may_settle: bool) -> SettleForm | None:
    """The form that was sent where it is this item's, with what was typed; else a fresh one while one may settle."""
    if is_of(row, sent):
        return sent
    return settle_form(row) if may_settle else None


def settled(request: HttpRequest, item: ReviewItem, form: SettleForm) -> bool:
    """Settle the item, or say in the form why not."""
    try:
        settle_item(request.user, item=item, seen=request.POST.get(f"{form.prefix}-seen"), **form.cleaned_data)
    except ReviewError as error:
        form.add_error("level", str(error))
        return False
    messages.success(request, _("Settled: %(title)s") % {"title": item.title})
    return True


@seat_required(coordinates=True)
@require_http_methods(["GET", "HEAD", "POST"])
def close(request: HttpRequest, seat: Seat) -> HttpResponse:
    """What closing does, and closing it."""
    if request.method == "POST":
        try:
            close_review(request.user, review=seat.review)
        except ReviewError as error:
            messages.error(request, str(error))
            return redirect("toolkit_pages:review_differences", seat.review.uuid)
        messages.success(request, _("The review is closed."))
        return redirect("toolkit_pages:review_result", seat.review.uuid)
    rows = contested(seat.review)
    context = {
        **seat_frame(request, seat),
        "total": len(rows),
        "waiting": sum(row.waits for row in rows),
        "unanswered": sum(not row.answers and not row.is_settled for row in rows),
        "is_empty": not any(row.answers or row.is_settled for row in rows),
    }
    return render(request, "toolkit_pages/reviews/close.html", context)


@seat_required(coordinates=True)
@require_http_methods(["GET", "HEAD", "POST"])
def reopen(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Take answers again, and why."""
    form = ReopenForm(answers(request))
    if request.method == "POST" and form.is_valid():
        reopen_review(request.user, review=seat.review, reason=form.cleaned_data["reason"])
        messages.success(request, _("Answers are taken again."))
        return redirect(seat.review)
    return render(request, "toolkit_pages/reviews/reopen.html", {**seat_frame(request, seat), "form": form})
