"""The gallery: one page with all components listed, one page for each."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lms.design_system.gallery import COMPONENTS, find


@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    """All components, by name and purpose."""
    return render(request, "design_system/gallery.html", {"components": COMPONENTS})


@require_safe
def component(request: HttpRequest, slug: str) -> HttpResponse:
    """One component in every state."""
    shown = find(slug)
    if shown is None:
        raise Http404
    return render(request, "design_system/component.html", {"component": shown, **shown.context()})
