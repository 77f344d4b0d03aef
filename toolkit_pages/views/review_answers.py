"""Answering a theme of a review for one's agency, or reading what was settled on it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from lms.design_system.wording import clock, when
from lms.people.models import User
from toolkit_pages.domain.answering import (
    AskedNoMore,
    Given,
    Saved,
    SharedWider,
    answers_for,
    mark_of,
    save_answers,
    say_finished,
)
from toolkit_pages.domain.review_access import ReviewError, Seat
from toolkit_pages.domain.review_progress import items_of, progress_of
from toolkit_pages.domain.review_results import hide_carried_over
from toolkit_pages.domain.settling import Contested, contested
from toolkit_pages.forms.checklist import MATURITY, AnswerForm, Question
from toolkit_pages.models import Answerer, ChecklistReview, ChecklistTheme, ReviewAnswer, ReviewItem
from toolkit_pages.views.review_guards import review_frame, seat_frame, seat_required

NOTES = ("-evidence", "-owner", "-review_by")


def answerer_of(request: HttpRequest, seat: Seat, theme: ChecklistTheme) -> Answerer | None:
    """For which agency this person answers the theme: the one that the page or the address names, else the first.

    What was typed for one agency never becomes another's: where that one is gone there is None. What is sent after
    answers are stopped has its answerer still, so that the page can show it again.
    """
    is_asked = seat.may_answer or (request.method == "POST" and seat.review.state != ChecklistReview.State.OPEN)
    asked = [one for one in seat.answering if one.themes.filter(pk=theme.pk).exists()] if is_asked else []
    wanted = request.POST.get("agency", "") or request.GET.get("agency", "")
    if not wanted:
        return asked[0] if asked else None
    return next((one for one in asked if str(one.organisation_id) == wanted), None)


def not_kept(request: HttpRequest) -> HttpResponse:
    """Say to whoever is not asked any more that nothing was saved, and show what they typed.

    The same for everybody: nobody learns from it whether the review is there.
    """
    words = _("You are not asked to answer this theme any more, so nothing was saved.")
    if "autosave" in request.POST:
        left = _("What you typed is still on this page, so that you can copy it.")
        return JsonResponse({"words": f"{words} {left}", "fields": {}}, status=404)
    typed = [text for name, text in request.POST.items() if name.startswith("item-") and name.endswith(NOTES) and text]
    context = {**review_frame(request), "words": words, "typed": typed}
    return render(request, "toolkit_pages/reviews/not_kept.html", context, status=404)


@seat_required(otherwise=not_kept)
@require_http_methods(["GET", "HEAD", "POST"])
def theme(request: HttpRequest, seat: Seat, slug: str) -> HttpResponse:
    """A theme of the review: to answer while one is asked, else to read."""
    found = get_object_or_404(ChecklistTheme, slug=slug)
    items = items_of(seat.review, found)
    if not items:
        raise Http404
    answerer = answerer_of(request, seat, found)
    if answerer is not None:
        return answer_theme(request, seat, answerer, found, items)
    if request.method == "POST":
        return not_kept(request)
    if not (seat.sees_result or seat.sees_answers or seat.reads_own):
        messages.warning(request, _("You are not asked to answer this theme."))
        return redirect(seat.review)
    hide_carried_over(seat, items)
    context = {
        **seat_frame(request, seat),
        "theme": found,
        "title": items[0].theme_title,
        "rows": seen_rows(seat, items),
    }
    return render(request, "toolkit_pages/reviews/theme_read.html", context)


def seen_rows(seat: Seat, items: list[ReviewItem]) -> list[Contested]:
    """The items with the answers this person sees: every agency's, or those of their own alone."""
    rows = contested(seat.review, items=items)
    if seat.sees_answers:
        return rows
    own = {answerer.organisation_id for answerer in seat.answering}
    return [Contested(row.item, [one for one in row.answers if one.organisation_id in own]) for row in rows]


def answer_theme(
    request: HttpRequest, seat: Seat, answerer: Answerer, found: ChecklistTheme, items: list[ReviewItem]
) -> HttpResponse:
    """Ask a theme's items and save what is right; what is wrong or was overtaken is shown again as it was typed."""
    known = answers_for(answerer, items)
    sent = request.POST if request.method == "POST" else None
    questions = [question_of(item, number, known.get(item.pk), sent) for number, item in enumerate(items, 1)]
    given: dict[int, tuple[Given, str]] = {}
    conflicts: dict[int, ReviewAnswer] = {}
    stopped, shared = "", ""
    if sent is not None:
        given, saved = given_in_forms(items, questions, sent), Saved()
        try:
            saved = save_answers(answerer, given=given, sharing=sent.get("sharing", ""))
        except SharedWider as error:
            shared = str(error)
            if "autosave" in sent:
                return JsonResponse({"words": f"{shared} {_('Press the button to go on.')}", "fields": {}})
            seat.review.refresh_from_db(fields=["sharing"])
        except AskedNoMore:
            return not_kept(request)
        except ReviewError as error:
            stopped = str(error)
            if "autosave" in sent:
                return JsonResponse({"words": stopped, "fields": {}})
        conflicts = saved.conflicts
        if "autosave" in sent:
            return autosaved(items, questions, given, answers_for(answerer, items), conflicts)
        if not stopped and not shared and not conflicts and not any(question.errors for question in questions):
            return after_theme(request, seat, answerer, found)
        if saved.written:
            words = ngettext("%(number)d answer is saved.", "%(number)d answers are saved.", saved.written)
            messages.success(request, words % {"number": saved.written})
        known = answers_for(answerer, items)
    rows = [
        (
            question,
            mark_of(conflicts.get(item.pk)) or seen_mark(question, given.get(item.pk), known.get(item.pk), sent),
            conflict_words(conflicts.get(item.pk), request.user),
        )
        for item, question in zip(items, questions, strict=True)
    ]
    progress = progress_of(answerer)
    context = {
        **seat_frame(request, seat),
        "theme": found,
        "title": items[0].theme_title,
        "answerer": answerer,
        "rows": rows,
        "errors": [] if stopped else errors_of(rows),
        "stopped": stopped,
        "shared": shared,
        "progress": progress,
        "place": next(row for row in progress if row.theme.pk == found.pk),
        "colleagues": {answer.answered_by for answer in known.values()} - {request.user},
    }
    return render(request, "toolkit_pages/reviews/theme.html", context)


def autosaved(
    items: list[ReviewItem],
    questions: list[Question],
    given: dict[int, tuple[Given, str]],
    known: dict[int, ReviewAnswer],
    conflicts: dict[int, ReviewAnswer],
) -> JsonResponse:
    """What the page's script is told after saving by itself: words, and the marks of what is kept as it was sent.

    Where something is wrong or a colleague answered otherwise the mark stays as it is: the page does not show that.
    """
    fields, left = {}, 0
    for item, question in zip(items, questions, strict=True):
        if item.pk in conflicts or question.form.errors:
            left += 1
        elif shows_kept(given.get(item.pk), known.get(item.pk)):
            fields[f"{question.form.prefix}-seen"] = mark_of(known.get(item.pk))
    words = _("Saved at %(time)s. Close this page whenever you like.") % {"time": clock(timezone.now())}
    if left:
        words = ngettext(
            "Saved at %(time)s, except %(number)d item. Press the button to see why.",
            "Saved at %(time)s, except %(number)d items. Press the button to see why.",
            left,
        ) % {"time": clock(timezone.now()), "number": left}
    return JsonResponse({"words": words, "fields": fields})


def question_of(item: ReviewItem, number: int, answer: ReviewAnswer | None, sent: Any) -> Question:
    """An item in the words of the review, with the agency's answer in its form."""
    words = item.words
    looks = [(level.value, str(level.label), words["looks"].get(str(level.value), "")) for level in MATURITY]
    initial = (
        {"level": answer.level, "evidence": answer.evidence, "owner": answer.owner, "review_by": answer.review_by}
        if answer
        else {}
    )
    form = AnswerForm(sent, prefix=f"item-{item.pk}", initial=initial)
    return Question(number, item.title, words["hint"], words["guidance"], [row for row in looks if row[2]], form)


def given_in_forms(items: list[ReviewItem], questions: list[Question], sent: Any) -> dict[int, tuple[Given, str]]:
    """What was rightly answered, each with the mark of what the person saw when the page was opened."""
    given = {}
    for item, question in zip(items, questions, strict=True):
        form = question.form
        if form.is_valid() and form.cleaned_data["level"] is not None:
            found = form.cleaned_data
            answer = Given(found["level"], found["evidence"], found["owner"], found["review_by"])
            given[item.pk] = (answer, sent.get(f"{form.prefix}-seen", ""))
    return given


def seen_mark(question: Question, given: tuple[Given, str] | None, kept: ReviewAnswer | None, sent: Any) -> str:
    """The mark of the answer that the person has seen: of what is kept, or the mark sent where the page shows another.

    So an answer of a colleague that the page never showed is not written over without a word.
    """
    if sent is None or shows_kept(given, kept):
        return mark_of(kept)
    return sent.get(f"{question.form.prefix}-seen", "")


def shows_kept(given: tuple[Given, str] | None, kept: ReviewAnswer | None) -> bool:
    """Whether what a page sent is what is kept."""
    return given is not None and given[0].mark == mark_of(kept)


def conflict_words(answer: ReviewAnswer | None, reader: User) -> str:
    """What a colleague answered meanwhile, or the reader in another tab, and what to do."""
    if answer is None:
        return ""
    words = _("%(name)s answered “%(level)s” %(when)s, after you opened this page. Save again if yours shall stand.")
    if answer.answered_by_id == reader.pk:
        words = _("You answered “%(level)s” %(when)s, in another tab perhaps. Save again if what is here shall stand.")
    return words % {
        "name": answer.answered_by.full_name,
        "level": answer.get_level_display(),
        "when": when(answer.answered_at),
    }


def errors_of(rows: list[tuple[Question, str, str]]) -> list[tuple[str, str]]:
    """Everything that is wrong, item by item, with the input to go to."""
    found: list[tuple[str, str]] = []
    for question, _mark, conflict in rows:
        found += question.errors
        if conflict:
            words = _("Item %(number)s: %(error)s") % {"number": question.number, "error": conflict}
            found.append((words, question.form["level"].auto_id + "_0"))
    return found


def after_theme(request: HttpRequest, seat: Seat, answerer: Answerer, found: ChecklistTheme) -> HttpResponse:
    """On to the next theme that this person is asked for, or back to the review."""
    progress = progress_of(answerer)
    here = next(row.number for row in progress if row.theme.pk == found.pk)
    if "leave" in request.POST or here == len(progress):
        messages.success(request, _("Your answers are saved."))
        return redirect(seat.review)
    answer = redirect("toolkit_pages:review_theme", seat.review.uuid, progress[here].theme.slug)
    if "agency" in request.GET:
        answer["Location"] += f"?agency={answerer.organisation_id}"
    return answer


@seat_required()
@require_POST
def finish(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Say that one has answered what one can."""
    if not seat.answering:
        raise Http404
    if not seat.may_answer:
        messages.info(request, _("Answers are stopped, so there is nothing more to do."))
        return redirect(seat.review)
    for answerer in seat.answering:
        say_finished(answerer)
    messages.success(request, _("Your coordinator sees that you have finished. You can still change answers."))
    return redirect(seat.review)
