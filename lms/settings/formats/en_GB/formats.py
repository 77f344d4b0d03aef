"""Dates and times as the site says them, where the Wagtail admin writes them: 5 May 2026, 09:00."""

DATE_FORMAT = "j F Y"
TIME_FORMAT = "H:i"
DATETIME_FORMAT = "j F Y, H:i"
