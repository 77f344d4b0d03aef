"""Links that lead out of the site, in the admin: which are broken, where they stand, and looking again."""

from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder

from lms.authorities.guards import editors_only
from lms.freshness.domain.link_checking import look_again
from lms.freshness.domain.link_collecting import contents_of
from lms.freshness.models import Link
from lms.freshness.tasks import check_links
from lms.hurry import hurry

PER_PAGE = 25


@editors_only
@require_safe
def links(request: HttpRequest) -> HttpResponse:
    """The links in one state, each with the content that holds it."""
    state = request.GET.get("state", Link.State.BROKEN)
    state = state if state in Link.State.values else Link.State.BROKEN
    found = Link.objects.filter(state=state).annotate(number=Count("uses")).order_by("url")
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("p"))
    holding = contents_of(page.object_list)
    finder = AdminURLFinder(request.user)
    rows = []
    for link in page.object_list:
        contents = holding.get(link.pk, [])
        shown = [(content, finder.get_edit_url(content)) for content in contents]
        rows.append((link, shown, link.number - len(contents)))
    context = {"page": page, "rows": rows, "state": state, "states": Link.State.choices, "query": f"state={state}"}
    return render(request, "freshness/links.html", context)


@editors_only
@require_POST
def again(request: HttpRequest, pk: int) -> HttpResponse:
    """Look at a link again soon, whatever its turn."""
    link = get_object_or_404(Link, pk=pk)
    look_again(link)
    hurry(check_links)
    messages.success(request, _("The link is looked at again in a moment."))
    return redirect(reverse("freshness_links", query={"state": link.state}))
