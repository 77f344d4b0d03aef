"""The result of an attempt: in full for the learner, the score for their training lead."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from assessments.domain.attempts import AttemptError, Standing, allow_more_attempts, chosen_in, standing
from assessments.domain.feedback import find_gap, read_results
from assessments.models import QuizAttempt
from courses.models import Certificate, Lesson, Module
from lms.people.domain.access import people_visible_to
from lms.people.views.guards import lead_frame

ATTEMPTS = QuizAttempt.objects.select_related("quiz__lesson", "enrolment__module", "enrolment__user")


@login_required
@require_safe
def result(request: HttpRequest, pk: int) -> HttpResponse:
    """The learner's own result: which answers were right and why the others were not."""
    attempt = get_object_or_404(ATTEMPTS.of(request.user), pk=pk)
    module, lesson = attempt.enrolment.module, attempt.quiz.lesson
    if attempt.is_open:
        return redirect("assessments:quiz", module.slug, lesson.slug)
    now = standing(attempt.enrolment, quiz=attempt.quiz)
    chosen = {key: answer.chosen for key, answer in chosen_in(attempt).items()}
    results = read_results(attempt.paper, chosen, show_key=now.shows_key)
    lessons = readable_lessons(module)
    gap = find_gap(results, lessons=list(lessons))
    context = {
        "attempt": attempt,
        "module": module,
        "lesson": lesson,
        "standing": now,
        "results": [(row, lessons.get(row.review_lesson)) for row in results],
        "gap": gap,
        "gap_lesson": lessons[gap.review_lesson] if gap else None,
        "certificate": find_certificate(attempt),
        "may_try": now.may_go_on and attempt.enrolment.is_current,
        "is_sample": module.is_sample or lesson.is_sample,
        "section": "training",
    }
    return render(request, "assessments/result.html", context)


def readable_lessons(module: Module) -> dict[int, dict[str, Any]]:
    """The module's published lessons to read again, in order, by primary key, each with its number. One query."""
    steps = module.module_lessons.select_related("lesson").order_by("sort_order", "pk")
    return {
        step.lesson_id: {"number": number, "lesson": step.lesson, "url": step.lesson.url_in(module)}
        for number, step in enumerate(steps, start=1)
        if step.lesson.live and step.lesson.kind != Lesson.Kind.QUIZ
    }


def find_certificate(attempt: QuizAttempt) -> Certificate | None:
    """The certificate of the round that a passed attempt belongs to."""
    return Certificate.objects.filter(enrolment=attempt.enrolment_id).first() if attempt.passed else None


@login_required
@require_safe
def attempt(request: HttpRequest, pk: int) -> HttpResponse:
    """The score and which questions were right, for the training lead; what was chosen stays with the learner."""
    shown = find_attempt_for_lead(request, pk)
    now = standing(shown.enrolment, quiz=shown.quiz)
    chosen = {key: answer.chosen for key, answer in chosen_in(shown).items()}
    context = {
        "attempt": shown,
        "person": shown.enrolment.user,
        "module": shown.enrolment.module,
        "standing": now,
        "results": read_results(shown.paper, chosen, show_key=False),
        "may_allow_more": may_allow_more(request, shown, now),
        "section": "people",
        **(lead_frame(request) if shown.enrolment.user_id != request.user.pk else {}),
    }
    return render(request, "assessments/attempt.html", context)


def find_attempt_for_lead(request: HttpRequest, pk: int) -> QuizAttempt:
    """An attempt handed in by the person themselves or by someone they lead, or a 404."""
    seen = Q(enrolment__user=request.user) | Q(enrolment__user__in=people_visible_to(request.user))
    return get_object_or_404(ATTEMPTS.handed_in().filter(seen), pk=pk)


def may_allow_more(request: HttpRequest, shown: QuizAttempt, now: Standing) -> bool:
    """Whether the page offers one more attempt: all are used, and it is not the learner who asks."""
    return now.is_used_up and shown.enrolment.is_current and shown.enrolment.user_id != request.user.pk


@login_required
@require_POST
def allow_more(request: HttpRequest, pk: int) -> HttpResponse:
    """Let the person try once more."""
    shown = find_attempt_for_lead(request, pk)
    try:
        allow_more_attempts(shown.enrolment, quiz=shown.quiz, by=request.user)
        person = shown.enrolment.user.full_name
        messages.success(request, _("%(person)s can try once more. Let them know.") % {"person": person})
    except AttemptError as error:
        messages.error(request, str(error))
    return redirect("assessments:attempt", pk)
