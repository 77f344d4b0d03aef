"""The quiz's first page, the check before handing in, and handing in."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from assessments.domain.attempts import (
    AttemptError,
    chosen_in,
    first_unanswered,
    standing,
    start_or_resume_attempt,
    submit_attempt,
)
from assessments.domain.paper import questions_ready
from assessments.models import QuizAttempt
from assessments.views.places import QuizPlace, find_open_attempt, find_quiz
from courses.domain.enrolling import EnrolmentError, start
from courses.domain.progress import open_lesson
from lms.keys import key_in


@login_required
def quiz(request: HttpRequest, module_slug: str, lesson_slug: str) -> HttpResponse:
    """The rules, and the way in: starts or resumes an attempt when posted."""
    place = find_quiz(module_slug, lesson_slug)
    try:
        enrolment = start(request.user, module=place.module)
    except EnrolmentError as error:
        messages.error(request, str(error))
        return redirect(place.module)
    if request.method == "POST":
        try:
            attempt = start_or_resume_attempt(enrolment, quiz=place.quiz)
        except AttemptError as error:
            messages.error(request, str(error))
            return redirect("assessments:quiz", *place.slugs)
        return to_first_unanswered(place, attempt)
    open_lesson(enrolment, lesson=place.lesson)
    now = standing(enrolment, quiz=place.quiz)
    under_way = now.open_attempt
    count = under_way.question_count if under_way else len(questions_ready(place.quiz))
    context = {
        "place": place,
        "standing": now,
        "question_count": count,
        "needed": under_way.pass_mark if under_way else min(place.quiz.pass_mark, count),
        "answered_count": under_way.answers.count() if under_way else 0,
        "is_ready": under_way or (place.quiz.live and count),
        "is_sample": place.is_sample,
    }
    return render(request, "assessments/quiz.html", context)


def to_first_unanswered(place: QuizPlace, attempt: QuizAttempt) -> HttpResponse:
    """Go to the first question without an answer, or to the check when all have one."""
    number = first_unanswered(attempt, chosen_in(attempt))
    if number is None:
        return redirect("assessments:review", *place.slugs)
    return redirect("assessments:question", *place.slugs, number)


@login_required
@require_safe
def review(request: HttpRequest, module_slug: str, lesson_slug: str) -> HttpResponse:
    """What was chosen and what is unanswered, before handing in."""
    place = find_quiz(module_slug, lesson_slug)
    attempt = find_open_attempt(request, place)
    if attempt is None:
        return redirect("assessments:quiz", *place.slugs)
    answers = chosen_in(attempt)
    rows = []
    for number, asked in enumerate(attempt.paper["questions"], start=1):
        chosen = answers[asked["id"]].chosen if asked["id"] in answers else []
        words = [option["text"] for option in asked["options"] if option["id"] in chosen]
        rows.append({"number": number, "text": asked["text"], "chosen": words})
    context = {
        "place": place,
        "attempt": attempt,
        "rows": rows,
        "unanswered_count": sum(not row["chosen"] for row in rows),
        "is_sample": place.is_sample,
    }
    return render(request, "assessments/review.html", context)


@login_required
@require_POST
def submit(request: HttpRequest, module_slug: str, lesson_slug: str) -> HttpResponse:
    """Hand in the attempt that the form names; handing in twice leads to the same result."""
    place = find_quiz(module_slug, lesson_slug)
    mine = QuizAttempt.objects.of(request.user).filter(quiz=place.quiz, enrolment__module=place.module)
    attempt = submit_attempt(get_object_or_404(mine, pk=key_in(request.POST.get("attempt", ""))))
    return redirect("assessments:result", attempt.pk)
