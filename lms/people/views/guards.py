"""Who may open a training lead's pages: for anybody else they do not exist."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse

View = Callable[..., HttpResponse]


def lead_required(view: View) -> View:
    """Answer 404 to everybody who leads no organisation, so that nobody learns which pages there are."""

    @login_required
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_lead:
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


def lead_frame(request: HttpRequest) -> dict[str, Any]:
    """What base.html needs to draw the lead's second navigation."""
    leading = [membership for membership in request.user.current_memberships if membership.is_lead]
    return {"is_lead": True, "organisation_name": leading[0].organisation.name if leading else ""}
