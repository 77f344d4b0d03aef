"""Runs uv with the package index that pip is configured to use, which uv does not read by itself.

Nothing is written down: the addresses go from pip's configuration into uv's environment. Every lock file holds
hashes, so it does not matter which index a file came from.
"""

import os
import shlex
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

BIN = Path(sys.executable).parent
SETTINGS = {
    "index-url": "UV_DEFAULT_INDEX",
    "extra-index-url": "UV_INDEX",
    "find-links": "UV_FIND_LINKS",
    "cert": "SSL_CERT_FILE",
    "trusted-host": "UV_INSECURE_HOST",
}
SEPARATORS = {"UV_FIND_LINKS": ","}


def pip_settings(listing: str) -> dict[str, str]:
    """What `pip config list` says of the index; what the environment says wins over every file."""
    found: dict[str, str] = {}
    lines = [line.partition("=") for line in listing.splitlines()]
    for key, _, value in sorted(lines, key=lambda line: line[0].startswith(":env:")):
        name = key.rpartition(".")[2]
        if name in SETTINGS and value:
            found[name] = " ".join(shlex.split(shlex.split(value)[0]))
    return found


def uv_environment(listing: str, environment: Mapping[str, str]) -> dict[str, str]:
    """The environment for uv: what is set for uv already stays as it is."""
    added = {}
    for name, value in pip_settings(listing).items():
        variable = SETTINGS[name]
        added[variable] = SEPARATORS.get(variable, " ").join(value.split())
    added |= {"UV_INDEX_STRATEGY": "unsafe-best-match", "UV_LINK_MODE": "copy", "VIRTUAL_ENV": str(BIN.parent)}
    if "UV_INDEX_URL" in environment:
        added.pop("UV_DEFAULT_INDEX", None)
    if "UV_EXTRA_INDEX_URL" in environment:
        added.pop("UV_INDEX", None)
    return {**added, **environment}


def main() -> None:
    listing = subprocess.run(
        [sys.executable, "-m", "pip", "config", "list"], capture_output=True, text=True, check=False
    ).stdout
    uv = str(BIN / "uv")
    os.execve(uv, [uv, *sys.argv[1:]], uv_environment(listing, os.environ))


if __name__ == "__main__":
    main()
