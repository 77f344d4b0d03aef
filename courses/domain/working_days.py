"""Working days: Monday to Friday without the bank holidays of England and Wales, which are reckoned and not listed."""

from datetime import date, timedelta
from functools import cache

from dateutil.easter import easter

DAY = timedelta(days=1)


@cache
def bank_holidays(year: int) -> frozenset[date]:
    """The days of the Banking and Financial Dealings Act 1971, schedule 1, with Good Friday and Christmas.

    A holiday at a weekend moves to the next weekday that is not one already. Single holidays by proclamation are not
    known here: on such a day reminders go as on any other.
    """
    sunday = easter(year)
    days = {
        sunday - 2 * DAY,
        sunday + DAY,
        _first_monday(date(year, 5, 1)),
        _first_monday(date(year, 5, 25)),
        _first_monday(date(year, 8, 25)),
    }
    for fixed in (date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)):
        day = fixed
        while day.weekday() > 4 or day in days:
            day += DAY
        days.add(day)
    return frozenset(days)


def is_working_day(day: date) -> bool:
    """Whether people are at work."""
    return day.weekday() < 5 and day not in bank_holidays(day.year)


def working_day_from(day: date) -> date:
    """The day itself, or the first working day after it."""
    while not is_working_day(day):
        day += DAY
    return day


def working_day_until(day: date) -> date:
    """The day itself, or the last working day before it."""
    while not is_working_day(day):
        day -= DAY
    return day


def _first_monday(day: date) -> date:
    """The first Monday on or after a day."""
    return day + timedelta(days=-day.weekday() % 7)
