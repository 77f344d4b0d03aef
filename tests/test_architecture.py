"""The house's rules: direction of imports, size and names of files, first lines; each rule sees a planted violation."""

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
APPS = ["lms", "courses", "assessments", "toolkit_pages"]
CODE = [*APPS, "tests", "scripts"]
LINE_LIMIT = 300
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "managers", "tools", "base_utils"}


def python_files(root: Path) -> list[Path]:
    """Every Python file of ours but migrations, relative to `root`."""
    found = (file.relative_to(root) for folder in CODE for file in (root / folder).rglob("*.py"))
    return sorted(file for file in found if "migrations" not in file.parts and "__pycache__" not in file.parts)


def long_files(root: Path) -> list[str]:
    """Files of more lines than one can take in."""
    lengths = {file: len((root / file).read_text().splitlines()) for file in python_files(root)}
    return [f"{file} has {length} lines" for file, length in lengths.items() if length > LINE_LIMIT]


def vague_names(root: Path) -> list[str]:
    """Modules and packages whose name says nothing of their subject."""
    return sorted(
        {str(file) for file in python_files(root) for part in (*file.parts[:-1], file.stem) if part in VAGUE_NAMES}
    )


def without_a_first_line(root: Path) -> list[str]:
    """Modules whose first line does not say what they hold; an empty __init__.py needs none."""
    missing = []
    for file in python_files(root):
        text = (root / file).read_text()
        if not text.strip() and file.name == "__init__.py":
            continue
        if ast.get_docstring(ast.parse(text)) is None or not text.startswith('"""'):
            missing.append(str(file))
    return missing


def requests_in_domain(root: Path) -> list[str]:
    """Domain functions that know of requests and answers, which are the views' matter."""
    return [
        str(file)
        for file in python_files(root)
        if "domain" in file.parts
        and re.search(
            r"^\s*(?:from|import) django\.(?:http|shortcuts|views)\b", (root / file).read_text(), re.MULTILINE
        )
    ]


def contracts(root: Path) -> list[dict]:
    """The import contracts in pyproject.toml."""
    return tomllib.loads((root / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]


def unplaced_packages(root: Path) -> list[str]:
    """What lies directly under lms/ and has no place in the layers, so that its imports go unchecked."""
    placed = set(re.findall(r"lms\.\w+", " ".join(contracts(root)[0]["layers"])))
    found = {
        f"lms.{entry.stem}" for entry in (root / "lms").iterdir() if entry.suffix == ".py" and entry.stem != "__init__"
    }
    found |= {f"lms.{entry.parent.name}" for entry in (root / "lms").glob("*/__init__.py")}
    return sorted(found - placed)


def broken_imports(root: Path) -> list[str]:
    """The contracts that import-linter finds broken."""
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True)
    broken = re.findall(r"^(.+) BROKEN$", done.stdout, re.MULTILINE)
    assert done.returncode == 0 or broken, done.stdout + done.stderr
    return broken


RULES = [long_files, vague_names, without_a_first_line, requests_in_domain, unplaced_packages, broken_imports]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_house_keeps_its_rules(rule):
    assert rule(ROOT) == []


@pytest.fixture(scope="module")
def copy_of_the_house(tmp_path_factory):
    """Our code, copied, so that a violation may be planted in it."""
    copy = tmp_path_factory.mktemp("house")
    for folder in CODE:
        shutil.copytree(ROOT / folder, copy / folder, ignore=shutil.ignore_patterns("__pycache__", "build", "static"))
    shutil.copy(ROOT / "pyproject.toml", copy)
    return copy


@pytest.fixture
def plant(copy_of_the_house):
    """Add text to a file of the copy for one test."""
    planted: dict[Path, str | None] = {}

    def add(path: str, text: str) -> Path:
        file = copy_of_the_house / path
        planted.setdefault(file, file.read_text() if file.exists() else None)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text((planted[file] or "") + text)
        return copy_of_the_house

    yield add
    for file, before in planted.items():
        file.unlink() if before is None else file.write_text(before)


PLANTED = [
    (long_files, "courses/long.py", '"""Too long."""\n' * 301, "courses/long.py has 301 lines"),
    (vague_names, "assessments/utils.py", '"""Odds and ends."""\n', "assessments/utils.py"),
    (vague_names, "courses/helpers/dates.py", '"""Dates."""\n', "courses/helpers/dates.py"),
    (without_a_first_line, "courses/silent.py", "import os\n", "courses/silent.py"),
    (without_a_first_line, "courses/late.py", '\n"""Says it on line two."""\n', "courses/late.py"),
    (
        requests_in_domain,
        "courses/domain/answering.py",
        '"""Answers."""\n\nfrom django.http import HttpResponse\n',
        "courses/domain/answering.py",
    ),
    (unplaced_packages, "lms/annex.py", '"""A new module."""\n', "lms.annex"),
    (unplaced_packages, "lms/wing/__init__.py", '"""A new package."""\n', "lms.wing"),
    (
        broken_imports,
        "courses/models/__init__.py",
        "\nimport assessments.models\n",
        "Imports between apps go downwards",
    ),
    (broken_imports, "assessments/models/__init__.py", "\nimport toolkit_pages\n", "Imports between apps go downwards"),
    (broken_imports, "lms/people/models/__init__.py", "\nimport lms.reports\n", "Imports between apps go downwards"),
    (broken_imports, "courses/domain/progress.py", "\nimport courses.views\n", "Imports inside an app go downwards"),
    (
        broken_imports,
        "courses/scorm/cmi.py",
        "\nimport django.utils.timezone\n",
        "Reading a manifest and judging an outcome need no Django",
    ),
    (
        broken_imports,
        "courses/domain/progress.py",
        "\nimport celery\n",
        "Domain functions know no task",
    ),
]


@pytest.mark.parametrize(("rule", "path", "text", "fault"), PLANTED)
def test_a_planted_violation_is_found(plant, rule, path, text, fault):
    assert fault in rule(plant(path, text))
