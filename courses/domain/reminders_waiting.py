"""Reminders that wait in the outbox while no mail server is reached: none goes out of hours, or tells what is over."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from courses.domain.reminder_plan import NOW
from courses.domain.working_days import working_day_from
from courses.models import Requirement
from lms.outbox.domain.recalling import put_off, recall, told_by, unsent
from lms.people.models.membership import running

KINDS = "reminder_"
AT_ONCE = 2000


def asked(today: date) -> QuerySet[Requirement]:
    """What people may be reminded of: open, of an assignment in force, of members of today."""
    return Requirement.objects.open().filter(
        running(today, prefix="membership__"), assignment__state="active", module__live=True, user__is_active=True
    )


def take_back(*, today: date) -> int:
    """Take out of the outbox what tells only of what is asked no longer, or by another date; returns how many.

    Two queries, with one more for every 2,000 things told; one query when nothing waits.
    """
    waiting = unsent(KINDS)
    told = {email: [one for key in keys if (one := requirement_of(key))] for email, keys in told_by(waiting).items()}
    still = still_asked({pk for things in told.values() for pk, _due in things}, today=today)
    over = [email for email, things in told.items() if things and still.isdisjoint(things)]
    return recall(waiting, over) if over else 0


def requirement_of(mention: str) -> tuple[int, str] | None:
    """The requirement that an e-mail tells of, by key, and its date in words; None for anything else."""
    what, _colon, rest = mention.partition(":")
    if what != "requirement":
        return None
    pk, _kind, due = rest.split(":")
    return int(pk), due


def still_asked(pks: Iterable[int], *, today: date) -> set[tuple[int, str]]:
    """Those of the requirements that are still asked, with their dates in words."""
    keys, found = sorted(pks), set()
    for start in range(0, len(keys), AT_ONCE):
        rows = asked(today).filter(pk__in=keys[start : start + AT_ONCE])
        found |= {(pk, str(due_on or "no-date")) for pk, due_on in rows.values_list("pk", "due_on")}
    return found


def hold_to_hours(*, at: datetime, first_hour: int) -> int:
    """Out of hours, let what waits go when people are at work again; what a lead asked for goes at once."""
    local = timezone.localtime(at)
    day = local.date() if local.hour < first_hour else local.date() + timedelta(days=1)
    until = timezone.make_aware(datetime.combine(working_day_from(day), time(first_hour)))
    return put_off(unsent(KINDS).exclude(kind=f"{KINDS}{NOW}"), until=until)
