"""What is planted of reviews in each organisation: an open one, a closed one, answers and an action with its file."""

import datetime
from typing import TYPE_CHECKING

from django.core.files.base import ContentFile
from django.utils import timezone

from lms.people.models import User
from tests.factories.reviews import PartnershipFactory, ThemeFactory
from toolkit_pages.models import Action, ActionNote, Answerer, ChecklistReview, ChecklistTheme, ReviewAnswer, ReviewItem

if TYPE_CHECKING:
    from tests.permissions.world import Side


def theme(side: "Side") -> ChecklistTheme:
    """A theme that only this organisation's reviews hold."""
    found = ChecklistTheme.objects.filter(slug=f"{side.prefix}-theme").first()
    return found or ThemeFactory(title="Information sharing", slug=f"{side.prefix}-theme", items=["A signed agreement"])


def plant_reviews(side: "Side", asked: User) -> None:
    """Rows rather than steps: the reviews are of the organisation itself, led by its coordinators."""
    opened = review_of(side, asked, title=side.mark("rev", "open"), state=ChecklistReview.State.OPEN)
    item = opened.items.get()
    ReviewAnswer.objects.create(
        review_item=item,
        organisation=side.organisation,
        level=1,
        evidence=side.mark("rev", "answer"),
        answered_by=asked,
    )
    closed = review_of(side, asked, title=side.mark("rev", "closed"), state=ChecklistReview.State.CLOSED)
    gap = closed.items.get()
    action = Action.objects.create(
        review=closed,
        review_item=gap,
        title=side.mark("rev", "action"),
        organisation=side.organisation,
        owner=asked,
        owner_name=asked.full_name,
        due_on=timezone.localdate() + datetime.timedelta(days=20),
        evidence=side.mark("rev", "evidence"),
        evidence_file=ContentFile(b"%PDF-1.4 " + side.mark("rev", "filetext").encode(), name="evidence.pdf"),
        created_by=side.lead,
    )
    ActionNote.objects.create(action=action, text=side.mark("rev", "note"), written_by=side.lead)
    partnership = PartnershipFactory(name=side.mark("dra", "partnership"), members=[side.organisation], live=False)
    one, other = {"uuid": opened.uuid}, {"uuid": closed.uuid}
    side.arguments |= {
        "review": one,
        "closed_review": other,
        "answerer": {**one, "pk": opened.answerers.get().pk},
        "review_theme": {**one, "slug": item.theme.slug},
        "gap": {**other, "pk": gap.pk},
        "review_item": {"pk": gap.pk},
        "action": {"uuid": action.uuid},
        "partnership_member": {"pk": partnership.members.get().pk},
    }


def review_of(side: "Side", asked: User, *, title: str, state: str) -> ChecklistReview:
    """A review of one item, for which somebody is asked."""
    now = timezone.now() if state == ChecklistReview.State.CLOSED else None
    review = ChecklistReview.objects.create(
        title=title, organisation=side.organisation, state=state, opened_by=side.lead, closed_at=now
    )
    found = theme(side)
    ReviewItem.objects.create(
        review=review,
        item=found.items.get(),
        theme=found,
        theme_title=found.title,
        theme_order=1,
        order=1,
        words={"title": "A signed agreement", "hint": "", "guidance": "", "looks": {}},
        risk=2,
        level=0 if now else None,
        note=side.mark("rev", "settled") if now else "",
        settled_at=now,
    )
    answerer = Answerer.objects.create(review=review, user=asked, organisation=side.organisation, asked_by=side.lead)
    answerer.themes.set([found])
    return review
