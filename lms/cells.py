"""Cells of files that a spreadsheet may open: no text in them may be taken for a formula."""

import re

# Spaces of any kind before it do not make a formula harmless; the wide forms are read as the narrow ones.
BLANKS = "[ \t\r\n\v\f\u00a0\u2007\u202f\u3000\ufeff]"
STARTS_LIKE_A_FORMULA = f"^(?:{BLANKS}*[=+@＝＋－＠-]|[ \u00a0]*[\t\r\n])"
FORMULA = re.compile(STARTS_LIKE_A_FORMULA)
# What workbooks and feeds cannot hold (XML 1.0, section 2.2): control characters, halves of pairs, two noncharacters.
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def safe_text(text: str) -> str:
    """The text, with an apostrophe before it if a spreadsheet might take it for a formula."""
    return f"'{text}" if FORMULA.match(text) else text


def printable(text: str) -> str:
    """The text with a space for each character that a workbook or a feed cannot hold."""
    return NOT_IN_XML.sub(" ", text)
