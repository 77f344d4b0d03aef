"""Assigning in steps: the module, people and date, a look at who gets it, done. Every step is kept as a draft."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from courses.domain import assigning as domain
from courses.domain.assignable import assignable, key_of
from courses.domain.assignment_words import e_mails as e_mails_of
from courses.domain.choosing import choosable_people
from courses.domain.suggested_reasons import suggested_reason
from courses.forms.audience import AudienceForm, audience_of
from courses.forms.subject import SubjectForm
from courses.forms.timing import TimingForm, timing_of
from courses.models import Assignment
from courses.tasks import sweep_assignments
from courses.views.answers import answers
from courses.views.assignment_frame import find_assignment, is_working, words_of
from lms.hurry import hurry
from lms.people.views.guards import lead_frame, lead_required

OUTCOMES = {
    "gets": gettext_lazy("Will get it"),
    "completed": gettext_lazy("Completed it already"),
    "assigned": gettext_lazy("Have it from another assignment"),
    "exempt": gettext_lazy("Exempt"),
}
ROWS = 25


@lead_required
def new_assignment(request: HttpRequest) -> HttpResponse:
    """Step 1 of a new assignment; `?module=` in the address chooses beforehand, `?reason=` suggests one, signed."""
    form = SubjectForm(answers(request))
    token = request.GET.get("reason", "")
    reason = suggested_reason(token, to=request.user)
    if request.method == "POST" and form.is_valid():
        one = form.cleaned_data["subject"]
        leading = next(membership for membership in request.user.current_memberships if membership.is_lead)
        subject = {"module": one.module, "course": one.course}
        draft = domain.save_draft(request.user, organisation=leading.organisation, reason=reason, **subject)
        return redirect("courses:assignment_audience", draft.public_id)
    slug = request.GET.get("module", "")
    chosen = f"module:{slug}" if slug else ""
    return subject_page(request, form, chosen=chosen, preselected=slug, token=token if reason else "")


@lead_required
def assignment_subject(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Step 1 of a draft: another module or course."""
    draft = find_assignment(request, public_id, draft=True)
    form = SubjectForm(answers(request))
    if request.method == "POST" and form.is_valid():
        one = form.cleaned_data["subject"]
        try:
            domain.save_draft(request.user, assignment=draft, module=one.module, course=one.course)
        except domain.AssigningError as error:
            form.add_error(None, str(error))
        else:
            return redirect("courses:assignment_audience", draft.public_id)
    return subject_page(request, form, chosen=key_of(draft))


def subject_page(
    request: HttpRequest, form: SubjectForm, *, chosen: str, preselected: str = "", token: str = ""
) -> HttpResponse:
    """Step 1: what can be assigned, narrowed by a search; what is chosen already stands first."""
    words = request.GET.get("q", "").strip()[:100]
    chosen = request.POST.get("subject", chosen)
    found = sorted(assignable(words), key=lambda one: one.key != chosen)
    context = {
        "form": form,
        "page": Paginator(found, ROWS).get_page(request.GET.get("page")),
        "words": words,
        "chosen": chosen,
        "preselected": preselected,
        "token": token,
        **lead_frame(request),
    }
    return render(request, "courses/assigning/subject.html", context)


@lead_required
def assignment_audience(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Step 2: who gets it and by when; of the date nothing is chosen before the lead has."""
    draft = find_assignment(request, public_id, draft=True)
    audience = AudienceForm(answers(request), initial=audience_of(draft), lead=request.user)
    timing = TimingForm(answers(request), initial=timing_of(draft))
    if request.method == "POST" and audience.is_valid() and timing.is_valid():
        fields = {**audience.fields_and_teams(), **timing.timing()}
        offered = choosable_people(request.user, assignment=Assignment(**where_of(fields)))
        kept = draft.people.filter(pk__in=offered.values("pk"))
        try:
            domain.save_draft(request.user, assignment=draft, people=kept, **fields)
        except domain.AssigningError as error:
            audience.add_error("organisation", str(error))
        else:
            return after_audience(request, draft, audience=fields["audience"])
    context = {"assignment": draft, "audience_form": audience, "timing_form": timing, **lead_frame(request)}
    return render(request, "courses/assigning/audience.html", context)


def where_of(fields: dict[str, Any]) -> dict[str, Any]:
    """The fields that say whose people there are to choose from."""
    return {name: fields[name] for name in ("organisation", "include_units")}


def after_audience(request: HttpRequest, draft: Assignment, *, audience: str) -> HttpResponse:
    """Where step 2 leads: to the list, to choosing people, or to the check."""
    if request.POST.get("keep"):
        messages.success(request, _("The draft is kept."))
        return redirect("courses:assignments")
    step = "assignment_people" if audience == Assignment.Audience.PEOPLE else "check_assignment"
    return redirect(f"courses:{step}", draft.public_id)


@lead_required
def check_assignment(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Step 3: how many get it, and what happens to each; POST assigns. Nobody gets here past step 2."""
    draft = find_assignment(request, public_id, draft=True)
    if not draft.date_is_chosen:
        return redirect("courses:assignment_audience", draft.public_id)
    if request.method == "POST":
        try:
            domain.assign(request.user, assignment=draft)
        except domain.AssigningError as error:
            messages.error(request, str(error))
            return redirect("courses:check_assignment", draft.public_id)
        hurry(sweep_assignments)
        return redirect("courses:assignment_done", draft.public_id)
    outcome = request.GET.get("outcome", "")
    outcome = outcome if outcome in OUTCOMES else ""
    counted = domain.preview(draft)
    people = domain.PreviewList(draft, counted, outcome=outcome)
    context = {
        "assignment": draft,
        "preview": counted,
        "outcome": outcome,
        "outcome_text": OUTCOMES.get(outcome, ""),
        "page": Paginator(people, ROWS).get_page(request.GET.get("page")),
        "has_joiners": draft.include_joiners and draft.audience != Assignment.Audience.PEOPLE,
        "words": words_of(draft),
        "e_mails": e_mails_of(draft),
        **lead_frame(request),
    }
    return render(request, "courses/assigning/check.html", context)


@lead_required
@require_safe
def assignment_done(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Step 4: how far the work is; the page is looked at again for news."""
    assignment = find_assignment(request, public_id, draft=False)
    context = {
        "assignment": assignment,
        "working": is_working(assignment),
        "words": words_of(assignment),
        **lead_frame(request),
    }
    return render(request, "courses/assigning/done.html", context)


@lead_required
@require_POST
def discard_assignment(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Throw a draft away."""
    draft = find_assignment(request, public_id, draft=True)
    try:
        domain.discard_draft(request.user, assignment=draft)
    except domain.AssigningError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("The draft is thrown away. Nobody was told of it."))
    return redirect("courses:assignments")
