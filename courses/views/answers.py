"""What a form was sent: None when the page is only looked at, so that an empty answer is checked too."""

from django.http import HttpRequest, QueryDict


def answers(request: HttpRequest) -> QueryDict | None:
    """The posted answers, even when there are none."""
    return request.POST if request.method == "POST" else None
