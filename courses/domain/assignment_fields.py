"""The fields of an assignment as a lead sets them: which there are, what differs, and what a lead may not ask."""

from datetime import date, datetime
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext as _

from courses.models import Assignment
from lms.people.domain.access import leads, people_visible_to
from lms.people.models import User

Audience = Assignment.Audience
LISTS = ("teams", "people")
AUDIENCE = (
    "audience", "include_units", "teams", "people", "job_roles", "first_responders_only", "child_facing_only",
    "nation", "joined_after",
)  # fmt: skip
TIMING = ("due_on", "days_after_joining", "include_joiners", "repeat_months", "window_days", "is_mandatory", "reason")
REDATING = {"due_on", "days_after_joining", "repeat_months", "window_days", "is_mandatory"}
OF_CHANGE = {*AUDIENCE, *TIMING}
OF_DRAFT = {"organisation", "module", "course", *OF_CHANGE}


class AssigningError(Exception):
    """Why something cannot be assigned or changed; the message can be shown."""


def check_names(fields: dict[str, Any], known: set[str]) -> None:
    """Raise TypeError for a field that cannot be set this way."""
    if set(fields) - known:
        raise TypeError(f"No such fields of an assignment: {sorted(set(fields) - known)}")


def set_fields(assignment: Assignment, fields: dict[str, Any]) -> None:
    """Set fields on the object; lists are rows of their own and left out."""
    for name, value in fields.items():
        if name not in LISTS:
            setattr(assignment, name, value)


def set_lists(assignment: Assignment, fields: dict[str, Any]) -> None:
    """Replace the teams and people that are among the fields."""
    for name in LISTS:
        if name in fields:
            getattr(assignment, name).set(fields[name])


def value_of(assignment: Assignment, name: str) -> Any:
    """The value of a field; of a list, the keys of its rows in order."""
    if name in LISTS:
        return sorted(getattr(assignment, name).values_list("pk", flat=True))
    return getattr(assignment, name)


def differing(assignment: Assignment, changes: dict[str, Any]) -> dict[str, Any]:
    """Those of the changes that would make a difference."""
    return {
        name: value
        for name, value in changes.items()
        if value_of(assignment, name) != (sorted(row.pk for row in value) if name in LISTS else value)
    }


def plain(value: Any) -> Any:
    """A value as the audit trail keeps it: lists of rows as their number, days as text."""
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return len(value) if any(isinstance(one, Model | int) for one in value) else list(value)
    return value


def check_led(actor: User, assignment: Assignment) -> None:
    """Raise AssigningError unless the actor leads the assignment's organisation."""
    if not leads(actor, organisation_id=assignment.organisation_id):
        raise AssigningError(_("You can assign training only in organisations that you lead."))


def check_audience(actor: User, assignment: Assignment, *, complete: bool) -> None:
    """Raise AssigningError for a team outside the organisation, or a person the actor does not see.

    With `complete`, also when what the kind of audience needs is missing: a team, a person, or something to match.
    """
    path, with_units = assignment.organisation.path, assignment.include_units
    teams = list(assignment.teams.select_related("organisation"))
    for team in teams if assignment.audience == Audience.TEAMS else []:
        inside = team.organisation.path.startswith(path) if with_units else team.organisation.path == path
        if not inside:
            raise AssigningError(_("%(team)s is not a team of this organisation.") % {"team": team})
    if assignment.people.exclude(pk__in=people_visible_to(actor).values("pk")).exists():
        raise AssigningError(_("You can choose only people of organisations that you lead."))
    if not complete:
        return
    if assignment.audience == Audience.TEAMS and not teams:
        raise AssigningError(_("Choose at least one team."))
    if assignment.audience == Audience.PEOPLE and not assignment.people.exists():
        raise AssigningError(_("Choose at least one person."))
    rule = (
        assignment.job_roles,
        assignment.first_responders_only,
        assignment.child_facing_only,
        assignment.nation,
        assignment.joined_after,
    )
    if assignment.audience == Audience.RULE and not any(rule):
        raise AssigningError(_("Choose at least one thing that people have to match."))
