"""One question of an attempt: asking it, and saving the answer."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from assessments.domain.attempts import (
    AlreadyHandedIn,
    attempts_allowed,
    chosen_in,
    first_unanswered,
    save_answer,
)
from assessments.domain.paper import PaperQuestion
from assessments.forms import AnswerForm
from assessments.models import QuizAttempt
from assessments.views.places import find_open_attempt, find_quiz


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def question(request: HttpRequest, module_slug: str, lesson_slug: str, number: int) -> HttpResponse:
    """Ask one question; a post saves the answer or skips, and goes on."""
    place = find_quiz(module_slug, lesson_slug)
    attempt = find_open_attempt(request, place)
    if attempt is None:
        return redirect("assessments:quiz", *place.slugs)
    asked = question_at(attempt, number)
    answers = chosen_in(attempt)
    saved = answers.get(asked["id"])
    form = AnswerForm(
        request.POST if request.method == "POST" else None, question=asked, chosen=saved.chosen if saved else None
    )
    if request.method == "POST":
        skips = "skip" in request.POST
        if not skips and form.is_valid():
            try:
                answers[asked["id"]] = save_answer(
                    attempt, question_key=asked["id"], chosen=form.cleaned_data["answer"]
                )
            except AlreadyHandedIn as error:
                messages.error(request, str(error))
                return redirect("assessments:result", attempt.pk)
        if skips or form.is_valid():
            return redirect(*following(attempt, set(answers), number, place.slugs))
    context = {
        "place": place,
        "attempt": attempt,
        "allowed": attempts_allowed(attempt.enrolment_id, quiz=place.quiz),
        "form": form,
        "asked": asked,
        "number": number,
        "saved": saved,
        "steps": [
            {"number": n, "is_answered": q["id"] in answers} for n, q in enumerate(attempt.paper["questions"], start=1)
        ],
        "is_sample": place.is_sample,
    }
    return render(request, "assessments/question.html", context)


def question_at(attempt: QuizAttempt, number: int) -> PaperQuestion:
    """The question with that number, from 1, or a 404."""
    if not 1 <= number <= attempt.question_count:
        raise Http404
    return attempt.paper["questions"][number - 1]


def following(attempt: QuizAttempt, answered: set[str], number: int, slugs: list[str]) -> tuple:
    """Where to go after a question: the next one; the check after the last, or once all have an answer."""
    if number == attempt.question_count or first_unanswered(attempt, answered) is None:
        return ("assessments:review", *slugs)
    return ("assessments:question", *slugs, number + 1)
