"""The documents name files that exist and commands that `make` has."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
TOPS = (
    "lms/",
    "courses/",
    "assessments/",
    "toolkit_pages/",
    "templates/",
    "tests/",
    "docs/",
    "scripts/",
    "requirements/",
)
BUILT = {"lms/static/build/"}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda file: str(file.relative_to(ROOT)))
def test_what_a_document_points_at_exists(document):
    text = document.read_text()
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", text)
    missing = [link for link in links if not (document.parent / link).exists()]
    paths = [path for path in re.findall(r"`([\w./-]+)`", text) if path.startswith(TOPS) and path not in BUILT]
    assert missing + [path for path in paths if not (ROOT / path).exists()] == []


def test_every_make_target_a_document_names_exists():
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = {
        name for file in DOCUMENTS for name in re.findall(r"(?:`|^ {4})make ([a-z-]+)", file.read_text(), re.MULTILINE)
    }
    assert len(named) > 4
    assert named - targets == set()
