"""Runs a command beside a PostgreSQL and a Redis of its own, started under var/ and stopped afterwards.

Whichever of DATABASE_URL and CELERY_BROKER_URL is set already is left alone.
"""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VAR = Path(os.environ.get("VAR_DIR", ROOT / "var")) / "services"
# What the tests write is not worth keeping, so they need not wait for the disk; what is measured waits (--durable).
QUICK = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"]
PATIENCE = 30  # seconds a service has to begin to answer


def free_port() -> int:
    """A loopback port nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def binary(name: str) -> str:
    """Where a program of PostgreSQL is: on PATH, or where Debian keeps its newest version."""
    found = shutil.which(name)
    if found:
        return found
    versions = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda path: float(path.parts[4]))
    if not versions:
        sys.exit(f"There is no {name} on this machine: install PostgreSQL.")
    return str(versions[-1])


def ordinary_user() -> str | None:
    """Whom PostgreSQL runs as: it refuses to be root."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def own_folder(name: str, user: str | None) -> Path:
    """A new folder the user can reach: under var/, or among temporary files when the project lies in a closed home."""
    folder = Path(tempfile.mkdtemp(prefix=f"{name}-", dir=VAR))
    if user and any(not parent.stat().st_mode & 0o001 for parent in folder.parents):
        folder.rmdir()
        folder = Path(tempfile.mkdtemp(prefix=f"toolkit-{name}-"))
    if user:
        shutil.chown(folder, user)
    folder.chmod(0o700)
    return folder


def wait_for(port: int, process: subprocess.Popen, name: str) -> None:
    """Wait until something listens; stop everything when the service has died instead."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.1)
    sys.exit(f"{name} did not start: see {VAR / name}.log")


@contextmanager
def started(name: str, command: list[str], *, port: int, user: str | None, stop: signal.Signals):
    """A service that listens while the block runs, stopped by its own process id."""
    with open(VAR / f"{name}.log", "w") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, user=user, cwd="/", start_new_session=True)
        try:
            wait_for(port, process, name)
            yield
        finally:
            process.send_signal(stop)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()


@contextmanager
def postgresql(options: list[str]):
    """A fresh cluster; answers its DATABASE_URL."""
    user, port = ordinary_user(), free_port()
    folder = own_folder("postgresql", user)
    try:
        command = [binary("initdb"), "-D", str(folder / "data"), "-U", "toolkit", "-A", "trust", "-E", "UTF8"]
        subprocess.run(
            [*command, "--locale=C.UTF-8", "--no-sync"], check=True, user=user, cwd="/", stdout=subprocess.DEVNULL
        )
        settings = [f"port={port}", "listen_addresses=127.0.0.1", f"unix_socket_directories={folder}"]
        settings += ["max_connections=200", *options]
        flags = [word for setting in settings for word in ("-c", setting)]
        server = [binary("postgres"), "-D", str(folder / "data"), *flags]
        with started("postgresql", server, port=port, user=user, stop=signal.SIGINT):
            yield f"postgres://toolkit@127.0.0.1:{port}/postgres"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def redis():
    """A Redis that keeps nothing; answers its address."""
    port = free_port()
    command = ["redis-server", "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
    with started("redis", command, port=port, user=None, stop=signal.SIGTERM):
        yield f"redis://127.0.0.1:{port}/0"


def main(command: list[str]) -> int:
    """Run the command with the services' addresses in its environment; answer its exit code."""
    durable = command[:1] == ["--durable"]
    VAR.mkdir(parents=True, exist_ok=True)
    services: dict[str, Callable[[], AbstractContextManager[str]]] = {
        "DATABASE_URL": partial(postgresql, [] if durable else QUICK),
        "CELERY_BROKER_URL": redis,
    }
    with ExitStack() as stack:
        environment = dict(os.environ)
        for variable, service in services.items():
            if not environment.get(variable):
                environment[variable] = stack.enter_context(service())
        process = subprocess.Popen(command[durable:], env=environment, cwd=ROOT)
        signal.signal(signal.SIGTERM, lambda *_: process.terminate())
        try:
            return process.wait()
        except KeyboardInterrupt:
            return process.wait()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
