"""Answering a theme of a review for an agency: item by item, so that two colleagues at once lose nothing."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from toolkit_pages.domain.review_access import ReviewError
from toolkit_pages.models import Answerer, ChecklistReview, ReviewAnswer, ReviewItem

Sharing = ChecklistReview.Sharing


class AskedNoMore(ReviewError):
    """The person was taken off the review meanwhile."""


class SharedWider(ReviewError):
    """More people see the answers than the page said on which they were given."""


@dataclass(frozen=True)
class Given:
    """What somebody answered to one item."""

    level: int
    evidence: str = ""
    owner: str = ""
    review_by: date | None = None

    @property
    def mark(self) -> str:
        """A short mark of the content: two answers alike have the same."""
        text = f"{self.level}\n{self.evidence}\n{self.owner}\n{self.review_by or ''}"
        return hashlib.sha256(text.encode()).hexdigest()[:16]


@dataclass(frozen=True)
class Saved:
    """What became of answers: how many were written, and the colleagues' answers that stand against others."""

    written: int = 0
    conflicts: dict[int, ReviewAnswer] = field(default_factory=dict)


def given_in(answer: ReviewAnswer) -> Given:
    """An answer as a person gave it."""
    return Given(answer.level, answer.evidence, answer.owner, answer.review_by)


def mark_of(answer: ReviewAnswer | None) -> str:
    """The mark of what is kept; "" while there is nothing."""
    return given_in(answer).mark if answer else ""


def answers_for(answerer: Answerer, items: list[ReviewItem]) -> dict[int, ReviewAnswer]:
    """The agency's answers by the key of the review's item, with who gave each. One query."""
    found = ReviewAnswer.objects.filter(review_item__in=items, organisation=answerer.organisation_id)
    return {answer.review_item_id: answer for answer in found.select_related("answered_by")}


@transaction.atomic
def save_answers(
    answerer: Answerer, *, given: Mapping[int, tuple[Given, str]], sharing: str = "", at: datetime | None = None
) -> Saved:
    """Write the answers to some items (by key, each with the mark of what the person saw when they began).

    An answer that the person did not change is left as it is now; one that a colleague changed meanwhile is not
    written over but given back. What was settled by hand on an item that is answered anew is open again. `sharing` is
    who sees the answers as the page said it, "" where it said nothing. Raises AskedNoMore, SharedWider, or ReviewError
    when answers are not taken any more.
    """
    at = at or timezone.now()
    review = ChecklistReview.objects.select_for_update().get(pk=answerer.review_id)
    if review.state != ChecklistReview.State.OPEN:
        raise ReviewError(_("Answers are not taken any more, so nothing was saved."))
    if not Answerer.objects.filter(pk=answerer.pk).exists():
        raise AskedNoMore(_("You are not asked to answer any more, so nothing was saved."))
    if sharing == Sharing.COORDINATORS and review.sharing == Sharing.MEMBERS:
        raise SharedWider(
            _("Nothing is saved yet: since you opened this page, everyone who answers sees what your agency answers.")
        )
    items = {item.pk: item for item in review.items.filter(pk__in=given, theme__in=answerer.themes.all())}
    known = answers_for(answerer, list(items.values()))
    written: list[int] = []
    conflicts: dict[int, ReviewAnswer] = {}
    for pk, (answer, seen) in given.items():
        if pk not in items:
            continue
        current = known.get(pk)
        kept = mark_of(current)
        if answer.mark in (kept, seen):
            continue
        if current is not None and kept != seen:
            conflicts[pk] = current
            continue
        ReviewAnswer.objects.update_or_create(
            review_item_id=pk,
            organisation_id=answerer.organisation_id,
            defaults={
                "level": answer.level,
                "evidence": answer.evidence,
                "owner": answer.owner,
                "review_by": answer.review_by,
                "answered_by": answerer.user,
            },
        )
        written.append(pk)
    ReviewItem.objects.filter(pk__in=written).exclude(settled_at=None).update(
        level=None, settled_by=None, settled_at=None
    )
    return Saved(len(written), conflicts)


@transaction.atomic
def say_finished(answerer: Answerer, *, at: datetime | None = None) -> Answerer:
    """Note that the person has answered what they can; answers may still be changed until they are stopped."""
    locked = Answerer.objects.select_for_update().get(pk=answerer.pk)
    if locked.finished_at is None:
        locked.finished_at = at or timezone.now()
        locked.save(update_fields=["finished_at"])
    return locked
