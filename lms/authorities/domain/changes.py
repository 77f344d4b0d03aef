"""Noting that the source of an authority was looked at, and that it changed: then all that rests on it is reviewed."""

from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from lms.authorities.domain.citing import citing
from lms.authorities.domain.errors import ChangedMeanwhile, DayInFuture, DuePast, NothingChanged
from lms.authorities.models import Authority, AuthorityCheck, AuthorityVersion, ReviewTask
from lms.editorial.domain.owners import responsible_for

TITLE_LENGTH = 250


@dataclass(frozen=True)
class Wording:
    """What an authority says from a day on."""

    version: str = ""
    url: str = ""
    summary: str = ""
    value: str = ""
    in_force_from: date | None = None
    in_force_until: date | None = None


WORDING = tuple(field.name for field in fields(Wording))


def wording_of(authority: Authority) -> Wording:
    """What the authority says now."""
    return wording_from({name: getattr(authority, name) for name in WORDING})


def wording_from(values: dict[str, Any]) -> Wording:
    """A wording whose lines end alike, wherever they were written: a browser sends other ends than it was given."""
    plain: dict[str, Any] = {
        name: "\n".join(values[name].splitlines()) if isinstance(values[name], str) else values[name]
        for name in WORDING
    }
    return Wording(**plain)


def newest_version(authority: Authority) -> int:
    """The key of the version that holds now, 0 before the first change: what somebody who writes a change has read."""
    return authority.versions.values_list("pk", flat=True).first() or 0


@transaction.atomic
def note_check(authority: Authority, *, by: Any, on: date, note: str = "") -> AuthorityCheck:
    """Write down that `by` looked at the source on a day and that it still says the same.

    Raises DayInFuture. An earlier day than the last check is kept in the history and changes nothing else.
    """
    if on > timezone.localdate():
        raise DayInFuture
    authority = Authority.objects.select_for_update().get(pk=authority.pk)
    check = AuthorityCheck.objects.create(authority=authority, checked_on=on, checked_by=by, note=note)
    if authority.checked_on is None or authority.checked_on < on:
        authority.checked_on = on
        authority.save(update_fields=["checked_on"])
    log(authority, "authorities.check", user=by)
    return check


@transaction.atomic
def note_change(
    authority: Authority,
    *,
    by: Any,
    wording: Wording,
    what_changed: str,
    due_on: date | None,
    read: int | None = None,
) -> tuple[AuthorityVersion, list[ReviewTask]]:
    """Make `wording` what the authority says, and ask for a review of everything that cites it, due on `due_on`.

    With `due_on` None nothing is to be reviewed: only our own words about the source were put right. Texts that show
    the authority's value show the new one at once. Each task belongs to whoever looks after the content. `read` is the
    newest version when the words were written (newest_version); None where nobody can have come between.
    Raises NothingChanged, DuePast and ChangedMeanwhile.
    """
    today = timezone.localdate()
    if due_on is not None and due_on < today:
        raise DuePast
    authority = Authority.objects.select_for_update().get(pk=authority.pk)
    if read is not None and read != newest_version(authority):
        raise ChangedMeanwhile(str(authority.versions.values_list("what_changed", flat=True).first()))
    if wording == wording_of(authority):
        raise NothingChanged
    if not authority.versions.exists():
        AuthorityVersion.objects.create(authority=authority, **asdict(wording_of(authority)))
    version = AuthorityVersion.objects.create(
        authority=authority, what_changed=what_changed, noted_by=by, **asdict(wording)
    )
    for name, value in asdict(wording).items():
        setattr(authority, name, value)
    authority.checked_on = today
    if due_on is not None:
        authority.changed_on = today
    authority.save()
    authority.save_revision(user=by, log_action=True)
    AuthorityCheck.objects.create(
        authority=authority, checked_on=today, checked_by=by, changed=True, note=what_changed[:TITLE_LENGTH]
    )
    tasks = [] if due_on is None else ask_for_reviews(version, due_on=due_on, today=today)
    log(authority, "authorities.change", user=by, data={"reviews": len(tasks)})
    return version, tasks


def ask_for_reviews(version: AuthorityVersion, *, due_on: date, today: date) -> list[ReviewTask]:
    """A task for everything that cites the version's authority, to be told to its owner by the next sweep."""
    tasks = []
    for place in citing(version.authority):
        tasks.append(
            ReviewTask(
                version=version,
                content_type=ContentType.objects.get_for_model(place.content),
                object_id=str(place.content.pk),
                title=str(place.content)[:TITLE_LENGTH],
                owner=responsible_for(place.content),
                due_on=due_on,
                next_reminder_on=today,
            )
        )
    return ReviewTask.objects.bulk_create(tasks)
