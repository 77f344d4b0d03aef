"""Review tasks in the admin: the list with filters, and one task with its outcome."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder

from lms.authorities.guards import editors_only
from lms.authorities.models import Authority, ReviewTask
from lms.freshness.domain.errors import FreshnessError
from lms.freshness.domain.reviewing import finish_review, give_review, tasks_for
from lms.freshness.forms import FinishForm, GiveForm

PER_PAGE = 25


@editors_only
@require_safe
def tasks(request: HttpRequest) -> HttpResponse:
    """Open or done reviews: everybody's, one's own, or nobody's; perhaps of one authority."""
    whose, state = request.GET.get("whose", ""), request.GET.get("state", "open")
    key = request.GET.get("authority", "")
    authority = Authority.objects.filter(pk=int(key)).first() if key.isdecimal() and len(key) < 19 else None
    found = tasks_for(
        owner=request.user if whose == "mine" else None,
        unowned=whose == "nobody",
        authority=authority,
        done=state == "done",
    )
    query = request.GET.copy()
    query.pop("p", None)
    context = {
        "page": Paginator(found, PER_PAGE).get_page(request.GET.get("p")),
        "whose": whose,
        "state": state,
        "authority": authority,
        "query": query.urlencode(),
        "today": timezone.localdate(),
    }
    return render(request, "freshness/tasks.html", context)


@editors_only
@require_http_methods(["GET", "HEAD", "POST"])
def task(request: HttpRequest, pk: int) -> HttpResponse:
    """One review: what changed, where to look, and what was found."""
    found = get_object_or_404(ReviewTask.objects.select_related("version__authority", "owner", "done_by"), pk=pk)
    form = FinishForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            finish_review(found, by=request.user, **form.cleaned_data)
        except FreshnessError as error:
            form.add_error("outcome", str(error))
        else:
            messages.success(request, _("The review of “%(title)s” is done.") % {"title": found.title})
            return redirect("freshness_tasks")
    give = GiveForm(initial={"to": found.owner, "due_on": found.due_on})
    return render(request, "freshness/task.html", {**task_context(request, found), "form": form, "give_form": give})


def task_context(request: HttpRequest, found: ReviewTask) -> dict[str, Any]:
    """The task, and where its content is edited and seen."""
    content = found.content
    return {
        "task": found,
        "content": content,
        "edit_url": AdminURLFinder(request.user).get_edit_url(content) if content is not None else None,
        "seen_url": address_of(content),
        "before": found.version.authority.versions.filter(pk__lt=found.version_id).first(),
        "today": timezone.localdate(),
    }


def address_of(content: Any) -> str:
    """Where visitors see the content; "" for what is not public or has no address of its own."""
    if not getattr(content, "live", False):
        return ""
    asked = [getattr(content, name, None) for name in ("get_full_url", "get_absolute_url")]
    return next(filter(None, (ask() for ask in asked if ask)), "")


@editors_only
@require_POST
def give(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the review to an editor, or move its day."""
    found = get_object_or_404(ReviewTask, pk=pk)
    form = GiveForm(request.POST)
    if form.is_valid():
        try:
            give_review(found, **form.cleaned_data)
        except FreshnessError as error:
            form.add_error(None, str(error))
        else:
            text = _("%(name)s reviews “%(title)s” now.") % {"name": form.cleaned_data["to"], "title": found.title}
            messages.success(request, text)
            return redirect("freshness_task", pk)
    context = {**task_context(request, found), "form": FinishForm(), "give_form": form}
    return render(request, "freshness/task.html", context)
