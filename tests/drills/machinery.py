"""The machinery of the drill: real workers and beats, a clock to move, and a broker that can be taken away."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from pathlib import Path

from scripts.services import free_port, started
from tests.drills.smtp_sink import Sink

ROOT = Path(__file__).resolve().parents[2]
CELERY = [str(Path(sys.executable).parent / "celery"), "--quiet", "-A", "tests.drills.app"]
START = 90.0  # seconds a worker or beat has to begin, on a busy machine
QUIET = ["--without-gossip", "--without-mingle", "--without-heartbeat", "-P", "threads", "-c", "2"]


class NotReadyError(Exception):
    """A worker or beat did not begin, so that nothing that follows would say anything about reminders."""


class Broker:
    """The embedded broker: a folder, taken away by giving it another name."""

    name = "embedded"

    def __init__(self, var: Path) -> None:
        self.folder = var / "queue" / "messages"
        self.away = self.folder.with_name("away")
        self.url = "filesystem://"

    def stop(self) -> None:
        self.folder.rename(self.away)

    def start(self) -> None:
        if self.away.exists():
            shutil.rmtree(self.folder, ignore_errors=True)
            self.away.rename(self.folder)

    def close(self) -> None:
        self.start()


class RedisBroker(Broker):
    """A Redis of the drill's own that keeps nothing: what was in it when it stops is lost."""

    name = "Redis"

    def __init__(self, var: Path) -> None:
        self.port = free_port()
        self.url = f"redis://127.0.0.1:{self.port}/0"
        self.running: AbstractContextManager | None = None
        self.start()

    def start(self) -> None:
        if self.running is None:
            server = [
                "redis-server",
                "--port",
                str(self.port),
                "--bind",
                "127.0.0.1",
                "--save",
                "",
                "--appendonly",
                "no",
            ]
            self.running = started("redis", server, port=self.port, user=None, stop=signal.SIGTERM)
            self.running.__enter__()

    def stop(self) -> None:
        running, self.running = self.running, None
        if running is not None:
            running.__exit__(None, None, None)

    def close(self) -> None:
        self.stop()


class Machinery:
    """Workers, beats, sink and clock of one run; whatever it started is stopped by its own process id."""

    def __init__(self, var: Path, sink: Sink, broker: type[Broker]) -> None:
        self.var, self.sink = var, sink
        self.broker = broker(var)
        self.clock, self.dies = var / "clock", var / "dies"
        self.processes: dict[str, tuple[list[str], subprocess.Popen]] = {}
        self.environment = {
            **os.environ,
            "DRILL_CLOCK": str(self.clock),
            "DRILL_DIES": str(self.dies),
            "CELERY_BROKER_URL": self.broker.url,
            "REDIS_URL": "",
            "LOG_LEVEL": "ERROR",
            "PYTHONWARNINGS": "ignore",
        }
        self.environment.pop("CELERY_BROKER_URL") if self.broker.url == "filesystem://" else None

    # --- the clock ---

    def set_clock(self, moment: datetime) -> None:
        """Let it be `moment`."""
        draft = self.clock.with_suffix(".draft")
        draft.write_text(moment.isoformat())
        draft.rename(self.clock)

    def now(self) -> datetime:
        return datetime.fromisoformat(self.clock.read_text()) + timedelta(
            seconds=time.time() - self.clock.stat().st_mtime
        )

    def pass_time(self, **length: float) -> None:
        """Move the clock on."""
        self.set_clock(self.now() + timedelta(**length))

    # --- processes ---

    def start(self, name: str, *command: str) -> None:
        log = open(self.var / f"{name}.log", "a")
        process = subprocess.Popen(
            [*CELERY, *command], cwd=ROOT, env=self.environment, stdout=log, stderr=log, start_new_session=True
        )
        self.processes[name] = (list(command), process)

    def start_worker(self, name: str = "worker") -> None:
        (self.var / f"{name}.ready").unlink(missing_ok=True)
        self.start(name, "worker", "-n", f"{name}@drill", *QUIET)

    def start_beat(self, name: str = "beat") -> None:
        for old in self.var.glob(f"{name}.schedule*"):
            old.unlink()
        self.start(name, "beat", "--pidfile=", "--schedule", str(self.var / f"{name}.schedule"))

    def wait_for(self, *names: str) -> None:
        """Wait until workers take messages and beats have begun. Raises NotReadyError, with what they said."""
        if not self.wait(lambda: all(map(self.is_ready, names)), seconds=START):
            silent = ", ".join(name for name in names if not self.is_ready(name))
            raise NotReadyError(f"Not ready after {START:.0f} seconds: {silent}.\n{self.last_words(*names)}")

    def is_ready(self, name: str) -> bool:
        """Whether a worker takes messages, or a beat has begun."""
        return any(self.var.glob(f"{name}.schedule*" if "beat" in name else f"{name}.ready"))

    def last_words(self, *names: str) -> str:
        """The last lines that processes wrote; all of them unless named."""
        said = []
        for name in names or list(self.processes):
            log = self.var / f"{name}.log"
            lines = log.read_text(errors="replace").splitlines()[-12:] if log.exists() else []
            said += [f"{name}: {line}" for line in lines or ["(silent)"]]
        return "\n".join(said)

    def kill(self, name: str) -> None:
        """kill -9, as a machine that loses power does."""
        _command, process = self.processes.pop(name)
        process.kill()
        process.wait()

    def stop(self, name: str) -> None:
        _command, process = self.processes.pop(name)
        process.terminate()
        try:
            process.wait(8)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def mind(self) -> None:
        """Start again what has ended by itself, as whoever runs the site would."""
        for name, (command, process) in list(self.processes.items()):
            if process.poll() is not None:
                self.start(name, *command)

    def wait(self, until: Callable[[], bool], *, seconds: float) -> bool:
        """Wait until it is so, minding the processes; False when it takes too long."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if until():
                return True
            self.mind()
            time.sleep(0.1)
        return until()

    def close(self) -> None:
        for name in list(self.processes):
            self.stop(name)
        self.broker.close()
