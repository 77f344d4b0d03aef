"""A lesson's page, the button that completes it, and the place kept while it is read."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import CharField
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from courses.domain.enrolling import EnrolmentError, current_enrolment, start
from courses.domain.progress import ProgressError, complete_lesson, open_lesson, save_position
from courses.models import Enrolment, Lesson, LessonProgress, Module, ModuleLesson
from courses.scorm.launches import OPENER_POLICY, player_context
from lms.prepared import Prepared, Slot


def published_step():
    """The place of one published lesson in one published module, both by their addresses."""
    places = ModuleLesson.objects.select_related("module", "lesson").defer("module__outcomes", "module__rests_on")
    return places.filter(
        module__slug=Slot("module", CharField()),
        module__live=True,
        lesson__slug=Slot("lesson", CharField()),
        lesson__live=True,
    )


STEP = Prepared(published_step)


def find_step(module_slug: str, lesson_slug: str) -> tuple[Module, Lesson]:
    """The published lesson of the published module, or a 404. One query."""
    place = STEP.first(module=module_slug, lesson=lesson_slug)
    if place is None:
        raise Http404
    return place.module, place.lesson


@login_required
@require_safe
def lesson(request: HttpRequest, module_slug: str, lesson_slug: str) -> HttpResponse:
    """A lesson to read, play or answer; opening it begins the module when nothing has to be done first."""
    module, found = find_step(module_slug, lesson_slug)
    try:
        enrolment = start(request.user, module=module)
    except EnrolmentError as error:
        messages.error(request, str(error))
        return redirect(module)
    progress = open_lesson(enrolment, lesson=found)
    known = progress.enrolment.lesson_progress.all()  # read already
    outline = module.outline(enrolment=progress.enrolment, rows=[*known, progress])
    step = outline.step_of(found)
    context = {
        "module": module,
        "lesson": found,
        "outline": outline,
        "step": step,
        "previous": outline.before(step),
        "following": outline.after(step),
        "is_last_open": outline.total - outline.done == 1 and not step.is_done,
        "is_sample": module.is_sample or found.is_sample,
        **kind_context(request, enrolment, found, module),
    }
    response = render(request, "courses/lesson.html", context)
    if found.kind == Lesson.Kind.SCORM:
        response["Cross-Origin-Opener-Policy"] = OPENER_POLICY
    return response


def kind_context(request: HttpRequest, enrolment: Enrolment, found: Lesson, module: Module) -> dict[str, Any]:
    """What the lesson's kind adds to its page: the player of a package, the way into a quiz."""
    if found.kind == Lesson.Kind.SCORM:
        return player_context(request, enrolment, found)
    if found.kind == Lesson.Kind.QUIZ:
        return {"quiz_url": reverse("assessments:quiz", args=[module.slug, found.slug])}
    return {}


@login_required
@require_POST
def complete(request: HttpRequest, module_slug: str, lesson_slug: str) -> HttpResponse:
    """Complete a lesson that is read; on to the next one, or to the certificate when that was the last.

    Packages and quizzes complete their lessons themselves, so the button cannot; but a package may be read as text
    by those who cannot play it.
    """
    place = STEP.first(module=module_slug, lesson=lesson_slug)
    if place is None:
        return complete_what_went_away(request, module_slug, lesson_slug)
    module, found = place.module, place.lesson
    if not found.is_completed_by_reading:
        raise Http404
    try:
        enrolment = start(request.user, module=module)
        had_finished = enrolment.completed_at is not None
        complete_lesson(enrolment, lesson=found)
    except (EnrolmentError, ProgressError) as error:
        messages.error(request, str(error))
        return redirect(module)
    if enrolment.completed_at is not None and not had_finished:
        return redirect(enrolment.certificate)
    outline = module.outline(enrolment=enrolment)
    following = outline.after(outline.step_of(found)) or outline.next_step
    return redirect(following.url if following else module)


def complete_what_went_away(request: HttpRequest, module_slug: str, lesson_slug: str) -> HttpResponse:
    """Complete a lesson that was unpublished or taken out of its module while the person had it open, else a 404."""
    rows = LessonProgress.objects.select_related("enrolment__module", "lesson")
    mine = rows.filter(enrolment__user=request.user, enrolment__is_current=True)
    opened = get_object_or_404(
        mine, enrolment__module__slug=module_slug, enrolment__module__live=True, lesson__slug=lesson_slug
    )
    if not opened.lesson.is_completed_by_reading:
        raise Http404
    enrolment = opened.enrolment
    had_finished = enrolment.completed_at is not None
    complete_lesson(enrolment, lesson=opened.lesson)
    messages.info(request, _("That lesson is not part of the module any more. What you did in it is kept."))
    return redirect(enrolment.module if enrolment.completed_at is None or had_finished else enrolment.certificate)


@login_required
@require_POST
def position(request: HttpRequest, module_slug: str, lesson_slug: str) -> HttpResponse:
    """Keep the heading read down to, of the signed-in person's own current round; nobody else's can be named."""
    module, found = find_step(module_slug, lesson_slug)
    enrolment = current_enrolment(request.user, module=module)
    if enrolment is None:
        raise Http404
    try:
        kept = save_position(enrolment, lesson=found, anchor=request.POST.get("anchor", ""))
    except ProgressError:
        return HttpResponse(status=400)
    if kept is None:
        raise Http404
    return HttpResponse(status=204)
