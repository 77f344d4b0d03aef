"""Importing a list of people: upload, match the columns, look at what would happen, let it happen."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lms.hurry import hurry
from lms.people.domain import rosters as domain
from lms.people.domain.errors import PeopleError
from lms.people.models import RosterImport, RosterRow
from lms.people.roster_forms import ColumnsForm, RosterUploadForm
from lms.people.tasks import sweep_rosters
from lms.people.views.guards import lead_frame, lead_required

State = RosterImport.State
Action = RosterRow.Action
WORKING = {State.CHECK_DUE, State.CHECKING, State.APPLY_DUE, State.APPLYING}
LOOK_AGAIN_AFTER = 4  # seconds


def find_import(request: HttpRequest, public_id: UUID) -> RosterImport:
    """An import into an organisation the user leads, or 404."""
    found = domain.imports_visible_to(request.user).select_related("organisation", "uploaded_by")
    return get_object_or_404(found, public_id=public_id)


@lead_required
def imports(request: HttpRequest) -> HttpResponse:
    """Upload a list; below, the lists uploaded before."""
    form = RosterUploadForm(request.POST or None, request.FILES or None, lead=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            found = domain.upload_roster(request.user, **form.cleaned_data)
        except PeopleError as error:
            form.add_error("file", str(error))
        else:
            return redirect("people:roster_columns", found.public_id)
    before = domain.imports_visible_to(request.user).select_related("organisation", "uploaded_by")
    page = Paginator(before, 10).get_page(request.GET.get("page"))
    return render(request, "people/roster_upload.html", {"form": form, "page": page, **lead_frame(request)})


@lead_required
def roster_columns(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Say what each column holds, and what happens to people who are not in the file."""
    found = find_import(request, public_id)
    if found.state not in (State.UPLOADED, State.CHECKED):
        return redirect("people:roster_import", public_id)
    sheet = request.GET.get("sheet", "")
    try:
        if sheet in found.sheets and sheet != found.sheet and request.method == "POST":
            domain.choose_sheet(request.user, roster_import=found, sheet=sheet)
            return redirect("people:roster_columns", public_id)
        form = ColumnsForm(request.POST or None, roster_import=found)
        if request.method == "POST" and form.is_valid():
            said = form.cleaned_data
            domain.ask_for_check(
                request.user,
                roster_import=found,
                fields_by_header=said["fields_by_header"],
                end_missing=said["missing"] == "end",
                effective_on=said["effective_on"],
            )
            hurry(sweep_rosters)
            return redirect("people:roster_import", public_id)
    except PeopleError as error:
        messages.error(request, str(error))
        return redirect("people:roster_import", public_id)
    return render(request, "people/roster_columns.html", {"form": form, "import": found, **lead_frame(request)})


@lead_required
def roster_import(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Where an import is: being worked on, checked, applied, or why it cannot go on."""
    found = find_import(request, public_id)
    context = {"import": found, "own": found.uploaded_by_id == request.user.pk, **lead_frame(request)}
    if found.state in WORKING:
        context["applying"] = found.state in (State.APPLY_DUE, State.APPLYING)
        response = render(request, "people/roster_progress.html", context)
        if "still" not in request.GET:
            response["Refresh"] = str(LOOK_AGAIN_AFTER)
        return response
    if found.state == State.UPLOADED and context["own"]:
        return redirect("people:roster_columns", public_id)
    if found.state not in (State.CHECKED, State.APPLIED):
        context["changed"] = domain.changes_in(domain.counts_of(found, only_applied=True))
        return render(request, "people/roster_stopped.html", context)
    counts = domain.counts_of(found)
    context |= {"counts": counts, **rows_page(request, found, counts)}
    context["changes"] = domain.changes_in(counts)
    return render(request, f"people/roster_{found.state}.html", context)


def rows_page(request: HttpRequest, found: RosterImport, counts: dict[str, int]) -> dict:
    """One page of rows under the filter in the address, and the filters with their counts."""
    rows = domain.rows_that_count(found).select_related("membership__user")
    show = request.GET.get("show", "")
    if show in Action.values:
        rows = rows.filter(action=show)
    elif show != "all":
        show = ""
        rows = rows.exclude(action=Action.UNCHANGED)
    total = sum(counts[action] for action in Action.values)
    chips = [("", _("Everything that changes"), total - counts["unchanged"])]
    chips += [(action.value, action.label, counts[action.value]) for action in domain.ORDER if counts[action.value]]
    page = Paginator(rows, 50).get_page(request.GET.get("page"))
    return {"page": page, "show": show, "chips": chips, "rows_total": total - counts["end"] + ended_in_file(found)}


def ended_in_file(found: RosterImport) -> int:
    """How many rows of the file itself end a membership."""
    return found.rows.filter(action=Action.END).exclude(number=None).count()


@lead_required
@require_POST
def roster_missing(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Keep the people who are not in the file, or end their memberships."""
    found = find_import(request, public_id)
    try:
        domain.set_end_missing(request.user, roster_import=found, end_missing=request.POST.get("missing") == "end")
    except PeopleError as error:
        messages.error(request, str(error))
    return redirect("people:roster_import", public_id)


@lead_required
@require_POST
def apply_roster(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Let the changes happen."""
    found = find_import(request, public_id)
    try:
        domain.ask_to_apply(request.user, roster_import=found)
    except PeopleError as error:
        messages.error(request, str(error))
    else:
        hurry(sweep_rosters)
    return redirect("people:roster_import", public_id)


@lead_required
@require_POST
def cancel_roster(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Throw the list away; nothing has changed."""
    found = find_import(request, public_id)
    try:
        domain.cancel(request.user, roster_import=found)
    except PeopleError as error:
        messages.error(request, str(error))
        return redirect("people:roster_import", public_id)
    messages.success(request, _("The list is thrown away. Nothing was changed."))
    return redirect("people:imports")
