"""Cells of exported files: dates and numbers in one form, and no text that might be taken for a formula."""

from datetime import date, datetime
from typing import Any

from django.utils import timezone

from lms.cells import safe_text


def cell(value: Any) -> Any:
    """A value as it goes into a file: safe text, dates as 2026-05-05, numbers as they are, nothing as "" ."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, int | float):
        return value
    if isinstance(value, datetime):
        return timezone.localtime(value).date().isoformat() if timezone.is_aware(value) else value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return safe_text(str(value))
