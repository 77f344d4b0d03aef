"""Refusals and warnings of packages in the reader's language; courses.scorm keeps them as sentences with values."""

import json
from typing import Any

from django.utils.translation import gettext as _


def in_words(kept: dict[str, Any] | str) -> str:
    """The sentence translated, its values filled in; text that was kept as it is stays as it is."""
    if isinstance(kept, str):
        return kept
    return _(kept["key"]) % kept["values"] if kept["values"] else _(kept["key"])


def refusal_in_words(kept: str) -> str:
    """The same for a refusal, which is kept as text."""
    return in_words(json.loads(kept)) if kept.startswith("{") else kept
