"""Reminders that a completion runs out, from certificates and from accepted evidence of training elsewhere."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from courses.domain.exemptions import Exemptions
from courses.domain.reminder_layout import laid_out
from courses.domain.reminder_plan import latest, plan_of_expiry
from courses.domain.reminder_surroundings import Surroundings
from courses.domain.reminder_words import Words, greeting, link_words, tell, weekday
from courses.domain.reminders import at_work
from courses.models import Certificate, Evidence, Module, Requirement
from courses.models.certificate import EXPIRING_DAYS
from lms.outbox.domain.queueing import Letter, known_keys, queue_emails
from lms.people.models import Membership, User

CAUGHT_UP = 10  # days after which a reminder that was missed is left to the next one
AT_ONCE = 1000


@dataclass(frozen=True)
class RunningOut:
    """Somebody's completion of a module and its last day; `again_from` is when it may be done again."""

    user: User
    module: Module
    last_day: date
    again_from: date


def remind_of_expiry(*, at: datetime | None = None) -> int:
    """Put the reminders of completions that run out into the outbox; returns how many e-mails were written.

    Their keys (person, kind, last day) make each go once, so a sweep may run at any time, again, or beside another.
    Quiet where a lead asks for the module again already, for the exempt, and for those who left.
    """
    at = at or timezone.now()
    hour = at_work(at)
    surroundings = Surroundings(today=timezone.localtime(at).date())
    if hour is None or hour < min(timetable.hour for timetable in surroundings.timetables.everything):
        return 0
    found = list(running_out(surroundings))
    written = 0
    for start in range(0, len(found), AT_ONCE):
        with transaction.atomic():
            written += _remind(found[start : start + AT_ONCE], surroundings, at=at, hour=hour)
    return written


def running_out(surroundings: Surroundings) -> Iterable[RunningOut]:
    """Completions whose last day is one that some timetable tells of about now, person by person. Two queries."""
    today, days = surroundings.today, Q(pk__in=[])
    for ahead in {ahead for timetable in surroundings.timetables.everything for ahead in timetable.days_before_expiry}:
        last = today + timedelta(days=ahead)
        # Up to six days further ahead: reminders move back over holidays.
        days |= Q(day__range=(max(today, last - timedelta(days=CAUGHT_UP)), last + timedelta(days=6)))
    asked = Requirement.objects.open().filter(user=OuterRef("user"), module=OuterRef("module"))
    held = Certificate.objects.filter(enrolment__is_current=True, withdrawn_at=None, user__is_active=True)
    held = held.annotate(day=F("expires_on")).filter(days, module__live=True).exclude(Exists(asked))
    given = Evidence.objects.filter(withdrawn_at=None, user__is_active=True, module__live=True)
    given = given.annotate(day=F("valid_until")).filter(days).exclude(Exists(asked))
    newer = Evidence.objects.filter(
        user=OuterRef("user"), module=OuterRef("module"), withdrawn_at=None, completed_on__gt=OuterRef("completed_on")
    )
    found = [
        RunningOut(one.user, one.module, one.day, one.day - timedelta(days=EXPIRING_DAYS))
        for one in held.select_related("user", "module").exclude(Exists(newer))
    ]
    certified = Certificate.objects.valid(today).filter(
        user=OuterRef("user"), module=OuterRef("module"), completed_on__gte=OuterRef("completed_on")
    )
    found += [
        RunningOut(one.user, one.module, one.day, today)
        for one in given.select_related("user", "module").exclude(Exists(certified)).exclude(Exists(newer))
    ]
    return sorted(found, key=lambda one: (one.user.pk, one.last_day, one.module.tier, one.module.title))


def _remind(some: list[RunningOut], surroundings: Surroundings, *, at: datetime, hour: int) -> int:
    """Write the e-mails about some completions that are planned for today or were missed."""
    people = {one.user.pk for one in some}
    memberships: dict[int, Membership] = {}
    for membership in (
        Membership.objects.current(surroundings.today).filter(user__in=people).order_by("-started_on", "-pk")
    ):
        memberships[membership.user_id] = membership
    exempt = Exemptions(people, today=surroundings.today)
    groups: dict[str, list[RunningOut]] = {}
    for one in some:
        membership = memberships.get(one.user.pk)
        if membership is None:
            continue
        if exempt.covers(one.user.pk, one.module.pk, surroundings.paths[membership.organisation_id]):
            continue
        timetable = surroundings.timetables.of(membership.organisation_id)
        planned = latest(plan_of_expiry(timetable, expires_on=one.last_day), today=surroundings.today)
        if planned is None or not timetable.is_on or hour < timetable.hour:
            continue
        if (surroundings.today - planned.on).days <= CAUGHT_UP:
            groups.setdefault(f"reminder:{planned.kind}:{one.user.pk}:{one.last_day}", []).append(one)
    known = known_keys(groups)
    letters = [
        _letter(key, group, memberships[group[0].user.pk], surroundings)
        for key, group in groups.items()
        if key not in known
    ]
    return queue_emails(letters, at=at)


def _letter(key: str, group: list[RunningOut], membership: Membership, surroundings: Surroundings) -> Letter:
    first, sender = group[0], surroundings.sender(membership)
    day = weekday(first.last_day, surroundings.today)
    titles = ", ".join(one.module.safe_title for one in group)
    open_from = max(one.again_from for one in group)
    if open_from > surroundings.today:
        again = _("You can do it again from %(day)s.") % {"day": weekday(open_from, surroundings.today)}
    else:
        again = _("You can do it again now, and keep your record without a gap.")
    listed = [(one.module.safe_title, module_url(one.module)) for one in group] if len(group) > 1 else []
    one_url = settings.SITE_ORIGIN + reverse("courses:my_training") if listed else module_url(first.module)
    words = Words(
        subject=_("Your training runs out on %(day)s") % {"day": day},
        greeting=greeting(first.user.first_name),
        lead=" ".join([_("Your record of %(titles)s runs out on %(day)s.") % {"titles": titles, "day": day}, again]),
        items=listed,
        action=_("Go to your training") if listed else _("See the training"),
        url=one_url,
        paragraphs=[
            _("You get this because you completed it as a member of %(organisation)s.")
            % {"organisation": sender.organisation}
        ],
        tell=tell(sender),
        lead_email=sender.lead_email,
        small=link_words(activation=False),
        organisation=sender.organisation,
    )
    text, html = laid_out(words)
    return Letter(
        key=key,
        kind=f"reminder_{key.split(':')[1]}",
        to=first.user.email,
        subject=words.subject,
        text=text,
        html=html,
        user_id=first.user.pk,
        organisation_id=membership.organisation_id,
    )


def module_url(module: Module) -> str:
    """The module's page, where it can be done again once that is open."""
    return settings.SITE_ORIGIN + module.get_absolute_url()
