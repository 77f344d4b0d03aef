"""Images without a description, in the admin."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lms.authorities.guards import editors_only
from lms.uploads.models import Image

PER_PAGE = 25


@editors_only
@require_safe
def images(request: HttpRequest) -> HttpResponse:
    """Those a screen reader has nothing to say about; new ones cannot be saved without a description."""
    found = Image.objects.filter(description="").order_by("title", "pk")
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("p"))
    return render(request, "freshness/images.html", {"page": page})
