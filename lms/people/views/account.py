"""A person's own account."""

from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from lms.people.forms import NameForm


@login_required
@require_safe
def account(request: HttpRequest) -> HttpResponse:
    """Name, e-mail, password, second factor, organisations and roles, on one page."""
    factors = set(Authenticator.objects.filter(user=request.user).values_list("type", flat=True))
    context = {
        "memberships": request.user.current_memberships,
        "has_app": Authenticator.Type.TOTP in factors,
        "has_key": Authenticator.Type.WEBAUTHN in factors,
    }
    return render(request, "people/account.html", context)


@login_required
def change_name(request: HttpRequest) -> HttpResponse:
    """Change one's own name."""
    form = NameForm(request.POST or None, instance=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Your name is saved."))
        return redirect("people:account")
    if form.errors:
        request.user.refresh_from_db(fields=["first_name", "last_name"])
    return render(request, "people/change_name.html", {"form": form})
