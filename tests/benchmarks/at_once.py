"""50 learners at once on SQLite: each signs in, begins a module and completes its lesson; any "locked" is counted.

    python -m tests.benchmarks.at_once [learners]

It works in a database of its own in a temporary directory, which goes at the end.
"""

import os
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import Any

STEPS = [
    ("post", "/training/crowd-5/start/"),
    ("get", "/training/crowd-5/"),
    ("get", "/training/crowd-5/crowd-lesson-5/"),
    ("post", "/training/crowd-5/crowd-lesson-5/done/"),
    ("get", "/my-training/"),
]


def main(learners: int) -> int:
    """Let them all begin in the same moment; 1 when anybody was answered with an error."""
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from django.core.signals import got_request_exception
    from django.db import connection
    from django.test import Client

    from courses.models import Enrolment
    from lms.demo.crowd import seed_crowd
    from lms.people.models import User

    settings.ALLOWED_HOSTS = ["*"]
    call_command("migrate", verbosity=0)
    seed_crowd(learners * 20)
    done = Enrolment.objects.filter(module__slug="crowd-5").values("user")
    people = list(User.objects.filter(email__startswith="crowd").exclude(pk__in=done).order_by("pk")[:learners])
    assert len(people) == learners
    errors: list[str] = []
    got_request_exception.connect(lambda **_: errors.append(str(sys.exc_info()[1])), weak=False)
    together = Barrier(learners)
    codes: Counter[int] = Counter()

    def learn(person: User) -> list[int]:
        client: Any = Client(raise_request_exception=False)
        together.wait()
        try:
            client.force_login(person, backend="lms.people.backends.SignedInBackend")
            return [getattr(client, method)(path).status_code for method, path in STEPS]
        except Exception as error:
            errors.append(str(error))
            return []
        finally:
            connection.close()

    begun = time.perf_counter()
    with ThreadPoolExecutor(learners) as pool:
        for found in pool.map(learn, people):
            codes.update(found)
    seconds = time.perf_counter() - begun
    completed = Enrolment.objects.filter(module__slug="crowd-5", state="completed", user__in=people).count()
    locked = sum("database is locked" in error for error in errors)
    answers = ", ".join(f"{number} x {code}" for code, number in sorted(codes.items()))
    sys.stdout.write(
        f"{learners} learners at once on SQLite: {seconds:.2f} s, {answers}; {completed} completed the module; "
        f'"database is locked": {locked}; other errors: {len(errors) - locked}\n'
    )
    for error in sorted(set(errors))[:5]:
        sys.stdout.write(f"  {error[:300]}\n")
    return 1 if errors or completed != learners else 0


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lms.settings.development")
        os.environ["LOG_LEVEL"] = "CRITICAL"
        os.environ["VAR_DIR"] = folder
        os.environ["DATABASE_URL"] = f"sqlite:///{Path(folder) / 'at-once.sqlite3'}"
        sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 50))
