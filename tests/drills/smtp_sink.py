"""A small SMTP server on loopback that keeps what it accepts, and fails as it is told to (RFC 5321)."""

import re
import socketserver
import threading
import time
from collections import defaultdict
from collections.abc import Callable

PAUSE = 0.01  # seconds each message takes, so that a worker can be killed among them


def accept(_recipient: str) -> str:
    return "250 OK"


class Sink(socketserver.ThreadingTCPServer):
    """Counts each accepted message by recipient. `on_recipient` answers RCPT; `on_data` may drop the connection."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Session)
        self.lock = threading.Lock()
        self.forget()
        threading.Thread(target=self.serve_forever, args=(0.1,), daemon=True).start()

    @property
    def port(self) -> int:
        return self.server_address[1]

    def forget(self) -> None:
        """Begin anew: nothing received, nothing refused."""
        with self.lock:
            self.received: dict[str, list[str]] = defaultdict(list)
        self.on_recipient: Callable[[str], str] = accept
        self.drops: Callable[[str], bool] = lambda _recipient: False

    def keep(self, recipient: str, message_id: str) -> bool:
        """Keep a message; answers whether the connection is to be dropped instead of saying so."""
        with self.lock:
            dropped = self.drops(recipient)
            self.received[recipient].append(message_id)
        return dropped

    @property
    def count(self) -> int:
        """How many messages arrived, duplicates counted."""
        with self.lock:
            return sum(map(len, self.received.values()))

    def handle_error(self, request, client_address) -> None:
        """A client that was killed is no news."""


class Session(socketserver.StreamRequestHandler):
    """One connection."""

    def say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())

    def handle(self) -> None:
        self.say("220 sink")
        recipient = ""
        while line := self.rfile.readline():
            command = line.decode().strip()
            verb = command[:4].upper()
            if verb == "RCPT":
                recipient = re.search(r"<([^>]*)>", command).group(1)
                self.say(self.server.on_recipient(recipient))
            elif verb == "DATA":
                self.say("354 go on")
                if not self.take(recipient):
                    return
            elif verb == "QUIT":
                self.say("221 bye")
                return
            else:
                self.say("250 OK")

    def take(self, recipient: str) -> bool:
        """Read one message; answers False when the connection is dropped after it."""
        message_id, in_head = "", True
        while (line := self.rfile.readline()) and line != b".\r\n":
            in_head = in_head and line != b"\r\n"
            if in_head and line.lower().startswith(b"message-id:"):
                message_id = line.decode().partition(":")[2].strip()
        if not line:
            return False
        time.sleep(PAUSE)
        if self.server.keep(recipient, message_id):
            return False
        self.say("250 kept")
        return True
