"""Joining an organisation with a join code."""

from allauth.account.adapter import get_adapter
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from lms.people.domain.errors import AlreadyMember, PeopleError
from lms.people.domain.joining import find_organisation, join_with_code
from lms.people.forms import JoinForm


def join(request: HttpRequest) -> HttpResponse:
    """Enter a join code; a visitor without an account makes one first and finds the code again here."""
    form = JoinForm(request.POST or None, initial={"code": request.session.get("join_code", "")})
    if request.method == "POST" and form.is_valid():
        address = get_adapter().get_client_ip(request)
        code = form.cleaned_data["code"]
        try:
            if not request.user.is_authenticated:
                return remember_code(request, code=code, address=address)
            membership = join_with_code(request.user, code=code, address=address)
        except AlreadyMember as error:
            request.session.pop("join_code", None)
            messages.info(request, str(error))
            return redirect("people:account")
        except PeopleError as error:
            form.add_error("code", str(error))
        else:
            request.session.pop("join_code", None)
            messages.success(request, _("You are in %(name)s now.") % {"name": membership.organisation})
            return redirect("courses:my_training")
    return render(request, "people/join.html", {"form": form})


def remember_code(request: HttpRequest, *, code: str, address: str) -> HttpResponse:
    """Keep a right code in the session and lead the visitor to an account."""
    organisation = find_organisation(code, address=address)
    request.session["join_code"] = code
    messages.info(
        request,
        _("The code is right. Make an account or sign in to join %(name)s.") % {"name": organisation},
    )
    return redirect(f"{reverse('account_signup')}?{urlencode({'next': reverse('people:join')})}")
