"""The drill of reminders: 200 people are due, real workers and beats run, and things go wrong.

`python -m tests.drills.reminders redis killed` plays the scenarios with that word in their title on that broker alone.
"""

import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

from scripts import services
from tests.database import copy_template, keep_template
from tests.drills.machinery import Broker, Machinery, NotReadyError, RedisBroker
from tests.drills.smtp_sink import Sink

VAR = Path(tempfile.mkdtemp(prefix="toolkit-drill-"))
TIME_LIMIT = 540.0  # a busy machine; an idle one needs less than five minutes


def say(line: str) -> None:
    """Print at once, so that whoever watches sees each row when it is there."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def prepare(sink: Sink) -> None:
    """A migrated database with the drill's people."""
    os.environ.update(
        DJANGO_SETTINGS_MODULE="lms.settings.development",
        VAR_DIR=str(VAR),
        DATABASE_URL=f"sqlite:///{VAR}/db.sqlite3",
        EMAIL_URL=f"smtp://127.0.0.1:{sink.port}",
        LOG_LEVEL="CRITICAL",
    )
    for name in ("CELERY_BROKER_URL", "REDIS_URL"):
        os.environ.pop(name, None)
    copied = copy_template(str(VAR / "db.sqlite3"))
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    if not copied:
        keep_template(str(VAR / "db.sqlite3"), f"drill-{os.getpid()}")
    from tests.drills.people import populate
    from tests.drills.scenarios import PEOPLE

    populate(PEOPLE)


def asked_for(arguments: list[str]) -> tuple[list[type[Broker]], list[str]]:
    """The brokers, and the words of titles, that the command line names; without any, all of them."""
    words = [word.lower() for word in arguments]
    brokers = {broker.name.lower(): broker for broker in (Broker, RedisBroker)}
    named = [broker for name, broker in brokers.items() if name in words]
    return named or list(brokers.values()), [word for word in words if word not in brokers]


def state() -> str:
    """Where the e-mails of a scenario that went wrong are."""
    from tests.drills import people

    return f"{people.written()} written, {people.left()} not sent yet, {people.given_up()} given up."


def main() -> int:
    """Print a row for each scenario; 1 when anything was lost, or came twice where it must not."""
    began, results = time.monotonic(), []
    services.VAR = VAR
    sink = Sink()
    prepare(sink)
    from tests.drills.scenarios import NIGHT, SCENARIOS, run

    brokers, words = asked_for(sys.argv[1:])
    wanted = [one for one in SCENARIOS if not words or any(word in one[0].lower() for word in words)]
    say(f"{'broker':<10}{'scenario':<28}{'expected':>9}{'once':>6}{'twice':>7}{'missing':>9}{'seconds':>9}")
    try:
        for broker in brokers:
            if broker is RedisBroker and not shutil.which("redis-server"):
                say("There is no redis-server on this machine: that half is left out.")
                continue
            machinery = Machinery(VAR, sink, broker)
            try:
                machinery.set_clock(NIGHT)
                machinery.start_worker()
                machinery.start_beat()
                machinery.wait_for("worker", "beat")
                for title, scenario, allowed in wanted:
                    if time.monotonic() - began > TIME_LIMIT:
                        say("The drill takes too long and stops here.")
                        return 1
                    at = time.monotonic()
                    result = run(machinery, title, scenario, allowed)
                    results.append(result)
                    say(
                        f"{result.broker:<10}{title:<28}{result.expected:>9}{result.once:>6}{result.duplicates:>7}"
                        f"{result.missing:>9}{time.monotonic() - at:>9.1f}{'' if result.is_good else '  WRONG'}"
                    )
                    if result.missing:
                        say(f"{state()}\n{machinery.last_words()}")
            finally:
                machinery.close()
    except NotReadyError as error:
        say(str(error))
        return 1
    finally:
        sink.shutdown()
        shutil.rmtree(VAR, ignore_errors=True)
    good = all(result.is_good for result in results)
    say(
        f"Each duplicate had its first one's Message-ID, and no e-mail came more than twice: "
        f"{'yes' if all(result.same_id and result.most <= 2 for result in results) else 'NO'}. "
        f"{time.monotonic() - began:.0f} seconds in all."
    )
    return 0 if good and results else 1


if __name__ == "__main__":
    sys.exit(main())
