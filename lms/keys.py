"""Keys of rows as addresses, forms and texts name them: whoever wrote them may have written anything."""

LONGEST = 18  # digits: no database of ours holds a longer number


def key_in(text: str) -> int | None:
    """The key that a text names; None where it is no number, or a longer one than any row's."""
    return int(text) if text.isdecimal() and len(text) <= LONGEST else None
