"""The units a lead leads and their teams: listed, made, renamed, removed."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lms.people.domain import teams as domain
from lms.people.domain.access import organisations_led_by
from lms.people.domain.errors import PeopleError
from lms.people.domain.organisations import create_team, create_unit, rename_organisation
from lms.people.domain.units import placed, units_led_by
from lms.people.unit_forms import NewUnitForm, TeamForm, TeamNameForm, UnitForm
from lms.people.views.guards import lead_frame, lead_required

ROWS = 50


@lead_required
def teams(request: HttpRequest) -> HttpResponse:
    """The teams with how many people each has, and a form for one more."""
    form = TeamForm(request.POST or None, lead=request.user)
    if request.method == "POST" and form.is_valid():
        team = create_team(request.user, **form.cleaned_data)
        messages.success(request, _("%(name)s is a team of %(unit)s.") % {"name": team, "unit": team.organisation})
        return redirect("people:teams")
    page = Paginator(domain.teams_visible_to(request.user), ROWS).get_page(request.GET.get("page"))
    return render(request, "people/teams.html", {"form": form, "page": page, **lead_frame(request)})


@lead_required
def change_team(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a team another name."""
    team = get_object_or_404(domain.teams_visible_to(request.user), pk=pk)
    form = TeamNameForm(request.POST or None, initial={"name": team.name})
    if request.method == "POST" and form.is_valid():
        try:
            domain.rename_team(request.user, team=team, **form.cleaned_data)
        except PeopleError as error:
            form.add_error("name", str(error))
        else:
            messages.success(request, _("The team is saved."))
            return redirect("people:teams")
    return render(request, "people/change_team.html", {"form": form, "team": team, **lead_frame(request)})


@lead_required
def remove_team(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then remove a team; its people stay."""
    team = get_object_or_404(domain.teams_visible_to(request.user), pk=pk)
    if request.method == "POST":
        count = domain.remove_team(request.user, team=team)
        said = ngettext(
            "The team is removed. %(count)s person is in no team now.",
            "The team is removed. %(count)s people are in no team now.",
            count,
        )
        messages.success(request, said % {"count": count})
        return redirect("people:teams")
    return render(request, "people/remove_team.html", {"team": team, **lead_frame(request)})


@lead_required
def units(request: HttpRequest) -> HttpResponse:
    """The organisations and units the user leads, as a tree or those that match some words; a form for one more."""
    form = NewUnitForm(request.POST or None, lead=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            unit = create_unit(request.user, **form.cleaned_data)
        except PeopleError as error:
            form.add_error("name", str(error))
        else:
            messages.success(request, _("%(name)s is there now.") % {"name": unit})
            return redirect("people:units")
    words = request.GET.get("q", "").strip()[:100]
    page = Paginator(units_led_by(request.user, words=words), ROWS).get_page(request.GET.get("page"))
    places = placed(list(page), lead=request.user)
    context = {"form": form, "page": page, "places": places, "words": words, **lead_frame(request)}
    return render(request, "people/units.html", context)


@lead_required
def change_unit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what a unit is called and what it is."""
    unit = get_object_or_404(organisations_led_by(request.user), pk=pk)
    initial = {"name": unit.name, "kind": unit.kind, "nation": unit.nation}
    form = UnitForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            rename_organisation(request.user, organisation=unit, **form.cleaned_data)
        except PeopleError as error:
            form.add_error("name", str(error))
        else:
            messages.success(request, _("The unit is saved."))
            return redirect("people:units")
    return render(request, "people/change_unit.html", {"form": form, "unit": unit, **lead_frame(request)})
