"""Invitations: a lead sends them and looks after them; the invited person accepts."""

from allauth.account.utils import perform_login
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from lms.hurry import hurry
from lms.outbox.tasks import send_due_email
from lms.people.domain import invitations as domain
from lms.people.domain.errors import AddressInUse, InvitationClosed, PeopleError
from lms.people.domain.inviting_many import by_state
from lms.people.forms import InviteForm, NewAccountForm
from lms.people.models import Invitation
from lms.people.views.guards import lead_frame, lead_required

STATE_NAMES = {
    "": gettext_lazy("Every state"),
    "open": gettext_lazy("Not answered yet"),
    "expired": gettext_lazy("Ran out"),
    "bounced": gettext_lazy("Could not be delivered"),
    "used": gettext_lazy("Joined"),
    "withdrawn": gettext_lazy("Withdrawn"),
}


@lead_required
def invite(request: HttpRequest) -> HttpResponse:
    """Invite one person by e-mail."""
    form = InviteForm(request.POST or None, lead=request.user)
    if request.method == "POST" and form.is_valid():
        fields = dict(form.cleaned_data)
        roles = fields.pop("roles")
        try:
            invitation = domain.invite(
                request.user, is_lead="is_lead" in roles, is_coordinator="is_coordinator" in roles, **fields
            )
        except PeopleError as error:
            form.add_error("email", str(error))
        else:
            hurry(send_due_email)
            messages.success(request, _("The invitation is on its way to %(email)s.") % {"email": invitation.email})
            return redirect("people:invitations")
    return render(request, "people/invite.html", {"form": form, **lead_frame(request)})


@lead_required
@require_safe
def invitations(request: HttpRequest) -> HttpResponse:
    """The invitations of the lead's organisations, newest first, all or those in one state."""
    visible = domain.invitations_visible_to(request.user).select_related("organisation", "invited_by")
    state = request.GET.get("state", "")
    state = state if state in STATE_NAMES else ""
    page = Paginator(by_state(visible, state), 25).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "now": timezone.now(),
        "state": state,
        "states": STATE_NAMES.items(),
        **lead_frame(request),
    }
    return render(request, "people/invitations.html", context)


@lead_required
@require_POST
def resend_invitation(request: HttpRequest, pk: int) -> HttpResponse:
    """Send the link again."""
    invitation = get_object_or_404(domain.invitations_visible_to(request.user), pk=pk)
    try:
        domain.resend(request.user, invitation=invitation)
    except PeopleError as error:
        messages.error(request, str(error))
    else:
        hurry(send_due_email)
        messages.success(request, _("A new link is on its way to %(email)s.") % {"email": invitation.email})
    return redirect("people:invitations")


@lead_required
@require_POST
def withdraw_invitation(request: HttpRequest, pk: int) -> HttpResponse:
    """Stop the link."""
    invitation = get_object_or_404(domain.invitations_visible_to(request.user), pk=pk)
    try:
        domain.withdraw(request.user, invitation=invitation)
    except PeopleError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("The link sent to %(email)s no longer works.") % {"email": invitation.email})
    return redirect("people:invitations")


@never_cache
def accept_invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Accept with the account one has, or make one with the invited address."""
    invitation = domain.find_open(token)
    if invitation is None:
        return render(request, "people/invitation_closed.html", status=404)
    if request.user.is_authenticated:
        return accept_signed_in(request, invitation)
    context = {"invitation": invitation, "has_account": domain.account_exists(invitation.email)}
    if context["has_account"]:
        return render(request, "people/accept_invitation.html", context)
    initial = {"first_name": invitation.first_name, "last_name": invitation.last_name}
    form = NewAccountForm(request.POST or None, initial=initial, email=invitation.email)
    if request.method == "POST" and form.is_valid():
        try:
            user = domain.accept_with_new_account(invitation, **form.cleaned_data)
        except AddressInUse:
            return redirect(request.path)
        except InvitationClosed as error:
            raise Http404 from error
        messages.success(request, _("You are in %(name)s now.") % {"name": invitation.organisation})
        return perform_login(request, user, signup=True, email=user.email)
    return render(request, "people/accept_invitation.html", {**context, "form": form})


def accept_signed_in(request: HttpRequest, invitation: Invitation) -> HttpResponse:
    """Join with the account that is signed in, when the invitation went to one of its confirmed addresses."""
    own = domain.has_address(request.user, email=invitation.email)
    if request.method == "POST" and own:
        try:
            domain.accept(invitation, user=request.user)
        except InvitationClosed:
            return render(request, "people/invitation_closed.html", status=404)
        messages.success(request, _("You are in %(name)s now.") % {"name": invitation.organisation})
        return redirect("courses:my_training")
    context = {"invitation": invitation, "own": own, "signed_in": True}
    return render(request, "people/accept_invitation.html", context)
