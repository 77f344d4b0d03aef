"""A look at whom an assignment would reach before it is given out: who gets it, and who has or need not have it."""

from dataclasses import dataclass
from datetime import date

from django.db.models import (
    Case,
    CharField,
    Count,
    DateField,
    Exists,
    ExpressionWrapper,
    F,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Left
from django.utils import timezone

from courses.domain.completions import earliest_counting
from courses.domain.exemptions import holding
from courses.domain.matching import matching_memberships, modules_of
from courses.models import Assignment, Certificate, Evidence, Module, Requirement
from lms.people.models import Membership, Organisation

OUTCOMES = ("gets", "completed", "assigned", "exempt")


@dataclass(frozen=True)
class Preview:
    """How many people match, and what would happen to them; `never_signed_in` are among those who get it."""

    gets: int = 0
    completed: int = 0
    assigned: int = 0
    exempt: int = 0
    never_signed_in: int = 0

    @property
    def total(self) -> int:
        """How many people match."""
        return self.gets + self.completed + self.assigned + self.exempt


def preview(assignment: Assignment, *, today: date | None = None) -> Preview:
    """Count the people the assignment is for by outcome, each person once. Two queries."""
    people: QuerySet = preview_people(assignment, today=today).order_by()
    silent = Count("pk", filter=Q(user__last_login=None))
    rows = people.values("outcome").annotate(people=Count("pk"), silent=silent)
    found = {row["outcome"]: row for row in rows}
    counts = {outcome: found[outcome]["people"] for outcome in OUTCOMES if outcome in found}
    return Preview(**counts, never_signed_in=found["gets"]["silent"] if "gets" in found else 0)


def preview_people(assignment: Assignment, *, outcome: str = "", today: date | None = None) -> QuerySet[Membership]:
    """The people the assignment is for, by name, one membership each, with `.outcome` and `.outcome_day`.

    "completed": all of it, within validity, on that day; "exempt": from all of it, until that day (None: no end);
    "assigned": whatever is left is asked by other assignments of the same tree, by that day; else "gets".
    """
    today = today or timezone.localdate()
    matching = matching_memberships(assignment, today=today).order_by()
    one_each = matching.values("user").annotate(first=Min("pk")).values("first")
    modules = modules_of(assignment)
    people = Membership.objects.filter(pk__in=one_each).annotate(
        outcome=outcome_of(assignment, modules, today=today),
    )
    people = people.annotate(outcome_day=day_of_outcome(assignment, modules, today=today))
    if outcome:
        people = people.filter(outcome=outcome)
    return people.order_by("user__last_name", "user__first_name", "user", "pk")


def outcome_of(assignment: Assignment, modules: list[Module], *, today: date) -> Case:
    """The outcome of a membership, as an expression."""
    done, free, asked = Q(), Q(), Q()
    for module in modules:
        completed = Exists(certificates([module], today=today)) | Exists(evidence([module], today=today))
        exempted = Exists(exemptions([module], today=today))
        done &= Q(completed)
        free &= Q(completed) | Q(exempted)
        asked &= Q(completed) | Q(Exists(others(assignment, [module]))) | Q(exempted)
    if not modules:
        return Case(default=Value("gets"), output_field=CharField())
    return Case(
        When(done, then=Value("completed")),
        When(free, then=Value("exempt")),
        When(asked, then=Value("assigned")),
        default=Value("gets"),
        output_field=CharField(),
    )


def day_of_outcome(assignment: Assignment, modules: list[Module], *, today: date) -> Case:
    """The day that goes with the outcome, as an expression."""
    days = {
        "assigned": others(assignment, modules).order_by(F("due_on").asc(nulls_last=True)).values("due_on"),
        "exempt": exemptions(modules, today=today).order_by(F("ends_on").desc(nulls_first=True)).values("ends_on"),
    }
    own = certificates(modules, today=today).order_by("-completed_on").values("completed_on")
    elsewhere = evidence(modules, today=today).order_by("-completed_on").values("completed_on")
    return Case(
        When(Q(outcome="completed") & Q(Exists(own)), then=Subquery(own[:1])),
        When(outcome="completed", then=Subquery(elsewhere[:1])),
        *(When(outcome=outcome, then=Subquery(rows[:1])) for outcome, rows in days.items()),
        output_field=DateField(),
    )


def certificates(modules: list[Module], *, today: date) -> QuerySet[Certificate]:
    """The member's certificates of any of the modules that are good today."""
    return Certificate.objects.valid(today).filter(user=OuterRef("user"), module__in=modules)


def evidence(modules: list[Module], *, today: date) -> QuerySet[Evidence]:
    """The member's accepted evidence for any of the modules that is good today."""
    good = Q(valid_until__gte=today)
    for module in modules:
        good |= Q(valid_until=None, module=module, completed_on__gte=earliest_counting(module, today=today))
    return Evidence.objects.filter(good, user=OuterRef("user"), module__in=modules, withdrawn_at=None)


def exemptions(modules: list[Module], *, today: date):
    """The member's exemptions from any of the modules, or from all training, in their place of the tree."""
    here = holding(today).filter(user=OuterRef("user")).filter(Q(module=None) | Q(module__in=modules))
    return here.alias(place=ExpressionWrapper(OuterRef("organisation__path"), output_field=CharField())).filter(
        place__startswith=F("organisation__path")
    )


def others(assignment: Assignment, modules: list[Module]) -> QuerySet[Requirement]:
    """What other assignments of the same tree ask of the member about any of the modules."""
    own = Organisation.objects.filter(pk=assignment.organisation_id).order_by()
    root = Subquery(own.annotate(root=Left("path", Organisation.steplen)).values("root"))
    asked = Requirement.objects.open().filter(user=OuterRef("user"), module__in=modules)
    return asked.filter(
        assignment__state=Assignment.State.ACTIVE,
        assignment__organisation__in=Organisation.objects.alias(root=root).filter(path__startswith=F("root")),
    ).exclude(assignment=assignment.pk)
