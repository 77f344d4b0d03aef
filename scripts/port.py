"""Says so, before anything starts, when the port that the site wants is taken."""

import errno
import socket
import sys


def main(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
            sys.exit(f"Port {port} is taken. Stop what listens there, or start with another: make run PORT={port + 1}")


if __name__ == "__main__":
    main(int(sys.argv[1]))
