"""The file of completions in a process of its own: seconds, and the most memory it ever held.

    python -m tests.benchmarks.completion_file <session key> <slug of a module>

First it is written as a task would write it, with nothing loaded but what that takes; then the whole site is loaded and
a worker sends it.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.cost import environ

TIMES = 3


def peak() -> float:
    """The most memory this process held so far, in megabytes; not what the process that started it held."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("This kernel does not say how much memory a process held.")


def measured(write: Callable[[], int]) -> dict[str, float]:
    """Seconds of the quickest of some runs, the length of the file, and the memory before the first and after all."""
    before, seconds, size = peak(), [], 0
    for _ in range(TIMES):
        began = time.perf_counter()
        size = write()
        seconds.append(time.perf_counter() - began)
    return {"seconds": min(seconds), "size": size, "before": before, "peak": peak()}


def main(session: str, module: str) -> None:
    """Print what was measured, the worker's part by itself, as JSON."""
    import django

    django.setup()
    from lms.demo.crowd import LEAD
    from lms.people.models import User
    from lms.reports.domain.tables import COMPLETIONS
    from lms.reports.domain.writing import csv_pieces

    lead = User.objects.get(email=LEAD)
    query = {"module": module}
    written = measured(lambda: sum(len(piece) for piece in csv_pieces(lead, COMPLETIONS, query)))

    from django.conf import settings

    from lms.wsgi import application

    cookie = f"{settings.SESSION_COOKIE_NAME}={session}"

    def ask(path: str, query: str = "") -> int:
        said: list[str] = []
        request = {**environ(f"http://localhost:8000{path}", cookie=cookie), "QUERY_STRING": query}
        answer = application(request, lambda status, headers, error=None: said.append(status))
        size = sum(len(piece) for piece in answer)
        answer.close()
        assert said[0].startswith("200"), path
        return size

    ask("/reports/")
    sent = measured(lambda: ask("/reports/download/completions.csv", f"module={module}"))
    sys.stdout.write(json.dumps({**written, "sent": sent}) + "\n")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2].rpartition("=")[2])
