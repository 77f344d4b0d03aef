"""Reminders: a lead's timetable with what was sent and came back, reminding now, and where a reminder's link leads."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from courses.domain.enrolling import current_enrolment
from courses.domain.reminder_lists import came_back, example, sent_lately
from courses.domain.reminding_now import remind_now
from courses.domain.timetables import drop_timetable, set_timetable, timetable_of
from courses.forms.reminders import TimetableForm
from courses.models import Assignment, Module
from courses.tasks import remind_people
from lms.hurry import hurry
from lms.people.domain.access import organisations_led_by
from lms.people.models import Organisation
from lms.people.views.guards import lead_frame, lead_required

ROWS = 25
BACK_ROWS = 50


@login_required
@require_safe
def go_on(request: HttpRequest, slug: str) -> HttpResponse:
    """The lesson the person goes on with, or begins with; the module's page when there is something to read first."""
    module = get_object_or_404(Module.objects.published(), slug=slug)
    enrolment = current_enrolment(request.user, module=module)
    begun = enrolment is not None and enrolment.started_at is not None
    if (enrolment is not None and enrolment.completed_at) or (module.content_note and not begun):
        return redirect(module)
    outline = module.outline(enrolment=enrolment)
    step = None if outline.is_met else outline.next_step
    return redirect(step.resume_url if step else module)


def chosen_organisation(request: HttpRequest) -> Organisation:
    """The organisation the address names, or the first that the lead leads; anybody else's is a 404."""
    led = organisations_led_by(request.user).order_by("path")
    pk = request.POST.get("organisation") or request.GET.get("organisation") or ""
    if not pk:
        return led.first()
    return get_object_or_404(led, pk=pk if pk.isdecimal() and len(pk) < 18 else 0)


def address_of(organisation: Organisation) -> str:
    return f"{reverse('courses:reminders')}?organisation={organisation.pk}"


@lead_required
@require_http_methods(["GET", "HEAD", "POST"])
def reminders(request: HttpRequest) -> HttpResponse:
    """The timetable of one organisation, an example, what was sent, and whose address comes back."""
    organisation = chosen_organisation(request)
    timetable, owner = timetable_of(organisation)
    form = TimetableForm(request.POST if request.method == "POST" else None, instance=timetable)
    if request.method == "POST" and form.is_valid():
        set_timetable(request.user, organisation=organisation, **form.cleaned_data)
        messages.success(request, _("The reminders of %(name)s are saved.") % {"name": organisation})
        return redirect(address_of(organisation))
    back = came_back(request.user, organisation=organisation)
    sent = sent_lately(request.user, organisation=organisation)
    state = request.GET.get("state", "")
    if state == "failed":
        sent = sent.filter(state="failed")
    saved, _owner = timetable_of(organisation)
    context = {
        "form": form,
        "organisation": organisation,
        "organisations": list(organisations_led_by(request.user).order_by("path")),
        "owner": owner,
        "is_own": owner is not None and owner.pk == organisation.pk,
        "example": example(request.user, organisation=organisation, timetable=saved, today=timezone.localdate()),
        "came_back": list(back[:BACK_ROWS]),
        "came_back_count": back.count(),
        "page": Paginator(sent, ROWS).get_page(request.GET.get("page")),
        "state": state,
        **lead_frame(request),
    }
    return render(request, "courses/reminders/reminders.html", context)


@lead_required
@require_POST
def follow(request: HttpRequest) -> HttpResponse:
    """Let a unit follow the timetable of the organisation above it again."""
    organisation = chosen_organisation(request)
    drop_timetable(request.user, organisation=organisation)
    messages.success(request, _("%(name)s has no reminders of its own any more.") % {"name": organisation})
    return redirect(address_of(organisation))


@lead_required
@require_POST
def remind(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Remind those who are late with an assignment, each once a day at most."""
    led = Assignment.objects.filter(organisation__in=organisations_led_by(request.user))
    assignment = get_object_or_404(led.exclude(state=Assignment.State.DRAFT), public_id=public_id)
    people = remind_now(request.user, assignment=assignment)
    if people:
        hurry(remind_people)
        told = ngettext("A reminder goes to %(people)d person.", "A reminder goes to %(people)d people.", people)
        messages.success(request, told % {"people": people})
    else:
        messages.info(request, _("Nobody is late who has not been reminded today."))
    return redirect("courses:assignment", public_id)
