"""A package alone in the window: the same lesson with everything around it left out."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from courses.domain.enrolling import EnrolmentError, start
from courses.domain.progress import open_lesson
from courses.models import Lesson
from courses.scorm.launches import OPENER_POLICY, player_context
from courses.views.lesson import find_step


@login_required
@require_safe
def play(request: HttpRequest, module_slug: str, lesson_slug: str) -> HttpResponse:
    """The player as large as the window, with a way back; the lesson's page in another tab hears that it is here."""
    module, lesson = find_step(module_slug, lesson_slug)
    if lesson.kind != Lesson.Kind.SCORM:
        raise Http404
    try:
        enrolment = start(request.user, module=module)
    except EnrolmentError as error:
        messages.error(request, str(error))
        return redirect(module)
    open_lesson(enrolment, lesson=lesson)
    context = player_context(request, enrolment, lesson)
    back = lesson.url_in(module)
    if not context["player_url"]:
        return redirect(back)
    context |= {"lesson": lesson, "module": module, "player_full_url": "", "player_back_url": back, "player_full": True}
    response = render(request, "courses/play.html", context)
    response["Cross-Origin-Opener-Policy"] = OPENER_POLICY
    return response
