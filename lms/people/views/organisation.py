"""How people join a lead's organisations by themselves: join codes and approved e-mail domains."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from lms.people.domain import organisations as domain
from lms.people.domain.access import organisations_led_by
from lms.people.domain.errors import PeopleError
from lms.people.domain.units import WAYS, units_led_by
from lms.people.forms import DomainForm
from lms.people.models import ApprovedDomain
from lms.people.views.guards import lead_frame, lead_required

ROWS = 20


def back_to_list(request: HttpRequest) -> HttpResponse:
    """The same part of the list as before: its filters and page are in the address of what was done."""
    query = request.GET.urlencode()
    return redirect(reverse("people:ways_to_join") + (f"?{query}" if query else ""))


@lead_required
@require_safe
def ways_to_join(request: HttpRequest) -> HttpResponse:
    """The join code and the approved domains of each organisation the user leads; filters are in the address."""
    words = request.GET.get("q", "").strip()[:100]
    way = request.GET.get("way", "")
    way = way if way in WAYS else ""
    found = units_led_by(request.user, words=words, way=way).prefetch_related("approved_domains")
    context = {
        "page": Paginator(found, ROWS).get_page(request.GET.get("page")),
        "words": words,
        "way": way,
        "ways": [(name, text) for name, (text, _condition) in WAYS.items()],
        "kept": request.GET.urlencode(),
        **lead_frame(request),
    }
    return render(request, "people/ways_to_join.html", context)


@lead_required
@require_POST
def renew_join_code(request: HttpRequest, pk: int) -> HttpResponse:
    """Make a new join code; the old one stops working."""
    organisation = get_object_or_404(organisations_led_by(request.user), pk=pk)
    code = domain.renew_join_code(request.user, organisation=organisation)
    messages.success(request, _("%(name)s: the join code is %(code)s.") % {"name": organisation, "code": code})
    return back_to_list(request)


@lead_required
@require_POST
def stop_join_code(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the join code away."""
    organisation = get_object_or_404(organisations_led_by(request.user), pk=pk)
    domain.stop_join_code(request.user, organisation=organisation)
    messages.success(request, _("%(name)s has no join code any more.") % {"name": organisation})
    return back_to_list(request)


@lead_required
def approve_domain(request: HttpRequest, pk: int) -> HttpResponse:
    """Let holders of an e-mail domain join by themselves."""
    organisation = get_object_or_404(organisations_led_by(request.user), pk=pk)
    form = DomainForm(request.POST or None, initial={"domain": request.user.email.rpartition("@")[2]})
    if request.method == "POST" and form.is_valid():
        try:
            approved = domain.approve_domain(request.user, organisation=organisation, **form.cleaned_data)
        except PeopleError as error:
            form.add_error("domain", str(error))
        else:
            messages.success(
                request, _("Anybody with an address at %(domain)s can join now.") % {"domain": approved.domain}
            )
            return back_to_list(request)
    context = {"form": form, "organisation": organisation, **lead_frame(request)}
    return render(request, "people/approve_domain.html", context)


@lead_required
@require_POST
def remove_domain(request: HttpRequest, pk: int) -> HttpResponse:
    """Stop self-registration at a domain."""
    of_lead = ApprovedDomain.objects.filter(organisation__in=organisations_led_by(request.user))
    approved = get_object_or_404(of_lead.select_related("organisation"), pk=pk)
    domain.remove_domain(request.user, approved=approved)
    messages.success(request, _("New people at %(domain)s can no longer join.") % {"domain": approved.domain})
    return back_to_list(request)
