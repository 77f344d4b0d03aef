"""`make bench-reports`: reports, assigning and reminding at 1,000, 10,000 and 100,000 people on PostgreSQL.

Last, 50 learners work at once on SQLite and whoever finds it locked is counted. BENCH_PEOPLE names other numbers.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

SIZES = [int(size) for size in os.environ.get("BENCH_PEOPLE", "1000,10000,100000").split(",")]
ROOT = Path(__file__).resolve().parents[2]
RESULTS = ROOT / "var" / "bench-reports"
TIMES = 5
PAGES = {
    "dashboard": "/dashboard/",
    "dashboard by team": "/dashboard/?by=team",
    "dashboard by job role": "/dashboard/?by=role",
    "dashboard by module": "/dashboard/?by=module",
    "people, page 1": "/people/",
    "reports": "/reports/",
    "a module": "/reports/modules/crowd-1/",
    "completions, page 1": "/reports/completions/",
}
FILE = "/reports/download/completions.csv?module=crowd-1"
COPY = """COPY (SELECT u.last_name, u.first_name, u.email, o.name, t.name, m.job_role, r.state, r.due_on,
    r.completed_on, r.valid_until, c.number, r.cycle
    FROM courses_requirement r JOIN people_membership m ON m.id = r.membership_id
    JOIN people_user u ON u.id = m.user_id JOIN people_organisation o ON o.id = m.organisation_id
    LEFT JOIN people_team t ON t.id = m.team_id LEFT JOIN courses_certificate c ON c.enrolment_id = r.enrolment_id
    JOIN courses_module k ON k.id = r.module_id WHERE k.slug = 'crowd-1') TO STDOUT WITH (FORMAT csv)"""


def quickest(act: Callable[[], object], times: int = TIMES) -> float:
    """Seconds of the quickest of some runs: what else the machine does can only add."""
    found = []
    for _ in range(times):
        begun = time.perf_counter()
        act()
        found.append(time.perf_counter() - begun)
    return min(found)


def say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def measure(size: int) -> dict[str, float]:
    """Fill a fresh database with so many people and time everything, one line each; answers the seconds."""
    import django

    django.setup()
    from django.conf import settings
    from django.db import connection
    from django.test import Client

    from lms.demo.crowd import seed_crowd
    from tests.benchmarks.reminders import sweep_seconds

    settings.ALLOWED_HOSTS = ["*"]
    begun = time.perf_counter()
    lead = seed_crowd(size)
    say(f"{size:>9,} people made in {time.perf_counter() - begun:.1f} s")
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    client = Client()
    client.force_login(lead, backend="lms.people.backends.SignedInBackend")

    def page(path: str) -> None:
        assert client.get(path).status_code == 200, path

    def raw() -> None:
        with connection.cursor() as cursor, cursor.cursor.copy(COPY) as lines:
            for _line in lines:
                pass

    found = {}
    for name, path in PAGES.items():
        page(path)
        found[name] = quickest(lambda path=path: page(path))
        say(f"{size:>9,} {name:24}{found[name]:8.3f} s")
    bare, file = quickest(raw, 3), completion_file(client.cookies[settings.SESSION_COOKIE_NAME].value)
    found["completion CSV"] = file["seconds"]
    sent = file.pop("sent")
    for name, one in (("completion CSV", file), ("the same, by a worker", sent)):
        times = f"{one['seconds'] / bare:.2f} of COPY's {bare:.3f} s"
        memory = f"memory {one['peak']:.0f} MB at most, {one['before']:.0f} MB before"
        say(f"{size:>9,} {name:24}{one['seconds']:8.3f} s   {times}, {one['size'] / 1e6:.1f} MB; {memory}")
    found["reminding"], written = sweep_seconds(due=min(1000, size // 100))
    say(f"{size:>9,} {'reminding':24}{found['reminding']:8.3f} s   {written:,} e-mails")
    found["assigning"], given = assigning_seconds(lead)
    say(f"{size:>9,} {'assigning':24}{found['assigning']:8.3f} s   {given:,} people asked anew")
    return found


def completion_file(session: str) -> dict[str, Any]:
    """What `tests.benchmarks.completion_file` prints: a process of its own, for the memory it takes."""
    command = [sys.executable, "-m", "tests.benchmarks.completion_file", session, FILE]
    said = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout
    return json.loads(said.splitlines()[-1])


def assigning_seconds(lead: Any) -> tuple[float, int]:
    """Seconds to assign one more module to everybody, sweep and all, and how many are asked it."""
    from django.utils import timezone

    from courses.domain.assigning import assign, save_draft, sweep
    from courses.models import Requirement
    from lms.demo.crowd import MODULES, seed_module

    module, organisation = seed_module(MODULES), lead.current_memberships[0].organisation
    assignment = save_draft(
        lead, organisation=organisation, module=module, due_on=timezone.localdate() + timedelta(days=60)
    )
    begun = time.perf_counter()
    assign(lead, assignment=assignment)
    sweep()
    return time.perf_counter() - begun, Requirement.objects.filter(assignment=assignment).count()


def say_growth(found: dict[int, dict[str, float]]) -> None:
    """How many times as long each takes as with a tenth of the people."""
    for fewer, more in pairwise(sorted(found)):
        for name, seconds in found[more].items():
            say(f"{more:>9,} {name:24}{seconds / found[fewer][name]:8.2f} times as long as for {fewer:,}")


def copy_database(address: str, name: str) -> str:
    """A fresh copy of a database that nobody uses just now, beside it; answers its address."""
    import psycopg

    server, _slash, original = address.rpartition("/")
    with psycopg.connect(f"{server}/template1", autocommit=True) as connection:
        connection.execute(f'DROP DATABASE IF EXISTS "{name}"')
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{original}"')
    return f"{server}/{name}"


def main() -> int:
    if len(sys.argv) == 2:
        size = int(sys.argv[1])
        RESULTS.mkdir(parents=True, exist_ok=True)
        (RESULTS / f"{size}.json").write_text(json.dumps(measure(size)))
        return 0
    if not os.environ.get("DATABASE_URL", "").startswith("postgres"):
        sys.exit("DATABASE_URL must name a PostgreSQL database: `make bench-reports` starts one.")
    RESULTS.mkdir(parents=True, exist_ok=True)
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "lms.settings.development", "LOG_LEVEL": "ERROR"}
    environment["VAR_DIR"] = str(RESULTS)
    migrate = [sys.executable, "manage.py", "migrate", "-v0"]
    subprocess.run(migrate, cwd=ROOT, env=environment, check=True)
    for size in SIZES:
        environment["DATABASE_URL"] = copy_database(os.environ["DATABASE_URL"], f"bench_reports_{size}")
        command = [sys.executable, "-m", "tests.benchmarks.reports", str(size)]
        subprocess.run(command, cwd=ROOT, env=environment, check=True)
    say_growth({size: json.loads((RESULTS / f"{size}.json").read_text()) for size in SIZES})
    subprocess.run([sys.executable, "-m", "tests.benchmarks.at_once"], cwd=ROOT, check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
