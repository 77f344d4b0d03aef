"""Cells of exported files: no cell may be taken for a formula by the program that opens it."""

import re
from datetime import date, datetime
from typing import Any

from django.utils import timezone

# Spaces of any kind before it do not make a formula harmless; the wide forms are read as the narrow ones.
BLANKS = "[ \t\r\n\v\f\u00a0\u2007\u202f\u3000\ufeff]"
STARTS_LIKE_A_FORMULA = f"^(?:{BLANKS}*[=+@＝＋－＠-]|[ \u00a0]*[\t\r\n])"
FORMULA = re.compile(STARTS_LIKE_A_FORMULA)


def safe_text(text: str) -> str:
    """The text, with an apostrophe before it if a spreadsheet might take it for a formula."""
    return f"'{text}" if FORMULA.match(text) else text


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
