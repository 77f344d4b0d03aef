"""Settling: what an assignment asks of each of some people is made, followed and ended, as its words and they say.

The same people settled twice, or by two workers at once, come out the same: rows are made once per cycle, and a change
is written only where the row still is in the state it was read in.
"""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from courses.domain.assignment_setting import Place, Setting, look
from courses.domain.completions import Completion, best, renewal_from, validity
from courses.domain.due_dates import due_date, due_on_return
from courses.domain.standing import refresh_standings
from courses.models import Assignment, Requirement

State = Requirement.State
StopReason = Requirement.StopReason
UNDONE = {"completed_on": None, "valid_until": None, "renew_from": None, "evidence_id": None}
RUNNING = {"stopped_on": None, "stop_reason": ""}


def settle(assignment: Assignment, users: Collection[int], *, today: date | None = None, redate: bool = False) -> int:
    """Settle what the assignment asks of these people (by key); returns how many rows were made or changed.

    About ten queries for however many people; a few thousand at a time. `redate` reckons the dates of what is open and
    the validity of what is done anew, after a change of the assignment.
    """
    today = today or timezone.localdate()
    with transaction.atomic():
        setting = look(assignment, users, today=today, redate=redate)
        for user in sorted(users):
            settle_person(setting, user)
        touched = write(setting)
        if redate:  # whether it is mandatory may have changed, which no row says
            touched.update(row.membership_id for rows in setting.rows.values() for row in rows)
        modules = {module.pk for module in setting.modules} | {module for _user, module in setting.rows}
        refresh_standings(touched, modules=modules, today=today)
    return len(setting.new) + len(setting.changed)


def settle_person(setting: Setting, user: int) -> None:
    """Decide about every module of one person, those that left the course last."""
    asked = {module.pk for module in setting.modules}
    others = (
        sorted(module for who, module in setting.rows if who == user and module not in asked) if setting.rows else []
    )
    for module in [*asked, *others]:
        rows = setting.rows.get((user, module), [])
        matches = setting.matches.get(user, {}) if module in asked else {}
        if not rows:
            if matches and setting.takes_new and setting.assignment.state == Assignment.State.ACTIVE:
                begin(setting, user, module, next(iter(matches.values())))
            continue
        latest = rows[-1]
        place = matches.get(latest.membership_id) or next(iter(matches.values()), None)
        before = rows[-2] if len(rows) > 1 else None
        if setting.assignment.state == Assignment.State.WITHDRAWN:
            stop(setting, latest, before, StopReason.WITHDRAWN)
        elif place is None:
            let_go(setting, latest, before)
        else:
            follow(setting, latest, before, place)


def begin(setting: Setting, user: int, module: int, place: Place) -> None:
    """The first cycle of somebody who matches; one who completed it has it done, and may be due again already."""
    row = Requirement(assignment=setting.assignment, user_id=user, module_id=module, membership_id=place.pk, cycle=1)
    row.due_on = first_date(setting, place, asked_on=setting.assigned_on if setting.is_first else setting.today)
    if row.due_on is not None and row.due_on >= setting.assigned_on:
        row.due_on = due_on_return(setting.assignment, row.due_on, today=setting.today)
    assign_values(row, as_recorded(setting, row, place, after=None))
    row.next_reminder_on = setting.today if row.state in Requirement.OPEN else None
    row.created_at = setting.made_at
    setting.new.append(row)
    open_next_cycle(setting, row, place)


def first_date(setting: Setting, place: Place, *, asked_on: date) -> date | None:
    """By when somebody in this place is asked the first time."""
    return due_date(setting.assignment, started_on=place.started_on, asked_on=asked_on, assigned_on=setting.assigned_on)


def as_recorded(setting: Setting, row: Requirement, place: Place, *, after: date | None) -> dict[str, Any]:
    """State and completion of a row that is not stopped, as the person's records and exemptions say."""
    key = (row.user_id, row.module_id)
    completions = setting.records.completions.get(key, [])
    found = best(setting.assignment, completions, today=setting.today, after=after)
    if found is not None:
        return done_values(setting.assignment, found)
    if setting.exemptions.covers(row.user_id, row.module_id, place.path):
        return {"state": State.EXEMPT, **UNDONE}
    begun = setting.records.begun.get(key)
    if begun is not None:
        return {"state": State.DOING, **UNDONE, "enrolment_id": begun}
    return {"state": State.TO_DO, **UNDONE, "enrolment_id": None}


def done_values(assignment: Assignment, completion: Completion) -> dict[str, Any]:
    """The fields of a row that this completion closes; its validity is cut to the assignment's repeat already."""
    return {
        "state": State.DONE,
        "completed_on": completion.completed_on,
        "valid_until": completion.valid_until,
        "renew_from": renewal_from(assignment, completion.valid_until),
        "enrolment_id": completion.enrolment_id,
        "evidence_id": completion.evidence_id,
        "next_reminder_on": None,
    }


def let_go(setting: Setting, row: Requirement, before: Requirement | None) -> None:
    """Somebody who no longer matches keeps what they began as long as they are members, and what they completed."""
    here = setting.members.get(row.user_id, {})
    place = here.get(row.membership_id) or next(iter(here.values()), None)
    if place is None:
        stop(setting, row, before, StopReason.LEFT)
    elif row.state == State.DOING:
        follow(setting, row, before, place)
    else:
        stop(setting, row, before, StopReason.NO_MATCH)


def stop(setting: Setting, row: Requirement, before: Requirement | None, reason: str) -> None:
    """It is asked no longer; what was completed stays as it is, unless that was withdrawn and nothing else counts."""
    values = {"state": State.STOPPED, "stop_reason": reason, "stopped_on": setting.today, "next_reminder_on": None}
    if row.state == State.DONE:
        completions = setting.records.completions.get((row.user_id, row.module_id), [])
        if is_untold(row) or any(is_same(one, row) for one in completions):
            return
        after = before.completed_on if before else None
        found = best(setting.assignment, completions, today=setting.today, after=after)
        values = done_values(setting.assignment, found) if found else {**values, **UNDONE, "enrolment_id": None}
    if row.state != State.STOPPED:
        setting.changed.append((row, row.state, values))


def follow(setting: Setting, row: Requirement, before: Requirement | None, place: Place) -> None:
    """Bring a row of somebody who is still asked up to what their records, place and dates say."""
    is_active = setting.assignment.state == Assignment.State.ACTIVE
    was = row.state
    if was == State.STOPPED and not is_active:
        return
    after = before.completed_on if before else None
    if was == State.DONE:
        values = still_done(setting, row, place, after=after)
    else:
        values = as_recorded(setting, row, place, after=after)
    if was == State.STOPPED:
        values |= RUNNING
    if place.pk != row.membership_id:
        values["membership_id"] = place.pk
    if values.get("state", was) in Requirement.OPEN:
        values |= dates(setting, row, place, was=was)
    differing = {name: value for name, value in values.items() if getattr(row, name) != value}
    if differing:
        setting.changed.append((row, was, differing))
    if is_active and values.get("state", was) == State.DONE:
        assign_values(row, differing)
        open_next_cycle(setting, row, place)


def still_done(setting: Setting, row: Requirement, place: Place, *, after: date | None) -> dict[str, Any]:
    """What changes on a done row: a newer completion takes its place; without the one that closed it, it is open again.

    Once done stays done when its validity is over: that is what the next cycle is for.
    """
    completions = setting.records.completions.get((row.user_id, row.module_id), [])
    own = [one for one in completions if is_same(one, row)]
    if setting.redate and own:
        cut = [replace(one, valid_until=validity(setting.assignment, one)) for one in own]
        return done_values(setting.assignment, cut[-1])
    newer = [one for one in completions if row.completed_on is None or one.completed_on > row.completed_on]
    if (own or is_untold(row)) and best(setting.assignment, newer, today=setting.today) is None:
        return {}
    return as_recorded(setting, row, place, after=after)


def is_same(completion: Completion, row: Requirement) -> bool:
    """Whether this completion closed the row."""
    if row.evidence_id is not None:
        return completion.evidence_id == row.evidence_id
    return row.enrolment_id is not None and completion.enrolment_id == row.enrolment_id


def is_untold(row: Requirement) -> bool:
    """Whether nobody knows what closed the row."""
    return row.evidence_id is None and row.enrolment_id is None


def dates(setting: Setting, row: Requirement, place: Place, *, was: str) -> dict[str, Any]:
    """The dates of a row that is open now, when it was not or when the assignment's dates have changed."""
    due_on = row.due_on
    if setting.redate and row.cycle == 1:
        due_on = first_date(setting, place, asked_on=asked_on(setting, row))
    elif was == State.STOPPED and row.cycle == 1:
        due_on = first_date(setting, place, asked_on=setting.today)
    elif was in (State.EXEMPT, State.STOPPED, State.DONE):
        due_on = due_on_return(setting.assignment, due_on, today=setting.today)
    if was not in Requirement.OPEN or due_on != row.due_on:
        return {"due_on": due_on, "next_reminder_on": setting.today}
    return {}


def open_next_cycle(setting: Setting, row: Requirement, place: Place) -> None:
    """Ask again once the window before the end of a done row's validity has begun."""
    if row.state != State.DONE or row.renew_from is None or row.renew_from > setting.today:
        return
    again = Requirement(
        assignment=setting.assignment,
        user_id=row.user_id,
        module_id=row.module_id,
        membership_id=place.pk,
        cycle=row.cycle + 1,
        due_on=due_on_return(setting.assignment, row.valid_until, today=setting.today)
        if setting.redate
        else row.valid_until,
    )
    assign_values(again, as_recorded(setting, again, place, after=row.completed_on))
    again.next_reminder_on = setting.today if again.state in Requirement.OPEN else None
    again.created_at = setting.made_at
    setting.new.append(again)


def asked_on(setting: Setting, row: Requirement) -> date:
    """The day on which the row was made; that of assigning where the first sweep came at most a day late."""
    day = timezone.localtime(row.created_at).date()
    return day if day - setting.assigned_on > timedelta(days=1) else setting.assigned_on


def assign_values(row: Requirement, values: dict[str, Any]) -> None:
    """Set the fields on the object."""
    for name, value in values.items():
        setattr(row, name, value)


def write(setting: Setting) -> set[int]:
    """Write what was decided, rows with the same change together; returns the memberships to sum up anew."""
    touched = {row.membership_id for row in setting.new}
    together: dict[tuple[str, tuple[tuple[str, Any], ...]], list[int]] = defaultdict(list)
    for row, was, fields in setting.changed:
        touched |= {row.membership_id, fields.get("membership_id", row.membership_id)}
        together[was, tuple(sorted(fields.items()))].append(row.pk)
    for (was, values), keys in together.items():
        Requirement.objects.filter(pk__in=keys, state=was).update(**dict(values))
    Requirement.objects.bulk_create(setting.new, ignore_conflicts=True, batch_size=2000)
    return touched
