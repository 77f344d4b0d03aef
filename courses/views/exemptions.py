"""Exempting a person from training for a while, and ending that."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from courses.domain import exempting as domain
from courses.forms.records import ExemptionForm
from courses.models import Exemption
from courses.views.answers import answers
from courses.views.person_training import find_person
from lms.people.domain.access import organisations_led_by
from lms.people.domain.errors import PeopleError
from lms.people.views.guards import lead_frame, lead_required


@lead_required
def exempt(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Exempt a person from one module or all training; below, the exemptions there are."""
    person, organisations = find_person(request, public_id)
    form = ExemptionForm(answers(request), organisations=organisations)
    if request.method == "POST" and form.is_valid():
        try:
            domain.exempt(request.user, user=person, **form.cleaned_data)
        except (PeopleError, domain.ExemptionError) as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("%(name)s is exempt.") % {"name": person.full_name})
            return redirect("courses:exempt", person.public_id)
    known = Exemption.objects.filter(user=person, organisation__in=organisations_led_by(request.user))
    context = {
        "person": person,
        "form": form,
        "exemptions": known.select_related("module", "organisation", "created_by").order_by("-begins_on", "-pk"),
        "today": timezone.localdate(),
        **lead_frame(request),
    }
    return render(request, "courses/assigning/exempt.html", context)


@lead_required
@require_POST
def end_exemption(request: HttpRequest, public_id: UUID, pk: int) -> HttpResponse:
    """End an exemption: what is asked of the person is asked again."""
    person, _organisations = find_person(request, public_id)
    known = Exemption.objects.filter(user=person, organisation__in=organisations_led_by(request.user))
    try:
        domain.end_exemption(request.user, get_object_or_404(known, pk=pk))
    except PeopleError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("The exemption has ended."))
    return redirect("courses:exempt", person.public_id)
