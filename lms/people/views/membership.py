"""One person's membership, changed by their lead."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from lms.people.domain.access import memberships_visible_to
from lms.people.domain.errors import PeopleError
from lms.people.domain.memberships import end_membership, set_place, set_roles
from lms.people.forms import MembershipForm
from lms.people.models import Membership
from lms.people.views.guards import lead_frame, lead_required


def find_membership(request: HttpRequest, public_id: UUID, pk: int) -> Membership:
    """A current membership in an organisation the user leads, or 404."""
    found = memberships_visible_to(request.user).select_related("user", "organisation", "team")
    return get_object_or_404(found, pk=pk, user__public_id=public_id)


@lead_required
def change_membership(request: HttpRequest, public_id: UUID, pk: int) -> HttpResponse:
    """Change job role, team and roles."""
    membership = find_membership(request, public_id, pk)
    form = MembershipForm(request.POST or None, instance=membership)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            set_roles(
                request.user,
                membership=membership,
                is_lead=said["is_lead"],
                is_coordinator=said["is_coordinator"],
            )
            set_place(request.user, membership=membership, job_role=said["job_role"], team=said["team"])
        except PeopleError as error:
            form.add_error("is_lead", str(error))
        else:
            messages.success(request, _("The membership is saved."))
            return redirect("people:membership", public_id=public_id, pk=pk)
    context = {"form": form, "membership": membership, "person": membership.user, **lead_frame(request)}
    return render(request, "people/change_membership.html", context)


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
        return redirect("people:invitations")
    context = {"membership": membership, "person": membership.user, **lead_frame(request)}
    return render(request, "people/end_membership.html", context)
