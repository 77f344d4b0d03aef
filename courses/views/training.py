"""The catalogue, a module's page, and starting a module, for the first time or again."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from courses.domain.catalogue import FACETS, SORTS, browse, standings
from courses.domain.enrolling import EnrolmentError, current_enrolment, missing_prerequisites, renew
from courses.domain.enrolling import start as start_module
from courses.domain.my_training import latest_certificate
from courses.domain.progress import finish_if_complete
from courses.domain.published import published_module
from courses.domain.required_training import required_of
from courses.models import Enrolment, Module
from lms.public_pages import public

MODULES_ON_A_PAGE = 20


@require_safe
def catalogue(request: HttpRequest) -> HttpResponse:
    """Every published module, narrowed and sorted by the address."""
    chosen = {facet.name: request.GET.getlist(facet.name) for facet in FACETS}
    found = browse(chosen, sort=request.GET.get("sort", "tier"))
    page = Paginator(found.modules, MODULES_ON_A_PAGE).get_page(request.GET.get("page"))
    known = standings(request.user, modules=list(page)) if request.user.is_authenticated else {}
    context = {
        "catalogue": found,
        "chips": [
            {"label": choice.label, "url": without(request, facet.name, choice.value)} for facet, choice in found.chips
        ],
        "page_obj": page,
        "rows": [(module, known.get(module.pk)) for module in page],
        "sorts": SORTS,
        "today": timezone.localdate(),
        "is_sample": any(module.is_sample for module in page),
    }
    return render(request, "courses/catalogue.html", context)


def without(request: HttpRequest, name: str, value: str) -> str:
    """This page's address with one filter taken off, back on its first page."""
    query = request.GET.copy()
    query.setlist(name, [other for other in query.getlist(name) if other != value])
    query.pop("page", None)
    return f"{reverse('courses:catalogue')}?{query.urlencode()}".rstrip("?")


@require_safe
@public
def module(request: HttpRequest, slug: str) -> HttpResponse:
    """A module's page: what it is for, its lessons, and for a signed-in person the way on."""
    found = published_module(slug)
    if found is None:
        raise Http404
    enrolment, missing, certificate, requirement = None, [], None, None
    if request.user.is_authenticated:
        enrolment = current_enrolment(request.user, module=found)
        certificate = latest_certificate(request.user, module=found)
        requirement = next(iter(required_of(request.user, module=found)), None)
        if not enrolment or not enrolment.started_at:
            missing = missing_prerequisites(request.user, module=found)
    context = {
        "module": found,
        "outline": found.outline(enrolment=enrolment),
        "enrolment": enrolment,
        "missing": missing,
        "certificate": certificate,
        "requirement": requirement,
        "today": timezone.localdate(),
        "is_sample": found.is_sample,
    }
    return render(request, "courses/module.html", context)


@login_required
@require_POST
def start(request: HttpRequest, slug: str) -> HttpResponse:
    """Enrol and go to the first lesson, or to the one where the person stopped."""
    found = get_object_or_404(Module.objects.published(), slug=slug)
    try:
        enrolment = start_module(request.user, module=found)
    except EnrolmentError as error:
        messages.error(request, str(error))
        return redirect(found)
    return to_next_step(found, enrolment)


@login_required
@require_POST
def again(request: HttpRequest, slug: str) -> HttpResponse:
    """Open the next round of a module that runs out or is asked for anew, and go to its first lesson."""
    found = get_object_or_404(Module.objects.published(), slug=slug)
    enrolment = get_object_or_404(Enrolment.objects.current().of(request.user), module=found)
    if enrolment.completed_at is None:
        return to_next_step(found, enrolment)
    try:
        enrolment = renew(enrolment)
    except EnrolmentError as error:
        messages.error(request, str(error))
        return redirect(found)
    return to_next_step(found, enrolment)


def to_next_step(found: Module, enrolment: Enrolment) -> HttpResponse:
    """Go where "Continue" leads; to the module's page when nothing is left or nothing is there yet.

    Where nothing has to be done any more, because the last open lesson went away, the module is completed.
    """
    outline = found.outline(enrolment=enrolment)
    if outline.is_met and enrolment.completed_at is None and finish_if_complete(enrolment):
        return redirect(enrolment.certificate)
    step = outline.next_step
    return redirect(step.resume_url if step else found.get_absolute_url())
