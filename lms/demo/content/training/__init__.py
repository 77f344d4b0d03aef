"""The starter training library: four trainings that the field names, and made-up ones. Nothing here is endorsed.

Each entry: address, title, provider, address there, first paragraph, tier, format, minutes, sectors, about whom,
kinds of exploitation, nations, and what it rests on.
"""

from lms.demo.content.training.made_up import MADE_UP
from lms.demo.content.training.named import NAMED

__all__ = ["ABOUT_MADE_UP", "CHECKED_ON", "ENTRIES", "REVIEW_ON"]

ENTRIES = [*NAMED, *MADE_UP]
CHECKED_ON = "2026-04-28"
REVIEW_ON = "2027-04-28"
ABOUT_MADE_UP = (
    "<h2>A made-up entry</h2><p>Neither the provider nor the training exists. It shows how an entry looks, and an "
    "editor takes it away before the site is used.</p>"
)
