"""An assignment in words: who, by when, how often; for its pages and for the lead's last look before assigning."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.models import Assignment
from lms.design_system.wording import day, day_long
from lms.editorial.models import Nation

Audience = Assignment.Audience


def either(words: list[str]) -> str:
    """For example "a, b or c"."""
    if len(words) < 2:
        return "".join(words)
    return _("%(others)s or %(last)s") % {"others": ", ".join(words[:-1]), "last": words[-1]}


def where(assignment: Assignment) -> str:
    """The organisation, and whether its units belong."""
    if assignment.include_units and assignment.organisation.numchild:
        return _("%(name)s and its units") % {"name": assignment.organisation}
    return str(assignment.organisation)


def who(assignment: Assignment) -> str:
    """For example "People whose job role is Call handler, in Haverley Police and its units"."""
    place = {"where": where(assignment)}
    if assignment.audience == Audience.TEAMS:
        names = [team.name for team in assignment.teams.all()]
        place["teams"] = either(names)
        return ngettext("The team %(teams)s in %(where)s", "The teams %(teams)s in %(where)s", len(names)) % place
    if assignment.audience == Audience.PEOPLE:
        count = assignment.people.count()
        return ngettext("%(count)d chosen person in %(where)s", "%(count)d chosen people in %(where)s", count) % {
            "count": count,
            **place,
        }
    if assignment.audience == Audience.RULE:
        return _("People in %(where)s %(rule)s") % {**place, "rule": rule(assignment)}
    return _("Everyone in %(where)s") % place


def rule(assignment: Assignment) -> str:
    """What people have to match, as the end of a sentence about them."""
    parts = []
    if assignment.job_roles:
        parts.append(_("whose job role is %(roles)s") % {"roles": either(list(assignment.job_roles))})
    if assignment.first_responders_only:
        parts.append(_("who work for a first responder"))
    if assignment.child_facing_only:
        parts.append(_("who work with children"))
    if assignment.nation:
        parts.append(_("who work in %(nation)s") % {"nation": Nation(assignment.nation).label})
    if assignment.joined_after:
        parts.append(_("who joined after %(day)s") % {"day": day(assignment.joined_after)})
    if len(parts) < 2:
        return "".join(parts)
    return _("%(others)s and %(last)s") % {"others": ", ".join(parts[:-1]), "last": parts[-1]}


def due(assignment: Assignment) -> str:
    """For example "Friday 12 June 2026"."""
    if assignment.due_on:
        return day_long(assignment.due_on)
    if assignment.days_after_joining:
        return days_after_joining(assignment.days_after_joining)
    return _("No date")


def days_after_joining(days: int) -> str:
    return ngettext("%(days)d day after each person joins", "%(days)d days after each person joins", days) % {
        "days": days
    }


def joiners(assignment: Assignment) -> str:
    """Whether those who join later get it, and by when."""
    if not assignment.include_joiners or assignment.audience == Audience.PEOPLE:
        return _("No, only those who match on the day of assigning")
    days = assignment.days_after_joining
    if days and assignment.due_on:
        return ngettext("Yes, %(days)d day after they join", "Yes, %(days)d days after they join", days) % {
            "days": days
        }
    return _("Yes")


def repeats(assignment: Assignment) -> str:
    """For example "Every 24 months, from 90 days before"."""
    months = assignment.repeat_months
    if not months:
        return _("No, once is enough")
    every = ngettext("Every %(months)d month", "Every %(months)d months", months) % {"months": months}
    before = ngettext("from %(days)d day before", "from %(days)d days before", assignment.window_days)
    return f"{every}, {before % {'days': assignment.window_days}}"


def firmness(assignment: Assignment) -> str:
    """Required or recommended."""
    return _("Required") if assignment.is_mandatory else _("Recommended, not required")


def reminders(assignment: Assignment) -> str:
    """When people are reminded."""
    if not assignment.is_mandatory:
        return _("None")
    return _("14 and 3 days before, on the day, then weekly, 4 times at most")
