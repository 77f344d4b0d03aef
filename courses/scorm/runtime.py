"""Commits: what a SCO reports, written once, in order, by the one launch that may write."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import structlog
from django.db import transaction
from django.db.models import Max

from courses.domain.progress import ProgressError, complete_lesson
from courses.models import Commit, Interaction, Launch, ScormAttempt, ScormItemState
from courses.scorm import cmi as data
from courses.scorm.reports import BadReport, Report, merged, read_json, read_report, report_from
from courses.scorm.tokens import LaunchToken, read_token

log = structlog.get_logger(__name__)
LAST_WORDS = timedelta(minutes=1)  # how long a page may take to make way for the one that was opened in its place


@dataclass(frozen=True)
class Answer:
    """What the player hears: an HTTP status, and one word for what became of its commit."""

    status: int
    outcome: str
    completed: bool = False


def commit(named: LaunchToken, *, body: bytes, at: datetime) -> Answer:
    """Write one commit of a launch: applied, or ignored with the reason; journalled either way.

    Idempotent on (launch, sequence): a newer one applies, an equal one changes nothing, an older one is journalled and
    ignored. A launch that another one superseded may not write, save the last words of the page it replaced. At most 4
    queries, in one transaction; the commit that ends a launch or completes a lesson takes more.
    """
    if named.mode != Launch.Mode.NORMAL or named.attempt is None:
        return Answer(200, "not kept")
    with transaction.atomic():
        state = locked_state(named)
        if state is None:
            return Answer(404, "unknown")
        try:
            report = read_report(body, version=version_of(state))
        except BadReport as error:
            log.warning("commit_refused", launch=named.launch, reason=str(error))
            return Answer(400, "refused")
        launch = state.current_launch
        if launch is None or launch.pk != named.launch:
            if launch is not None and (before := left_for(launch, named, report, state=state, at=at)):
                return write_late(report, state=state, launch=before, current=launch.pk, at=at, outcome="leaving")
            journal(named.launch, report, applied=False, outcome="superseded")
            return Answer(409, "superseded")
        done = state.attempt.completed_at is not None
        if report.sequence == state.last_sequence:
            return Answer(200, "repeated", done)
        if report.sequence < state.last_sequence:
            journal(named.launch, report, applied=False, outcome="older")
            return Answer(200, "older", done)
        state.last_sequence = report.sequence
        completed = apply(report, state=state, launch=launch, at=at)
        journal(launch.pk, report, applied=True, outcome="applied")
        note_end(launch, report, at=at)
        return Answer(200, "applied", completed)


def replay(named: LaunchToken, *, body: bytes, at: datetime) -> Answer:
    """Write what an earlier launch could not send, handed over by the same browser.

    Only before this launch has written anything, and only when none between the two has: nothing is merged silently.
    Somebody without a connection may load the page several times, and those launches write nothing.
    """
    with transaction.atomic():
        state = locked_state(named) if named.mode == Launch.Mode.NORMAL else None
        if state is None or state.current_launch_id != named.launch or state.last_sequence:
            return Answer(409, "too late")
        try:
            content = read_json(body)
            report = report_from(content, version=version_of(state))
        except BadReport as error:
            log.warning("replay_refused", launch=named.launch, reason=str(error))
            return Answer(400, "refused")
        old = read_token(str(content.get("token", "")), for_commit=True)
        earlier = Launch.objects.filter(
            attempt=named.attempt, item_identifier=named.item, mode=Launch.Mode.NORMAL, pk__lt=named.launch
        )
        before = earlier.filter(pk=old.launch).first() if old is not None else None
        if before is None or Commit.objects.filter(launch__in=earlier.filter(pk__gt=before.pk), applied=True).exists():
            return Answer(409, "not the launch that wrote last")
        return write_late(report, state=state, launch=before, current=named.launch, at=at, outcome="replayed")


def left_for(
    launch: Launch, named: LaunchToken, report: Report, *, state: ScormItemState, at: datetime
) -> Launch | None:
    """The launch whose page is being left for that of `launch`, which has not written anything; None if it is not.

    Browsers ask for the new page first and let the old one go when it comes, so that what content says on leaving is
    said after its launch was superseded.
    """
    if not report.leaving or state.last_sequence or at - launch.started_at > LAST_WORDS:
        return None
    return Launch.objects.filter(pk=named.launch, superseded_by=launch).first()


def write_late(
    report: Report, *, state: ScormItemState, launch: Launch, current: int, at: datetime, outcome: str
) -> Answer:
    """Write a report of an earlier launch, before the current one has written anything; its time goes on from there."""
    last = Commit.objects.filter(launch=launch, applied=True).aggregate(last=Max("sequence"))["last"] or 0
    if report.sequence <= last:
        return Answer(200, "older", state.attempt.completed_at is not None)
    completed = apply(report, state=state, launch=launch, at=at)
    journal(launch.pk, report, applied=True, outcome=outcome)
    Launch.objects.filter(pk=current).update(base_total_seconds=state.total_seconds)
    if report.terminated:
        Launch.objects.filter(pk=launch.pk).update(terminated_at=at)
    return Answer(200, "applied", completed)


def locked_state(named: LaunchToken) -> ScormItemState | None:
    """The item's state with its launch and attempt, its row locked until the transaction ends."""
    states = ScormItemState.objects.select_for_update(of=("self",)).select_related("current_launch", "attempt__version")
    return states.filter(attempt=named.attempt, item_identifier=named.item).first()


def version_of(state: ScormItemState) -> str:
    """ "1.2" or "2004"."""
    return "2004" if state.attempt.version.scorm_version.startswith("2004") else "1.2"


def apply(report: Report, *, state: ScormItemState, launch: Launch, at: datetime) -> bool:
    """Put the report into the state's row and complete the lesson if it says so; answers whether it is complete."""
    version = version_of(state)
    cmi = merged({} if report.full else state.cmi, report.cmi)
    mastery = data.number(setting_of(state, "passing_score" if version == "2004" else "mastery_score"))
    known = {**cmi, "completion_threshold": setting_of(state, "completion_threshold")}
    found = data.outcome(known, version=version, mastery=mastery, terminated=report.terminated)
    judged = found.success if found.success != "unknown" else found.completion
    if version == "1.2" and report.terminated and judged in ("passed", "failed", "completed"):
        cmi = merged(cmi, {"core": {"lesson_status": judged}})
    found = never_back(found, state)
    interactions = changed_interactions(state.cmi, cmi)
    better = found.score_percent is not None and found.score_percent != state.score_percent
    state.cmi = cmi
    state.completion, state.success = found.completion, found.success
    state.score_percent = found.score_percent if found.score_percent is not None else state.score_percent
    state.location, state.exit = found.location, found.exit[:10]
    state.total_seconds = total_seconds(state, launch, report.earlier_seconds + found.session_seconds, at=at)
    state.last_seen_at = at
    state.save()
    save_interactions(state, interactions, cmi)
    if found.completes_lesson and (state.attempt.completed_at is None or better):
        complete(state, at=at)
    return state.attempt.completed_at is not None


def setting_of(state: ScormItemState, name: str) -> str:
    """What the manifest sets for the item, by its name in courses.scorm.manifest.Item; "" when it sets nothing."""
    items = state.attempt.version.manifest.get("items", [])
    return next((item.get(name, "") for item in items if item["identifier"] == state.item_identifier), "")


def never_back(found: data.Outcome, state: ScormItemState) -> data.Outcome:
    """Completed and passed stay so within an attempt, whatever is reported later."""
    if state.success == "passed":
        found = replace(found, success="passed")
    if state.completion == "completed":
        found = replace(found, completion="completed")
    return found


def total_seconds(state: ScormItemState, launch: Launch, session: Decimal, *, at: datetime) -> Decimal:
    """What came before this launch, and this session: no longer than the clock on the wall, never counted twice."""
    passed = Decimal(max(0.0, (at - launch.started_at).total_seconds())).quantize(Decimal("0.01"))
    return max(state.total_seconds, launch.base_total_seconds + min(session, passed))


def complete(state: ScormItemState, *, at: datetime) -> None:
    """Complete the attempt, and the lesson with its score."""
    attempt = state.attempt
    if attempt.completed_at is None:
        attempt.completed_at = at
        ScormAttempt.objects.filter(pk=attempt.pk, completed_at=None).update(completed_at=at)
    text = f"{state.score_percent.normalize():f}%" if state.score_percent is not None else ""
    try:
        complete_lesson(
            attempt.enrolment, lesson=attempt.lesson, at=at, score_percent=state.score_percent, score_text=text
        )
    except ProgressError as error:
        log.warning("scorm_lesson_not_completed", attempt=attempt.pk, reason=str(error))


def note_end(launch: Launch, report: Report, *, at: datetime) -> None:
    """Close the launch at a real end; open it again when the SCO goes on in the same player."""
    if report.terminated:
        Launch.objects.filter(pk=launch.pk).update(state=Launch.State.CLOSED, terminated_at=at)
    elif launch.state == Launch.State.CLOSED:
        Launch.objects.filter(pk=launch.pk).update(state=Launch.State.OPEN, terminated_at=None)


def journal(launch_id: int, report: Report, *, applied: bool, outcome: str) -> None:
    """Keep the commit as it came."""
    body = {
        "full": report.full,
        "terminated": report.terminated,
        "earlier_seconds": float(report.earlier_seconds),
        "cmi": report.cmi,
    }
    Commit.objects.create(launch_id=launch_id, sequence=report.sequence, body=body, applied=applied, outcome=outcome)


def changed_interactions(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    """The indexes whose interaction is not what it was."""
    old, new = data.part(before, "interactions"), data.part(after, "interactions")
    return [index for index in new if new[index] != old.get(index)]


def save_interactions(state: ScormItemState, indexes: list[str], cmi: dict[str, Any]) -> None:
    """Upsert the rows of those interactions by their index. One query, or none."""
    rows = [interaction_row(state, index, data.part(data.part(cmi, "interactions"), index)) for index in indexes]
    if not rows:
        return
    fields = [
        "identifier",
        "kind",
        "description",
        "learner_response",
        "correct_responses",
        "result",
        "latency",
        "weighting",
    ]
    Interaction.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["item_state", "position"], update_fields=fields
    )


def interaction_row(state: ScormItemState, index: str, said: dict[str, Any]) -> Interaction:
    """One interaction as a row; the CMI keeps what is longer than a column."""
    correct = data.part(said, "correct_responses")
    return Interaction(
        item_state=state,
        position=int(index),
        identifier=data.leaf(said, "id"),
        kind=data.leaf(said, "type")[:20],
        description=data.leaf(said, "description"),
        learner_response=data.leaf(said, "learner_response") or data.leaf(said, "student_response"),
        correct_responses=[data.leaf(data.part(correct, key), "pattern") for key in sorted(correct, key=int)],
        result=data.leaf(said, "result")[:30],
        latency=data.leaf(said, "latency")[:40],
        weighting=data.leaf(said, "weighting")[:20],
    )
