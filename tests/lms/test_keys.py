"""Keys of rows as somebody else writes them: numbers that a row can have, and nothing else."""

import pytest

from lms.keys import key_in


@pytest.mark.parametrize(
    ("text", "key"),
    [("0", 0), ("17", 17), ("007", 7), ("9" * 18, 10**18 - 1)]
    + [(text, None) for text in ("", "x", "-1", " 1", "1.0", "²", "9" * 19, "9" * 5000)],
    ids=lambda value: str(value)[:20],
)
def test_only_a_number_that_a_row_can_have_is_a_key(text, key):
    assert key_in(text) == key
