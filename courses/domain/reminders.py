"""The sweep of reminders: what is asked of people and due to be told goes into the outbox, each thing once."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from courses.domain.exemptions import Exemptions
from courses.domain.reminder_layout import laid_out
from courses.domain.reminder_plan import ASKED, ASSIGNED, NOW, Planned, choose
from courses.domain.reminder_surroundings import Places, Surroundings
from courses.domain.reminder_words import Coming, Words, greeting, reminder
from courses.domain.reminders_waiting import asked, hold_to_hours, take_back
from courses.domain.working_days import is_working_day
from courses.models import Requirement
from lms.outbox.domain.queueing import Letter, mentioned, queue_emails
from lms.people.domain.claiming import activation_links
from lms.people.models import Organisation

AT_ONCE = 500  # people in one transaction
LAST_HOUR = 18  # the hour of London at which the working day is over


@dataclass
class Group:
    """What one e-mail tells one person: what one agency asks by one date, of one kind, required or recommended alike.

    `agency` is the root of the tree that asks, by its path: whoever works for two hears from each in its own name.
    """

    kind: str
    due_on: date | None
    agency: str
    rows: list[Requirement] = field(default_factory=list)
    is_ready: bool = False

    @property
    def user_id(self) -> int:
        return self.rows[0].user_id

    @property
    def key(self) -> str:
        """One e-mail per person, agency, kind and due date; what is asked later by the same date is told in its own."""
        known = f"reminder:{self.kind}:{self.user_id}:{self.agency}:{self.due_on or 'no-date'}"
        return f"{known}:{min(row.pk for row in self.rows)}" if self.kind == ASSIGNED else known


def at_work(at: datetime) -> int | None:
    """The hour of London when people are at work; None on a day off and in the evening."""
    local = timezone.localtime(at)
    return local.hour if is_working_day(local.date()) and local.hour < LAST_HOUR else None


def remind(*, at: datetime | None = None) -> int:
    """Put every reminder that is due at `at` into the outbox; returns how many e-mails were written.

    Reminders go on working days from the timetable's hour until six in the evening, London time; of days that were
    missed, the most recent kind alone is caught up. What a lead asked for goes at once. What waits in the outbox,
    because no mail server was reached, keeps to these hours too, and is taken back when it tells what is over.

    Five hundred people at a time, each time in one transaction that writes the e-mails and moves the dates: safe to
    kill, to repeat, and to run beside another, which skips the rows in hand and adds no key that is there.
    """
    at = at or timezone.now()
    surroundings = Surroundings(today=timezone.localtime(at).date())
    hour = at_work(at)
    earliest = min(timetable.hour for timetable in surroundings.timetables.everything)
    only_asked = hour is None or hour < earliest
    take_back(today=surroundings.today)
    if only_asked:
        hold_to_hours(at=at, first_hour=earliest)
    last, written = 0, 0
    while True:
        due = due_rows(surroundings, only_asked=only_asked).filter(user__gt=last)
        people = list(due.order_by("user").values_list("user", flat=True).distinct()[:AT_ONCE])
        if not people:
            return written
        with transaction.atomic():
            rows = due_rows(surroundings, only_asked=only_asked).filter(user__in=people)
            written += _remind_people(list(_locked(rows)), surroundings, at=at, hour=hour)
        last = people[-1]


def due_rows(surroundings: Surroundings, *, only_asked: bool = False) -> QuerySet[Requirement]:
    """Requirements to be told of: open, of an assignment in force, of members of today who may be reminded."""
    today = surroundings.today
    due = asked(today).filter(next_reminder_on__lte=today)
    off = surroundings.timetables.off()
    if only_asked:
        return due.filter(next_reminder_on=ASKED)
    return due.exclude(~Q(next_reminder_on=ASKED), membership__organisation__in=off) if off else due


def _locked(rows: QuerySet[Requirement]) -> QuerySet[Requirement]:
    """The rows that no other sweep has in hand, with all that their words need."""
    related = rows.select_related("user", "module", "membership", "assignment")
    related = related.defer("module__outcomes", "module__rests_on", "module__summary")
    return related.order_by("user", "due_on", "module__tier", "module__title", "pk").select_for_update(
        of=("self",), skip_locked=True
    )


def _remind_people(rows: list[Requirement], surroundings: Surroundings, *, at: datetime, hour: int | None) -> int:
    """Write the e-mails of some people and move the dates of what was looked at."""
    exempt = Exemptions({row.user_id for row in rows}, today=surroundings.today)
    paths = surroundings.paths
    rows = [row for row in rows if not exempt.covers(row.user_id, row.module_id, paths[row.membership.organisation_id])]
    told = mentioned(mention(row, ASSIGNED) for row in rows)
    groups: dict[tuple, Group] = {}
    settled: list[Requirement] = []
    for row in rows:
        timetable = surroundings.timetables.of(row.membership.organisation_id)
        chosen = choose(
            timetable,
            due_on=row.due_on,
            is_mandatory=row.assignment.is_mandatory,
            next_on=row.next_reminder_on or surroundings.today,
            assigned_told=mention(row, ASSIGNED) in told,
            today=surroundings.today,
        )
        ready = row.next_reminder_on == ASKED or (hour is not None and hour >= timetable.hour)
        if chosen is None:
            settled += [row] if ready else []
            continue
        # A lead asks about everything late at once: one e-mail a day and agency, whatever the dates.
        due_on = surroundings.today if chosen.kind == NOW else row.due_on
        agency = paths[row.assignment.organisation_id][: Organisation.steplen]
        key = (row.user_id, chosen.kind, due_on, agency, row.assignment.is_mandatory)
        group = groups.setdefault(key, Group(chosen.kind, due_on, agency))
        group.rows.append(row)
        group.is_ready |= ready
    going = [group for group in groups.values() if group.is_ready]
    settled += [row for group in going for row in group.rows]
    written = queue_emails(letters(_untold(going), surroundings, at=at), at=at)
    _move(settled, surroundings)
    return written


def mention(row: Requirement, kind: str) -> str:
    """What an e-mail tells, as the outbox knows it."""
    return f"requirement:{row.pk}:{kind}:{row.due_on or 'no-date'}"


def _untold(groups: list[Group]) -> list[Group]:
    """The groups without what an e-mail has told already; a lead may ask again on another day."""
    planned = [group for group in groups if group.kind != NOW]
    told = mentioned(mention(row, group.kind) for group in planned for row in group.rows)
    for group in planned:
        group.rows = [row for row in group.rows if mention(row, group.kind) not in told]
    return [group for group in groups if group.rows]


def letters(groups: Iterable[Group], surroundings: Surroundings, *, at: datetime) -> list[Letter]:
    """The groups in words. Queries: the people's places in their modules, and links for who never signed in."""
    groups = list(groups)
    rows = [row for group in groups for row in group.rows]
    places = Places({row.user_id for row in rows}, {row.module_id: row.module for row in rows}.values())
    new = {group.rows[0].membership.pk: group.rows[0].membership for group in groups if _is_new(group.rows[0])}
    links = activation_links(new.values(), at=at) if new else {}
    said: dict[tuple, Words] = {}
    return [_letter(group, surroundings, places, links, said) for group in groups]


def _is_new(row: Requirement) -> bool:
    """Whether the person has an account that nobody has opened: the list of people made it."""
    return row.user.last_login is None and not row.user.has_usable_password()


def _letter(
    group: Group, surroundings: Surroundings, places: Places, links: dict[int, str], said: dict[tuple, Words]
) -> Letter:
    """The group's e-mail; words that differ in the name and the link alone are put together once, into `said`."""
    first = group.rows[0]
    items = [
        places.item(row.user_id, row.module, reason=row.assignment.reason, due_on=row.due_on) for row in group.rows
    ]
    link = links.get(first.membership_id, "") if _is_new(first) else ""
    if link:
        link += "?next=" + (items[0].path if len(items) == 1 else reverse("courses:my_training"))
    sender = surroundings.sender(first.membership, asked_by=first.assignment.organisation_id)
    coming, is_mandatory = _coming(group, surroundings), first.assignment.is_mandatory
    key = (group.kind, tuple(items), sender, first.due_on, is_mandatory, coming, bool(link))
    words = said.get(key)
    if words is None:
        words = said[key] = reminder(
            kind=group.kind,
            first_name=first.user.first_name,
            items=items,
            sender=sender,
            due_on=first.due_on,
            is_mandatory=is_mandatory,
            today=surroundings.today,
            coming=coming,
            activation_url=link,
        )
    words = replace(words, greeting=greeting(first.user.first_name), url=link or words.url)
    text, html = laid_out(words)
    return Letter(
        key=group.key,
        kind=f"reminder_{group.kind}",
        to=first.user.email,
        subject=words.subject,
        text=text,
        html=html,
        user_id=first.user_id,
        organisation_id=first.membership.organisation_id,
        mentions=tuple(mention(row, group.kind) for row in group.rows) if group.kind != NOW else (),
    )


def _planned(row: Requirement, surroundings: Surroundings) -> list[Planned]:
    organisation, is_mandatory = row.membership.organisation_id, row.assignment.is_mandatory
    return surroundings.planned(organisation, due_on=row.due_on, is_mandatory=is_mandatory)


def _coming(group: Group, surroundings: Surroundings) -> Coming | None:
    """What is still to come of all that the group tells; nothing is said of what is recommended or has no date."""
    first = group.rows[0]
    if first.due_on is None or not first.assignment.is_mandatory:
        return None
    days = sorted({one.on for row in group.rows for one in _planned(row, surroundings)})
    return Coming(days[0] if days else None, max(len(days) - 1, 0))


def _move(rows: list[Requirement], surroundings: Surroundings) -> None:
    """Set the next date of what was looked at: as many queries as there are dates."""
    by_day: dict[date | None, list[int]] = {}
    for row in rows:
        coming = _planned(row, surroundings)
        by_day.setdefault(coming[0].on if coming else None, []).append(row.pk)
    for day, pks in by_day.items():
        Requirement.objects.filter(pk__in=pks).update(next_reminder_on=day)
