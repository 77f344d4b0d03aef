"""The starter library of law and reports. In texts, [[slug|words]] ties words to the glossary."""

from lms.demo.content.law.acts import ACTS
from lms.demo.content.law.guidance import GUIDANCE
from lms.demo.content.law.reports import REPORTS

__all__ = ["CHECKED_ON", "DATES_UNCHECKED", "ITEMS", "REVIEW_ON"]

ITEMS = [*ACTS, *GUIDANCE, *REPORTS]
CHECKED_ON = "2026-04-28"
REVIEW_ON = "2027-04-28"
DATES_UNCHECKED = (
    "<p>The days on this page were not read in the source. An editor has to check each of them before anybody relies "
    "on it.</p>"
)
