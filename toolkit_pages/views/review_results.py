"""What a review says: the result, all gaps in order, the print, and the files for Word and Excel."""

from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from courses.domain.suggested_reasons import suggest_reason
from lms.people.models import User
from toolkit_pages.domain.helping import Help, further_help, helps_for
from toolkit_pages.domain.review_access import ReviewError, Seat, actions_owned_by
from toolkit_pages.domain.review_documents import review_document
from toolkit_pages.domain.review_results import Gap, move_gap, put_back_order, result_for
from toolkit_pages.domain.review_workbooks import review_workbook
from toolkit_pages.domain.settling import Contested, contested
from toolkit_pages.models import ChecklistReview
from toolkit_pages.views.checklist_downloads import TYPES
from toolkit_pages.views.review_guards import seat_frame, seat_required

FIRST_GAPS = 10
ROWS = 25


def gap_rows(request: HttpRequest, review: ChecklistReview, gaps: list[Gap]) -> list[tuple]:
    """Gaps with what can help, and for a training lead the module they could assign, with the address to do so."""
    rows = []
    for gap in gaps:
        helps = helps_for(gap.standing.item, gap.standing.level)
        module = next((help for help in helps if help.module), None) if request.user.is_lead else None
        rows.append((gap, helps, module, assigning_url(request.user, review, gap, module) if module else ""))
    return rows


def assigning_url(user: User, review: ChecklistReview, gap: Gap, module: Help) -> str:
    """The assignment's form with the module chosen and the reason filled in, signed for this person."""
    words = _("From the review of %(body)s: %(item)s.") % {
        "body": review.body_name,
        "item": gap.item.title.rstrip(". "),
    }
    query = {"module": module.module, "reason": suggest_reason(words, to=user)}
    return f"{reverse('courses:new_assignment')}?{urlencode(query)}"


def owned(request: HttpRequest, gaps: list[Gap]) -> set[int]:
    """The keys of this person's own actions among those of the gaps."""
    keys = [action.pk for gap in gaps for action in gap.actions]
    return set(actions_owned_by(request.user).filter(pk__in=keys).values_list("pk", flat=True))


@seat_required(result=True)
@require_safe
def result(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Where the body stands, what changed, and the most urgent gaps."""
    found = result_for(seat)
    shown = found.gaps[:FIRST_GAPS]
    context = {
        **seat_frame(request, seat),
        "result": found,
        "rows": gap_rows(request, seat.review, shown),
        "further": further_help(found.standings),
        "owned": owned(request, shown),
        "today": timezone.localdate(),
    }
    return render(request, "toolkit_pages/reviews/result.html", context)


@seat_required(result=True)
@require_safe
def gaps(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Every gap in order; the coordinators put them in another."""
    found = result_for(seat)
    page = Paginator(found.gaps, ROWS).get_page(request.GET.get("page"))
    shown = list(page)
    context = {
        **seat_frame(request, seat),
        "page": page,
        "rows": gap_rows(request, seat.review, shown),
        "owned": owned(request, shown),
        "own_order": any(item.urgency for item in found.items),
        "today": timezone.localdate(),
    }
    return render(request, "toolkit_pages/reviews/gaps.html", context)


@seat_required(coordinates=True)
@require_POST
def move(request: HttpRequest, seat: Seat, pk: int) -> HttpResponse:
    """Move a gap up, down or to the top."""
    item = get_object_or_404(seat.review.items, pk=pk)
    try:
        move_gap(request.user, item=item, where=request.POST.get("where", ""))
    except ReviewError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Moved: %(title)s") % {"title": item.title})
    number = request.POST.get("page", "")
    page = f"?page={number}" if number.isdecimal() else ""
    answer = redirect("toolkit_pages:review_gaps", seat.review.uuid)
    answer["Location"] += f"{page}#gap-{item.pk}"
    return answer


@seat_required(coordinates=True)
@require_POST
def order_by_risk(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Put the gaps back in order of risk."""
    put_back_order(request.user, review=seat.review)
    messages.success(request, _("The gaps are in order of risk again."))
    return redirect("toolkit_pages:review_gaps", seat.review.uuid)


@seat_required(result=True)
@require_safe
def printed(request: HttpRequest, seat: Seat) -> HttpResponse:
    """The whole review on one page, made for paper."""
    found = result_for(seat)
    rows = contested(seat.review, items=found.items)
    context = {
        **seat_frame(request, seat),
        "result": found,
        "rows_of_items": rows if seat.sees_answers else [Contested(row.item, []) for row in rows],
        "rows": gap_rows(request, seat.review, found.gaps),
        "further": further_help(found.standings),
        "today": timezone.localdate(),
    }
    return render(request, "toolkit_pages/reviews/print.html", context)


@seat_required(result=True)
@require_safe
def download(request: HttpRequest, seat: Seat, kind: str) -> HttpResponse:
    """The review as a file; agencies' answers are in it only for those who see them on screen."""
    found, today = result_for(seat), timezone.localdate()
    shown = contested(seat.review, items=found.items) if seat.sees_answers else []
    rows = [row for row in shown if row.answers]
    content = review_document(found, rows, on=today) if kind == "docx" else review_workbook(found, rows, on=today)
    name = f"review-{today.isoformat()}.{kind}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=TYPES[kind], headers=headers)
