"""The list of people with how far each is: one line for each person, the most urgent first or by name."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, Count, F, IntegerField, Min, QuerySet, Value, When
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.models import Enrolment, Requirement
from lms.design_system.wording import day, in_days
from lms.people.models import Membership
from lms.reports.domain.counting import state_filters

URGENCY = ("late", "expiring", "in_progress", "not_started", "nothing", "completed")


@dataclass(frozen=True)
class TrainingState:
    """A person's training in one line: the kind of the status component, its words, and what it is about."""

    kind: str
    text: str
    about: str = ""


def in_several_places() -> list[int]:
    """Who has more than one membership that has not ended, anywhere: few, so that lists need look at these alone."""
    found = Membership.objects.filter(ended_on=None) | Membership.objects.filter(ended_on__gt=timezone.localdate())
    counted = found.order_by().values("user").annotate(n=Count("pk")).filter(n__gt=1)
    return list(counted.values_list("user", flat=True))


def one_each(memberships: QuerySet[Membership]) -> QuerySet[Membership]:
    """The memberships without the second and third of anybody: the earliest stays."""
    several = (
        memberships.order_by()
        .filter(user__in=in_several_places())
        .values("user")
        .annotate(n=Count("pk"), first=Min("pk"))
        .filter(n__gt=1)
    )
    kept = {row["user"]: row["first"] for row in several}
    if not kept:
        return memberships
    extra = memberships.order_by().filter(user__in=kept).exclude(pk__in=kept.values())
    return memberships.exclude(pk__in=list(extra.values_list("pk", flat=True)))


def with_urgency(memberships: QuerySet[Membership], *, today: date) -> QuerySet[Membership]:
    """The memberships with `urgency`, 0 for somebody late, and their accounts, places and standings."""
    conditions = state_filters(today)
    whens = [When(conditions[name], then=Value(number)) for number, name in enumerate(URGENCY)]
    return memberships.select_related("user", "organisation", "team", "standing").annotate(
        urgency=Case(*whens, default=Value(len(URGENCY)), output_field=IntegerField())
    )


def in_order(memberships: Any, order: str) -> QuerySet[Membership]:
    """By "name", or the most urgent first: the longest late, then what runs out next."""
    by_name = ("user__last_name", "user__first_name", "pk")
    if order == "name":
        return memberships.order_by(*by_name)
    return memberships.order_by("urgency", F("standing__next_due").asc(nulls_last=True), *by_name)


def states_of(page: Iterable[Any], *, today: date) -> list[TrainingState]:
    """One line for each of a page's memberships from `with_urgency`, in two queries for all of them."""
    rows = list(page)
    asked = Requirement.objects.filter(membership__in=[row.pk for row in rows], assignment__is_mandatory=True)
    first: dict[int, Requirement] = {}
    begun: dict[int, Requirement] = {}
    exempt: set[int] = set()
    for requirement in asked.exclude(state__in=["done", "stopped"]).select_related("module").order_by("due_on", "pk"):
        if requirement.state == Requirement.State.EXEMPT:
            exempt.add(requirement.membership_id)
            continue
        first.setdefault(requirement.membership_id, requirement)
        if requirement.state == Requirement.State.DOING:
            begun.setdefault(requirement.membership_id, requirement)
    free = [row.user_id for row in rows if URGENCY[row.urgency] == "nothing"]
    own: dict[int, Enrolment] = {}
    for enrolment in Enrolment.objects.current().filter(user__in=free).select_related("module").order_by("pk"):
        own[enrolment.user_id] = enrolment
    return [
        _state(row, today=today, asked=begun.get(row.pk) if row.urgency == 2 else first.get(row.pk))
        if URGENCY[row.urgency] != "nothing"
        else _unasked(own.get(row.user_id), is_exempt=row.pk in exempt)
        for row in rows
    ]


def _state(row: Any, *, today: date, asked: Requirement | None) -> TrainingState:
    standing, name = row.standing, URGENCY[row.urgency]
    counted = _("%(done)d of %(total)d completed") % {"done": standing.done, "total": standing.required}
    if name == "late":
        return TrainingState("late", in_days(standing.next_due), str(asked.module) if asked else counted)
    if name == "expiring":
        left = (standing.next_expiry - today).days
        text = ngettext("Runs out in %(days)d day", "Runs out in %(days)d days", left) % {"days": left}
        return TrainingState("soon", text if left else _("Runs out today"), day(standing.next_expiry))
    if name == "completed":
        return TrainingState("done", _("Up to date"), counted)
    about = counted
    if asked is not None:
        words = {"module": asked.module, "day": day(asked.due_on) if asked.due_on else ""}
        about = _("%(module)s, due %(day)s") % words if asked.due_on else str(asked.module)
    if name == "in_progress":
        return TrainingState("doing", _("In progress"), about)
    return TrainingState("todo", _("Not started"), about)


def _unasked(enrolment: Enrolment | None, *, is_exempt: bool) -> TrainingState:
    """Somebody of whom nothing is asked: exempt, or doing something of their own accord."""
    if is_exempt:
        return TrainingState("none", _("Exempt"))
    about = ""
    if enrolment is not None:
        words = {"module": enrolment.module, "state": enrolment.get_state_display()}
        about = _("%(module)s: %(state)s") % words
    return TrainingState("none", _("Nothing assigned"), about)
