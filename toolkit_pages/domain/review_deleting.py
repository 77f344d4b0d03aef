"""Deleting a review that was opened by mistake: while nobody has answered, settled or planned anything in it."""

from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _

from courses.domain.reminder_words import Words, greeting
from lms.audit.domain.recording import record
from lms.outbox.domain.queueing import Letter, queue_emails
from lms.people.models import User
from toolkit_pages.domain.review_access import ReviewError, able_to_answer, check_coordinates
from toolkit_pages.domain.review_asking import letter_to
from toolkit_pages.domain.reviewing import leading_member
from toolkit_pages.models import Action, Answerer, ChecklistReview, ReviewAnswer, ReviewItem


def why_kept(review: ChecklistReview) -> str:
    """Why the review cannot be deleted any more, in words to be shown; "" while it can. One query."""
    planned, answered, settled = (
        ChecklistReview.objects.filter(pk=review.pk)
        .values_list(
            Exists(Action.objects.filter(review=OuterRef("pk"))),
            Exists(ReviewAnswer.objects.filter(review_item__review=OuterRef("pk"))),
            Exists(ReviewItem.objects.filter(review=OuterRef("pk")).exclude(settled_at=None)),
        )
        .get()
    )
    if planned:
        return _("Actions were planned in it, and they need it.")
    if answered:
        return _("It has answers, and nobody may lose theirs.")
    return _("Items of it are settled.") if settled else ""


@transaction.atomic
def delete_review(actor: User, *, review: ChecklistReview, at: datetime | None = None) -> int:
    """Delete a review that nobody has worked on, and tell those who were asked; answers how many are told.

    The record of what was done keeps that it was there. Raises NotAllowed, or ReviewError where anything was answered,
    settled or planned. The same again, a moment later, changes nothing.
    """
    at = at or timezone.now()
    locked = ChecklistReview.objects.select_for_update().filter(pk=review.pk).first()
    if locked is None:
        return 0
    check_coordinates(actor, locked)
    if why := why_kept(locked):
        raise ReviewError(why)
    able = able_to_answer(locked, today=timezone.localtime(at).date())
    people = {one.user_id: one for one in locked.answerers.filter(pk__in=able).select_related("user", "organisation")}
    people.pop(actor.pk, None)
    queue_emails([letter(answerer, by=actor) for answerer in people.values()], at=at)
    record(
        actor,
        action="deleted review",
        subject=locked,
        organisation=leading_member(locked),
        body=locked.body_name,
        people=list(people),
    )
    locked.delete()
    return len(people)


def letter(answerer: Answerer, *, by: User) -> Letter:
    """The e-mail to somebody who was asked in vain; its subject names no topic."""
    review, user = answerer.review, answerer.user
    said = {"name": by.full_name, "body": review.body_name, "agency": answerer.organisation.name}
    words = Words(
        subject=_("You are not asked to answer a checklist any more"),
        greeting=greeting(user.first_name),
        lead=_("You were asked to answer a checklist of %(body)s for %(agency)s. %(name)s has deleted it.") % said,
        paragraphs=[
            _("Nobody had answered anything yet, so nothing is lost. The link in the e-mail before leads nowhere.")
        ],
        tell=_("Questions? Ask %(name)s:") % said,
        lead_email=by.email,
        organisation=review.body_name,
    )
    return letter_to(answerer, words, kind="review_deleted", key=f"review_deleted:{review.pk}:{user.pk}")
