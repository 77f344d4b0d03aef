"""The list of people with how far each is: one line for each person, the most urgent first or by name."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, Count, F, IntegerField, QuerySet, Value, When
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.models import Enrolment, Requirement
from lms.design_system.wording import day, in_days
from lms.people.models import Membership
from lms.reports.domain.counting import Scope, state_filters

BY_NAME = ("user__last_name", "user__first_name", "pk")
URGENCY = ("late", "expiring", "in_progress", "not_started", "nothing", "completed")


@dataclass(frozen=True)
class TrainingState:
    """A person's training in one line: the kind of the status component, its words, and what it is about."""

    kind: str
    text: str
    about: str = ""


class PeopleList:
    """A paginator's list of people, each once, the most urgent first or by name, read a page at a time.

    `scope` is about the memberships the list is of. By urgency, people are counted once and then only those that are as
    urgent as the page are put in order: the first page looks at the few who are late.
    """

    def __init__(self, scope: Scope, *, order: str) -> None:
        self.scope = scope
        self.today = scope.today
        self.order = order

    @cached_property
    def memberships(self) -> QuerySet[Membership]:
        """One membership of each person: of somebody's several the most pressing."""
        if not self.scope.extra:
            return self.scope.memberships
        return self.scope.memberships.exclude(pk__in=self.scope.extra)

    @cached_property
    def by_urgency(self) -> dict[int, int]:
        """How many there are of each urgency."""
        if self.scope.standings is not None and not self.scope.extra:
            found: Counter[int] = Counter()
            for _organisation, state, soon, number in self.scope.by_state:
                found[URGENCY.index("expiring" if soon and state != "late" else state)] += number
            return dict(found)
        rows = self.memberships.annotate(urgency=urgency(self.today))
        return dict(rows.order_by().values("urgency").annotate(n=Count("*")).values_list("urgency", "n"))

    def count(self) -> int:
        """How many people."""
        return sum(self.by_urgency.values())

    def __len__(self) -> int:
        return self.count()

    def __getitem__(self, part: slice) -> list[Any]:
        """The memberships of one page with `urgency`, and their accounts, places and standings."""
        start, stop = part.start or 0, self.count() if part.stop is None else part.stop
        if self.order == "name":
            chosen = list(self.memberships.order_by(*BY_NAME).values_list("pk", flat=True)[start:stop])
        else:
            chosen = self._most_urgent(start, stop)
        rows = Membership.objects.filter(pk__in=chosen).annotate(urgency=urgency(self.today))
        found = {row.pk: row for row in rows.select_related("user", "organisation", "team", "standing")}
        return [found[pk] for pk in chosen if pk in found]

    def _most_urgent(self, start: int, stop: int) -> list[int]:
        """The ids from `start` to `stop`: the longest late, then what runs out next, then who is not begun."""
        chosen: list[int] = []
        before = 0
        for number in sorted(self.by_urgency):
            after = before + self.by_urgency[number]
            if start < after and before < stop:
                chosen += self._as_urgent(number)[max(start - before, 0) : min(stop, after) - before]
            before = after
        return chosen

    def _as_urgent(self, number: int) -> QuerySet[Any]:
        """The ids of everybody as urgent as that, in order; from the standings alone where they are complete."""
        if self.scope.standings is not None:
            conditions = state_filters(self.today, standing="")
            found = self.scope.standings.exclude(pk__in=self.scope.extra)
            rows: QuerySet[Any] = found.filter(conditions[URGENCY[number]])
            if URGENCY[number] != "late":
                earlier = "late" if URGENCY[number] == "expiring" else "expiring"
                rows = rows.exclude(pk__in=found.filter(conditions[earlier]).values("pk"))
            return rows.order_by(F("next_due").asc(nulls_last=True), *BY_NAME).values_list("pk", flat=True)
        rows = self.memberships.annotate(urgency=urgency(self.today)).filter(urgency=number)
        return rows.order_by(F("standing__next_due").asc(nulls_last=True), *BY_NAME).values_list("pk", flat=True)


def urgency(today: date) -> Case:
    """The number of a membership's state in URGENCY: 0 for somebody late."""
    conditions = state_filters(today)
    whens = [When(conditions[name], then=Value(number)) for number, name in enumerate(URGENCY)]
    return Case(*whens, default=Value(len(URGENCY)), output_field=IntegerField())


def states_of(page: Iterable[Any], *, today: date) -> list[TrainingState]:
    """One line for each of a page's memberships from a `PeopleList`, in two queries for all of them."""
    rows = list(page)
    asked = Requirement.objects.filter(membership__in=[row.pk for row in rows], assignment__is_mandatory=True)
    first: dict[int, Requirement] = {}
    begun: dict[int, Requirement] = {}
    exempt: set[int] = set()
    earliest = F("due_on").asc(nulls_last=True)
    for requirement in asked.exclude(state__in=["done", "stopped"]).select_related("module").order_by(earliest, "pk"):
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
