"""An assignment in words: who, by when, how often; for its pages and for the lead's last look before assigning."""

from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.domain.reminders import LAST_HOUR
from courses.domain.timetables import timetable_of
from courses.domain.working_days import working_day_from
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
        return ngettext("Yes, due %(days)d day after they join", "Yes, due %(days)d days after they join", days) % {
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
    return _("Required") if assignment.is_mandatory else _("Recommended")


def reminders(assignment: Assignment) -> str:
    """When people are reminded, as the organisation's timetable says."""
    timetable, _owner = timetable_of(assignment.organisation)
    if not timetable.is_on:
        return _("None")
    if not assignment.is_mandatory:
        return _("One e-mail when assigned") if timetable.on_assigning else _("None")
    parts = []
    if timetable.days_before:
        days = [str(days) for days in sorted(timetable.days_before, reverse=True)]
        parts.append(_("%(days)s days before") % {"days": both(days)})
    if timetable.on_the_day:
        parts.append(_("on the day"))
    if timetable.late_at_most:
        every = timetable.late_every_days
        often = _("weekly") if every == 7 else ngettext("every %(n)d day", "every %(n)d days", every) % {"n": every}
        times = timetable.late_at_most
        parts.append(
            ngettext("then %(often)s, %(times)d time at most", "then %(often)s, %(times)d times at most", times)
            % {"often": often, "times": times}
        )
    text = ", ".join(parts)
    return text[:1].upper() + text[1:] if text else _("None")


def both(words: list[str]) -> str:
    """For example "14 and 3"."""
    if len(words) < 2:
        return "".join(words)
    return _("%(others)s and %(last)s") % {"others": ", ".join(words[:-1]), "last": words[-1]}


def e_mails(assignment: Assignment, *, at: datetime | None = None) -> str:
    """When the e-mails about a new assignment go out: in the hour of the next working day."""
    timetable, _owner = timetable_of(assignment.organisation)
    if not timetable.is_on or not timetable.on_assigning:
        return _("No e-mail goes out about it.")
    now = timezone.localtime(at)
    day = working_day_from(now.date() + timedelta(days=1) if now.hour >= LAST_HOUR else now.date())
    if day == now.date() and now.hour >= timetable.hour:
        return _("E-mails go out today, within the hour.")
    return _("E-mails go out on %(day)s at %(hour)02d:00.") % {"day": day_long(day), "hour": timetable.hour}
