"""Evidence of training done elsewhere: a lead accepts or withdraws it; its file is handed out after a check."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from courses.domain import evidence as domain
from courses.forms.records import EvidenceForm, WithdrawForm
from courses.models import Evidence
from courses.views.answers import answers
from courses.views.person_training import find_person
from lms.people.domain.access import organisations_led_by, people_visible_to
from lms.people.domain.errors import PeopleError
from lms.people.views.guards import lead_frame, lead_required
from lms.uploads.views import private_file


@lead_required
def accept_evidence(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Record training a person did elsewhere; below, what was accepted so far."""
    person, organisations = find_person(request, public_id)
    form = EvidenceForm(answers(request), request.FILES or None, organisations=organisations)
    if request.method == "POST" and form.is_valid():
        try:
            domain.accept_evidence(request.user, user=person, **form.cleaned_data)
        except (PeopleError, domain.EvidenceError) as error:
            form.add_error(None, str(error))
        else:
            messages.success(
                request, _("Accepted. It counts in place of %(module)s.") % {"module": form.cleaned_data["module"]}
            )
            return redirect("courses:accept_evidence", person.public_id)
    known = Evidence.objects.filter(user=person, organisation__in=organisations_led_by(request.user))
    context = {
        "person": person,
        "form": form,
        "accepted": known.select_related("module", "accepted_by").order_by("-completed_on", "-pk"),
        **lead_frame(request),
    }
    return render(request, "courses/assigning/evidence.html", context)


@lead_required
def withdraw_evidence(request: HttpRequest, public_id: UUID, evidence_id: UUID) -> HttpResponse:
    """Evidence no longer counts, and why."""
    person, _organisations = find_person(request, public_id)
    known = Evidence.objects.filter(user=person, organisation__in=organisations_led_by(request.user), withdrawn_at=None)
    evidence = get_object_or_404(known.select_related("module"), public_id=evidence_id)
    form = WithdrawForm(answers(request))
    if request.method == "POST" and form.is_valid():
        try:
            domain.withdraw_evidence(request.user, evidence=evidence, reason=form.cleaned_data["reason"])
        except (PeopleError, domain.EvidenceError) as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("It no longer counts."))
            return redirect("courses:accept_evidence", person.public_id)
    context = {"person": person, "evidence": evidence, "form": form, **lead_frame(request)}
    return render(request, "courses/assigning/withdraw_evidence.html", context)


@login_required
@require_safe
def evidence_file(request: HttpRequest, public_id: UUID) -> HttpResponseBase:
    """The file, for the person themself and for leads of the organisation that accepted it who may see the person."""
    led = Q(organisation__in=organisations_led_by(request.user), user__in=people_visible_to(request.user))
    found = get_object_or_404(Evidence.objects.filter(Q(user=request.user) | led), public_id=public_id)
    response = private_file(request, found.file, name=found.file_name)
    response["Cache-Control"] = "private, no-store"
    return response
