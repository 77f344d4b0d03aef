"""Invitations in bulk: choose the unit, ask, and watch how far it is."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from lms.hurry import hurry
from lms.keys import key_in
from lms.people.domain import inviting_many as domain
from lms.people.domain.access import organisations_led_by
from lms.people.domain.errors import PeopleError
from lms.people.models import InvitationBatch
from lms.people.tasks import sweep_invitations
from lms.people.views.guards import lead_frame, lead_required

LOOK_AGAIN_AFTER = 4  # seconds


def ask(request: HttpRequest, *, kind: str) -> HttpResponse:
    """Make a batch due for the organisation the form names, and show how far it is; without one, ask for it anew."""
    key = key_in(request.POST.get("organisation", ""))
    if key is None:
        messages.error(request, _("Choose a unit."))
        return redirect(request.path)
    organisation = get_object_or_404(organisations_led_by(request.user), pk=key)
    try:
        batch = domain.ask_for_batch(request.user, kind=kind, organisation=organisation)
    except PeopleError as error:
        messages.error(request, str(error))
        return redirect("people:invitations")
    hurry(sweep_invitations)
    return redirect("people:invitation_batch", batch.public_id)


@lead_required
def send_invitations(request: HttpRequest) -> HttpResponse:
    """Whom an invitation would go to, unit by unit."""
    if request.method == "POST":
        return ask(request, kind=InvitationBatch.Kind.SEND)
    units = [(unit, count) for unit, count in domain.units_to_invite(request.user) if count]
    return render(request, "people/send_invitations.html", {"units": units, **lead_frame(request)})


@lead_required
def many_invitations(request: HttpRequest, kind: str) -> HttpResponse:
    """Ask, then send all unused invitations of an organisation again, or withdraw them."""
    if request.method == "POST":
        return ask(request, kind=kind)
    context = {
        "kind": kind,
        "units": domain.units_with_unused(request.user),
        **lead_frame(request),
    }
    return render(request, "people/many_invitations.html", context)


@lead_required
def invitation_batch(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """How far a batch is."""
    found = domain.batches_visible_to(request.user).select_related("organisation")
    batch = get_object_or_404(found, public_id=public_id)
    response = render(request, "people/invitation_batch.html", {"batch": batch, **lead_frame(request)})
    if batch.finished_at is None and "still" not in request.GET:
        response["Refresh"] = str(LOOK_AGAIN_AFTER)
    return response
