"""Asking for the password of a private collection or page; Wagtail's own views compare without end."""

from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.forms import PasswordViewRestrictionForm
from wagtail.models import BaseViewRestriction, CollectionViewRestriction

from lms.uploads.password_tries import TooManyTries, WrongPassword, check_password


class PasswordForm(PasswordViewRestrictionForm):
    """The password, and where to go then; `status` is that of the page that shows the form again."""

    def __init__(self, *args: Any, request: HttpRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.request = request
        self.status = 200
        self.fields["password"].error_messages["required"] = _("Enter the password")

    def clean_password(self) -> str:
        typed = self.cleaned_data["password"]
        try:
            check_password(self.request, restriction=self.restriction, password=typed)
        except TooManyTries:
            self.status = 429
            raise forms.ValidationError(_("Too many wrong tries. Wait a few minutes, then try again.")) from None
        except WrongPassword:
            raise forms.ValidationError(_("The password is not right. Check it and try again.")) from None
        return typed


def form_of(request: HttpRequest, restriction: BaseViewRestriction) -> PasswordForm:
    """The form as it was sent, or an empty one."""
    return PasswordForm(request.POST if request.method == "POST" else None, request=request, instance=restriction)


def let_in(request: HttpRequest, form: PasswordForm) -> HttpResponse:
    """Remember that this visitor knows the password, and go to what was asked for: on this site alone."""
    form.restriction.mark_as_passed(request)
    to = form.cleaned_data["return_url"]
    if not url_has_allowed_host_and_scheme(to, request.get_host(), request.is_secure()):
        to = settings.LOGIN_REDIRECT_URL
    return redirect(to)


@require_http_methods(["GET", "HEAD", "POST"])
def collection_password(request: HttpRequest, restriction_id: int) -> HttpResponse:
    """The password of a private collection."""
    restriction = get_object_or_404(CollectionViewRestriction, pk=restriction_id)
    form = form_of(request, restriction)
    if form.is_valid():
        return let_in(request, form)
    address = reverse("wagtaildocs_authenticate_with_password", args=[restriction.pk])
    context = {"form": form, "action_url": address}
    return TemplateResponse(request, "wagtaildocs/password_required.html", context, status=form.status)
