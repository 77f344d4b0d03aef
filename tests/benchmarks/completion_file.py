"""The file of completions as a worker sends it, in a process of its own: seconds, and the most memory it ever held.

python -m tests.benchmarks.completion_file <session key> <address>
"""

import json
import resource
import sys
import time

from tests.benchmarks.cost import environ


def peak() -> float:
    """The most memory this process held so far, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(session: str, address: str) -> None:
    """Ask for the file three times; print the quickest and the memory before the first and after the last, as JSON."""
    from django.conf import settings

    from lms.wsgi import application

    said: list[str] = []
    cookie = f"{settings.SESSION_COOKIE_NAME}={session}"

    def ask(path: str) -> int:
        path, _mark, query = path.partition("?")
        request = {**environ(f"http://localhost:8000{path}", cookie=cookie), "QUERY_STRING": query}
        answer = application(request, lambda status, headers, error=None: said.append(status))
        size = sum(len(piece) for piece in answer)
        answer.close()
        assert said.pop().startswith("200"), path
        return size

    ask("/reports/")
    before, seconds, size = peak(), [], 0
    for _ in range(3):
        began = time.perf_counter()
        size = ask(address)
        seconds.append(time.perf_counter() - began)
    found = {"seconds": min(seconds), "size": size, "before": before, "peak": peak()}
    sys.stdout.write(json.dumps(found) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
