"""Dates, times, lengths and sizes in words."""

from datetime import UTC, date, datetime

import pytest

from lms.design_system import wording

NOW = datetime(2026, 5, 5, 14, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (datetime(2026, 5, 5, 13, 58, tzinfo=UTC), "today at 14:58"),
        (datetime(2026, 5, 4, 15, 12, tzinfo=UTC), "yesterday at 16:12"),
        (datetime(2026, 5, 4, 23, 30, tzinfo=UTC), "today at 00:30"),
        (datetime(2026, 4, 4, 17, 40, tzinfo=UTC), "4 April 2026 at 18:40"),
        (datetime(2026, 1, 4, 18, 40, tzinfo=UTC), "4 January 2026 at 18:40"),
        (date(2026, 5, 5), "today"),
        (date(2026, 5, 4), "yesterday"),
        (date(2026, 5, 3), "3 May 2026"),
    ],
)
def test_a_moment_is_said_from_the_reader_s_day_in_british_time(moment, words):
    assert wording.when(moment, at=NOW) == words


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 5, 5), "Today"),
        (date(2026, 5, 6), "Tomorrow"),
        (date(2026, 5, 14), "In 9 days"),
        (date(2026, 5, 4), "1 day late"),
        (date(2026, 5, 1), "4 days late"),
    ],
)
def test_days_are_counted_from_today(day, words):
    assert wording.in_days(day, at=NOW) == words


def test_a_day_to_act_on_names_the_weekday():
    assert wording.day_long(date(2026, 6, 12)) == "Friday 12 June 2026"


@pytest.mark.parametrize(("number", "words"), [(1, "1 minute"), (25, "25 minutes")])
def test_minutes_agree_in_number(number, words):
    assert wording.minutes(number) == words


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (1, "1 byte"),
        (999, "999 bytes"),
        (48_200, "48 KB"),
        (999_600, "1 MB"),
        (1_240_000, "1.2 MB"),
        (12_600_000, "13 MB"),
    ],
)
def test_file_sizes_are_plain(size, words):
    assert wording.filesize(size) == words
