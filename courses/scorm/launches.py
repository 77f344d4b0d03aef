"""Launches: opening a package for a learner or an editor, and what the player needs to know."""

from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from courses.domain.progress import complete_lesson
from courses.models import Enrolment, Launch, Lesson, PackageVersion, ScormAttempt, ScormItemState
from courses.scorm.starting import place_in_words
from courses.scorm.tokens import LaunchToken, token_for
from lms.people.models import User

# A page with a player must let the windows that content opens see their opener, where content looks for its API.
OPENER_POLICY = "same-origin-allow-popups"


class LaunchError(Exception):
    """Why a package cannot be opened."""


def first_item(version: PackageVersion) -> dict[str, Any]:
    """What is played of a package. Raises LaunchError when nothing is."""
    items = version.manifest.get("items") or []
    if not items or version.state != PackageVersion.State.READY:
        raise LaunchError(_("This package is not ready."))
    return items[0]


def start_launch(enrolment: Enrolment, *, lesson: Lesson, at: datetime) -> Launch:
    """Open the lesson's package for a learner; from now on only this launch may write to the attempt.

    The attempt stays on the package version it began with, from the first time something was saved. An older open
    launch is superseded. A completed attempt is opened for review, which writes nothing. A package without a SCO is
    complete when it is opened.
    Raises LaunchError when the lesson has no package that is ready.
    """
    attempt = current_attempt(enrolment, lesson=lesson)
    with transaction.atomic():
        return _start_launch(enrolment, attempt=attempt, lesson=lesson, at=at)


def _start_launch(enrolment: Enrolment, *, attempt: ScormAttempt, lesson: Lesson, at: datetime) -> Launch:
    """The launch of an attempt. Locks as a commit does: the item's state first, the enrolment only to complete it."""
    item = first_item(attempt.version)
    state = locked_state(attempt, item["identifier"])
    attempt.refresh_from_db(fields=["completed_at"])  # a commit may have come before the lock
    newer = newer_version(attempt, state, lesson)
    if newer is not None:
        item = first_item(newer)
        attempt.version = newer
        attempt.save(update_fields=["version"])
        if item["identifier"] != state.item_identifier:
            ScormItemState.objects.filter(pk=state.pk).update(current_launch=None)  # whoever plays it writes no more
            state = locked_state(attempt, item["identifier"])
    launch = Launch(
        user_id=enrolment.user_id,
        version=attempt.version,
        attempt=attempt,
        item_identifier=item["identifier"],
        started_at=at,
    )
    if attempt.completed_at is not None:
        launch.mode, launch.state = Launch.Mode.REVIEW, Launch.State.CLOSED
        launch.save()
        return launch
    launch.base_total_seconds = state.total_seconds
    mine = attempt.launches.filter(mode=Launch.Mode.NORMAL)
    mine.filter(state=Launch.State.OPEN).update(state=Launch.State.SUPERSEDED)
    launch.save()
    if state.current_launch_id:
        mine.filter(pk=state.current_launch_id).update(superseded_by=launch)
    state.current_launch, state.last_sequence, state.last_seen_at = launch, 0, at
    state.save(update_fields=["current_launch", "last_sequence", "last_seen_at"])
    if item["kind"] == "asset":
        ScormAttempt.objects.filter(pk=attempt.pk).update(completed_at=at)
        complete_lesson(enrolment, lesson=lesson, at=at)
    return launch


def locked_state(attempt: ScormAttempt, identifier: str) -> ScormItemState:
    """The state of one item, made if there is none, its row locked until the transaction ends."""
    states = ScormItemState.objects.select_for_update()
    return states.get_or_create(attempt=attempt, item_identifier=identifier)[0]


def newer_version(attempt: ScormAttempt, state: ScormItemState, lesson: Lesson) -> PackageVersion | None:
    """The version the lesson plays today, for an attempt in which nothing was saved and which has another one.

    Somebody who could only look at a broken package is not kept on it.
    """
    if state.cmi or attempt.completed_at is not None or lesson.scorm_package is None:
        return None
    is_same = lesson.scorm_package.current_version_id in (None, attempt.version_id)
    return None if is_same else lesson.scorm_package.current_version


def current_attempt(enrolment: Enrolment, *, lesson: Lesson) -> ScormAttempt:
    """The learner's latest attempt at the lesson in this round; the first one is opened on today's version, once.

    The enrolment is locked only to open it, and let go of again before anything else is locked.
    """
    attempts = ScormAttempt.objects.filter(enrolment=enrolment, lesson=lesson).select_related("version")
    found = attempts.order_by("-number").first()
    if found:
        return found
    version = lesson.scorm_package.current_version if lesson.scorm_package else None
    if version is None:
        raise LaunchError(_("This package is not ready."))
    with transaction.atomic():
        Enrolment.objects.select_for_update().only("pk").get(pk=enrolment.pk)
        return attempts.first() or ScormAttempt.objects.create(enrolment=enrolment, lesson=lesson, version=version)


def start_browse(user: User, *, version: PackageVersion, at: datetime) -> Launch:
    """Open a package for an editor who looks at it: nothing is kept. Raises LaunchError."""
    item = first_item(version)
    return Launch.objects.create(
        user=user,
        version=version,
        item_identifier=item["identifier"],
        mode=Launch.Mode.BROWSE,
        state=Launch.State.CLOSED,
        started_at=at,
    )


def player_url(launch: Launch) -> str:
    """The shell's address on the content origin, with the launch's token in it."""
    token = token_for(
        LaunchToken(
            launch=launch.pk,
            attempt=launch.attempt_id,
            item=launch.item_identifier,
            content_key=launch.version.content_key,
            mode=launch.mode,
        )
    )
    origin = content_origin(launch.version.content_key)
    return origin + reverse("shell", urlconf="courses.content_urls", args=[token])


def content_origin(content_key: str) -> str:
    """The origin that serves a package's files: of its own where the setting says {package}."""
    return settings.SCORM_CONTENT_ORIGIN.rstrip("/").replace("{package}", content_key)


def player_context(request: HttpRequest, enrolment: Enrolment, lesson: Lesson) -> dict[str, Any]:
    """What templates/courses/player.html needs, and a new launch; `player_url` is "" when nothing can be played."""
    try:
        launch = start_launch(enrolment, lesson=lesson, at=timezone.now())
    except LaunchError:
        return {"player_url": ""}
    state = ScormItemState.objects.filter(attempt=launch.attempt, item_identifier=launch.item_identifier).first()
    return {
        **player_for(launch),
        "player_place": place_in_words(state.location) if state else "",
        "player_saved_at": state.last_seen_at if state and state.cmi else None,
        "player_title": lesson.title,
        "player_full_url": reverse("courses:play", args=[enrolment.module.slug, lesson.slug]),
    }


def player_for(launch: Launch) -> dict[str, Any]:
    """The part of the player's context that every launch has."""
    address = player_url(launch)
    parts = urlsplit(address)
    return {
        "player_url": address,
        "player_origin": f"{parts.scheme}://{parts.netloc}",
        "player_mode": str(launch.mode),
        "player_title": launch.version.package.title,
        "player_launch": launch.pk,
        "player_key": f"scorm-{launch.attempt_id or 'browse'}",
    }
