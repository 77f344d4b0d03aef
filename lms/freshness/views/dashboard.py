"""The admin page of freshness: what is due and late, what lacks a description; many confirmed at once."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder

from lms.authorities.guards import editors_only
from lms.authorities.models import ReviewTask
from lms.freshness.domain.confirming import confirm
from lms.freshness.domain.errors import FreshnessError
from lms.freshness.domain.inventory import STATES, by_keys, fetched, kinds, listed, numbers
from lms.freshness.forms import ConfirmForm
from lms.freshness.models import Link
from lms.uploads.models import Image

PER_PAGE = 25


def labels() -> dict[str, str]:
    """The states in words."""
    return {
        "overdue": _("Overdue"),
        "due": _("Due within 30 days"),
        "undated": _("Without a review date"),
        "unowned": _("Nobody looks after it"),
        "all": _("Everything"),
    }


@editors_only
@require_http_methods(["GET", "HEAD", "POST"])
def dashboard(request: HttpRequest) -> HttpResponse:
    """One state's content by date, with ticks; a POST confirms what is ticked."""
    form = ConfirmForm(request.POST or None)
    ticked = request.POST.getlist("content")
    problem = ""
    if request.method == "POST":
        problem = "" if ticked else _("Tick at least one line of the list.")
        if ticked and form.is_valid():
            try:
                return confirmed(request, ticked, form)
            except FreshnessError as error:
                form.add_error("review_on", str(error))
    context = {**list_context(request), "form": form, "ticked": ticked, "problem": problem}
    return render(request, "freshness/dashboard.html", context)


def confirmed(request: HttpRequest, ticked: list[str], form: ConfirmForm) -> HttpResponse:
    """Confirm what is ticked and what this person may change, and go back to the list."""
    finder = AdminURLFinder(request.user)
    contents = [content for content in by_keys(ticked) if finder.get_edit_url(content)]
    confirm(contents, by=request.user, **form.cleaned_data)
    if not contents:
        messages.warning(request, _("Nothing is confirmed: what you ticked is not there any more."))
        return redirect(request.get_full_path())
    text = ngettext("%(number)d is confirmed.", "%(number)d are confirmed.", len(contents))
    messages.success(request, text % {"number": len(contents)})
    return redirect(request.get_full_path())


def list_context(request: HttpRequest) -> dict[str, Any]:
    """The list of the chosen state, and how much there is in each."""
    today = timezone.localdate()
    state = request.GET.get("state", "overdue")
    state = state if state in STATES else "overdue"
    kind = request.GET.get("kind", "")
    owner = request.user.pk if request.GET.get("whose") == "mine" else None
    counted, said = numbers(today, kind=kind, owner_id=owner), labels()
    query = request.GET.copy()
    query.pop("p", None)
    page = Paginator(listed(state=state, today=today, kind=kind, owner_id=owner), PER_PAGE).get_page(
        request.GET.get("p")
    )
    finder = AdminURLFinder(request.user)
    return {
        "states": [(name, said[name], counted[name]) for name in STATES],
        "state": state,
        "kinds": [(model._meta.label_lower, model._meta.verbose_name_plural) for model in kinds()],
        "kind": kind,
        "mine": owner is not None,
        "page": page,
        "query": query.urlencode(),
        "rows": [(row, finder.get_edit_url(row.content)) for row in fetched(page.object_list)],
        "today": today,
        "reviews": ReviewTask.objects.open().count(),
        "late_reviews": ReviewTask.objects.open().filter(due_on__lt=today).count(),
        "undescribed": Image.objects.filter(description="").count(),
        "broken": Link.objects.filter(state=Link.State.BROKEN).count(),
    }
