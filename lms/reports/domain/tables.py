"""What can be exported: each table's columns with what they mean, and the rows it is made of."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.db.models import BooleanField, Case, CharField, Expression, F, Q, QuerySet, TextField, Value, When
from django.db.models.functions import Cast, Concat, TruncDate
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from courses.domain.assigning import assignments_visible_to
from courses.models import Assignment
from lms.cells import STARTS_LIKE_A_FORMULA
from lms.people.models import User
from lms.reports.domain.as_it_was import certificate_on, valid_until_on
from lms.reports.domain.asked import STATE_WORDS, asked_on, flags_on, in_state, of_place_on
from lms.reports.domain.counting import state_filters
from lms.reports.domain.filters import Filters, memberships_asked_for, read_filters

Words = str | Promise


@dataclass(frozen=True)
class Column:
    """A column: its heading, what stands in it, and the expression that gives it."""

    heading: Words
    meaning: Words
    value: str | Expression
    kind: str = "text"


@dataclass(frozen=True)
class Table:
    """A table: its name, its columns on the day of the filters, and its rows for a lead."""

    key: str
    title: Words
    columns: Callable[[Filters], list[Column]]
    rows: Callable[[User, Filters, Mapping[str, str]], QuerySet]
    order: tuple[str, ...]

    def read(self, user: User, query: Mapping[str, str], *, in_database: bool = False) -> tuple[list[Column], QuerySet]:
        """The columns, and their values as a queryset of tuples; `in_database` makes the cells safe there."""
        filters = read_filters(user, query)
        columns = self.columns(filters)
        make = written if in_database else plain
        values = {f"c{number}": make(column) for number, column in enumerate(columns)}
        rows = self.rows(user, filters, query).order_by(*self.order)
        return columns, rows.annotate(**values).values_list(*values)


def plain(column: Column) -> Any:
    """The value of a column as it is."""
    return F(column.value) if isinstance(column.value, str) else column.value


def written(column: Column) -> Any:
    """The value as it goes into a file, made by the database: dates as 2026-05-05, no text like a formula."""
    value = plain(column)
    if column.kind != "text":
        return value
    text = Cast(value, TextField())
    apostrophe = Concat(Value("'"), text, output_field=TextField())
    return Case(When(Matches(text), then=apostrophe), default=text, output_field=TextField())


class Matches(Expression):
    """Whether a text begins like a formula, by PostgreSQL's regular expressions."""

    conditional = True

    def __init__(self, text: Expression) -> None:
        super().__init__(output_field=BooleanField())
        self.text = text

    def get_source_expressions(self) -> list[Any]:
        return [self.text]

    def set_source_expressions(self, exprs: Any) -> None:
        (self.text,) = exprs

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple]:
        sql, parameters = compiler.compile(self.text)
        return f"{sql} ~ %s", (*parameters, STARTS_LIKE_A_FORMULA)


def said(states: Mapping[Any, Q], otherwise: Words) -> Case:
    """The words of the first condition that holds."""
    whens = [When(condition, then=Value(str(words))) for words, condition in states.items()]
    return Case(*whens, default=Value(str(otherwise)), output_field=CharField())


def yes_or_no(path: str) -> Case:
    return said({_("Yes"): Q(**{path: True})}, _("No"))


def about_person(
    place: Callable[[str], str | Expression] = str, *, address: str | Expression = "user__email"
) -> list[Column]:
    """Who and where: the columns every table of people begins with; `place` finds a field of the membership."""
    return [
        Column(_("Last name"), _("The person’s last name."), "user__last_name"),
        Column(_("First name"), _("The person’s first name."), "user__first_name"),
        Column(_("E-mail"), _("The address the person signs in with; empty for somebody who has left."), address),
        Column(_("Unit"), _("The organisation or unit of the membership."), place("organisation__name")),
        Column(_("Team"), _("The team, if the person is in one."), place("team__name")),
        Column(_("Job role"), _("As the organisation’s own list or the lead gave it."), place("job_role")),
    ]


def people_columns(filters: Filters) -> list[Column]:
    conditions = state_filters(filters.today)
    words = {
        _("Late"): conditions["late"],
        _("In progress"): conditions["in_progress"],
        _("Not started"): conditions["not_started"],
        _("Up to date"): conditions["completed"],
    }
    return [
        *about_person(),
        Column(
            _("State"),
            _("Late: something mandatory is past its date. Up to date: everything asked is completed and holds."),
            said(words, _("Nothing assigned")),
        ),
        Column(_("Modules asked"), _("How many modules are mandatory."), "standing__required", "number"),
        Column(_("Modules completed"), _("How many of them are completed and hold."), "standing__done", "number"),
        Column(_("Next date"), _("The earliest date among what is open."), "standing__next_due", "date"),
        Column(_("Runs out"), _("When the first completion runs out."), "standing__next_expiry", "date"),
        Column(
            _("First responder"), _("Whether the person works for a first responder."), yes_or_no("is_first_responder")
        ),
        Column(_("Works with children"), _("Whether the person works with children."), yes_or_no("is_child_facing")),
        Column(_("Joined"), _("When the membership began."), "started_on", "date"),
        Column(
            _("Last signed in"),
            _("The day; empty for somebody who has never signed in."),
            TruncDate("user__last_login"),
            "date",
        ),
    ]


def people_rows(user: User, filters: Filters, query: Mapping[str, str]) -> QuerySet:
    """The people of today, whatever day the address names: how far they were on another day, completions say."""
    return memberships_asked_for(user, replace(filters, day=filters.today))


def address_on(filters: Filters) -> str | Expression:
    """Where people sign in: of whoever has left since a past day, it may name who they work for now."""
    if not filters.is_past:
        return "user__email"
    seen = When(user__in=filters.seen_today.values("user"), then=F("user__email"))
    return Case(seen, default=Value(""), output_field=CharField())


def completion_columns(filters: Filters) -> list[Column]:
    flags, day = flags_on(filters.day), filters.day
    words = {
        _("Completed"): flags["is_done"],
        _("Late"): flags["is_late"],
        _("Completed, to do again"): flags["is_again"],
        _("In progress"): flags["is_begun"],
    }
    return [
        *about_person(lambda name: of_place_on(day, name), address=address_on(filters)),
        Column(_("Module"), _("The module that is asked."), "module__title"),
        Column(_("State"), _("How far the person was on the day of the report."), said(words, _("Not started"))),
        Column(_("Due"), _("By when it is asked; empty when there is no date."), "due_on", "date"),
        Column(_("Completed"), _("The day of completion; empty when it was not completed."), "done_on", "date"),
        Column(
            _("Valid until"),
            _("The last day the completion counts; empty when it does not run out."),
            valid_until_on(day),
            "date",
        ),
        Column(
            _("Certificate"), _("The certificate’s number; empty for training done elsewhere."), certificate_on(day)
        ),
        Column(_("Time round"), _("1 the first time, 2 for the first repeat, and so on."), "cycle", "number"),
    ]


def completion_rows(user: User, filters: Filters, query: Mapping[str, str]) -> QuerySet:
    """Requirements on the day; of one module or one assignment when the address says so."""
    only: dict[str, Any] = {}
    if filters.module:
        only["module"] = filters.module
    if query.get("assignment"):
        found = find_assignment(user, query["assignment"])
        only["assignment__in"] = [found] if found else []
    rows = asked_on(memberships_asked_for(user, filters, with_state=False), day=filters.day, **only)
    if filters.state not in STATE_WORDS:
        return rows
    each = ("place",) if query.get("assignment") else ("place", "module")
    return in_state(rows, filters.state, day=filters.day, each=each, **only)


def find_assignment(user: User, public_id: str) -> Assignment | None:
    """An assignment the lead may see by the id in the address; None matches nothing."""
    try:
        return assignments_visible_to(user).filter(public_id=UUID(public_id)).first()
    except ValueError:
        return None


PEOPLE = Table("people", _("People"), people_columns, people_rows, ("organisation__path", "pk"))
COMPLETIONS = Table("completions", _("Completions"), completion_columns, completion_rows, ("pk",))
TABLES = {table.key: table for table in (PEOPLE, COMPLETIONS)}
