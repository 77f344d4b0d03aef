"""A look at whom an assignment would reach before it is given out: who gets it, and who has or need not have it."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import (
    Case,
    CharField,
    DateField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Left
from django.utils import timezone

from courses.domain.completions import earliest_counting, earliest_within
from courses.domain.exemptions import holding
from courses.domain.matching import matching_memberships, modules_of, units_of
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
    """Count the people the assignment is for by outcome, each person once.

    A few plain queries, however many people there are, and sets of their keys: many times quicker for a large crowd
    than to ask the database about one person after the other.
    """
    today = today or timezone.localdate()
    modules = modules_of(assignment)
    members = matching(assignment, today=today)
    everybody, silent = keys(members), keys(members.filter(user__last_login=None))
    done, free, asked = set(everybody), set(everybody), set(everybody)
    exempt = exempt_people(members, modules, today=today) if modules else {}
    for module in modules:
        completed = keys(certificates(assignment, [module], today=today))
        completed |= keys(evidence(assignment, [module], today=today))
        exempted = exempt[module.pk]
        done &= completed
        free &= completed | exempted
        asked &= completed | exempted | keys(others(assignment, [module]))
    if not modules:
        done = free = asked = set()
    gets = everybody - done - free - asked
    return Preview(
        gets=len(gets),
        completed=len(done),
        exempt=len(free - done),
        assigned=len(asked - free - done),
        never_signed_in=len(gets & silent),
    )


def keys(rows: QuerySet) -> set[int]:
    """Whom the rows are about."""
    return set(rows.order_by().values_list("user", flat=True))


def exempt_people(members: QuerySet[Membership], modules: list[Module], *, today: date) -> dict[int, set[int]]:
    """By module who of the members is exempt, each in the first of their memberships. Two queries."""
    found: dict[int, set[int]] = {module.pk: set() for module in modules}
    rows = holding(today).filter(Q(module=None) | Q(module__in=modules))
    held = list(rows.values_list("user", "module", "organisation__path"))
    exempted = members.filter(user__in=rows.values("user")).order_by("-pk")
    places = dict(exempted.values_list("user", "organisation__path")) if held else {}
    for user, module, above in held:
        if places.get(user, "").startswith(above):
            for pk in [module] if module else found:
                found[pk].add(user)
    return found


def preview_people(assignment: Assignment, *, outcome: str = "", today: date | None = None) -> QuerySet[Membership]:
    """The people the assignment is for, by name, one membership each, with `.outcome` and `.outcome_day`.

    "completed": all of it, within validity, on that day; "exempt": from all of it, until that day (None: no end);
    "assigned": whatever is left is asked by other assignments of the same tree, by that day; else "gets".
    """
    today = today or timezone.localdate()
    modules, people = modules_of(assignment), reached(assignment, today=today)
    if outcome and len(modules) == 1:
        people = with_outcome(people, outcome, assignment, modules, today=today)
        people = people.annotate(outcome=Value(outcome, output_field=CharField()))
    else:
        people = people.annotate(outcome=outcome_of(assignment, modules, today=today))
        people = people.filter(outcome=outcome) if outcome else people
    people = people.annotate(outcome_day=day_of_outcome(assignment, modules, today=today))
    return people.order_by("user__last_name", "user__first_name", "user", "pk")


def matching(assignment: Assignment, *, today: date) -> QuerySet[Membership]:
    """Every membership the assignment is for. One query now, for the units."""
    units = list(units_of(assignment.organisation_id).values_list("pk", flat=True))
    return matching_memberships(assignment, today=today, units=units).order_by()


def reached(assignment: Assignment, *, today: date) -> QuerySet[Membership]:
    """The memberships the assignment is for, the first of each person."""
    found = matching(assignment, today=today)
    return found.exclude(Exists(found.filter(user=OuterRef("user"), pk__lt=OuterRef("pk"))))


def with_outcome(
    people: QuerySet[Membership], outcome: str, assignment: Assignment, modules: list[Module], *, today: date
) -> QuerySet[Membership]:
    """Those of the people with this outcome for a single module: as joins, which is what a large crowd needs."""
    own = of_member(certificates(assignment, modules, today=today))
    elsewhere = of_member(evidence(assignment, modules, today=today))
    exempted, asked = Exists(exemptions(modules, today=today)), Exists(of_member(others(assignment, modules)))
    if outcome == "completed":
        return people.filter(Exists(own) | Exists(elsewhere))
    undone = people.filter(~Exists(own), ~Exists(elsewhere))
    if outcome == "exempt":
        return undone.filter(exempted)
    return undone.filter(~exempted, asked) if outcome == "assigned" else undone.filter(~exempted, ~asked)


def outcome_of(assignment: Assignment, modules: list[Module], *, today: date) -> Case:
    """The outcome of a membership, as an expression."""
    done, free, asked = Q(), Q(), Q()
    for module in modules:
        completed = Exists(of_member(certificates(assignment, [module], today=today))) | Exists(
            of_member(evidence(assignment, [module], today=today))
        )
        exempted = Exists(exemptions([module], today=today))
        done &= Q(completed)
        free &= Q(completed) | Q(exempted)
        asked &= Q(completed) | Q(Exists(of_member(others(assignment, [module])))) | Q(exempted)
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
        "assigned": of_member(others(assignment, modules)).order_by(F("due_on").asc(nulls_last=True)).values("due_on"),
        "exempt": exemptions(modules, today=today).order_by(F("ends_on").desc(nulls_first=True)).values("ends_on"),
    }
    own = of_member(certificates(assignment, modules, today=today)).order_by("-completed_on").values("completed_on")
    elsewhere = of_member(evidence(assignment, modules, today=today)).order_by("-completed_on").values("completed_on")
    return Case(
        When(Q(outcome="completed") & Q(Exists(own)), then=Subquery(own[:1])),
        When(outcome="completed", then=Subquery(elsewhere[:1])),
        *(When(outcome=outcome, then=Subquery(rows[:1])) for outcome, rows in days.items()),
        output_field=DateField(),
    )


def of_member(rows: QuerySet) -> QuerySet:
    """Those of the rows that are the member's of the query around them."""
    return rows.filter(user=OuterRef("user"))


def certificates(assignment: Assignment, modules: list[Module], *, today: date) -> QuerySet[Certificate]:
    """Certificates of any of the modules that count for the assignment, so that it asks for nothing yet."""
    good = Certificate.objects.valid(counting_until(assignment, today=today)).filter(module__in=modules)
    return good.filter(since_repeat(assignment, today=today))


def evidence(assignment: Assignment, modules: list[Module], *, today: date) -> QuerySet[Evidence]:
    """Accepted evidence for any of the modules that counts for the assignment, so that it asks for nothing yet."""
    day = counting_until(assignment, today=today)
    good = Q(valid_until__gte=day)
    for module in modules:
        good |= Q(valid_until=None, module=module, completed_on__gte=earliest_counting(module, today=day))
    found = Evidence.objects.filter(good, module__in=modules, withdrawn_at=None)
    return found.filter(since_repeat(assignment, today=today))


def counting_until(assignment: Assignment, *, today: date) -> date:
    """The day on which a completion has to be good: where it is asked again and again, past the window before that."""
    return today + timedelta(days=assignment.window_days + 1) if assignment.repeat_months else today


def since_repeat(assignment: Assignment, *, today: date) -> Q:
    """What was completed so recently that the assignment's repeat has not come round."""
    if not assignment.repeat_months:
        return Q()
    return Q(completed_on__gte=earliest_within(assignment.repeat_months, counting_until(assignment, today=today)))


def exemptions(modules: list[Module], *, today: date):
    """The member's exemptions from any of the modules, or from all training, in their place of the tree."""
    here = holding(today).filter(user=OuterRef("user")).filter(Q(module=None) | Q(module__in=modules))
    return here.alias(place=ExpressionWrapper(OuterRef("organisation__path"), output_field=CharField())).filter(
        place__startswith=F("organisation__path")
    )


def others(assignment: Assignment, modules: list[Module]) -> QuerySet[Requirement]:
    """What other assignments of the same tree ask of anybody about any of the modules.

    To recommend it is not to ask, where this assignment requires it: whoever is late is counted and reminded from now.
    """
    own = Organisation.objects.filter(pk=assignment.organisation_id).order_by()
    root = Subquery(own.annotate(root=Left("path", Organisation.steplen)).values("root"))
    asked = Requirement.objects.open().filter(module__in=modules)
    if assignment.is_mandatory:
        asked = asked.filter(assignment__is_mandatory=True)
    return asked.filter(
        assignment__state=Assignment.State.ACTIVE,
        assignment__organisation__in=Organisation.objects.alias(root=root).filter(path__startswith=F("root")),
    ).exclude(assignment=assignment.pk)
