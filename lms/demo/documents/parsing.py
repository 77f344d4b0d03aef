"""Reads a sample document from its text file: facts at the top, then sections with paragraphs, lists and tables.

title: Terms of reference          one fact on each line; "before" and "version" may come again
version: 2 | 2026-03-20 | What changed

## Members (since 2)               a section, and the first or the last version that has it ("until 1"),
                                   or "in the file" for what a page leaves to its file
A paragraph on one line.
- a list                           or "1. a list" with numbers
| Caption of the table
| Head | Head
| Cell | Cell
"""

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from lms.demo.documents.drafts import Block, Draft, Section, sections_of

HEADING = re.compile(r"## (?P<title>.+?)(?: \((?:(?P<side>since|until) (?P<number>\d+)|(?P<file>in the file))\))?$")
ITEM = re.compile(r"(?P<mark>-|\d+\.) (?P<text>.+)$")
LISTS = {"goes_with", "rests_on", "nations", "formats"}
MANY = {"before", "version"}


@dataclass(frozen=True)
class Version:
    """A version as its line gives it."""

    number: str
    approved_on: date
    what_changed: str


@dataclass
class Sample:
    """A sample document: its facts, its versions with the newest first, and all sections it ever had."""

    slug: str
    facts: dict[str, str] = field(default_factory=dict)
    lists: dict[str, list[str]] = field(default_factory=dict)
    sections: list[Section] = field(default_factory=list)

    @property
    def page_sections(self) -> list[Section]:
        """The sections that a page shows."""
        return [section for section in self.sections if not section.in_file_only]

    @property
    def file_sections(self) -> list[Section]:
        """The sections that are left to the file."""
        return [section for section in self.sections if section.in_file_only]

    @property
    def versions(self) -> list[Version]:
        parts = [line.split(" | ") for line in self.lists["version"]]
        return [Version(number, date.fromisoformat(on), changed) for number, on, changed in parts]

    def draft(self, version: Version, *, kind: str) -> Draft:
        """One version of it, ready to be set."""
        return Draft(
            title=self.facts["title"],
            kind=kind,
            version=version.number,
            approved_on=version.approved_on,
            organisation=self.facts["organisation"],
            owner=self.facts["owner"],
            sections=sections_of(self.sections, version=int(version.number)),
        )


def read_sample(path: Path) -> Sample:
    """The sample document of a text file, named by its address. Raises ValueError for a line that is none of these."""
    head, _blank, body = path.read_text(encoding="utf-8").partition("\n\n")
    sample = Sample(path.stem)
    for line in head.splitlines():
        name, colon, value = line.partition(": ")
        if not colon:
            raise ValueError(f"{path.name}: {line!r} is no fact")
        name = name.replace(" ", "_")
        if name in LISTS:
            sample.lists[name] = [part.strip() for part in value.split(",")]
        elif name in MANY:
            sample.lists.setdefault(name, []).append(value)
        else:
            sample.facts[name] = value
    for line in filter(None, body.splitlines()):
        heading = HEADING.match(line)
        if heading:
            sides = {heading["side"]: int(heading["number"])} if heading["side"] else {}
            sample.sections.append(Section(heading["title"], [], in_file_only=bool(heading["file"]), **sides))
        elif not sample.sections:
            raise ValueError(f"{path.name}: {line!r} stands before the first section")
        else:
            take(sample.sections[-1].blocks, line)
    return sample


def take(blocks: list[Block], line: str) -> None:
    """Put a line into the blocks: into the list or table above it, or as a block of its own."""
    item = ITEM.match(line)
    last = blocks[-1] if blocks else ("",)
    if line.startswith("|"):
        cells = [cell.strip() for cell in line[1:].split("|")]
        if last[0] != "table" or (len(cells) == 1 and last[2]):
            blocks.append(("table", cells[0], [], []))
        elif not last[2]:
            last[2].extend(cells)
        else:
            last[3].append(cells)
    elif item:
        kind = "ul" if item["mark"] == "-" else "ol"
        if last[0] != kind:
            blocks.append((kind, []))
        blocks[-1][1].append(item["text"])
    else:
        blocks.append(("p", line))
