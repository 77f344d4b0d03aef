"""What a lead sees of reminders: what was sent lately, whose address comes back, and an example of the words."""

from datetime import date, timedelta

from django.db.models import OuterRef, QuerySet, Subquery

from courses.domain.reminder_plan import ASSIGNED, following, plan
from courses.domain.reminder_words import Coming, Item, Sender, Words, reminder
from courses.models import ReminderTimetable
from lms.outbox.domain.bounces import bouncing_addresses
from lms.outbox.models import OutgoingEmail
from lms.people.domain.access import people_visible_to
from lms.people.models import Membership, Organisation, User


def sent_lately(lead: User, *, organisation: Organisation) -> QuerySet[OutgoingEmail]:
    """Reminders and digests that went out for the organisation or its units, to people the lead sees, newest first."""
    return (
        OutgoingEmail.objects.filter(
            organisation__path__startswith=organisation.path, user__in=people_visible_to(lead).values("pk")
        )
        .exclude(to="")
        .select_related("user", "organisation")
        .defer("text", "html")
        .order_by("-created_at", "-pk")
    )


def reminders_to(person: User, *, organisations: QuerySet[Organisation]) -> QuerySet[OutgoingEmail]:
    """Reminders to one person that went out for these organisations, the newest first; no digests."""
    rows = OutgoingEmail.objects.filter(user=person, organisation__in=organisations, kind__startswith="reminder_")
    return rows.exclude(to="").defer("text", "html").order_by("-created_at", "-pk")


def came_back(lead: User, *, organisation: Organisation) -> QuerySet[User]:
    """People the lead sees there whose address comes back, each with `why`, what the mail server said."""
    answers = OutgoingEmail.objects.filter(to=OuterRef("email")).exclude(bounced_at=None).order_by("-pk")
    return (
        people_visible_to(lead)
        .filter(
            memberships__in=organisation_members(organisation),
            email__in=bouncing_addresses(),
        )
        .annotate(why=Subquery(answers.values("last_error")[:1]), since=Subquery(answers.values("bounced_at")[:1]))
        .distinct()
        .by_name()
    )


def organisation_members(organisation: Organisation) -> QuerySet[Membership]:
    """The current memberships in the organisation and its units."""
    return Membership.objects.current().filter(organisation__path__startswith=organisation.path)


def example(lead: User, *, organisation: Organisation, timetable: ReminderTimetable, today: date) -> Words:
    """What somebody who began and is late reads, with the lead's own name and the organisation's timetable."""
    due_on = today - timedelta(days=1)
    coming = following(plan(timetable, due_on=due_on, is_mandatory=True), today=today)
    return reminder(
        kind=ASSIGNED,
        first_name="Robin",
        items=[Item(title="T1", url="", minutes=15, done=3, total=11, next_number=4)],
        sender=Sender(organisation.name, lead.full_name, lead.email),
        due_on=due_on,
        is_mandatory=True,
        today=today,
        coming=Coming(coming[0].on if coming else None, max(len(coming) - 1, 0)),
    )
