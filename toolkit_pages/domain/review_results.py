"""What a review says: maturity by theme, the change since the one before, and the gaps in the coordinator's order."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lms.audit.domain.recording import record
from lms.people.models import User
from toolkit_pages.domain.maturity import Move, Standing, ThemeMaturity, Totals, by_theme, compare, gaps, totals
from toolkit_pages.domain.review_access import ReviewError, Seat, check_coordinates
from toolkit_pages.domain.review_asking import answered_and_asked
from toolkit_pages.domain.reviewing import leading_member
from toolkit_pages.domain.settling import contested
from toolkit_pages.models import Action, ChecklistReview, ReviewItem


@dataclass(frozen=True)
class Earlier:
    """The review before, how many of its agencies answered, and how many items have come, gone or changed since."""

    review: ChecklistReview
    closed_at: datetime
    answered: int
    asked: int
    moves: dict[int, Move] = field(default_factory=dict)
    added: int = 0
    gone: int = 0
    reworded: int = 0

    @property
    def is_partial(self) -> bool:
        return self.answered < self.asked

    @property
    def changes(self) -> list[str]:
        """What became of the checklist in between, a sentence for each; an empty list where it is the same."""
        told = [
            (self.added, ngettext("%(number)d item is new.", "%(number)d items are new.", self.added)),
            (self.gone, ngettext("%(number)d item is gone.", "%(number)d items are gone.", self.gone)),
            (
                self.reworded,
                ngettext(
                    "%(number)d item has other words now: compare it with care.",
                    "%(number)d items have other words now: compare them with care.",
                    self.reworded,
                ),
            ),
        ]
        return [words % {"number": number} for number, words in told if number]


@dataclass(frozen=True)
class Gap:
    """An item that is not in place, with what is planned about it."""

    item: ReviewItem
    standing: Standing
    actions: list[Action]


@dataclass(frozen=True)
class Result:
    """Everything that the result's page, its print and its files show."""

    review: ChecklistReview
    items: list[ReviewItem]
    standings: list[Standing]
    themes: list[ThemeMaturity]
    totals: Totals
    answered: int
    asked: int
    earlier: Earlier | None
    gaps: list[Gap]
    actions: list[Action]

    @property
    def moves(self) -> dict[int, Move]:
        return self.earlier.moves if self.earlier else {}


def items_in_order(review: ChecklistReview) -> list[ReviewItem]:
    """The review's items, theme by theme, with what is settled; before it is closed, with what everybody agrees on."""
    rows = contested(review)
    if review.state != ChecklistReview.State.CLOSED:
        for row in rows:
            if not row.is_settled:
                row.item.level = row.agreed
    return [row.item for row in rows]


def standing_of(item: ReviewItem, review: ChecklistReview) -> Standing:
    """An item as the reckoning of maturity takes it."""
    return Standing(
        item=item.item_id,
        title=item.title,
        theme=item.theme_id,
        theme_title=item.theme_title,
        theme_url=reverse("toolkit_pages:review_theme", args=[review.uuid, item.theme.slug]),
        level=item.level,
        risk=item.risk,
        dependants=item.dependants,
        urgency=item.urgency,
    )


def review_before(review: ChecklistReview) -> ChecklistReview | None:
    """The last review of the same body that was opened, and closed, before this one."""
    same = ChecklistReview.objects.filter(
        partnership=review.partnership_id, organisation=review.organisation_id, state=ChecklistReview.State.CLOSED
    )
    earlier = same.filter(opened_at__lt=review.opened_at, closed_at__lt=review.closed_at or timezone.now())
    return earlier.order_by("-closed_at", "-pk").first()


def result_of(review: ChecklistReview) -> Result:
    """The result. At most ten queries, however many items, agencies and actions there are."""
    items = items_in_order(review)
    standings = [standing_of(item, review) for item in items]
    before = review_before(review)
    earlier = None
    if before is not None:
        earlier = compared_with(before, items=items, standings=standings)
    answered, asked = answered_and_asked(review)
    actions = actions_of(review)
    return Result(
        review=review,
        items=items,
        standings=standings,
        themes=by_theme(standings, moves=earlier.moves if earlier else None),
        totals=totals(standings),
        answered=answered,
        asked=asked,
        earlier=earlier,
        gaps=with_actions(items, gaps(standings), actions),
        actions=actions,
    )


def compared_with(before: ChecklistReview, *, items: list[ReviewItem], standings: list[Standing]) -> Earlier:
    """An earlier review beside the items and standings of now. Three queries."""
    then = {item.item_id: item for item in before.items.select_related("theme")}
    now = {item.item_id: item for item in items}
    return Earlier(
        before,
        before.closed_at or before.opened_at,
        *answered_and_asked(before),
        moves=compare(standings, [standing_of(item, before) for item in then.values()]),
        added=len(now.keys() - then.keys()),
        gone=len(then.keys() - now.keys()),
        reworded=sum(meaning(now[key]) != meaning(then[key]) for key in now.keys() & then.keys()),
    )


def meaning(item: ReviewItem) -> tuple[str, dict[str, str]]:
    """What an answer to the item says yes or no to: its title, and what each level looks like."""
    return item.title, item.words.get("looks", {})


def result_for(seat: Seat) -> Result:
    """The result as this person may see it, for pages and files alike."""
    found = result_of(seat.review)
    hide_carried_over(seat, found.items)
    return found


def hide_carried_over(seat: Seat, items: Iterable[ReviewItem]) -> None:
    """Take out of the items what closing took from agencies' answers, for those who do not see the answers.

    What the coordinators wrote themselves when they settled an item is for everybody who sees the result. Before the
    review is closed nothing is taken over yet: words on an item that is not settled were overtaken by a new answer.
    """
    if seat.sees_answers and seat.review.state == ChecklistReview.State.CLOSED:
        return
    for item in items:
        if item.settled_at is None:
            item.note, item.evidence, item.owner, item.review_by = "", "", "", None


def actions_of(review: ChecklistReview) -> list[Action]:
    """Everything that is planned in the review, by the day it is due. One query."""
    found = Action.objects.filter(review=review).select_related("owner", "organisation", "review_item")
    return list(found.order_by("due_on", "pk"))


def with_actions(items: list[ReviewItem], ordered: list[Standing], actions: list[Action]) -> list[Gap]:
    """The gaps in order with what is planned about each."""
    planned: dict[int | None, list[Action]] = {}
    for action in actions:
        planned.setdefault(action.review_item_id, []).append(action)
    by_item = {item.item_id: item for item in items}
    return [Gap(by_item[one.item], one, planned.get(by_item[one.item].pk, [])) for one in ordered]


MOVES = ("up", "down", "top")


@transaction.atomic
def move_gap(actor: User, *, item: ReviewItem, where: str) -> None:
    """Move a gap one place up or down, or to the top; from then on the coordinator's order stands as it is.

    Raises NotAllowed, or ReviewError for a place that is none or an item that is no gap.
    """
    check_coordinates(actor, item.review)
    review = ChecklistReview.objects.select_for_update().get(pk=item.review_id)
    items = items_in_order(review)
    by_item = {one.item_id: one for one in items}
    order = [by_item[one.item] for one in gaps(standing_of(one, review) for one in items)]
    keys = [one.pk for one in order]
    if where not in MOVES or item.pk not in keys:
        raise ReviewError(_("This gap cannot be moved there."))
    place = keys.index(item.pk)
    target = {"up": max(place - 1, 0), "down": min(place + 1, len(keys) - 1), "top": 0}[where]
    order.insert(target, order.pop(place))
    for number, one in enumerate(order):
        one.urgency = len(order) - number
    ReviewItem.objects.bulk_update(order, ["urgency"])


@transaction.atomic
def put_back_order(actor: User, *, review: ChecklistReview) -> None:
    """Order the gaps by risk again. Raises NotAllowed."""
    check_coordinates(actor, review)
    ReviewItem.objects.filter(review=review).update(urgency=0)
    record(actor, action="put gaps back in order", subject=review, organisation=leading_member(review))
