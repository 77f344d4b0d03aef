"""One person's membership, changed by their lead."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from lms.people.domain.access import memberships_visible_to, organisations_led_by
from lms.people.domain.errors import PeopleError
from lms.people.domain.memberships import change, end_membership, move
from lms.people.forms import MembershipForm
from lms.people.models import Membership
from lms.people.unit_forms import MoveForm
from lms.people.views.guards import lead_frame, lead_required


def find_membership(request: HttpRequest, public_id: UUID, pk: int) -> Membership:
    """A current membership in an organisation the user leads, or 404."""
    found = memberships_visible_to(request.user).select_related("user", "organisation", "team")
    return get_object_or_404(found, pk=pk, user__public_id=public_id)


@lead_required
def change_membership(request: HttpRequest, public_id: UUID, pk: int) -> HttpResponse:
    """Change job role, team, nation, flags and roles."""
    membership = find_membership(request, public_id, pk)
    form = MembershipForm(request.POST or None, instance=membership)
    if request.method == "POST" and form.is_valid():
        try:
            change(request.user, membership=membership, **form.cleaned_data)
        except PeopleError as error:
            form.add_error("is_lead", str(error))
        else:
            messages.success(request, _("The membership is saved."))
            return redirect("people:membership", public_id=public_id, pk=pk)
    context = {
        "form": form,
        "membership": membership,
        "person": membership.user,
        "can_move": organisations_led_by(request.user).exclude(pk=membership.organisation_id).exists(),
        **lead_frame(request),
    }
    return render(request, "people/change_membership.html", context)


@lead_required
def move_person(request: HttpRequest, public_id: UUID, pk: int) -> HttpResponse:
    """Move a person to another unit that the lead leads, from a day on."""
    membership = find_membership(request, public_id, pk)
    form = MoveForm(request.POST or None, lead=request.user, membership=membership)
    if request.method == "POST" and form.is_valid():
        try:
            moved = move(request.user, membership=membership, **form.cleaned_data)
        except PeopleError as error:
            form.add_error("to", str(error))
        else:
            names = {"name": membership.user, "unit": moved.organisation}
            messages.success(request, _("%(name)s is in %(unit)s now.") % names)
            return redirect("reports:person", public_id)
    context = {"form": form, "membership": membership, "person": membership.user, **lead_frame(request)}
    return render(request, "people/move_person.html", context)


@lead_required
def finish_membership(request: HttpRequest, public_id: UUID, pk: int) -> HttpResponse:
    """Ask, then end the membership; training and certificates stay with the person."""
    membership = find_membership(request, public_id, pk)
    if request.method == "POST":
        try:
            end_membership(request.user, membership=membership)
        except PeopleError as error:
            messages.error(request, str(error))
            return redirect("people:membership", public_id=public_id, pk=pk)
        messages.success(request, _("%(name)s has left.") % {"name": membership.user})
        return redirect("reports:people")
    context = {"membership": membership, "person": membership.user, **lead_frame(request)}
    return render(request, "people/end_membership.html", context)
