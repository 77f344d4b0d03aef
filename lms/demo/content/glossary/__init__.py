"""The starter glossary: address, term, what it stands for, other names, meaning, and the authorities it rests on."""

from lms.demo.content.glossary.a_to_h import FIRST_TERMS
from lms.demo.content.glossary.i_to_z import LAST_TERMS

__all__ = ["CHECKED_ON", "REVIEW_ON", "TERMS", "UK"]

TERMS = [*FIRST_TERMS, *LAST_TERMS]
UK = ["england", "wales", "scotland", "northern-ireland"]
CHECKED_ON = "2026-04-28"
REVIEW_ON = "2027-04-28"
