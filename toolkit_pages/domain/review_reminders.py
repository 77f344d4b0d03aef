"""Reminders of the day by which a review's answers are wanted, through the outbox, to those who have not finished."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from courses.domain.reminder_layout import laid_out
from courses.domain.reminder_words import Words, greeting, link_words, weekday
from courses.domain.reminders import at_work
from courses.domain.working_days import working_day_from, working_day_until
from lms.outbox.domain.queueing import Letter, known_keys, queue_emails
from lms.people.domain.claiming import activation_links, is_unclaimed
from lms.people.models import Membership, User
from toolkit_pages.domain.action_plan import Planned, due_now, next_after
from toolkit_pages.domain.action_reminders import EARLIEST_HOUR
from toolkit_pages.domain.review_access import able_to_answer, reviews_coordinated_by
from toolkit_pages.models import Answerer, ChecklistReview, ReviewAnswer

DAYS_BEFORE = 7
LONGEST_BREAK = 7  # days: more than any run of weekends and holidays by which a reminder goes earlier
CAUGHT_UP = 14  # days after the review's day within which a reminder that was missed still goes


@dataclass(frozen=True)
class Waiting:
    """One agency's answers that are waited for: who was asked, the membership, and how far the agency is."""

    answerer: Answerer
    membership: Membership
    answered: int
    total: int


def review_reminders(due_on: date) -> list[Planned]:
    """A week before, on the day, both moved back to a working day, and once after it: answers are still taken."""
    return [
        Planned(working_day_until(due_on - timedelta(days=DAYS_BEFORE)), "before"),
        Planned(working_day_until(due_on), "due_today"),
        Planned(working_day_from(due_on + timedelta(days=1)), "late"),
    ]


def next_reminder_on(review: ChecklistReview, *, today: date) -> date | None:
    """The next day after today on which people of an open review are reminded; None where there is none."""
    if review.state != ChecklistReview.State.OPEN or review.due_on is None:
        return None
    return next_after(review_reminders(review.due_on), today=today)


def remind_of_reviews(*, at: datetime | None = None) -> int:
    """Put every reminder of an open review that is due at `at` into the outbox; answers how many e-mails were written.

    On working days between nine and six, London time. Safe to kill, to repeat, and to run beside another: the key
    (kind, review, day, person) makes each e-mail one. Whoever was asked on the day of a reminder or later is spared it.
    """
    at = at or timezone.now()
    today, hour = timezone.localtime(at).date(), at_work(at)
    if hour is None or hour < EARLIEST_HOUR:
        return 0
    soon = today + timedelta(days=DAYS_BEFORE + LONGEST_BREAK)
    wanted = ChecklistReview.objects.filter(
        state=ChecklistReview.State.OPEN, due_on__range=(today - timedelta(days=CAUGHT_UP), soon)
    )
    written = 0
    for pk in list(wanted.order_by("pk").values_list("pk", flat=True)):
        with transaction.atomic():
            review = wanted.select_for_update(of=("self",), skip_locked=True).filter(pk=pk).first()
            if review is not None:
                written += queue_emails(letters(review, at=at), at=at)
    return written


def letters(review: ChecklistReview, *, at: datetime) -> list[Letter]:
    """The e-mails that are due about one open review and were not written yet."""
    today, due_on = timezone.localtime(at).date(), review.due_on
    planned = due_now(review_reminders(due_on), today=today) if due_on else None
    if planned is None or due_on is None:
        return []
    people: dict[int, list[Waiting]] = {}
    for one in waiting_for(review, today=today):
        if timezone.localtime(one.answerer.asked_at).date() < planned.on:
            people.setdefault(one.answerer.user_id, []).append(one)
    keys = {user: f"review:{planned.kind}:{review.pk}:{due_on.isoformat()}:{user}" for user in people}
    known = known_keys(keys.values())
    return [
        letter(review, rows, due_on=due_on, kind=planned.kind, key=keys[user], at=at)
        for user, rows in people.items()
        if keys[user] not in known
    ]


def waiting_for(review: ChecklistReview, *, today: date) -> list[Waiting]:
    """Everybody asked who is still there, has not said to be finished, and has something left to answer.

    Six queries, however many there are.
    """
    items = list(review.items.values_list("pk", "theme"))
    given = set(ReviewAnswer.objects.filter(review_item__review=review).values_list("organisation", "review_item"))
    able = able_to_answer(review, today=today)
    asked = review.answerers.filter(pk__in=able, finished_at=None).select_related("user", "organisation", "asked_by")
    found = []
    for answerer in asked.prefetch_related("themes").order_by("asked_at", "pk"):
        themes = {theme.pk for theme in answerer.themes.all()}
        mine = [pk for pk, theme in items if theme in themes]
        answered = sum((answerer.organisation_id, pk) in given for pk in mine)
        if answered < len(mine):
            found.append(Waiting(answerer, able[answerer.pk], answered, len(mine)))
    return found


def letter(review: ChecklistReview, rows: list[Waiting], *, due_on: date, kind: str, key: str, at: datetime) -> Letter:
    """The e-mail to one person, for every agency they answer for; its subject names no topic."""
    user, url = rows[0].answerer.user, settings.SITE_ORIGIN + review.get_absolute_url()
    unclaimed = is_unclaimed(user)
    if unclaimed:
        link = activation_links([rows[0].membership], at=at)[rows[0].membership.pk]
        url = f"{link}?next={review.get_absolute_url()}"
    subject, lead = opening(review, due_on=due_on, today=timezone.localtime(at).date())
    asker = coordinating(rows[0].answerer.asked_by, review)
    words = Words(
        subject=subject,
        greeting=greeting(user.first_name),
        lead=lead,
        items=[(how_far(row), "") for row in rows],
        action=_("Go on answering"),
        url=url,
        paragraphs=[
            _("If you have answered what you can, say there that you have finished. Then no reminder follows.")
        ],
        tell=_("Not the right person? Tell %(name)s:") % {"name": asker.full_name} if asker else "",
        lead_email=asker.email if asker else "",
        small=link_words(activation=unclaimed),
        organisation=review.body_name,
    )
    text, html = laid_out(words)
    return Letter(
        key=key,
        kind=f"review_{kind}",
        to=user.email,
        subject=words.subject,
        text=text,
        html=html,
        user_id=user.pk,
        organisation_id=rows[0].answerer.organisation_id,
    )


def opening(review: ChecklistReview, *, due_on: date, today: date) -> tuple[str, str]:
    """The subject, and the first sentence, by how the review's day stands to today."""
    said = {"day": weekday(due_on, today), "body": review.body_name}
    if due_on < today:
        lead = _("Your answers to a checklist of %(body)s were wanted by %(day)s. They are still taken:")
        return _("Your answers were wanted by %(day)s") % said, lead % said
    if due_on == today:
        lead = _("Your answers to a checklist of %(body)s are wanted today, %(day)s:")
    else:
        lead = _("Your answers to a checklist of %(body)s are wanted by %(day)s:")
    return _("Your answers are wanted by %(day)s") % said, lead % said


def how_far(row: Waiting) -> str:
    """For example "Harbour Hospital: 3 of 12 answered"."""
    said = {"agency": row.answerer.organisation.name, "answered": row.answered, "total": row.total}
    return _("%(agency)s: %(answered)d of %(total)d answered") % said


def coordinating(user: User, review: ChecklistReview) -> User | None:
    """The user while they lead the review; None once they do not."""
    return user if reviews_coordinated_by(user).filter(pk=review.pk).exists() else None
