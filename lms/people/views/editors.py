"""The admin's page of editors: who they are, appointing one, and taking the role away. For administrators."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.admin import messages

from lms.people.domain.appointing import appoint_editor, dismiss_editor, may_appoint
from lms.people.domain.appointing import editors as all_editors
from lms.people.domain.errors import PeopleError

PER_PAGE = 25


class AppointForm(forms.Form):
    """Whom to appoint."""

    email = forms.EmailField(
        label=gettext_lazy("E-mail"),
        help_text=gettext_lazy("Of somebody who has an account and has confirmed this address."),
        error_messages={"required": gettext_lazy("Enter an e-mail address")},
    )


def administrators_only(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Answer 404 to whoever may not appoint."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_appoint(request.user):
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


@administrators_only
@require_http_methods(["GET", "HEAD", "POST"])
def editors(request: HttpRequest) -> HttpResponse:
    """The editors, and a form that appoints one."""
    form = AppointForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            user = appoint_editor(request.user, email=form.cleaned_data["email"])
        except PeopleError as error:
            form.add_error("email", str(error))
        else:
            messages.success(request, _("%(name)s is an editor now.") % {"name": user})
            return redirect("people_editors")
    page = Paginator(all_editors(), PER_PAGE).get_page(request.GET.get("p"))
    return render(request, "people/editors.html", {"form": form, "page": page})


@administrators_only
@require_POST
def dismiss(request: HttpRequest, public_id: str) -> HttpResponse:
    """Take the role away."""
    user = get_object_or_404(all_editors(), public_id=public_id)
    dismiss_editor(request.user, user=user)
    messages.success(request, _("%(name)s is no editor any more. What they wrote stays.") % {"name": user})
    return redirect("people_editors")
