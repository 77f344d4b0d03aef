"""How reports say a length of time."""

import pytest

from lms.reports.templatetags.reports import spent


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (1, "1 second"),
        (45, "45 seconds"),
        (360, "6 min"),
        (680, "11 min 20 s"),
        (3900, "1 h 5 min"),
    ],
)
def test_a_length_of_time_is_said_in_one_unbroken_line(seconds, text):
    assert spent(seconds) == text.replace(" ", "\N{NO-BREAK SPACE}")
