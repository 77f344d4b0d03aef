"""Who may open the pages of reviews: for anybody else a review does not exist."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache

from toolkit_pages.domain.review_access import Seat, seat_at

View = Callable[..., HttpResponse]


def review_frame(request: HttpRequest) -> dict[str, Any]:
    """What the frame of every page of reviews and actions needs."""
    return {"section": "reviews", "may_open": request.user.is_coordinator}


def seat_required(
    *, coordinates: bool = False, result: bool = False, answers: bool = False, otherwise: View | None = None
) -> Callable[[View], View]:
    """Give the view a Seat in place of the review's key, or answer 404.

    `coordinates`: only for those who lead the review; `result`, `answers`: only for those who see the result, or what
    each agency answered; `otherwise` answers in place of the 404 what is sent by those for whom there is no review.
    """

    def decorate(view: View) -> View:
        @never_cache
        @login_required
        @wraps(view)
        def guarded(request: HttpRequest, uuid: UUID, **kwargs: Any) -> HttpResponse:
            seat = seat_at(request.user, uuid=uuid)
            if seat is None and otherwise is not None and request.method == "POST":
                return otherwise(request)
            if (
                seat is None
                or (coordinates and not seat.coordinates)
                or (result and not seat.sees_result)
                or (answers and not seat.sees_answers)
            ):
                raise Http404
            return view(request, seat, **kwargs)

        return guarded

    return decorate


def seat_frame(request: HttpRequest, seat: Seat) -> dict[str, Any]:
    """What every page of one review needs."""
    return {**review_frame(request), "seat": seat, "review": seat.review}


def coordinator_required(view: View) -> View:
    """Answer 404 to everybody who coordinates nothing."""

    @never_cache
    @login_required
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_coordinator:
            raise Http404
        return view(request, *args, **kwargs)

    return guarded
