"""How dates, times, lengths of time and file sizes are said on screen."""

from datetime import date, datetime, time

from django.utils import timezone
from django.utils.dateformat import format as dateformat
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

Moment = date | datetime


def local_date(value: Moment) -> date:
    """The calendar day of a date or of a moment, in the time zone of the reader."""
    if isinstance(value, datetime):
        return timezone.localtime(value).date() if timezone.is_aware(value) else value.date()
    return value


def day(value: Moment) -> str:
    """For example "5 May 2026"."""
    return dateformat(local_date(value), "j F Y")


def day_long(value: Moment) -> str:
    """For example "Friday 12 June 2026", for a day on which someone must act."""
    return dateformat(local_date(value), "l j F Y")


def clock(value: datetime | time) -> str:
    """For example "09:00"."""
    if isinstance(value, datetime) and timezone.is_aware(value):
        value = timezone.localtime(value)
    return value.strftime("%H:%M")


def when(value: Moment, at: datetime | None = None) -> str:
    """For example "today at 14:58", "yesterday at 16:12", "4 May 2026 at 18:40"; a plain date has no time."""
    today = local_date(at or timezone.now())
    days_ago = (today - local_date(value)).days
    if not isinstance(value, datetime):
        return {0: _("today"), 1: _("yesterday")}.get(days_ago) or day(value)
    words = {"day": day(value), "time": clock(value)}
    if days_ago == 0:
        return _("today at %(time)s") % words
    if days_ago == 1:
        return _("yesterday at %(time)s") % words
    return _("%(day)s at %(time)s") % words


def in_days(value: Moment, at: datetime | None = None) -> str:
    """For example "Today", "Tomorrow", "In 9 days", "4 days late"."""
    days = (local_date(value) - local_date(at or timezone.now())).days
    if days == 0:
        return _("Today")
    if days == 1:
        return _("Tomorrow")
    if days > 1:
        return ngettext("In %(days)d day", "In %(days)d days", days) % {"days": days}
    return ngettext("%(days)d day late", "%(days)d days late", -days) % {"days": -days}


def minutes(number: int) -> str:
    """For example "25 minutes", "1 minute"."""
    return ngettext("%(number)d minute", "%(number)d minutes", number) % {"number": number}


def filesize(size: int) -> str:
    """For example "48 KB", "1.2 MB"; counted in thousands, as file managers of today count."""
    if size < 1000:
        return ngettext("%(size)d byte", "%(size)d bytes", size) % {"size": size}
    for unit in ("KB", "MB"):
        size_in_unit = size / 1000
        if size_in_unit < 999.5 or unit == "MB":
            text = f"{size_in_unit:.1f}" if size_in_unit < 10 and unit == "MB" else f"{size_in_unit:.0f}"
            return f"{text.removesuffix('.0')} {unit}"
        size = round(size_in_unit)
    return ""
