"""Changing, pausing, resuming and withdrawing an assignment: what happens is shown before it does."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from courses.domain import assigning as domain
from courses.domain.assignment_effects import of_changing, of_pausing, of_resuming, of_withdrawing
from courses.domain.assignment_fields import differing
from courses.forms.audience import AudienceForm, audience_of
from courses.forms.timing import TimingForm, timing_of
from courses.models import Assignment
from courses.tasks import sweep_assignments
from courses.views.answers import answers
from courses.views.assignment_frame import find_assignment, words_of
from lms.hurry import hurry
from lms.people.views.guards import lead_frame, lead_required

State = Assignment.State


def in_progress(request: HttpRequest, public_id: UUID, *states: str) -> Assignment:
    """An assignment given out that is in one of these states; any other is a 404."""
    found = find_assignment(request, public_id, draft=False)
    if found.state not in states:
        raise Http404
    return found


def carried_out(request: HttpRequest, assignment: Assignment, change: Callable[[], Any], said: str) -> HttpResponse:
    """Do it, have its people seen to, and say so; or say why it cannot be done."""
    try:
        change()
    except domain.AssigningError as error:
        messages.error(request, str(error))
    else:
        hurry(sweep_assignments)
        messages.success(request, said)
    return redirect("courses:assignment", assignment.public_id)


def confirm(request: HttpRequest, assignment: Assignment, **words: Any) -> HttpResponse:
    """The page that shows what happens, with the button that does it."""
    context = {"assignment": assignment, "words": words_of(assignment), **words, **lead_frame(request)}
    return render(request, "courses/assigning/confirm.html", context)


@lead_required
def change_assignment(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Change people, date, repeats, firmness or reason: first what it does to whom, then it is done."""
    assignment = in_progress(request, public_id, State.ACTIVE, State.PAUSED)
    timing = TimingForm(answers(request), initial=timing_of(assignment))
    audience = None
    if assignment.audience != Assignment.Audience.PEOPLE:
        audience = AudienceForm(answers(request), initial=audience_of(assignment), lead=request.user, of=assignment)
    effects: list[str] = []
    if request.method == "POST" and all(form.is_valid() for form in (audience, timing) if form is not None):
        changes = differing(assignment, {**(audience.fields_and_teams() if audience else {}), **timing.timing()})
        if not changes:
            messages.info(request, _("Nothing is different, so nothing was changed."))
            return redirect("courses:assignment", assignment.public_id)
        if request.POST.get("confirmed"):
            change = partial(domain.change, request.user, assignment=assignment, **changes)
            return carried_out(request, assignment, change, _("The assignment is changed."))
        effects = of_changing(assignment, changes)
    context = {
        "assignment": assignment,
        "audience_form": audience,
        "timing_form": timing,
        "effects": effects,
        "posted": posted_again(request) if effects else [],
        "words": words_of(assignment),
        **lead_frame(request),
    }
    return render(request, "courses/assigning/change.html", context)


def posted_again(request: HttpRequest) -> list[tuple[str, str]]:
    """The answers, to be sent once more with the word that they are meant."""
    lists = request.POST.lists()
    return [(name, value) for name, values in lists for value in values if name != "csrfmiddlewaretoken"]


@lead_required
def pause_assignment(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Stop asking and reminding for a while."""
    assignment = in_progress(request, public_id, State.ACTIVE)
    if request.method == "POST":
        pause = partial(domain.pause, request.user, assignment=assignment)
        return carried_out(request, assignment, pause, _("The assignment is paused. Nobody is reminded of it."))
    title = _("Pause the assignment of %(subject)s?") % {"subject": assignment.subject}
    return confirm(request, assignment, title=title, effects=of_pausing(assignment), button=_("Pause it"))


@lead_required
def resume_assignment(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Go on with a paused assignment."""
    assignment = in_progress(request, public_id, State.PAUSED)
    if request.method == "POST":
        resume = partial(domain.resume, request.user, assignment=assignment)
        return carried_out(request, assignment, resume, _("The assignment goes on."))
    title = _("Resume the assignment of %(subject)s?") % {"subject": assignment.subject}
    return confirm(request, assignment, title=title, effects=of_resuming(assignment), button=_("Resume it"))


@lead_required
def withdraw_assignment(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """End an assignment for good; what people did stays."""
    assignment = in_progress(request, public_id, State.ACTIVE, State.PAUSED)
    if request.method == "POST":
        withdraw = partial(domain.withdraw, request.user, assignment=assignment)
        return carried_out(
            request, assignment, withdraw, _("The assignment is withdrawn. What people did stays in their records.")
        )
    title = _("Withdraw the assignment of %(subject)s?") % {"subject": assignment.subject}
    effects = of_withdrawing(assignment)
    return confirm(request, assignment, title=title, effects=effects, button=_("Withdraw it"), warning=True)
