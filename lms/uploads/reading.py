"""Reads the words out of a document, in a process of its own with limits: `python -m lms.uploads.reading FILE KIND`.

A file may be broken, or made to take all of a machine: so it is read by kept libraries in a child process that may use
so much time and memory and no more, and whose end ends nothing else. This module knows no Django, to start quickly.
It writes JSON: {"text": ...}, or {"problem": ...} with one of PROBLEMS.
"""

import csv
import json
import re
import resource
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from lms.uploads.archives import TooManyMembers, open_archive

READABLE = {"docx", "pdf", "odt", "ods", "odp", "xlsx", "pptx", "csv", "txt"}
ZIPPED = READABLE - {"pdf", "csv", "txt"}
MOST_LETTERS = 400_000
MOST_PAGES = 600
MOST_UNPACKED = 150 * 1024 * 1024
MOST_MEMBERS = 5_000
SECONDS_OF_WORK = 30
BYTES_OF_MEMORY = 1536 * 1024 * 1024
SLIDE = re.compile(r"ppt/(?:slides|notesSlides)/(?P<kind>slide|notesSlide)(?P<number>\d{1,6})\.xml")
TOO_LARGE, BROKEN, NO_WORDS = "too large", "broken", "no words"
PROBLEMS = {TOO_LARGE, BROKEN, NO_WORDS}


class TooLarge(Exception):
    """The file would unpack to more than we read."""


def read(path: Path, kind: str) -> str:
    """The words of a file of one of the READABLE kinds, at most MOST_LETTERS of them.

    Raises TooLarge, and whatever the library raises when the file is broken.
    """
    if kind in ZIPPED:
        check_size(path)
    parts, length = [], 0
    for part in READERS[kind](path):
        words = " ".join(part.split())
        if words:
            parts.append(words[: MOST_LETTERS - length])
            length += len(words) + 1
        if length >= MOST_LETTERS:
            break
    # Half a letter of two, which broken PDF files hold, can be stored nowhere.
    return "\n".join(parts)[:MOST_LETTERS].encode("utf-8", "replace").decode()


def check_size(path: Path) -> None:
    """Raise TooLarge when the members of a ZIP file say that they unpack to too much; none gives more than it says."""
    with path.open("rb") as file:
        try:
            members = open_archive(file, members=MOST_MEMBERS).infolist()
        except TooManyMembers as error:
            raise TooLarge from error
    if sum(member.file_size for member in members) > MOST_UNPACKED:
        raise TooLarge


def parts_of_docx(path: Path) -> Iterator[str]:
    """Paragraphs and cells in order, as python-docx reads them."""
    from docx import Document
    from docx.table import Table

    def within(container) -> Iterator[str]:
        for block in container.iter_inner_content():
            if isinstance(block, Table):
                for row in block.rows:
                    for cell in dict.fromkeys(row.cells):
                        yield from within(cell)
            else:
                yield block.text

    yield from within(Document(str(path)))


def parts_of_pdf(path: Path) -> Iterator[str]:
    """Pages, as pypdf reads them."""
    from pypdf import PdfReader

    for number, page in enumerate(PdfReader(path).pages):
        if number >= MOST_PAGES:
            return
        yield page.extract_text()


def parts_of_open_document(path: Path) -> Iterator[str]:
    """Headings and paragraphs of a text, of the cells of a sheet or of slides, as odfdo reads them."""
    from odfdo import Document

    for element in Document(str(path)).body.get_elements("//text:h | //text:p"):
        yield element.inner_text


def parts_of_pptx(path: Path) -> Iterator[str]:
    """Paragraphs of slides and of notes by the numbers of their files, which need not be those on screen.

    No library that is kept here reads them.
    """
    from defusedxml.ElementTree import iterparse

    with zipfile.ZipFile(path) as archive:
        found = [match for name in archive.namelist() if (match := SLIDE.fullmatch(name))]
        for match in sorted(found, key=lambda match: (int(match["number"]), match["kind"] == "notesSlide")):
            with archive.open(match.string) as slide:
                for _event, element in iterparse(slide, forbid_dtd=True):
                    if element.tag.endswith("}p"):
                        yield "".join(words_of_slide(element))
                        element.clear()


def words_of_slide(paragraph) -> Iterator[str]:
    """The runs of a paragraph of a slide, and a space for a line break or a tab."""
    for element in paragraph.iter():
        name = element.tag.rpartition("}")[2]
        if name == "t":
            yield element.text or ""
        elif name in ("br", "tab"):
            yield " "


def parts_of_xlsx(path: Path) -> Iterator[str]:
    """Rows of every sheet, as openpyxl reads them."""
    from openpyxl import load_workbook

    for sheet in load_workbook(path, read_only=True, data_only=True):
        for row in sheet.iter_rows(values_only=True):
            yield " ".join(str(value) for value in row if value is not None)


def parts_of_csv(path: Path) -> Iterator[str]:
    """Rows."""
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        for row in csv.reader(file):
            yield " ".join(row)


def parts_of_txt(path: Path) -> Iterator[str]:
    """Lines, each no longer than a page, however the file ends them."""
    with path.open(encoding="utf-8-sig", errors="replace") as file:
        while line := file.readline(4_000):
            yield line


READERS: dict[str, Callable[[Path], Iterator[str]]] = {
    "docx": parts_of_docx,
    "pdf": parts_of_pdf,
    "odt": parts_of_open_document,
    "ods": parts_of_open_document,
    "odp": parts_of_open_document,
    "xlsx": parts_of_xlsx,
    "pptx": parts_of_pptx,
    "csv": parts_of_csv,
    "txt": parts_of_txt,
}


def limit_this_process() -> None:
    """Let this process use so much time and memory and write no file."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS_OF_WORK, SECONDS_OF_WORK))
    resource.setrlimit(resource.RLIMIT_AS, (BYTES_OF_MEMORY, BYTES_OF_MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def answer(path: Path, kind: str) -> dict[str, str]:
    """What to write: the words, or why there are none."""
    try:
        text = read(path, kind)
    except (TooLarge, MemoryError):
        return {"problem": TOO_LARGE}
    except Exception:  # whatever a library raises about a file that is not what it seems
        return {"problem": BROKEN}
    return {"text": text} if text else {"problem": NO_WORDS}


if __name__ == "__main__":
    limit_this_process()
    sys.stdout.write(json.dumps(answer(Path(sys.argv[1]), sys.argv[2])))
