"""Other sites that a package may ask for parts of itself, found in its pages, scripts and styles. Knows no Django.

What is found is told to the editor and refuses nothing: an address in a script may never be asked. Addresses that only
name a standard, and links that a learner has to follow, do not count.
"""

import re
from pathlib import Path

from courses.scorm.sentences import Sentence
from courses.scorm.sentences import sentence as _

PAGES, SCRIPTS, STYLES = (".html", ".htm", ".xhtml"), (".js", ".mjs"), (".css",)
MOST_BYTES = 4 * 1024 * 1024
MOST_SHOWN = 8
HOST = r"(?:https?:|wss?:)?//([a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?\.[a-z]{2,})(?=[/:?#\s\"'`)]|$)"
LOADED = re.compile(
    rf"""(?i)<(?!a\b|area\b)[a-z][^<>]{{0,2000}}?\s(?:src|href|data|poster|action|srcset)\s*+=\s*+["']?+\s*+{HOST}"""
)
IN_STYLES = re.compile(rf"""(?i)(?:url\(\s*+|@import\s++)["']?+\s*+{HOST}""")
IN_SCRIPTS = re.compile(rf"""(?i)["'`]{HOST.replace("(?:https?:|wss?:)?", "(?:https?:|wss?:)")}""")
# A script that never ends runs to the end: looking for its end again and again would take for ever. What has been
# passed over is not tried in another way either (*+): it would take as long.
INLINE = re.compile(r"(?is)<script\b[^<>]{0,2000}+>(.*?)(?:</script|\Z)")
ONLY_NAMES = re.compile(
    r"(?i)(^|\.)(w3\.org|imsglobal\.org|imsproject\.org|adlnet\.(org|gov)|ieee\.org|xmlsoap\.org|purl\.org|"
    r"openxmlformats\.org|example\.(com|org|net)|ns\.adobe\.com|mozilla\.org)$"
)


def remote_hosts(folder: Path, paths: list[str]) -> list[str]:
    """The hosts that the files of the folder may ask, in alphabetical order."""
    hosts: set[str] = set()
    for path in paths:
        kind = Path(path).suffix.lower()
        if kind not in (*PAGES, *SCRIPTS, *STYLES):
            continue
        with (folder / path).open("rb") as file:
            hosts.update(hosts_in(file.read(MOST_BYTES).decode("utf-8", errors="replace"), kind=kind))
    return sorted(hosts)


def hosts_in(text: str, *, kind: str) -> set[str]:
    """The hosts that one file may ask; `kind` is the end of its name, with the dot."""
    found: list[str] = []
    if kind in SCRIPTS:
        found += IN_SCRIPTS.findall(text)
    else:
        found += IN_STYLES.findall(text)
    if kind in PAGES:
        found += LOADED.findall(text)
        for script in INLINE.findall(text):
            found += IN_SCRIPTS.findall(script)
    return {host.lower() for host in found if not ONLY_NAMES.search(host)}


def warning_about(hosts: list[str]) -> Sentence:
    """What an editor is told."""
    return _(
        "The package may ask other sites for parts of itself: %(hosts)s. Learners’ browsers refuse that here: check "
        "that nothing is missing, or export it with everything inside.",
        hosts=", ".join(hosts[:MOST_SHOWN]) + ("…" if len(hosts) > MOST_SHOWN else ""),
    )
