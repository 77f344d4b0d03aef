"""Whom an assignment is for: the current memberships that match it, and the modules it asks of them."""

from collections.abc import Collection
from datetime import date, datetime

from django.db.models import Q, QuerySet
from django.db.models.functions import Lower, Trim
from django.utils import timezone

from courses.models import Assignment, Module
from lms.people.domain.access import units_of as units_of
from lms.people.models import Membership

Audience = Assignment.Audience


def modules_of(assignment: Assignment) -> list[Module]:
    """The modules asked: the assigned one, or the published ones of the course in its order. One query."""
    if assignment.module_id is not None:
        return list(Module.objects.filter(pk=assignment.module_id))
    listed = Module.objects.filter(course_modules__course=assignment.course_id, live=True)
    return list(listed.order_by("course_modules__sort_order", "course_modules__pk"))


def day_of(at: datetime | None) -> date | None:
    """The day in local time; None of None."""
    return timezone.localtime(at).date() if at else None


def in_scope(assignment: Assignment, *, units: Collection[int] | None = None) -> Q:
    """Memberships in the organisation, or in it and its units (by key, where known): a condition on Membership."""
    if assignment.include_units and units is not None:
        return Q(organisation__in=units)
    return in_tree(assignment) if assignment.include_units else Q(organisation=assignment.organisation_id)


def in_tree(assignment: Assignment) -> Q:
    """Memberships in the organisation or anywhere below it, whether its units get the assignment or not."""
    return Q(organisation__in=units_of(assignment.organisation_id))


def matching_memberships(
    assignment: Assignment, *, today: date | None = None, units: Collection[int] | None = None
) -> QuerySet[Membership]:
    """The current memberships the assignment is for, as of `today`; works for a draft as well.

    Somebody who belongs to two matching units is there twice. Without joiners, whoever joined after the day of
    assigning is left out. `units` are the keys of the organisation and its units, for whoever has just read them: the
    database plans better for organisations it is told.
    """
    today = today or timezone.localdate()
    found = Membership.objects.current(today).filter(in_scope(assignment, units=units))
    assigned_on = day_of(assignment.assigned_at)
    if not assignment.include_joiners and assigned_on is not None:
        found = found.filter(started_on__lte=assigned_on)
    if assignment.audience == Audience.TEAMS:
        return found.filter(team__in=assignment.teams.values("pk"))
    if assignment.audience == Audience.PEOPLE:
        return found.filter(user__in=assignment.people.values("pk"))
    if assignment.audience == Audience.RULE:
        return meeting_rule(found, assignment)
    return found


def meeting_rule(found: QuerySet[Membership], assignment: Assignment) -> QuerySet[Membership]:
    """Those of the memberships that meet every part of the assignment's rule; a part left empty asks nothing."""
    if assignment.job_roles:
        roles = [str(role).strip() for role in assignment.job_roles]
        found = found.alias(plain_role=Lower(Trim("job_role")))
        # Not every database knows the small letters of other alphabets, so the role as it is written counts too.
        found = found.filter(Q(plain_role__in=[role.lower() for role in roles]) | Q(job_role__in=roles))
    if assignment.first_responders_only:
        found = found.filter(is_first_responder=True)
    if assignment.child_facing_only:
        found = found.filter(is_child_facing=True)
    if assignment.nation:
        found = found.filter(Q(nation=assignment.nation) | Q(nation="", organisation__nation=assignment.nation))
    if assignment.joined_after:
        found = found.filter(started_on__gt=assignment.joined_after)
    return found
