"""Asking for the password of a private page and the pages below it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods
from wagtail.models import Page, PageViewRestriction

from lms.uploads.passwords import form_of, let_in


@require_http_methods(["GET", "HEAD", "POST"])
def page_password(request: HttpRequest, page_view_restriction_id: int, page_id: int) -> HttpResponse:
    """Compare the password and go on to the page, or show the form again."""
    restriction = get_object_or_404(PageViewRestriction, pk=page_view_restriction_id)
    page = get_object_or_404(Page, pk=page_id).specific
    form = form_of(request, restriction)
    if form.is_valid():
        return let_in(request, form)
    address = reverse("wagtailcore_authenticate_with_password", args=[restriction.pk, page.pk])
    response = page.serve_password_required_response(request, form, address)
    response.status_code = form.status
    return response
