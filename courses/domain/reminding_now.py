"""A lead reminds those who are late with one assignment, once a day at most."""

from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from courses.domain.reminder_plan import ASKED
from courses.models import Assignment, Requirement
from lms.audit.domain.recording import record
from lms.outbox.models import OutgoingEmail
from lms.people.domain.access import memberships_visible_to
from lms.people.models import User


def late_rows(actor: User, *, assignment: Assignment, at: datetime | None = None) -> QuerySet[Requirement]:
    """What `actor` may remind of now: late, of people they see, not reminded by hand today; none while it is paused."""
    today = timezone.localdate(at)
    asked_today = OutgoingEmail.objects.filter(
        user=OuterRef("user"), kind="reminder_now", key__startswith="reminder:now:", key__endswith=f":{today}"
    )
    return (
        Requirement.objects.late(today)
        .filter(
            assignment=assignment,
            assignment__state=Assignment.State.ACTIVE,
            assignment__is_mandatory=True,
            membership__in=memberships_visible_to(actor),
            user__is_active=True,
        )
        .exclude(next_reminder_on=ASKED)
        .exclude(Exists(asked_today))
    )


@transaction.atomic
def remind_now(actor: User, *, assignment: Assignment, at: datetime | None = None) -> int:
    """Have the people who are late with the assignment reminded by the next sweep; returns how many people.

    Nobody is reminded by hand twice on one day, whichever lead asks. Audited when it reaches anybody. For those of the
    assignment that `actor` leads; for anybody else it does nothing.
    """
    rows = late_rows(actor, assignment=assignment, at=at)
    people = rows.order_by().values("user").distinct().count()
    if people:
        Requirement.objects.filter(pk__in=rows.order_by().values("pk")).update(next_reminder_on=ASKED)
        record(actor, action="reminded now", subject=assignment, organisation=assignment.organisation, people=people)
    return people
