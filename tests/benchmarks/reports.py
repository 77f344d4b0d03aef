"""`make bench-reports`: dashboard, lists and the completion file at 1,000, 10,000 and 100,000 people on PostgreSQL."""

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

SIZES = [int(size) for size in os.environ.get("BENCH_PEOPLE", "1000,10000,100000").split(",")]
ROOT = Path(__file__).resolve().parents[2]
TIMES = 5
PAGES = {
    "dashboard": "/dashboard/",
    "reports": "/reports/",
    "completions, page 1": "/reports/completions/",
    "people, page 1": "/people/",
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


def measure(size: int) -> None:
    """Fill a fresh database with so many people and time everything, one line each."""
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection
    from django.test import Client

    from lms.demo.crowd import seed_crowd

    settings.ALLOWED_HOSTS = ["*"]
    call_command("flush", interactive=False, verbosity=0)
    begun = time.perf_counter()
    lead = seed_crowd(size)
    say(f"{size:>9,} people made in {time.perf_counter() - begun:.1f} s")
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    client = Client()
    client.force_login(lead, backend="django.contrib.auth.backends.ModelBackend")

    def page(path: str) -> None:
        assert client.get(path).status_code == 200, path

    def file() -> None:
        for _piece in client.get(FILE).streaming_content:
            pass

    def raw() -> None:
        with connection.cursor() as cursor, cursor.cursor.copy(COPY) as lines:
            for _line in lines:
                pass

    for name, path in PAGES.items():
        page(path)
        say(f"{size:>9,} {name:24}{quickest(lambda path=path: page(path)):8.3f} s")
    seconds, bare = quickest(file, 3), quickest(raw, 3)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    say(
        f"{size:>9,} {'completion CSV':24}{seconds:8.3f} s   {peak:.0f} MB peak"
        f"   {seconds / bare:.2f} of COPY's {bare:.3f} s"
    )


def main() -> int:
    if len(sys.argv) == 2:
        measure(int(sys.argv[1]))
        return 0
    if not os.environ.get("DATABASE_URL", "").startswith("postgres"):
        sys.exit("DATABASE_URL must name a PostgreSQL database: `make bench-reports` starts one.")
    var = ROOT / "var" / "bench-reports"
    var.mkdir(parents=True, exist_ok=True)
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "lms.settings.development", "LOG_LEVEL": "ERROR"}
    environment["VAR_DIR"] = str(var)
    migrate = [sys.executable, "manage.py", "migrate", "-v0"]
    subprocess.run(migrate, cwd=ROOT, env=environment, check=True)
    for size in SIZES:
        command = [sys.executable, "-m", "tests.benchmarks.reports", str(size)]
        subprocess.run(command, cwd=ROOT, env=environment, check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
