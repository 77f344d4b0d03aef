"""How long the sweep of reminders takes: so many people of those in the database are made due, and it runs once."""

import time
from datetime import date, datetime
from zoneinfo import ZoneInfo

from courses.domain.reminders import remind
from courses.models import Requirement
from lms.outbox.models import OutgoingEmail

MONDAY = date(2026, 11, 23)
LONDON = ZoneInfo("Europe/London")


def sweep_seconds(*, due: int = 1000) -> tuple[float, int]:
    """Seconds and e-mails of one sweep in which `due` people have one module each to be reminded of.

    Changes rows: of the first open requirement of that many current members, and of whatever else was due. Fewer
    people with something open give fewer e-mails.
    """
    Requirement.objects.filter(next_reminder_on__lte=MONDAY).update(next_reminder_on=None)
    open_rows = Requirement.objects.open().filter(
        assignment__state="active", assignment__is_mandatory=True, membership__ended_on=None, module__live=True
    )
    first = open_rows.filter(membership__started_on__lte=MONDAY, user__is_active=True).order_by("user", "pk")
    chosen: dict[int, int] = {}
    for pk, user in first.values_list("pk", "user").iterator():
        chosen.setdefault(user, pk)
        if len(chosen) == due:
            break
    Requirement.objects.filter(pk__in=chosen.values()).update(
        next_reminder_on=date(2026, 11, 20), due_on=MONDAY, state=Requirement.State.TO_DO
    )
    OutgoingEmail.objects.filter(kind__startswith="reminder").delete()
    began = time.perf_counter()
    written = remind(at=datetime(2026, 11, 23, 10, tzinfo=LONDON))
    return time.perf_counter() - began, written
