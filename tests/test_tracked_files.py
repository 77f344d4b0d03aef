"""What is tracked says nothing of the machine it was written on: no path of it, no package index, no secret."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LOCKS = ["package-lock.json", "requirements/base.txt", "requirements/dev.txt"]
# Written so that this file does not hold what it looks for.
HOMES = ["/" + name + "/" for name in ("work", "farm", "root", "Users", "home")]
PATHS = re.compile(r"(?<![\w.}\]-])(?:" + "|".join(map(re.escape, HOMES)) + r")\w")
INDEXES = re.compile("--(?:extra-)?index" + "-url|--find" + '-links|"res' + 'olved":', re.IGNORECASE)
KEYS = re.compile("-----BEGIN [A-Z ]*PRIVATE" + " KEY-----|AKIA" + r"[0-9A-Z]{16}\b")


def text_files() -> list[Path]:
    """Every tracked file that holds text."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    files = [ROOT / name for name in listed.split("\0") if name]
    return [file for file in files if file.is_file() and b"\0" not in file.read_bytes()[:4096]]


def test_no_tracked_file_holds_a_path_of_somebodys_machine_or_a_key():
    if not (ROOT / ".git").exists():
        pytest.skip("Not a git checkout: there is no list of tracked files.")
    files = text_files()
    assert len(files) > 100
    found = [
        f"{file.relative_to(ROOT)}:{number}"
        for file in files
        for number, line in enumerate(file.read_text(errors="replace").splitlines(), start=1)
        if PATHS.search(line) or KEYS.search(line)
    ]
    assert found == []


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_file_names_no_package_index(name):
    text = (ROOT / name).read_text()
    assert INDEXES.search(text) is None
    assert "://" not in re.sub(r'"url": "[^"]*"', "", text)


@pytest.mark.parametrize(("line", "found"), [(f"see {HOMES[0]}project", True), ("https://example.org/home/", False)])
def test_a_planted_path_is_found(line, found):
    assert bool(PATHS.search(line)) is found
