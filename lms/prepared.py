"""Querysets whose SQL is written once: building it in Python costs several times what the database takes to answer.

A page that is asked for all day names its query once, with a slot for each value that differs:

    OF_PERSON = Prepared(lambda: Enrolment.objects.current().of(Slot("user", BigIntegerField())))
    enrolments = OF_PERSON(user=user.pk)

Whatever the builder reads besides its slots (the clock, the language) would be frozen with the SQL: give it a slot.
"""

from collections.abc import Callable
from typing import Any, Generic, TypeVar
from weakref import WeakKeyDictionary

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper
from django.db.models import Expression, Field, Model, QuerySet, prefetch_related_objects
from django.db.models.query import get_related_populators

M = TypeVar("M", bound=Model)


class Slot(Expression):
    """A value that is not known yet, of the kind of field it is compared with."""

    def __init__(self, name: str, field: Field) -> None:
        super().__init__(output_field=field)
        self.name = name

    def as_sql(self, compiler, connection):
        return "%s", [self]


def preparing_cursor(connection: BaseDatabaseWrapper) -> CursorWrapper:
    """A cursor that lets PostgreSQL keep the plan of what it runs: planning takes it longer than answering.

    Unless the settings say that a connection pooler stands before it, which may give each query another connection.
    """
    if connection.vendor != "postgresql" or connection.settings_dict["OPTIONS"].get("prepare_threshold") is None:
        return connection.cursor()
    from django.db.backends.postgresql.base import ServerBindingCursor  # needs psycopg, which SQLite does not

    connection.close_if_health_check_failed()
    connection.ensure_connection()
    cursor = ServerBindingCursor(connection.connection)
    return connection.make_debug_cursor(cursor) if connection.queries_logged else connection.make_cursor(cursor)


class Written:
    """The SQL of one queryset for one connection, and how its rows become objects."""

    def __init__(self, queryset: QuerySet, connection: BaseDatabaseWrapper) -> None:
        compiler = queryset.query.get_compiler(connection=connection)
        self.connection = connection
        self.sql, self.parameters = compiler.as_sql()
        self.prefetched = queryset._prefetch_related_lookups
        self.compiler = compiler
        self.converters = compiler.get_converters([column[0] for column in compiler.select[: compiler.col_count]])
        self.are_objects = queryset._fields is None  # else values_list()
        if not self.are_objects:
            return
        information = compiler.klass_info
        fields = information["select_fields"]
        self.model = information["model"]
        self.own = slice(fields[0], fields[-1] + 1)
        self.names = [column[0].target.attname for column in compiler.select[self.own]]
        self.populators = get_related_populators(information, compiler.select, connection.alias)

    def read(self, values: dict[str, Any]) -> list:
        """Run it with these values and answer the objects, or tuples."""
        parameters = [
            parameter.output_field.get_db_prep_value(values[parameter.name], self.connection)
            if isinstance(parameter, Slot)
            else parameter
            for parameter in self.parameters
        ]
        with preparing_cursor(self.connection) as cursor:
            cursor.execute(self.sql, parameters)
            rows = cursor.fetchall()
        if self.converters:
            rows = self.compiler.apply_converters(rows, self.converters)
        if not self.are_objects:
            return rows
        found = [self.as_object(row) for row in rows]
        if self.prefetched:
            prefetch_related_objects(found, *self.prefetched)
        return found

    def as_object(self, row) -> Model:
        """A row with its related objects and annotations, as a queryset makes it."""
        made = self.model.from_db(self.connection.alias, self.names, row[self.own])
        for populator in self.populators:
            populator.populate(row, made)
        for name, position in self.compiler.annotation_col_map.items():
            setattr(made, name, row[position])
        return made


class Prepared(Generic[M]):
    """A queryset of objects, written once for each connection (a thread's own) and run with other values."""

    def __init__(self, build: Callable[[], QuerySet[M]]) -> None:
        self.build = build
        self.written: WeakKeyDictionary[BaseDatabaseWrapper, Written] = WeakKeyDictionary()

    def __call__(self, **values: Any) -> list[M]:
        """The objects for these values, one value for each slot, in the queryset's order."""
        connection = connections[DEFAULT_DB_ALIAS]
        found = self.written.get(connection)
        if found is None:
            found = self.written[connection] = Written(self.build(), connection)
        return found.read(values)

    def first(self, **values: Any) -> M | None:
        """The first object for these values, or None."""
        return next(iter(self(**values)), None)
