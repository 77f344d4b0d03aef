"""Choosing people for a draft: search and tick, or paste addresses."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext

from courses.domain.assignment_words import where
from courses.domain.choosing import choosable_people, choose_people, drop_people, match_addresses, searched
from courses.forms.chosen_people import AddressesForm, ticked
from courses.models import Assignment
from courses.views.assignment_frame import find_assignment
from lms.people.models import User
from lms.people.views.guards import lead_frame, lead_required

ROWS = 25


@lead_required
def assignment_people(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The list of chosen people: add those ticked, add addresses, take off, go on."""
    draft = find_assignment(request, public_id, draft=True)
    offered = choosable_people(request.user, assignment=draft)
    form = AddressesForm()
    action = request.POST.get("action")
    if action == "go":
        if draft.people.exists():
            return redirect("courses:check_assignment", draft.public_id)
        return people_page(request, draft, offered, form, nobody=True)
    if action == "add":
        choose_people(draft, people=offered.filter(public_id__in=ticked(request.POST)))
        return redirect(request.get_full_path())
    if action == "drop":
        drop_people(draft, people=draft.people.filter(public_id__in=ticked(request.POST)))
        return redirect(f"{request.get_full_path()}#chosen")
    if action == "paste":
        form = AddressesForm(request.POST)
        if form.is_valid():
            return paste(request, draft, offered, form)
    return people_page(request, draft, offered, form)


def paste(request: HttpRequest, draft: Assignment, offered: QuerySet[User], form: AddressesForm) -> HttpResponse:
    """Put the people with these addresses on the list; the addresses of nobody are named by line and kept."""
    matched = match_addresses(offered, addresses=form.cleaned_data["addresses"])
    choose_people(draft, people=matched.people)
    count = len(matched.people)
    if count:
        said = ngettext("%(count)d person added.", "%(count)d people added.", count) % {"count": count}
        messages.success(request, said)
    if not matched.unknown:
        return redirect("courses:assignment_people", draft.public_id)
    kept = AddressesForm(initial={"addresses": "\n".join(address for _line, address in matched.unknown)})
    return people_page(request, draft, offered, kept, unknown=matched.unknown)


def people_page(
    request: HttpRequest, draft: Assignment, offered: QuerySet[User], form: AddressesForm, **more
) -> HttpResponse:
    """The page: who can still be chosen, addresses to paste, and who is chosen."""
    words = request.GET.get("q", "").strip()[:100]
    waiting = searched(offered.exclude(pk__in=draft.people.values("pk")), words)
    chosen = draft.people.order_by("last_name", "first_name", "pk")
    context = {
        "assignment": draft,
        "form": form,
        "words": words,
        "where": where(draft),
        "page": Paginator(waiting, ROWS).get_page(request.GET.get("page")),
        "chosen_page": Paginator(chosen, ROWS).get_page(request.GET.get("chosen")),
        **more,
        **lead_frame(request),
    }
    return render(request, "courses/assigning/choose.html", context)
