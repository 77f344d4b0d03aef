"""A sample document as data: sections of paragraphs, lists and tables, and which versions have which sections."""

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any

# Kinds of block: ("p", text), ("ul", [texts]), ("ol", [texts]), ("table", caption, [heads], [[cells]]).
Block = tuple[Any, ...]
PLACE_TO_FILL = re.compile(r"\[[^\]]+\]")
SAMPLE_NOTE = (
    "This is a sample. It is made up, no agency has signed it, and a UK subject expert must check it before anybody "
    "relies on it. Replace everything in square brackets, and ask your own legal and data protection advisers."
)


@dataclass(frozen=True)
class Section:
    """A heading and what is below it; `since` and `until` are the first and the last version that has it."""

    title: str
    blocks: list[Block]
    since: int = 1
    until: int = 99
    in_file_only: bool = False


@dataclass(frozen=True)
class Draft:
    """One version of a document, ready to be set."""

    title: str
    kind: str
    version: str
    approved_on: date
    organisation: str
    owner: str
    sections: list[Section] = field(default_factory=list)

    @property
    def facts(self) -> list[tuple[str, str]]:
        """What stands at the top of the document."""
        day = f"{self.approved_on.day} {self.approved_on:%B %Y}"
        return [
            ("Kind of document", self.kind),
            ("Version", f"{self.version}, approved on {day}"),
            ("Written by", self.organisation),
            ("Owner", self.owner),
        ]

    @property
    def texts(self) -> list[str]:
        """Every text in it, in order."""
        found: list[str] = []
        for section in self.sections:
            found.append(section.title)
            for block in section.blocks:
                found += texts_of(block)
        return found

    @property
    def places_to_fill(self) -> int:
        """How many places in square brackets there are."""
        return sum(len(PLACE_TO_FILL.findall(text)) for text in self.texts)


def texts_of(block: Block) -> list[str]:
    """The texts of a block."""
    if block[0] == "p":
        return [block[1]]
    if block[0] == "table":
        return [block[1], *block[2], *(cell for row in block[3] for cell in row)]
    return list(block[1])


def sections_of(sections: list[Section], *, version: int) -> list[Section]:
    """The sections that a version has."""
    return [section for section in sections if section.since <= version <= section.until]
