"""Opening a review: of which body, with the items in the words of the day, perhaps with one's own saved answers."""

import hashlib
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lms.audit.domain.recording import record
from lms.design_system import wording
from lms.people.domain.access import units_of
from lms.people.models import Organisation, User
from toolkit_pages.domain.checklists import dependants, published_themes
from toolkit_pages.domain.review_access import (
    NotAllowed,
    ReviewError,
    check_coordinates,
    organisations_coordinated_by,
    partnerships_led_by,
)
from toolkit_pages.domain.saved_checklists import saved_answers
from toolkit_pages.models import (
    Answerer,
    ChecklistItem,
    ChecklistReview,
    Level,
    Partnership,
    PartnershipMember,
    ReviewAnswer,
    ReviewItem,
)

SENT_TWICE = timedelta(minutes=1)


def agencies_of(review: ChecklistReview) -> list[Organisation]:
    """Who may answer: the partnership's members of today, or the organisation and its units."""
    if review.organisation_id:
        return list(units_of(review.organisation_id).order_by("path"))
    members = PartnershipMember.objects.current().filter(partnership=review.partnership_id)
    return list(Organisation.objects.filter(pk__in=members.values("organisation")).by_name())


def agency_for(user: User, agencies: list[Organisation]) -> Organisation | None:
    """The agency that the user's earliest membership among them belongs to; the nearest in the tree."""
    by_path = {agency.path: agency for agency in agencies}
    step = Organisation.steplen
    for membership in user.current_memberships:
        path = membership.organisation.path
        for length in range(len(path), 0, -step):
            if path[:length] in by_path:
                return by_path[path[:length]]
    return None


def words_of(item: ChecklistItem) -> dict:
    """The words of an item as a review keeps them."""
    return {
        "title": item.title,
        "hint": item.hint,
        "guidance": item.guidance,
        "looks": {str(level): item.looks(level) for level in Level.values if item.looks(level)},
    }


@transaction.atomic
def open_review(
    actor: User,
    *,
    title: str,
    partnership: Partnership | None = None,
    organisation: Organisation | None = None,
    sharing: str = ChecklistReview.Sharing.COORDINATORS,
    due_on: date | None = None,
    start_from_own: bool = False,
) -> ChecklistReview:
    """Open a review of a partnership or of an organisation that the actor coordinates, with today's items.

    `start_from_own` makes the actor one of those who answer, with the answers kept in their account. The same form sent
    twice within a minute opens one review. Raises NotAllowed, or ReviewError while no item is published.
    """
    if partnership is not None:
        allowed = partnerships_led_by(actor).filter(pk=partnership.pk).exists()
    else:
        allowed = organisation is not None and organisations_coordinated_by(actor).filter(pk=organisation.pk).exists()
    if not allowed:
        raise NotAllowed(_("You can open a review only for what you coordinate."))
    items = [(theme, item) for theme in published_themes() for item in theme.items]
    if not items:
        raise ReviewError(_("The checklist has no published items yet, so there is nothing to review."))
    body: dict[str, Any] = {"partnership": partnership, "organisation": organisation if partnership is None else None}
    lock_body(**body)
    fields = {**body, "title": title.strip(), "sharing": sharing, "due_on": due_on, "opened_by": actor}
    same = ChecklistReview.objects.filter(**fields, state=ChecklistReview.State.OPEN)
    if twice := same.filter(opened_at__gte=timezone.now() - SENT_TWICE).first():
        return twice
    review = ChecklistReview.objects.create(**fields)
    waiting = dependants()
    ReviewItem.objects.bulk_create(
        ReviewItem(
            review=review,
            item=item,
            theme=theme.theme,
            theme_title=theme.theme.title,
            theme_order=theme.number,
            order=item.order,
            words=words_of(item),
            risk=item.risk,
            dependants=waiting.get(item.pk, 0),
        )
        for theme, item in items
    )
    if start_from_own:
        begin_with_own(actor, review=review)
    record(
        actor,
        action="opened review",
        subject=review,
        organisation=organisation or leading_member(review),
        body=review.body_name,
        sharing=sharing,
    )
    return review


def lock_body(*, partnership: Partnership | None, organisation: Organisation | None) -> None:
    """Let whoever opens another review of this body wait until this transaction ends."""
    if partnership is not None:
        Partnership.objects.select_for_update().get(pk=partnership.pk)
    elif organisation is not None:
        Organisation.objects.select_for_update().get(pk=organisation.pk)


def leading_member(review: ChecklistReview) -> Organisation | None:
    """The organisation in whose name the review is kept: the body itself, or the partnership's leading member."""
    if review.organisation_id:
        return review.organisation
    leading = PartnershipMember.objects.current().filter(partnership=review.partnership_id, is_leading=True)
    found = leading.select_related("organisation").first()
    return found.organisation if found else None


def begin_with_own(actor: User, *, review: ChecklistReview) -> int:
    """Let the actor answer for their agency, beginning with what their account keeps; answers how many items."""
    agency = agency_for(actor, agencies_of(review))
    if agency is None:
        raise ReviewError(_("You belong to none of its agencies, so you cannot answer for one."))
    answerer, _created = Answerer.objects.get_or_create(
        review=review, user=actor, organisation=agency, defaults={"asked_by": actor}
    )
    items = list(review.items.all())
    answerer.themes.set({item.theme_id for item in items})
    kept = saved_answers(actor)
    rows = [
        ReviewAnswer(
            review_item=item,
            organisation=agency,
            level=given["level"],
            evidence=given.get("evidence", ""),
            owner=given.get("owner", "")[:150],
            review_by=date.fromisoformat(given["review_by"]) if given.get("review_by") else None,
            answered_by=actor,
        )
        for item in items
        if (given := kept.get(str(item.item_id))) and given.get("level") in Level.values
    ]
    return len(ReviewAnswer.objects.bulk_create(rows))


class SettingsChanged(ReviewError):
    """Somebody changed the settings of the review after the actor opened their page."""


def settings_mark(review: ChecklistReview) -> str:
    """Tells whether the settings were changed since somebody opened their page: all of them in short."""
    text = f"{review.title}\n{review.sharing}\n{review.due_on or ''}"
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def settings_now(review: ChecklistReview) -> str:
    """What the settings are after somebody changed them, and what to do."""
    day = wording.day(review.due_on) if review.due_on else _("no day")
    words = _(
        "The review was changed after you opened this page. Now it is “%(title)s” (who sees answers: %(sharing)s; "
        "wanted by: %(day)s). Keep the changes again if what is here shall stand."
    )
    return words % {"title": review.title, "sharing": review.get_sharing_display().lower(), "day": day}


@transaction.atomic
def change_review(
    actor: User, *, review: ChecklistReview, title: str, sharing: str, due_on: date | None, seen: str | None = None
) -> ChecklistReview:
    """Change the name, who sees each agency's answers, and the day. The change is recorded; the same again is none.

    `seen` is the settings_mark of when the actor opened the page, None to write in any case. Raises NotAllowed,
    SettingsChanged, or ReviewError when answers given to the coordinators alone would be shown to all members.
    """
    check_coordinates(actor, review)
    locked = ChecklistReview.objects.select_for_update().get(pk=review.pk)
    before = locked.sharing
    if (locked.title, before, locked.due_on) == (title.strip(), sharing, due_on):
        return locked
    if seen is not None and seen != settings_mark(locked):
        raise SettingsChanged(settings_now(locked))
    answered = ReviewAnswer.objects.filter(review_item__review=locked)
    if sharing != before and sharing == ChecklistReview.Sharing.MEMBERS and answered.exists():
        raise ReviewError(_("Agencies have answered for the coordinators alone. Nobody else can see their answers."))
    locked.title, locked.sharing, locked.due_on = title.strip(), sharing, due_on
    locked.save(update_fields=["title", "sharing", "due_on"])
    record(
        actor,
        action="changed review",
        subject=locked,
        organisation=leading_member(locked),
        sharing_before=before,
        sharing=sharing,
    )
    return locked
