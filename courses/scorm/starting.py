"""What a SCO finds when it starts: the saved CMI with identity, mode and totals put in by the server."""

import hashlib
import re
from typing import Any

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from courses.models import Launch, ScormItemState
from courses.scorm import cmi as data
from lms.people.models import User

# Set by the server alone; in a commit they are ignored (SCORM 1.2 RTE 3.4.4, 2004 RTE 4.2: read-only for the SCO).
SERVER_12 = {
    "core": {"student_id", "student_name", "credit", "entry", "total_time", "lesson_mode"},
    "": {"launch_data", "comments_from_lms", "student_data"},
}
SERVER_2004 = {
    "learner_id",
    "learner_name",
    "credit",
    "mode",
    "entry",
    "total_time",
    "launch_data",
    "completion_threshold",
    "scaled_passing_score",
    "max_time_allowed",
    "time_limit_action",
    "comments_from_lms",
}
IN_WORDS = re.compile(r"[^\W\d_]{3,15} \d{1,3}( of \d{1,3})?")


def version_of(launch: Launch) -> str:
    """ "1.2" or "2004"."""
    return "2004" if launch.version.scorm_version.startswith("2004") else "1.2"


def starting_cmi(launch: Launch, state: ScormItemState | None, item: dict[str, Any]) -> dict[str, Any]:
    """The CMI to load before the SCO initialises, as text at its leaves.

    In browse mode nothing was saved; in review the saved state is shown and nothing is written.
    """
    saved = state.cmi if state is not None else {}
    entry = entry_of(launch, state)
    build = _starting_2004 if version_of(launch) == "2004" else _starting_12
    return build(launch, state, saved, item, entry)


def entry_of(launch: Launch, state: ScormItemState | None) -> str:
    """ab-initio the first time; resume after a suspend or a launch that never ended; else ""."""
    if state is None or not state.cmi:
        return "ab-initio"
    if state.exit == data.SUSPENDED:
        return "resume"
    before = (
        Launch.objects.filter(attempt=launch.attempt_id, item_identifier=launch.item_identifier, mode="normal")
        .exclude(pk=launch.pk)
        .order_by("-pk")
        .first()
    )
    if state.current_launch_id == launch.pk and state.last_sequence:
        before = launch  # the page of this very launch was loaded again
    return "resume" if before is None or before.terminated_at is None else ""


def _starting_12(
    launch: Launch, state: ScormItemState | None, saved: dict[str, Any], item: dict[str, Any], entry: str
) -> dict[str, Any]:
    core = {key: value for key, value in data.part(saved, "core").items() if key not in ("session_time", "exit")}
    if core.get("lesson_status") == "not attempted":
        core.pop("lesson_status")  # the player sets it on initialising, and so can tell whether the SCO ever did
    core |= {
        "student_id": learner_id(launch.user),
        "student_name": learner_name(launch.user)[:255],
        "credit": "credit" if launch.mode == "normal" else "no-credit",
        "lesson_mode": launch.mode,
        "entry": entry,
        "total_time": data.timespan_12(state.total_seconds if state else data.Decimal(0)),
    }
    return {
        **saved,
        "core": core,
        "student_preference": in_a_language(data.part(saved, "student_preference")),
        "launch_data": item["data_from_lms"][:4096],
        "student_data": {
            "mastery_score": item["mastery_score"],
            "max_time_allowed": item["max_time_allowed"],
            "time_limit_action": item["time_limit_action"],
        },
    }


def _starting_2004(
    launch: Launch, state: ScormItemState | None, saved: dict[str, Any], item: dict[str, Any], entry: str
) -> dict[str, Any]:
    kept = {key: value for key, value in saved.items() if key not in ("session_time", "exit")}
    return {
        **kept,
        "learner_preference": in_a_language(data.part(kept, "learner_preference")),
        "learner_id": learner_id(launch.user),
        "learner_name": learner_name(launch.user)[:250],
        "credit": "credit" if launch.mode == "normal" else "no-credit",
        "mode": launch.mode,
        "entry": entry,
        "total_time": data.duration_2004(state.total_seconds if state else data.Decimal(0)),
        "launch_data": item["data_from_lms"][:4000],
        "completion_threshold": item["completion_threshold"],
        "scaled_passing_score": item["passing_score"],
        "time_limit_action": item["time_limit_action"],
    }


def in_a_language(preferences: dict[str, Any]) -> dict[str, Any]:
    """The learner's preferences; their language is the site's, such as en-GB, until the SCO has set another."""
    language, _dash, region = (get_language() or settings.LANGUAGE_CODE).partition("-")
    return {
        **preferences,
        "language": preferences.get("language") or "-".join(filter(None, (language, region.upper()))),
    }


def learner_id(user: User) -> str:
    """Who this is to a package: always the same, and nothing that leads back to the person."""
    return hashlib.sha256(b"scorm learner " + user.public_id.bytes).hexdigest()[:32]


def learner_name(user: User) -> str:
    """ "Last, First"; never the e-mail address."""
    return ", ".join(part for part in (user.last_name, user.first_name) if part) or _("Learner")


def place_in_words(location: str) -> str:
    """The SCO's bookmark when it reads like words ("Scene 3 of 5"), for the line beside the player; else ""."""
    return location[0].lower() + location[1:] if IN_WORDS.fullmatch(location) else ""
