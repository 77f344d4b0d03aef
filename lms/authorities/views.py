"""Admin pages of one authority: what rests on it, noting a check, noting a change."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder

from lms.authorities.domain.changes import note_change, note_check
from lms.authorities.domain.citing import citing
from lms.authorities.domain.errors import AuthorityError, ChangedMeanwhile
from lms.authorities.forms import ChangeForm, CheckForm
from lms.authorities.guards import editors_only
from lms.authorities.models import Authority, ReviewTask


@editors_only
@require_safe
def overview(request: HttpRequest, pk: int) -> HttpResponse:
    """What the authority says, its history, and every place that rests on it."""
    authority = get_object_or_404(Authority, pk=pk)
    finder = AdminURLFinder(request.user)
    context = {
        "authority": authority,
        "places": [(place, finder.get_edit_url(place.content)) for place in citing(authority)],
        "versions": authority.versions.select_related("noted_by"),
        "checks": authority.checks.select_related("checked_by")[:20],
        "open_reviews": ReviewTask.objects.open().filter(version__authority=authority).count(),
    }
    return render(request, "authorities/overview.html", context)


@editors_only
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest, pk: int) -> HttpResponse:
    """Note that the source still says the same."""
    authority = get_object_or_404(Authority, pk=pk)
    form = CheckForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            note_check(authority, by=request.user, **form.cleaned_data)
        except AuthorityError as error:
            form.add_error("on", str(error))
        else:
            messages.success(request, _("Noted that “%(authority)s” is unchanged.") % {"authority": authority})
            return redirect("authorities_overview", pk)
    return render(request, "authorities/check.html", {"authority": authority, "form": form})


@editors_only
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Note what the source says now, after showing what rests on it."""
    authority = get_object_or_404(Authority, pk=pk)
    form = ChangeForm(request.POST or None, instance=get_object_or_404(Authority, pk=pk))
    if request.method == "POST" and form.is_valid():
        due_on = form.cleaned_data["due_on"] if form.cleaned_data["reviews"] == "all" else None
        try:
            _version, tasks = note_change(
                authority,
                by=request.user,
                wording=form.wording(),
                what_changed=form.cleaned_data["what_changed"],
                due_on=due_on,
                read=form.cleaned_data["read"],
            )
        except AuthorityError as error:
            form.add_error(None, str(error))
            if isinstance(error, ChangedMeanwhile):
                form.read_anew()
        else:
            messages.success(request, said_of(tasks))
            return redirect("authorities_overview", pk)
    context = {"authority": authority, "form": form, "number": len(citing(authority))}
    return render(request, "authorities/change.html", context)


def said_of(tasks: list[ReviewTask]) -> str:
    """How many reviews a change asked for."""
    if not tasks:
        return _("The change is noted. Nothing has to be reviewed.")
    return ngettext(
        "The change is noted, and %(number)d review is asked for.",
        "The change is noted, and %(number)d reviews are asked for.",
        len(tasks),
    ) % {"number": len(tasks)}
