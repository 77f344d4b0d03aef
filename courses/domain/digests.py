"""The weekly digest to each lead: who is late, will be soon, has done something, or cannot be reached, in counts."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from urllib.parse import urlencode

from django.conf import settings
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.domain.reminder_layout import laid_out
from courses.domain.reminder_surroundings import Surroundings
from courses.domain.reminder_words import Words, greeting, link_words
from courses.domain.reminders import at_work
from courses.domain.working_days import working_day_from
from courses.models import Requirement
from lms.outbox.domain.bounces import bouncing_addresses
from lms.outbox.domain.queueing import Letter, known_keys, queue_emails
from lms.people.models import Membership
from lms.people.models.membership import running

SOON = timedelta(days=14)
WEEK = timedelta(days=7)
CAUGHT_UP = timedelta(days=2)  # a digest that was missed is of use for two more days


@dataclass(frozen=True)
class Counts:
    """How many people of an organisation and its units: each person once in each count."""

    late: int = 0
    soon: int = 0
    done: int = 0
    bounced: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to say."""
        return not (self.late or self.soon or self.done or self.bounced)


def of_members(today: date) -> Q:
    """Whether a requirement is mandatory, and of somebody who is a member today."""
    return running(today, prefix="membership__") & Q(assignment__is_mandatory=True)


def due_soon(today: date) -> QuerySet[Requirement]:
    """What is open and has its date within 14 days: the digest counts its people, and the list of people shows them."""
    return Requirement.objects.open().filter(of_members(today), due_on__range=(today, today + SOON))


def done_lately(today: date) -> QuerySet[Requirement]:
    """What was completed in the last 7 days, counted and shown likewise."""
    return Requirement.objects.filter(
        of_members(today), state="done", completed_on__gt=today - WEEK, completed_on__lte=today
    )


class People:
    """Who is late and so on, by organisation. Four queries, however many organisations there are.

    The same people as each line's link leads to, so that a lead who counts them finds the number.
    """

    def __init__(self, surroundings: Surroundings) -> None:
        today = surroundings.today
        self.paths = surroundings.paths
        late = Requirement.objects.late(today).filter(of_members(today))
        members = Membership.objects.current(today)
        self.found = {
            "late": self._gather(late, "membership__organisation"),
            "soon": self._gather(due_soon(today), "membership__organisation"),
            "done": self._gather(done_lately(today), "membership__organisation"),
            "bounced": self._gather(members.filter(user__email__in=bouncing_addresses()), "organisation"),
        }

    def _gather(self, rows: QuerySet, organisation: str) -> dict[str, set[int]]:
        people: dict[str, set[int]] = defaultdict(set)
        for pk, user in rows.order_by().values_list(organisation, "user").distinct():
            people[self.paths[pk]].add(user)
        return people

    def counts(self, path: str) -> Counts:
        """The counts of an organisation and everything below it."""
        return Counts(
            **{
                name: len(set().union(*(users for at, users in by_path.items() if at.startswith(path))))
                for name, by_path in self.found.items()
            }
        )


def send_digests(*, at: datetime | None = None) -> int:
    """Put each lead's digest into the outbox when its weekday and hour have come; returns how many are new.

    One for each lead, organisation and ISO week, so a sweep may run at any time, again, or beside another. A lead of a
    parent gets the whole tree in one and none for its units. When there is nothing to say, nothing is said.
    """
    at = at or timezone.now()
    hour = at_work(at)
    if hour is None:
        return 0
    surroundings = Surroundings(today=timezone.localtime(at).date())
    wanted = {
        f"digest:{lead.user_id}:{lead.organisation_id}:{day:%G-W%V}": lead
        for lead in topmost(surroundings)
        if (day := day_due(lead, surroundings, hour=hour))
    }
    for key in known_keys(wanted):
        del wanted[key]
    if not wanted:
        return 0
    people = People(surroundings)
    letters = []
    for key, lead in wanted.items():
        counts = people.counts(surroundings.paths[lead.organisation_id])
        if not counts.is_empty:
            letters.append(_letter(key, lead, counts))
    return queue_emails(letters, at=at)


def topmost(surroundings: Surroundings) -> Iterable[Membership]:
    """The leads' memberships of today, without those below another that the same person leads. One query."""
    leading = Membership.objects.current(surroundings.today).leading().filter(user__is_active=True)
    rows = list(leading.select_related("user", "organisation").order_by("organisation__path", "pk"))
    kept: dict[int, list[str]] = defaultdict(list)
    for membership in rows:
        path = membership.organisation.path
        if not any(path.startswith(above) for above in kept[membership.user_id]):
            kept[membership.user_id].append(path)
            yield membership


def day_due(lead: Membership, surroundings: Surroundings, *, hour: int) -> date | None:
    """The day of the digest that goes now; None when none does.

    A day off moves it to the next working day, which may lie in the week after: its week stays that of its own day.
    """
    timetable = surroundings.timetables.of(lead.organisation_id)
    today = surroundings.today
    day = today - timedelta(days=(today.weekday() - timetable.digest_weekday) % 7)
    goes_on = working_day_from(day)
    is_due = timetable.digest_on and hour >= timetable.hour and goes_on <= today <= goes_on + CAUGHT_UP
    return day if is_due else None


def report_url(**filters: str | int) -> str:
    """The absolute address of the list of people with filters."""
    return f"{settings.SITE_ORIGIN}{reverse('reports:people')}?{urlencode(filters)}"


def lines(counts: Counts, *, organisation_id: int) -> list[tuple[str, str]]:
    """Each count that is not nought, in words, with where its people are listed."""
    told = []
    where = {"unit": organisation_id}
    if counts.late:
        text = ngettext("%(count)d person is late", "%(count)d people are late", counts.late)
        told.append((text % {"count": counts.late}, report_url(**where, state="late")))
    if counts.soon:
        text = ngettext(
            "%(count)d person has training due within 14 days",
            "%(count)d people have training due within 14 days",
            counts.soon,
        )
        told.append((text % {"count": counts.soon}, report_url(**where, state="soon")))
    if counts.done:
        text = ngettext(
            "%(count)d person completed training in the last 7 days",
            "%(count)d people completed training in the last 7 days",
            counts.done,
        )
        told.append((text % {"count": counts.done}, report_url(**where, state="lately")))
    if counts.bounced:
        text = ngettext(
            "%(count)d person cannot be reached: their e-mail comes back",
            "%(count)d people cannot be reached: their e-mail comes back",
            counts.bounced,
        )
        back = f"{settings.SITE_ORIGIN}{reverse('courses:reminders')}?organisation={organisation_id}#came-back"
        told.append((text % {"count": counts.bounced}, back))
    return told


def digest(lead: Membership, counts: Counts) -> Words:
    """The digest in words: counts and links, and nobody's name."""
    organisation = lead.organisation
    return Words(
        subject=_("Training this week"),
        greeting=greeting(lead.user.first_name),
        lead=_("This is how the training of %(organisation)s stands.") % {"organisation": organisation},
        items=lines(counts, organisation_id=organisation.pk),
        action=_("See the people"),
        url=f"{settings.SITE_ORIGIN}{reverse('reports:people')}?unit={organisation.pk}",
        paragraphs=[
            _("You get this once a week because you are a training lead of %(organisation)s.")
            % {"organisation": organisation},
            _("Choose the day, or stop it, here: %(link)s")
            % {"link": settings.SITE_ORIGIN + reverse("courses:reminders")},
        ],
        small=link_words(activation=False),
        organisation=organisation.name,
    )


def _letter(key: str, lead: Membership, counts: Counts) -> Letter:
    words = digest(lead, counts)
    text, html = laid_out(words)
    return Letter(
        key=key,
        kind="digest",
        to=lead.user.email,
        subject=words.subject,
        text=text,
        html=html,
        user_id=lead.user_id,
        organisation_id=lead.organisation_id,
    )
