"""A reminder in words: one set of sentences for the plain text and the HTML part. The subject names no topic."""

from dataclasses import dataclass, field
from datetime import date

from django.conf import settings
from django.urls import reverse
from django.utils.dateformat import format as dateformat
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lms.design_system.wording import minutes


@dataclass(frozen=True)
class Item:
    """One module as a reminder tells of it; `url` is absolute and leads to the lesson to go on with."""

    title: str
    url: str
    minutes: int
    done: int = 0
    total: int = 0
    next_number: int = 0
    reason: str = ""
    due_on: date | None = None

    @property
    def path(self) -> str:
        """The address within the site."""
        return self.url.removeprefix(settings.SITE_ORIGIN)


@dataclass(frozen=True)
class Sender:
    """On whose behalf: the organisation, and the lead to turn to."""

    organisation: str
    lead_name: str = ""
    lead_email: str = ""


@dataclass(frozen=True)
class Words:
    """An e-mail before it is laid out."""

    subject: str
    greeting: str
    lead: str
    items: list[tuple[str, str]] = field(default_factory=list)
    action: str = ""
    url: str = ""
    paragraphs: list[str] = field(default_factory=list)
    tell: str = ""
    lead_email: str = ""
    small: str = ""
    organisation: str = ""


@dataclass(frozen=True)
class Coming:
    """The reminders still to come: the day of the next, and how many there may be after it; None is for not saying."""

    on: date | None = None
    more: int = 0


def weekday(day: date, today: date) -> str:
    """For example "Friday 5 June"; with the year when it is another one."""
    return dateformat(day, "l j F" if day.year == today.year else "l j F Y")


def reminder(
    *,
    kind: str,
    first_name: str,
    items: list[Item],
    sender: Sender,
    due_on: date | None,
    is_mandatory: bool,
    today: date,
    coming: Coming | None = None,
    activation_url: str = "",
) -> Words:
    """What is asked of somebody, as of `today`: new, due soon, due today or late, whatever the plan called it."""
    url = activation_url or (items[0].url if len(items) == 1 else settings.SITE_ORIGIN + reverse("courses:my_training"))
    return Words(
        subject=_subject(due_on, is_mandatory=is_mandatory, today=today),
        greeting=greeting(first_name),
        lead=_lead(kind, items, sender, due_on, is_mandatory=is_mandatory, today=today),
        items=_listed(items, today=today) if len(items) > 1 else [],
        action=_action(items, activation=bool(activation_url)),
        url=url,
        paragraphs=[_why(items, sender, is_mandatory=is_mandatory)],
        tell=tell(sender),
        lead_email=sender.lead_email,
        small=" ".join(filter(None, [_coming(coming, today=today), link_words(activation=bool(activation_url))])),
        organisation=sender.organisation,
    )


def greeting(first_name: str) -> str:
    return _("Hello %(name)s,") % {"name": first_name} if first_name else _("Hello,")


def _subject(due_on: date | None, *, is_mandatory: bool, today: date) -> str:
    if due_on is None or not is_mandatory:
        return _("Training for you")
    words = {"day": weekday(due_on, today)}
    return (_("Your training was due on %(day)s") if due_on < today else _("Your training is due on %(day)s")) % words


def _lead(kind: str, items: list[Item], sender: Sender, due_on: date | None, *, is_mandatory: bool, today: date) -> str:
    """The first sentence, and for a single module how far the person is."""
    one = items[0]
    words = {"title": one.title, "organisation": sender.organisation, "day": weekday(due_on, today) if due_on else ""}
    if len(items) > 1:
        if len({item.due_on for item in items}) > 1:
            return _("This training is late:")
        return _several(due_on, is_mandatory=is_mandatory, today=today) % words
    if not is_mandatory:
        first = _("%(organisation)s recommends %(title)s to you.") % words
    elif due_on is None:
        first = _("%(organisation)s asks you to do %(title)s.") % words
    elif due_on < today:
        first = _("%(title)s was due on %(day)s.") % words
    elif due_on == today:
        first = _("%(title)s is due today, %(day)s.") % words
    elif kind == "assigned":
        first = _("%(organisation)s asks you to do %(title)s by %(day)s.") % words
    else:
        first = _("%(title)s is due on %(day)s.") % words
    in_pieces = _("You can do it in pieces: your place is kept.")
    if not one.done:
        return f"{first} {_('It takes about %(minutes)s.') % {'minutes': minutes(one.minutes)}} {in_pieces}"
    begun = ngettext(
        "You have done %(done)d of %(total)d lesson, and about %(left)s are left.",
        "You have done %(done)d of %(total)d lessons, and about %(left)s are left.",
        one.total,
    ) % {"done": one.done, "total": one.total, "left": minutes(one.minutes)}
    return f"{first} {begun} {in_pieces}"


def _several(due_on: date | None, *, is_mandatory: bool, today: date) -> str:
    if not is_mandatory:
        return _("%(organisation)s recommends this training to you:")
    if due_on is None:
        return _("%(organisation)s asks you to do this training:")
    if due_on < today:
        return _("This training was due on %(day)s:")
    return _("This training is due on %(day)s:")


def _listed(items: list[Item], *, today: date) -> list[tuple[str, str]]:
    """Each module with how far the person is, and its own date where the dates differ."""
    lines = [f"{item.title}: {how_far(item)}" for item in items]
    if len({item.due_on for item in items}) > 1:
        due = _("was due on %(day)s")
        lines = [
            f"{line}, {due % {'day': weekday(item.due_on, today)}}" if item.due_on else line
            for line, item in zip(lines, items, strict=True)
        ]
    return [(line, item.url) for line, item in zip(lines, items, strict=True)]


def how_far(item: Item) -> str:
    """For example "3 of 11 lessons done, about 30 minutes left"."""
    left = {"left": minutes(item.minutes), "done": item.done, "total": item.total}
    if not item.done:
        return _("not started, about %(left)s") % left
    return _("%(done)d of %(total)d lessons done, about %(left)s left") % left


def _action(items: list[Item], *, activation: bool) -> str:
    if activation:
        return _("Set a password and begin")
    if len(items) > 1:
        return _("Go to your training")
    if items[0].done and items[0].next_number:
        return _("Carry on with lesson %(number)d") % {"number": items[0].next_number}
    return _("Begin")


def _why(items: list[Item], sender: Sender, *, is_mandatory: bool) -> str:
    words = {"organisation": sender.organisation}
    asks = _("You get this because %(organisation)s asks this training of you.") % words
    first = asks if is_mandatory else _("You get this because %(organisation)s thinks it useful to you.") % words
    reasons = list(dict.fromkeys(item.reason for item in items if item.reason))
    return " ".join([first, *reasons])


def tell(sender: Sender) -> str:
    """Whom to turn to; the lead's address follows."""
    if not sender.lead_name:
        return _("On leave, or in the wrong list? Tell your training lead.")
    return _("On leave, or in the wrong list? Tell %(name)s, your training lead:") % {"name": sender.lead_name}


def _coming(coming: Coming | None, *, today: date) -> str:
    """When the next reminder goes, and how many at most after it."""
    if coming is None:
        return ""
    if coming.on is None:
        return _("This is the last reminder.")
    words = {"day": weekday(coming.on, today), "more": coming.more}
    if not coming.more:
        return _("We will remind you once more, on %(day)s.") % words
    if coming.more == 1:
        return _("We will remind you again on %(day)s, and at most once after that.") % words
    if coming.more == 2:
        return _("We will remind you again on %(day)s, and at most twice after that.") % words
    return _("We will remind you again on %(day)s, and at most %(more)d times after that.") % words


def link_words(*, activation: bool) -> str:
    """What the link does, and what to do when it does not help."""
    if activation:
        return _("The link is for you alone and works for 30 days.")
    words = {"link": settings.SITE_ORIGIN + reverse("account_reset_password")}
    return _("The link asks you to sign in. If you cannot, choose a new password: %(link)s") % words
