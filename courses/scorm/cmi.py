"""What a SCO reported, judged: completion, success, score, time, place. Knows no Django.

Sources: SCORM 1.2 Run-Time Environment 3.4.4 (lesson_status, score, mastery_score, session_time); SCORM 2004 4th
Edition Run-Time Environment 4.2. The CMI is nested data as the player sends it, with strings at its leaves.
"""

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

TIMESPAN = re.compile(r"^(\d{1,6}):(\d{1,2}):(\d{1,2}(?:\.\d+)?)$")
DURATION = re.compile(
    r"^P(?:(\d+(?:\.\d+)?)Y)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)D)?"
    r"(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$"
)
DURATION_SECONDS = (31_536_000, 2_592_000, 86_400, 3_600, 60, 1)
LONGEST_SECONDS = Decimal(10**9)  # as in SCORM 1.2, more or less: longer is nonsense
SUSPENDED = "suspend"


@dataclass(frozen=True)
class Outcome:
    """A report in one vocabulary for every SCORM version; `score_percent` None means no score, which is not 0."""

    completion: str  # completed, incomplete, not attempted, unknown
    success: str  # passed, failed, unknown
    score_percent: Decimal | None
    location: str
    exit: str
    session_seconds: Decimal

    @property
    def completes_lesson(self) -> bool:
        """Whether the lesson is done: completed or passed, and not failed."""
        return self.success == "passed" or (self.completion == "completed" and self.success != "failed")


def outcome(cmi: dict[str, Any], *, version: str, mastery: Decimal | None = None, terminated: bool = False) -> Outcome:
    """Judge a CMI. `version` is "1.2" or "2004"; `mastery` is the manifest's: a percentage in 1.2, scaled in 2004.

    Mastery and the rule for SCOs that never report a status count on a real exit only: a suspended SCO keeps its word.
    Before its end a SCO of 1.2 whose score is below mastery is not complete yet, whatever it says: the exit will tell.
    """
    return _outcome_2004(cmi, mastery, terminated) if version == "2004" else _outcome_12(cmi, mastery, terminated)


def _outcome_12(cmi: dict[str, Any], mastery: Decimal | None, terminated: bool) -> Outcome:
    core = part(cmi, "core")
    status = leaf(core, "lesson_status") or "not attempted"
    left = leaf(core, "exit")
    percent = score_percent(part(core, "score"))
    if terminated and left != SUSPENDED:
        if status == "not attempted":
            status = "completed"  # RTE 1.2, 3.4.4 lesson_status: a SCO that finishes without a word has been completed
        if mastery is not None and percent is not None:
            status = "passed" if percent >= mastery else "failed"
    is_below = mastery is not None and percent is not None and percent < mastery
    if not terminated and is_below and status in ("passed", "completed"):
        status = "incomplete"
    completion = {"passed": "completed", "completed": "completed", "not attempted": "not attempted"}.get(
        status, "incomplete"
    )
    return Outcome(
        completion=completion,
        success=status if status in ("passed", "failed") else "unknown",
        score_percent=percent,
        location=leaf(core, "lesson_location"),
        exit=left,
        session_seconds=seconds_12(leaf(core, "session_time")),
    )


def _outcome_2004(cmi: dict[str, Any], mastery: Decimal | None, terminated: bool) -> Outcome:
    completion = one_of(leaf(cmi, "completion_status"), "completed", "incomplete", "not attempted")
    success = one_of(leaf(cmi, "success_status"), "passed", "failed")
    left = leaf(cmi, "exit")
    score = part(cmi, "score")
    threshold, progress = number(leaf(cmi, "completion_threshold")), number(leaf(cmi, "progress_measure"))
    if threshold is not None and progress is not None:
        completion = "completed" if progress >= threshold else "incomplete"
    scaled = number(leaf(score, "scaled"))
    if mastery is not None and scaled is not None:
        success = "passed" if scaled >= mastery else "failed"
    if terminated and left != SUSPENDED and completion in ("unknown", "not attempted") and success == "unknown":
        completion = "completed"
    return Outcome(
        completion=completion,
        success=success,
        score_percent=score_percent(score),
        location=leaf(cmi, "location"),
        exit=left,
        session_seconds=seconds_2004(leaf(cmi, "session_time")),
    )


def one_of(said: str, *words: str) -> str:
    """What was said, if it is a word of that vocabulary; else "unknown"."""
    return said if said in words else "unknown"


def score_percent(score: dict[str, Any]) -> Decimal | None:
    """The score from 0 to 100: scaled, else raw within min and max, else raw if it can be a percentage."""
    scaled, raw = number(leaf(score, "scaled")), number(leaf(score, "raw"))
    lowest, highest = number(leaf(score, "min")), number(leaf(score, "max"))
    if scaled is not None:
        return rounded(scaled * 100)
    if raw is None:
        return None
    if highest is not None and highest > (lowest or 0):
        floor = lowest or Decimal(0)
        return rounded((raw - floor) * 100 / (highest - floor))
    return rounded(raw)


def rounded(percent: Decimal) -> Decimal | None:
    """Two decimals, or None for what cannot be a percentage."""
    return percent.quantize(Decimal("0.01")) if 0 <= percent <= 100 else None


def number(text: str) -> Decimal | None:
    """A finite number of sane length and size, or None."""
    try:
        value = Decimal(text.strip()) if text and len(text) <= 40 else None
    except InvalidOperation:
        return None
    if value is None or not value.is_finite():
        return None
    return value if value == 0 or Decimal("1e-12") < abs(value) < Decimal("1e12") else None


def part(cmi: dict[str, Any], name: str) -> dict[str, Any]:
    """A container of the CMI; empty when it is not there."""
    found = cmi.get(name)
    return found if isinstance(found, dict) else {}


def leaf(cmi: dict[str, Any], name: str) -> str:
    """A value of the CMI as text; "" when it is not there."""
    found = cmi.get(name)
    return "" if found is None or isinstance(found, (dict, list)) else str(found)


def seconds_12(timespan: str) -> Decimal:
    """Seconds of a CMITimespan HHHH:MM:SS.SS; 0 for what is none."""
    match = TIMESPAN.match(timespan)
    if not match:
        return Decimal(0)
    hours, minutes, seconds = match.groups()
    return int(hours) * 3600 + int(minutes) * 60 + Decimal(seconds).quantize(Decimal("0.01"))


def seconds_2004(duration: str) -> Decimal:
    """Seconds of an ISO 8601 duration; a month counts as 30 days, a year as 365; 0 for what is none."""
    match = DURATION.match(duration) if len(duration) <= 60 else None
    if not match:
        return Decimal(0)
    parts = zip(match.groups(), DURATION_SECONDS, strict=True)
    seconds = sum((Decimal(value) * each for value, each in parts if value), Decimal(0))
    return min(seconds, LONGEST_SECONDS).quantize(Decimal("0.01"))


def timespan_12(seconds: Decimal) -> str:
    """A total time as SCORM 1.2 writes it: HHHH:MM:SS.SS."""
    hundredths = int((seconds * 100).to_integral_value())
    minutes, rest = divmod(hundredths, 6000)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:04d}:{minutes:02d}:{rest // 100:02d}.{rest % 100:02d}"


def duration_2004(seconds: Decimal) -> str:
    """A total time as SCORM 2004 writes it: PT1H2M3.45S."""
    hundredths = int((seconds * 100).to_integral_value())
    minutes, rest = divmod(hundredths, 6000)
    hours, minutes = divmod(minutes, 60)
    whole, part_of = divmod(rest, 100)
    return f"PT{hours}H{minutes}M{whole}{f'.{part_of:02d}' if part_of else ''}S"
