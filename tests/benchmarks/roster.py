"""How long a list of 10,000 people takes to check and to apply, beside a bare parse of the same file; run by hand.

    python -m tests.benchmarks.roster [people]

It works in a SQLite file of its own in a temporary directory, which goes at the end. Memory is the process's peak.
"""

import csv
import os
import resource
import sys
import tempfile
import time
from io import StringIO
from pathlib import Path


def list_of(people: int) -> str:
    """A CSV list of so many people in ten units."""
    lines = ["E-mail,First name,Last name,Unit,Job role,Team,Works with children"]
    lines += [
        f"p{n}@police.example.org,Robin,Fictional{n},Unit {n % 10},Officer {n % 7},Team {n % 5},{n % 2}"
        for n in range(people)
    ]
    return "\n".join(lines) + "\n"


def peak_megabytes() -> float:
    """The most memory this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def say(line: str) -> None:
    """Print one line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def timed(label: str, work, *args, **options):
    """Do the work and print how long it took."""
    begin, before = time.perf_counter(), time.process_time()
    result = work(*args, **options)
    seconds = time.perf_counter() - begin
    processor = time.process_time() - before
    say(f"{label:<34}{seconds:>9.2f} s   processor {processor:6.2f} s   peak {peak_megabytes():6.0f} MB")
    return result, seconds


def bare_parse(text: str) -> int:
    """What Python's csv module alone takes."""
    return sum(1 for _row in csv.reader(StringIO(text)))


def main(people: int) -> None:
    """Import the list once as new people and once again unchanged."""
    import django

    django.setup()
    from django.core.files.uploadedfile import SimpleUploadedFile
    from django.core.management import call_command

    from lms.people.domain import roster_sweep, rosters
    from lms.people.domain.roster_columns import match_columns
    from lms.people.models import Membership, Organisation, User

    call_command("migrate", verbosity=0)
    force = Organisation.add_root(name="Example Police", kind="police")
    for number in range(10):
        Organisation.objects.get(pk=force.pk).add_child(name=f"Unit {number}", kind="police")
    lead = User.objects.create_user("lead@police.example.org", "a long enough password")
    Membership.objects.create(user=lead, organisation=force, is_lead=True)
    text = list_of(people)
    _rows, bare = timed(f"csv.reader alone, {people:,} rows", bare_parse, text)

    def upload():
        file = SimpleUploadedFile("people.csv", text.encode())
        found = rosters.upload_roster(lead, organisation=force, file=file)
        matched = match_columns(found.headers, organisation=force)
        return rosters.ask_for_check(
            lead, roster_import=found, fields_by_header=matched, end_missing=True, effective_on=found.effective_on
        )

    for time_of_import in ("new people", "the same list again"):
        found, _seconds = timed(f"upload, {time_of_import}", upload)
        _done, checking = timed("  check", roster_sweep.sweep)
        rosters.ask_to_apply(lead, roster_import=found)
        _done, applying = timed("  apply", roster_sweep.sweep)
        say(f"  check and apply: {checking + applying:.2f} s, {(checking + applying) / bare:,.0f} times the bare parse")
        found.refresh_from_db()
        say(f"  {found.state}: {rosters.counts_of(found)}")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lms.settings.development")
        os.environ["VAR_DIR"] = folder
        os.environ["DATABASE_URL"] = f"sqlite:///{Path(folder) / 'roster.sqlite3'}"
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
