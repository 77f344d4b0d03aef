"""Opening the account a lead's list made, with the link in a reminder."""

from allauth.account.utils import perform_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.views.decorators.cache import never_cache

from lms.people.domain.claiming import claim, find_activation, is_unclaimed
from lms.people.domain.errors import AddressInUse
from lms.people.forms import NewAccountForm


def where_to_go(request: HttpRequest) -> str:
    """The page of this site that the link names, or one's own training."""
    asked = request.GET.get("next", "")
    if url_has_allowed_host_and_scheme(asked, allowed_hosts={request.get_host()}, require_https=request.is_secure()):
        return asked
    return resolve_url("courses:my_training")


@never_cache
def activate(request: HttpRequest, token: str) -> HttpResponse:
    """Set name and password, once; an account that is open already leads to signing in."""
    membership = find_activation(token)
    after = where_to_go(request)
    if membership is None:
        return render(request, "people/activation_closed.html", status=404)
    user = membership.user
    if request.user.is_authenticated and request.user == user:
        return redirect(after)
    context = {"membership": membership, "signed_in": request.user.is_authenticated}
    if context["signed_in"]:
        return render(request, "people/activate.html", context)
    to_sign_in = f"{reverse('account_login')}?{urlencode({'next': after})}"
    if not is_unclaimed(user):
        return redirect(to_sign_in)
    initial = {"first_name": user.first_name, "last_name": user.last_name}
    form = NewAccountForm(request.POST or None, initial=initial, email=user.email)
    if request.method == "POST" and form.is_valid():
        try:
            user = claim(user, **form.cleaned_data)
        except AddressInUse:
            return redirect(to_sign_in)
        return perform_login(request, user, email=user.email, redirect_url=after)
    return render(request, "people/activate.html", {**context, "form": form})
