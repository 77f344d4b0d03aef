"""A package's page with one script of the player's before all of its own. Knows no Django.

Only for browsers that refuse web storage in frames of another site: there every page that touches localStorage fails,
and whole courses stay blank (entry-storage.js stands in for it).
"""

import re

LOOKED_THROUGH = 64 * 1024
COMMENT = rb"<!--.*?(?:-->|\Z)"  # one that never ends runs to the end, which is also quick to find
SCRIPT = re.compile(rb"<script\b", re.IGNORECASE)
PLACES = [re.compile(tag, re.IGNORECASE) for tag in (rb"<head\b[^<>]*+>", rb"<html\b[^<>]*+>", rb"<!doctype\b[^<>]*+>")]
WIDE = (b"\xff\xfe", b"\xfe\xff")


def with_first_script(page: bytes, address: str) -> bytes:
    """The page with the script at the start of its head, and before any other; unchanged if its letters are wide."""
    if page.startswith(WIDE):
        return page
    start = page[:LOOKED_THROUGH]
    plain = re.sub(COMMENT, lambda comment: b" " * len(comment.group()), start, flags=re.DOTALL)
    found = next((match for place in PLACES if (match := place.search(plain))), None)
    at = found.end() if found else 3 if start.startswith(b"\xef\xbb\xbf") else 0
    early = SCRIPT.search(plain, 0, at)
    at = early.start() if early else at
    return page[:at] + f'<script src="{address}"></script>'.encode() + page[at:]
