"""What one cell of a list says: plain text, a day, yes or no, an e-mail, a name."""

import re
import unicodedata
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

LONGEST = 500
INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
SHIELDED = re.compile(r"^'(?=[=+\-@])")
YES = {"yes", "y", "true", "t", "1", "x", "✓"}
NO = {"no", "n", "false", "f", "0", "-"}
DAY_FORMATS = (
    "%Y-%m-%d",
    "%d/%m/%Y",
    "%d-%m-%Y",
    "%d.%m.%Y",
    "%d/%m/%y",
    "%d %B %Y",
    "%d %b %Y",
    "%d-%b-%Y",
    "%d-%b-%y",
)


class CellError(ValueError):
    """What a cell says cannot be used; the message may be shown."""


def clean(value: object) -> str:
    """A cell as text: dates in ISO form, no invisible or control characters, single spaces, at most 500 characters.

    The apostrophe that shields a formula in our own downloads is taken off again.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = unicodedata.normalize("NFC", INVISIBLE.sub("", str(value)[: LONGEST * 4]))
    text = "".join(
        " " if char.isspace() else char
        for char in text
        if char.isspace() or unicodedata.category(char) not in ("Cc", "Cs", "Cn")
    )
    return SHIELDED.sub("", " ".join(text.split()))[:LONGEST]


def read_day(text: str) -> date:
    """4 May 2026 as 2026-05-04, 04/05/2026, 4 May 2026 and the like, the day always before the month.

    Raises CellError.
    """
    plain = re.sub(r"[T ]\d{1,2}:\d{2}(:\d{2})?.*$", "", text)
    for form in DAY_FORMATS:
        try:
            found = datetime.strptime(plain, form).date()
        except ValueError:
            continue
        if 1930 <= found.year <= 2100:
            return found
    raise CellError(_("“%(text)s” is not a date. Write it like 2026-05-04 or 04/05/2026.") % {"text": text})


def read_yes_no(text: str) -> bool:
    """Whether a cell says yes. Raises CellError for what is neither yes nor no."""
    if text.lower() in YES:
        return True
    if text.lower() in NO:
        return False
    raise CellError(_("“%(text)s” is neither yes nor no") % {"text": text})


def read_email(text: str) -> str:
    """An address in small letters. Raises CellError, saying what is missing."""
    text = text.lower().removeprefix("mailto:")
    if not text:
        raise CellError(_("E-mail is empty"))
    if "@" not in text:
        raise CellError(_("The e-mail is missing its @: %(text)s") % {"text": text})
    if " " in text:
        raise CellError(_("The e-mail has a space in it: %(text)s") % {"text": text})
    try:
        validate_email(text)
    except ValidationError as error:
        raise CellError(_("This is not a complete e-mail: %(text)s") % {"text": text}) from error
    if len(text) > 254:
        raise CellError(_("The e-mail is longer than 254 characters"))
    return text


def read_name(*, first: str, last: str, full: str) -> tuple[str, str]:
    """First and last name, from two cells or from one that says "Last, First" or "First Last".

    Raises CellError for no name, or one longer than the 80 characters that fit.
    """
    if not first and not last and full:
        if "," in full:
            last, _comma, first = (part.strip() for part in full.partition(","))
        else:
            first, _space, last = (part.strip() for part in full.rpartition(" "))
    if not first and not last:
        raise CellError(_("Name is empty"))
    if max(len(first), len(last)) > 80:
        raise CellError(_("The name is longer than 80 characters"))
    return first, last
