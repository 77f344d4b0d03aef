"""Runs every check and test, one after the other, and sums up in one line; arguments pick some of them by name."""

import os
import re
import subprocess
import sys
import time
import xml.etree.ElementTree as ElementTree
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VAR = Path(os.environ.get("VAR_DIR", ROOT / "var"))
BIN = Path(sys.executable).parent
RESULTS = VAR / "tests.xml"
WORKERS = str(max(2, min(os.cpu_count() or 2, 8)))
STEPS = {
    "ruff": [[f"{BIN}/ruff", "check", "."], [f"{BIN}/ruff", "format", "--check", "."]],
    "djlint": [[f"{BIN}/djlint", "templates", "--lint", "--quiet"]],
    "imports": [[f"{BIN}/lint-imports"]],
    "mypy": [[f"{BIN}/mypy"]],
    "migrations": [[f"{BIN}/python", "manage.py", "makemigrations", "--check", "--dry-run"]],
    "node": [["node", "--test", "tests/frontend/"]],
    "pytest": [[f"{BIN}/pytest", "-n", WORKERS, "--dist", "worksteal", "-q", f"--junitxml={RESULTS}"]],
}


def run(name: str) -> tuple[bool, str]:
    """Run one step to its end; answer whether it passed, and what it printed last if it was node's."""
    said = ""
    passed = True
    for command in STEPS[name]:
        done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE if name == "node" else None, text=True)
        passed = passed and done.returncode == 0
        said += done.stdout or ""
    if said and not passed:
        sys.stdout.write(said)
    return passed, said


def python_tests() -> str:
    """How many Python tests ran, from the results pytest wrote."""
    if not RESULTS.exists():
        return "no Python test ran"
    counts = {"tests": 0, "failures": 0, "errors": 0, "skipped": 0}
    for suite in ElementTree.parse(RESULTS).getroot().iter("testsuite"):  # noqa: S314
        for key in counts:
            counts[key] += int(suite.get(key, 0))
    failed = counts["failures"] + counts["errors"]
    passed = counts["tests"] - failed - counts["skipped"]
    return f"{passed} Python tests passed, {failed} failed, {counts['skipped']} skipped"


def script_tests(said: str) -> str:
    """How many of node's tests ran, from its own summary."""
    counts = dict(re.findall(r"^\W*(pass|fail) (\d+)$", said, re.MULTILINE))
    return f"{counts.get('pass', 0)} script tests passed, {counts.get('fail', 0)} failed"


def main(chosen: list[str]) -> int:
    began = time.monotonic()
    RESULTS.parent.mkdir(parents=True, exist_ok=True)
    RESULTS.unlink(missing_ok=True)
    verdicts: dict[str, bool] = {}
    script_output = ""
    for name in chosen or STEPS:
        sys.stdout.write(f"\n== {name}\n")
        sys.stdout.flush()
        step_began = time.monotonic()
        verdicts[name], said = run(name)
        script_output += said
        sys.stdout.write(f"{'passed' if verdicts[name] else 'FAILED'} in {time.monotonic() - step_began:.0f} s\n")
    failed = [name for name, passed in verdicts.items() if not passed]
    parts = [f"{len(verdicts) - len(failed)} of {len(verdicts)} steps passed"]
    if failed:
        parts.append("FAILED: " + ", ".join(failed))
    if "pytest" in verdicts:
        parts.append(python_tests())
    if "node" in verdicts:
        parts.append(script_tests(script_output))
    minutes, seconds = divmod(round(time.monotonic() - began), 60)
    sys.stdout.write(f"\n{'; '.join(parts)}; {minutes} min {seconds} s\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
