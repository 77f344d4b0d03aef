"""Reminders of actions, through the outbox: to the owner, and to the coordinators once it is late or in their place."""

from collections.abc import Iterable
from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from courses.domain.reminder_layout import laid_out
from courses.domain.reminder_words import Words, greeting, link_words, weekday
from courses.domain.reminders import at_work
from lms.outbox.domain.queueing import Letter, queue_emails
from lms.people.models import Membership, Organisation, User
from toolkit_pages.domain.action_plan import due_now, next_after, reminders_of
from toolkit_pages.domain.review_access import actions_owned_by
from toolkit_pages.models import Action, PartnershipMember

EARLIEST_HOUR = 9  # of London
AT_ONCE = 200


def remind_of_actions(*, at: datetime | None = None) -> int:
    """Put every reminder of an action that is due at `at` into the outbox; answers how many e-mails were written.

    On working days between nine and six, London time. Safe to kill, to repeat, and to run beside another: e-mails and
    dates are written in one transaction, and the key (kind, action, date, person) makes each e-mail one.
    """
    at = at or timezone.now()
    today, hour = timezone.localtime(at).date(), at_work(at)
    if hour is None or hour < EARLIEST_HOUR:
        return 0
    last, written = 0, 0
    while True:
        with transaction.atomic():
            due = Action.objects.open().filter(next_reminder_on__lte=today, pk__gt=last).order_by("pk")
            related = due.select_related("owner", "review__partnership", "review__organisation")
            actions = list(related.select_for_update(of=("self",), skip_locked=True)[:AT_ONCE])
            if not actions:
                return written
            written += queue_emails([one for action in actions for one in letters(action, today=today)], at=at)
            for action in actions:
                action.next_reminder_on = next_after(reminders_of(action.due_on), today=today)
            Action.objects.bulk_update(actions, ["next_reminder_on"])
        last = actions[-1].pk


def letters(action: Action, *, today: date) -> Iterable[Letter]:
    """The e-mails about one action: to its owner while they still belong there, and once when late to the coordinators.

    Where there is no such owner, the coordinators get every one of them.
    """
    planned = due_now(reminders_of(action.due_on), today=today)
    if planned is None:
        return
    owner = action.owner
    if owner is not None and not (owner.is_active and actions_owned_by(owner).filter(pk=action.pk).exists()):
        owner = None  # they left: the coordinators find somebody else
    if owner is not None:
        yield to_owner(action, owner, kind=planned.kind, today=today)
    if planned.kind == "late_1" or owner is None:
        for coordinator in coordinators_of(action, today=today):
            if owner is None or coordinator.pk != owner.pk:
                yield to_coordinator(action, coordinator, kind=planned.kind, today=today)


def coordinators_of(action: Action, *, today: date) -> list[User]:
    """Who leads the action's review today: coordinators of the body or of its leading member, and of those above."""
    review = action.review
    if review.organisation is not None:
        paths = [review.organisation.path]
    else:
        leading = PartnershipMember.objects.current(today).filter(partnership=review.partnership_id, is_leading=True)
        paths = list(leading.values_list("organisation__path", flat=True))
    step = Organisation.steplen
    above = {path[:length] for path in paths for length in range(step, len(path) + 1, step)}
    memberships = Membership.objects.current(today).filter(is_coordinator=True, organisation__path__in=above)
    return list(User.objects.filter(Q(pk__in=memberships.values("user")), is_active=True).order_by("pk"))


def to_owner(action: Action, owner: User, *, kind: str, today: date) -> Letter:
    """The e-mail to whoever does it."""
    day = weekday(action.due_on, today)
    late = action.due_on < today
    if late:
        subject, lead = _("An action of yours was due on %(day)s"), _("Your action was due on %(day)s:")
    elif action.due_on == today:
        subject, lead = _("An action of yours is due on %(day)s"), _("Your action is due today, %(day)s:")
    else:
        subject, lead = _("An action of yours is due on %(day)s"), _("Your action is due on %(day)s:")
    paragraph = _("Say how far it is, or ask your coordinator for another date.")
    return letter(action, owner, kind=kind, subject=subject % {"day": day}, lead=lead % {"day": day}, more=paragraph)


def to_coordinator(action: Action, coordinator: User, *, kind: str, today: date) -> Letter:
    """The e-mail to a coordinator: about somebody's late action, or in place of an owner who gets none."""
    words = {"day": weekday(action.due_on, today), "name": action.owner_name}
    if action.due_on < today:
        subject, lead = _("An action is late"), _("An action of %(name)s was due on %(day)s:")
        more = _("Agree on a new date with the owner, or say that it is done.")
    else:
        subject, lead = _("An action is due on %(day)s"), _("An action of %(name)s is due on %(day)s:")
        more = _("The owner gets no e-mail from here. Ask how far it is, or agree on another date.")
    return letter(
        action,
        coordinator,
        kind=f"{kind}_coordinator",
        subject=subject % words,
        lead=lead % words,
        more=more,
    )


def tell_new_owner(actor: User, action: Action) -> None:
    """Write to whoever an action was just planned for, unless they planned it themselves; once for a day and owner."""
    owner = action.owner
    if owner is None or owner.pk == actor.pk or action.status not in (Action.Status.TO_DO, Action.Status.UNDER_WAY):
        return
    now = timezone.now()
    words = {"name": actor.full_name, "day": weekday(action.due_on, timezone.localtime(now).date())}
    one = letter(
        action,
        owner,
        kind="planned",
        subject=_("An action is planned for you"),
        lead=_("%(name)s planned an action for you, due on %(day)s:") % words,
        more=_("Say how far it is, or ask your coordinator for another date."),
    )
    queue_emails([one], at=now)


def letter(action: Action, person: User, *, kind: str, subject: str, lead: str, more: str) -> Letter:
    """One e-mail about an action; its subject names no topic."""
    url = settings.SITE_ORIGIN + action.get_absolute_url()
    words = Words(
        subject=subject,
        greeting=greeting(person.first_name),
        lead=lead,
        items=[(action.title, "")],
        action=_("See the action"),
        url=url,
        paragraphs=[more],
        small=link_words(activation=False),
        organisation=action.review.body_name,
    )
    text, html = laid_out(words)
    return Letter(
        key=f"action:{kind}:{action.pk}:{action.due_on.isoformat()}:{person.pk}",
        kind=f"action_{kind}",
        to=person.email,
        subject=words.subject,
        text=text,
        html=html,
        user_id=person.pk,
        organisation_id=action.organisation_id,
    )
