"""Timetables of reminders: whose holds where, and changing one."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from courses.domain.reminder_plan import ASKED, following, plan
from courses.models import ReminderTimetable, Requirement
from lms.audit.domain.recording import record
from lms.people.domain.organisations import check_may_change
from lms.people.models import Organisation, User


class Timetables:
    """Every organisation's timetable: its own, else the nearest one above it, else the defaults. Two queries."""

    def __init__(self) -> None:
        self.paths: dict[int, str] = dict(Organisation.objects.order_by().values_list("pk", "path"))
        own = ReminderTimetable.objects.all()
        self.own = {self.paths[timetable.organisation_id]: timetable for timetable in own}
        self.defaults = ReminderTimetable()

    def of(self, organisation_id: int) -> ReminderTimetable:
        """The timetable that holds in the organisation."""
        path = nearest(self.own, self.paths[organisation_id])
        return self.own[path] if path is not None else self.defaults

    def off(self) -> list[int]:
        """The organisations in which no reminders go."""
        if all(timetable.is_on for timetable in self.own.values()):
            return []
        return [pk for pk in self.paths if not self.of(pk).is_on]

    @property
    def everything(self) -> list[ReminderTimetable]:
        """Each timetable that holds anywhere."""
        return [self.defaults, *self.own.values()]


def nearest(paths: Iterable[str], path: str) -> str | None:
    """The one of `paths` that is this place in the tree or the nearest above it; None when there is none."""
    known = paths if isinstance(paths, dict | set) else set(paths)
    for length in range(len(path), 0, -Organisation.steplen):
        if path[:length] in known:
            return path[:length]
    return None


def timetable_of(organisation: Organisation) -> tuple[ReminderTimetable, Organisation | None]:
    """The timetable that holds in the organisation, and whose it is; None for the defaults."""
    steps = range(Organisation.steplen, len(organisation.path) + 1, Organisation.steplen)
    above = [organisation.path[:length] for length in steps]
    owners = ReminderTimetable.objects.filter(organisation__path__in=above).select_related("organisation")
    found = owners.order_by("-organisation__depth").first()
    return (found, found.organisation) if found else (ReminderTimetable(), None)


@transaction.atomic
def set_timetable(
    actor: User, *, organisation: Organisation, at: datetime | None = None, **fields: Any
) -> ReminderTimetable:
    """Give the organisation, and its units without one of their own, a timetable; what is planned moves with it.

    Reminders that are due already still go; those to come follow the new days. Raises NotAllowed.
    """
    check_may_change(actor, organisation=organisation)
    timetable, _created = ReminderTimetable.objects.update_or_create(organisation=organisation, defaults=fields)
    _plan_anew(organisation, today=timezone.localdate(at))
    record(actor, action="changed reminders", subject=timetable, organisation=organisation, **fields)
    return timetable


@transaction.atomic
def drop_timetable(actor: User, *, organisation: Organisation, at: datetime | None = None) -> None:
    """Let the organisation follow the timetable above it again. Safe to repeat. Raises NotAllowed."""
    check_may_change(actor, organisation=organisation)
    found = ReminderTimetable.objects.filter(organisation=organisation).first()
    if found is None:
        return
    record(actor, action="dropped reminders of its own", subject=found, organisation=organisation)
    found.delete()
    _plan_anew(organisation, today=timezone.localdate(at))


def _plan_anew(organisation: Organisation, *, today: date) -> None:
    """Set the next reminder of everybody whose next one is still to come: one query for each date and organisation.

    Organisations that follow one timetable are done together.
    """
    timetables = Timetables()
    followers: dict[int | None, list[int]] = {}
    for pk, path in timetables.paths.items():
        if path.startswith(organisation.path):
            followers.setdefault(timetables.of(pk).organisation_id, []).append(pk)
    for pks in followers.values():
        timetable = timetables.of(pks[0])
        rows = Requirement.objects.open().filter(membership__organisation__in=pks, assignment__is_mandatory=True)
        waiting = rows.filter(Q(next_reminder_on=None) | Q(next_reminder_on__gt=today)).exclude(next_reminder_on=ASKED)
        for due_on in set(waiting.exclude(due_on=None).order_by().values_list("due_on", flat=True).distinct()):
            coming = following(plan(timetable, due_on=due_on, is_mandatory=True), today=today)
            waiting.filter(due_on=due_on).update(next_reminder_on=coming[0].on if coming else None)
