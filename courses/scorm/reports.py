"""The body of a commit: read, checked against its schema, cleaned of what only the server may say."""

import json
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from courses.scorm.starting import SERVER_12, SERVER_2004

NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,59}")
INDEX = re.compile(r"0|[1-9][0-9]{0,3}")
MAX_DEPTH = 8
MAX_SEQUENCE = 2**31 - 1
LISTS = {"objectives", "interactions", "correct_responses", "comments_from_learner", "comments_from_lms"}
CONTAINERS_12 = {"core", "score", "student_data", "student_preference", *LISTS} - {"comments_from_lms"}
CONTAINERS_2004 = {"score", "learner_preference", *LISTS}
COUNTED = {"_children", "_count", "_version"}
LONE_SURROGATE = re.compile("[\ud800-\udfff]")


class BadReport(Exception):
    """A body that is no commit; nothing of it is used."""


@dataclass(frozen=True)
class Report:
    """One commit: `cmi` is all of the CMI when `full`, else what changed since the last one that was acknowledged.

    `earlier_seconds`: what earlier sessions within this launch lasted, where the SCO initialised more than once.
    `leaving`: the page is on its way out, and this may be its last.
    """

    sequence: int
    full: bool
    cmi: dict[str, Any]
    terminated: bool
    earlier_seconds: Decimal
    leaving: bool = False


def read_report(body: bytes, *, version: str) -> Report:
    """Read a commit's body. Raises BadReport with a reason for the log."""
    return report_from(read_json(body), version=version)


def read_json(body: bytes) -> dict[str, Any]:
    """The body as an object. Raises BadReport."""
    try:
        content = json.loads(body, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise BadReport("not JSON") from error
    if not isinstance(content, dict):
        raise BadReport("not an object")
    return content


def report_from(content: dict[str, Any], *, version: str) -> Report:
    """The commit that a JSON object describes. Raises BadReport."""
    sequence, cmi = content.get("sequence"), content.get("cmi")
    if type(sequence) is not int or not 1 <= sequence <= MAX_SEQUENCE:
        raise BadReport("sequence must be a whole number from 1")
    if not isinstance(cmi, dict):
        raise BadReport("cmi must be an object")
    earlier = content.get("earlier_seconds", 0)
    if type(earlier) not in (int, float) or not 0 <= earlier < 10**9:
        raise BadReport("earlier_seconds must be a number from 0")
    for flag in ("full", "terminated", "leaving"):
        if type(content.get(flag, False)) is not bool:
            raise BadReport(f"{flag} must be true or false")
    containers = CONTAINERS_2004 if version == "2004" else CONTAINERS_12
    clean = _checked(cmi, containers, depth=0, in_list=False)
    return Report(
        sequence=sequence,
        full=content.get("full", False),
        cmi=_without_server_parts(clean, version),
        terminated=content.get("terminated", False),
        earlier_seconds=Decimal(str(earlier)).quantize(Decimal("0.01")),
        leaving=content.get("leaving", False),
    )


def merged(saved: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    """The saved CMI with the changes put in; neither argument is changed."""
    result = dict(saved)
    for key, value in changes.items():
        before = result.get(key)
        result[key] = merged(before, value) if isinstance(value, dict) and isinstance(before, dict) else value
    return result


def _refuse(constant: str) -> None:
    raise ValueError(constant)


def _checked(part: dict[str, Any], containers: set[str], *, depth: int, in_list: bool) -> dict[str, Any]:
    """The part with text at its leaves; containers must be objects, leaves must not, lists count from 0."""
    if depth > MAX_DEPTH:
        raise BadReport("nested too deep")
    clean: dict[str, Any] = {}
    for key, value in part.items():
        if key in COUNTED:
            continue
        if not (INDEX if in_list else NAME).fullmatch(key):
            raise BadReport("a name that no CMI has")
        if isinstance(value, dict):
            if not in_list and key not in containers:
                raise BadReport(f"{key} must not be an object")
            clean[key] = _checked(value, containers, depth=depth + 1, in_list=not in_list and key in LISTS)
        elif in_list or key in containers:
            raise BadReport(f"{key} must be an object")
        elif value is None or isinstance(value, (str, int, float, bool)):
            clean[key] = _text(value)
        else:
            raise BadReport(f"{key} must be text")
    return clean


def _text(value: str | float | bool | None) -> str:
    """A leaf as text that every database can hold: no NUL, no half characters."""
    if value is None or value is True or value is False:
        return {None: "", True: "true", False: "false"}[value]
    return LONE_SURROGATE.sub("\ufffd", str(value).replace("\x00", "\ufffd"))


def _without_server_parts(cmi: dict[str, Any], version: str) -> dict[str, Any]:
    """The CMI without identity, mode, credit and totals."""
    if version == "2004":
        return {key: value for key, value in cmi.items() if key not in SERVER_2004}
    kept = {key: value for key, value in cmi.items() if key not in SERVER_12[""]}
    if "core" in kept:
        kept["core"] = {key: value for key, value in kept["core"].items() if key not in SERVER_12["core"]}
    return kept
