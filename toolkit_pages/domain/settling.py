"""Settling a review: stopping answers, agreeing on one level where agencies differ, closing, and opening again."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lms.audit.domain.recording import record
from lms.design_system.wording import when
from lms.people.models import User
from toolkit_pages.domain.review_access import ReviewError, check_coordinates
from toolkit_pages.domain.review_asking import answered_and_asked
from toolkit_pages.domain.reviewing import leading_member
from toolkit_pages.models import ChecklistReview, ReviewAnswer, ReviewItem

State = ChecklistReview.State


@dataclass(frozen=True)
class Contested:
    """An item with the agencies' answers to it, by the agency's name."""

    item: ReviewItem
    answers: list[ReviewAnswer]

    @property
    def mark(self) -> str:
        """Tells whether the item was settled since somebody looked at it: when it was; "" while it is not."""
        return settled_mark(self.item)

    @property
    def differs(self) -> bool:
        return len({answer.level for answer in self.answers}) > 1

    @property
    def agreed(self) -> int | None:
        """The level on which everybody who answered agrees; None without answers, or where they differ."""
        return self.answers[0].level if self.answers and not self.differs else None

    @property
    def is_settled(self) -> bool:
        return self.item.settled_at is not None

    @property
    def waits(self) -> bool:
        """Whether somebody must settle it before the review can be closed."""
        return self.differs and not self.is_settled


def contested(review: ChecklistReview, *, items: Iterable[ReviewItem] | None = None) -> list[Contested]:
    """Items of the review, in order, with their answers. Two queries, however many there are."""
    chosen = list(in_order(review)) if items is None else list(items)
    answers: dict[int, list[ReviewAnswer]] = {}
    found = ReviewAnswer.objects.filter(review_item__in=chosen).select_related("organisation", "answered_by")
    for answer in found.order_by("organisation__name", "pk"):
        answers.setdefault(answer.review_item_id, []).append(answer)
    return [Contested(item, answers.get(item.pk, [])) for item in chosen]


def settled_mark(item: ReviewItem) -> str:
    """When the item was settled, as its page sends it back; "" while it is not."""
    return item.settled_at.isoformat() if item.settled_at else ""


def in_order(review: ChecklistReview):
    """The review's items, theme by theme."""
    return review.items.select_related("theme", "settled_by").order_by("theme_order", "theme", "order", "pk")


@transaction.atomic
def stop_answers(actor: User, *, review: ChecklistReview) -> ChecklistReview:
    """Take no more answers, so that differences can be settled. Raises NotAllowed. Safe to repeat."""
    check_coordinates(actor, review)
    locked = ChecklistReview.objects.select_for_update().get(pk=review.pk)
    if locked.state == State.OPEN:
        locked.state = State.SETTLING
        locked.save(update_fields=["state"])
        record(actor, action="stopped answers of review", subject=locked, organisation=leading_member(locked))
    return locked


@transaction.atomic
def settle_item(
    actor: User,
    *,
    item: ReviewItem,
    level: int,
    note: str,
    evidence: str = "",
    owner: str = "",
    review_by: date | None = None,
    seen: str | None = None,
    at: datetime | None = None,
) -> ReviewItem:
    """Settle one item, with how it was settled; the same again changes nothing.

    `seen` is the settled_mark of when the actor opened the page, None to settle in any case. Raises NotAllowed, or
    ReviewError unless answers are stopped, and where somebody settled it otherwise since.
    """
    check_coordinates(actor, item.review)
    review = ChecklistReview.objects.select_for_update().get(pk=item.review_id)
    if review.state == State.CLOSED:
        raise ReviewError(_("The review was closed meanwhile, so nothing was settled. Open it again to settle anew."))
    if review.state != State.SETTLING:
        raise ReviewError(_("Stop the answers first. Then nothing changes under what you settle."))
    locked = ReviewItem.objects.select_for_update().get(pk=item.pk)
    before = locked.level
    wanted = (level, note.strip(), evidence.strip(), owner.strip(), review_by)
    if locked.settled_at is not None and wanted == words_of(locked):
        return locked
    if seen is not None and seen != settled_mark(locked) and locked.settled_at is not None:
        raise ReviewError(settled_meanwhile(locked))
    locked.level, locked.note, locked.evidence, locked.owner, locked.review_by = wanted
    locked.settled_by, locked.settled_at = actor, at or timezone.now()
    locked.save(
        update_fields=["level", "note", "evidence", "owner", "review_by", "settled_by", "settled_at"],
    )
    record(
        actor,
        action="settled item of review",
        subject=review,
        organisation=leading_member(review),
        item=locked.item_id,
        before=before,
        level=level,
    )
    return locked


def words_of(item: ReviewItem) -> tuple[int | None, str, str, str, date | None]:
    """What was settled on an item."""
    return item.level, item.note, item.evidence, item.owner, item.review_by


def settled_meanwhile(item: ReviewItem) -> str:
    """Who settled the item after somebody opened its page, and what to do."""
    words = _(
        "%(name)s settled it on “%(level)s” %(when)s, after you opened this page. Settle again if yours shall stand."
    )
    told = when(item.settled_at) if item.settled_at else ""
    return words % {"name": item.settled_by, "level": item.get_level_display(), "when": told}


@transaction.atomic
def close_review(actor: User, *, review: ChecklistReview, at: datetime | None = None) -> ChecklistReview:
    """Close the review: what was settled stands, elsewhere what everybody agrees on; the rest stays unanswered.

    Evidence and owners are carried over where the setting shows answers to others who answer, or where one agency alone
    was asked; only those who see the answers are shown them (review_results.hide_carried_over). Raises NotAllowed, or
    ReviewError while differences wait or nobody has answered. Safe to repeat.
    """
    check_coordinates(actor, review)
    locked = ChecklistReview.objects.select_for_update().get(pk=review.pk)
    if locked.state == State.CLOSED:
        return locked
    if locked.state == State.OPEN:
        raise ReviewError(_("Stop the answers first."))
    rows = contested(locked)
    waiting = sum(row.waits for row in rows)
    if waiting:
        raise ReviewError(
            ngettext(
                "Agencies differ on %(number)d item that is not settled yet.",
                "Agencies differ on %(number)d items that are not settled yet.",
                waiting,
            )
            % {"number": waiting}
        )
    agencies = {answer.organisation_id for row in rows for answer in row.answers}
    shared = locked.sharing == ChecklistReview.Sharing.MEMBERS or answered_and_asked(locked)[1] == 1
    changed = []
    for row in rows:
        if row.is_settled:
            continue
        row.item.level = row.agreed
        row.item.note, row.item.evidence, row.item.owner, row.item.review_by = "", "", "", None
        if shared:
            carry_over(row)
        changed.append(row.item)
    if all(row.item.level is None for row in rows):
        raise ReviewError(_("Nobody has answered anything yet, so there is no result."))
    ReviewItem.objects.bulk_update(changed, ["level", "note", "evidence", "owner", "review_by"])
    locked.state, locked.closed_by, locked.closed_at = State.CLOSED, actor, at or timezone.now()
    locked.save(update_fields=["state", "closed_by", "closed_at"])
    record(
        actor,
        action="closed review",
        subject=locked,
        organisation=leading_member(locked),
        agencies=len(agencies),
    )
    return locked


def carry_over(row: Contested) -> None:
    """Put the agencies' evidence, owners and earliest date into an item on which they agree."""
    several = len(row.answers) > 1
    told = [
        f"{answer.organisation}: {answer.evidence}" if several else answer.evidence
        for answer in row.answers
        if answer.evidence
    ]
    row.item.evidence = "\n".join(told)
    row.item.owner = ", ".join(dict.fromkeys(one.owner for one in row.answers if one.owner))[:150]
    row.item.review_by = min((answer.review_by for answer in row.answers if answer.review_by), default=None)


@transaction.atomic
def reopen_review(actor: User, *, review: ChecklistReview, reason: str) -> ChecklistReview:
    """Take answers again; what was settled by hand stands until its item is answered anew. Recorded with the reason.

    What closing took from agencies' answers goes: they can change, and the next closing takes them as they are then.
    Raises NotAllowed. A review that is open already stays as it is.
    """
    check_coordinates(actor, review)
    locked = ChecklistReview.objects.select_for_update().get(pk=review.pk)
    if locked.state == State.OPEN:
        return locked
    before = locked.state
    locked.state, locked.closed_by, locked.closed_at = State.OPEN, None, None
    locked.save(update_fields=["state", "closed_by", "closed_at"])
    if before == State.CLOSED:
        carried = ReviewItem.objects.filter(review=locked, settled_at=None)
        carried.update(level=None, note="", evidence="", owner="", review_by=None)
    record(
        actor,
        action="reopened review",
        subject=locked,
        organisation=leading_member(locked),
        before=before,
        reason=reason.strip(),
    )
    return locked
