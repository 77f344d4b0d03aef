"""A crowd of fictional people with five modules each, made inside the database: for measuring, not for showing."""

from datetime import date, timedelta

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password
from django.db import connection, transaction
from django.utils import timezone

from courses.domain.standing import refresh_standings
from courses.models import Assignment, DayCount, Lesson, Module, ModuleLesson
from lms.demo import crowd_statements as statements
from lms.demo.crowd_statements import Crowd
from lms.demo.people import hashed_password
from lms.demo.publishing import publish
from lms.people.models import Membership, Organisation, Team, User

LEAD = "lead@crowd.example.org"
NAME = "Crowd Constabulary"
UNITS = 20
MODULES = 5
ASSIGNED_AGO = timedelta(days=720)


@transaction.atomic
def seed_crowd(count: int, *, today: date | None = None) -> User:
    """Make a constabulary of `count` people in 20 units with five modules asked of each; answers their lead.

    Nothing changes when the crowd is there already.
    """
    found = User.objects.with_email(LEAD).first()
    if found:
        return found
    today = today or timezone.localdate()
    root, units = seed_units()
    lead = seed_lead(root, today=today)
    modules = [seed_module(number) for number in range(MODULES)]
    assignments = [
        Assignment.objects.create(
            organisation=root,
            module=module,
            due_on=today + timedelta(days=20),
            created_by=lead,
            state=Assignment.State.ACTIVE,
            assigned_at=timezone.now() - ASSIGNED_AGO,
            swept_at=timezone.now(),
        )
        for module in modules
    ]
    crowd = seed_accounts(count, today=today)
    teams = {unit.pk: [_team(unit, "Early shift"), _team(unit, "Late shift")] for unit in units}
    run(statements.memberships(crowd, units=[unit.pk for unit in units], teams=teams))
    for number, (module, assignment) in enumerate(zip(modules, assignments, strict=True)):
        run(statements.enrolments(crowd, module=module.pk, number=number))
        run(statements.certificates(crowd, module=module.pk, number=number))
        run(statements.requirements(crowd, module=module.pk, assignment=assignment.pk, number=number))
    refresh_standings(
        Membership.objects.filter(organisation__in=[root, *units]).values_list("pk", flat=True), today=today
    )
    seed_days(units, count, today=today)
    return lead


def run(sql: str) -> None:
    """Carry out one statement; the planner looks at the table afterwards, for the next one joins it."""
    with connection.cursor() as cursor:
        cursor.execute(sql)
        cursor.execute("ANALYZE")


def seed_units() -> tuple[Organisation, list[Organisation]]:
    """The constabulary and its units."""
    root = Organisation.add_root(name=NAME, kind="police", nation="england")
    units = []
    for number in range(UNITS):
        fresh = Organisation.objects.get(pk=root.pk)
        units.append(fresh.add_child(name=f"Division {number + 1}", kind="police", nation="england"))
    return Organisation.objects.get(pk=root.pk), units


def seed_lead(root: Organisation, *, today: date) -> User:
    """The one person of the crowd who can sign in."""
    lead = User.objects.create(email=LEAD, password=hashed_password(), first_name="Ottoline", last_name="Farthingale")
    EmailAddress.objects.create(user=lead, email=LEAD, verified=True, primary=True)
    Membership.objects.create(user=lead, organisation=root, is_lead=True, started_on=today - timedelta(days=900))
    return lead


def seed_module(number: int) -> Module:
    """A published module of one lesson."""
    title = f"Crowd module {number + 1}"
    lesson = publish(
        Lesson(title=f"{title}, its lesson", slug=f"crowd-lesson-{number + 1}", lead="For measuring only.")
    )
    module = Module(title=title, slug=f"crowd-{number + 1}", summary="For measuring only.", validity_months=24)
    module.module_lessons = [ModuleLesson(lesson=lesson, sort_order=0)]
    return publish(module)


def seed_accounts(count: int, *, today: date) -> Crowd:
    """The people themselves; their ids follow each other."""
    crowd = Crowd(count=count, first=0, today=today, vendor=connection.vendor)
    run(statements.accounts(count, crowd=crowd, password=make_password(None)))
    first = User.objects.get(email="crowd0@crowd.example.org").pk
    last = User.objects.get(email=f"crowd{count - 1}@crowd.example.org").pk
    if last - first != count - 1:
        raise RuntimeError("The ids of the crowd do not follow each other.")
    return Crowd(count=count, first=first, today=today, vendor=connection.vendor)


def seed_days(units: list[Organisation], count: int, *, today: date) -> None:
    """A year of counts, unit by unit, rising to today's."""
    each = count // len(units)
    rows = []
    for months in range(12, -1, -1):
        completed = each * (40 + 36 * (12 - months) // 12) // 100
        for unit in units:
            day = today - timedelta(days=30 * months)
            counts = {"in_progress": each // 10, "not_started": each // 10}
            late = each - completed - 2 * (each // 10)
            rows.append(
                DayCount(organisation=unit, day=day, people=each, completed=completed, late=max(0, late), **counts)
            )
    DayCount.objects.bulk_create(rows)


def _team(unit: Organisation, name: str) -> int:
    return Team.objects.create(organisation=unit, name=name).pk
