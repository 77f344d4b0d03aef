"""Who enters the pages of authorities and of freshness: editors and administrators."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse


def editors_only(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let only those in who may change authorities: editors and administrators, and no visitor of the admin else."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.has_perm("authorities.change_authority"):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded
